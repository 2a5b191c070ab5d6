// Made by ./dev openapi from the server's own description of its API. Do not edit.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** One page of a list; `next` continues it, null on the last one. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** One effect on the world. */
export interface ActionRow {
  id: number;
  element: string;
  elementName: string;
  state: ActionState;
  sendAt: string;
  key: string;
  act: string;
  attempts: number;
  lastError?: string;
}

/** Where an action stands. */
export type ActionState = 'waiting' | 'sending' | 'done' | 'failed' | 'cancelled';

/** Who did something. `Id` is stable and opaque, `Name` is for people to read. */
export interface Actor {
  kind: ActorKind;
  id: string;
  name: string;
}

/** What kind of party acts. */
export type ActorKind = 'person' | 'key' | 'system';

export interface AddPersonRequest {
  name: string;
  password: string;
  roles: string[];
  groups?: string[];
}

export interface CancelCaseRequest {
  reason: string;
}

/** Another value that the field might have, with where it stands. */
export interface Candidate {
  value: Json;
  score: number;
  region?: Region;
}

/** Everything a page about one case shows. */
export interface CaseDetail {
  id: string;
  process: string;
  processName: string;
  processVersion: number;
  businessKey?: string;
  state: string;
  title?: string;
  openedAt: string;
  closedAt?: string;
  openReviews: number;
  openIncidents: number;
  version: number;
  variables: { [name: string]: Json };
  tokens: ElementState[];
  evidence: Evidence[];
  incidents: IncidentRow[];
  reviews: ReviewRow[];
  actions: ActionRow[];
  timeline: TimelineEntry[];
}

/** One line of a case list. `State`: `running`, `waiting` (a person), `incident`, `completed`, `terminated`, `cancelled`. */
export interface CaseRow {
  id: string;
  process: string;
  processName: string;
  processVersion: number;
  businessKey?: string;
  state: string;
  title?: string;
  openedAt: string;
  closedAt?: string;
  openReviews: number;
  openIncidents: number;
  version: number;
}

/** Something that does not agree. `Sequence` is the first fact concerned, 0 for the case as a whole. */
export interface ChainProblem {
  case: string;
  sequence: number;
  message: string;
}

/** How the last check of all chains stands; while it runs, how far it is. */
export interface ChainState {
  cases: number;
  facts: number;
  ok: boolean;
  problems: ChainProblem[];
  checkedAt?: string;
  running: boolean;
}

export interface ChangePersonRequest {
  roles?: string[];
  groups?: string[];
  disabled?: boolean;
  password?: string;
}

/** How sure an answer is, 0..1, always with its kind. `Stated` is what the model says; `Calibrated` is what was measured for answers that said so, and only that may pass a gate. */
export interface Confidence {
  stated: number;
  calibrated?: number;
  calibration?: string;
}

export interface ConnectionList {
  items: ConnectionRow[];
}

export interface ConnectionRow {
  name: string;
  address: string;
  reachable: boolean;
  error?: string;
}

export interface DecisionList {
  items: DecisionSummary[];
}

/** A decision of a deployed DMN model; `Table` is there when its logic is a decision table. */
export interface DecisionSummary {
  id: string;
  name: string;
  model: string;
  version: number;
  hash: string;
  deployedAt: string;
  deployedBy: string;
  table?: DecisionTable;
}

/** A decision table as it was written, for showing it. */
export interface DecisionTable {
  hitPolicy: string;
  aggregation?: string;
  inputs: TableInput[];
  outputs: TableOutput[];
  annotations: string[];
  rules: TableRule[];
}

export interface DeployedDecisionModel {
  id: string;
  name: string;
  version: number;
  hash: string;
  deployedAt: string;
  deployedBy: string;
  decisions: string[];
  diagnostics: Diagnostic[];
}

/** What is wrong with a model or an expression. */
export interface Diagnostic {
  code: string;
  severity: DiagnosticSeverity;
  message: string;
  line: number;
  column: number;
  element?: string;
  hint?: string;
  source?: string;
}

/** How grave a Diagnostic is: an error blocks deployment, a warning does not. */
export type DiagnosticSeverity = 'error' | 'warning' | 'information';

/** A stored document. */
export interface DocumentRow {
  hash: string;
  mediaType: string;
  bytes: number;
  pages: number;
  name?: string;
}

/** The caller's own draft. */
export interface DraftRow {
  body: Json;
  savedAt: string;
}

/** One activation of an element, for colouring the diagram. */
export interface ElementState {
  element: string;
  instance: number;
  state: StepState;
  enteredAt: string;
  leftAt?: string;
}

export interface EvaluateRequest {
  variables: { [name: string]: Json };
}

export interface Evaluation {
  output: Json;
  matched: MatchedRule[];
  notes: string[];
  version: number;
}

/** An immutable document that the proposal relies on, named by its content hash. */
export interface Evidence {
  hash: string;
  mediaType: string;
  pages: number;
  name?: string;
}

/** A fact as it lies in the store, with its place in the hash chain. */
export interface FactRow {
  sequence: number;
  position: number;
  case: string;
  at: string;
  by: Actor;
  cause: string;
  type: string;
  body: Json;
  hash: string;
}

/** One corrected field: before, after, why, and where the right value stands if the reviewer pointed at it. */
export interface FieldChange {
  name: string;
  before: Json;
  after: Json;
  reason?: Reason;
  region?: Region;
}

export interface Health {
  status: string;
}

/** One time that a step could not go on alone. `Id` is the number to retry. */
export interface IncidentRow {
  id: number;
  element: string;
  elementName: string;
  code: string;
  message: string;
  at: string;
  open: boolean;
}

export interface KeyList {
  items: KeyRow[];
}

/** An API key without its secret. */
export interface KeyRow {
  id: string;
  name: string;
  roles: string[];
  createdAt: string;
  createdBy: string;
  revokedAt?: string;
}

/** Something happened: what to look at again. Never the content itself. */
export interface LiveEvent {
  position: number;
  case?: string;
  type?: string;
  review?: string;
}

export interface MadeKey {
  id: string;
  key: string;
}

export interface MakeKeyRequest {
  name: string;
  roles: string[];
}

/** A rule that matched. */
export interface MatchedRow {
  number: number;
  annotation?: string;
}

/** A rule that matched: its decision, 1-based number, id and the owner's annotation. */
export interface MatchedRule {
  decision: string;
  number: number;
  ruleId?: string;
  annotation?: string;
}

export interface OpenCaseRequest {
  process: string;
  version?: number;
  businessKey?: string;
  variables?: { [name: string]: Json };
}

export interface OpenedCase {
  id: string;
}

export interface OutcomeRequest {
  truth: Json;
  element?: string;
  note?: string;
}

/** One keyset page. `Next` is an opaque cursor for the following page, null on the last one. */
export type PageOfCaseRow = Page<CaseRow>;

/** One keyset page. `Next` is an opaque cursor for the following page, null on the last one. */
export type PageOfFactRow = Page<FactRow>;

/** One keyset page. `Next` is an opaque cursor for the following page, null on the last one. */
export type PageOfReviewRow = Page<ReviewRow>;

/** One word on a page. Boxes are fractions of the page's width and height, confidence is 0..1. */
export interface PageWord {
  text: string;
  confidence: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageWords {
  width: number;
  height: number;
  words: PageWord[];
}

export interface PeopleList {
  items: PersonRow[];
}

/** A person, as an admin sees them. */
export interface PersonRow {
  id: string;
  name: string;
  roles: string[];
  groups: string[];
  disabled: boolean;
  createdAt: string;
}

export interface PersonaRequest {
  id: string;
}

export interface PersonaRow {
  id: string;
  name: string;
  roles: string[];
  groups: string[];
  about: string;
}

/** The policy that asked for this review, the rules that matched and the values that it looked at. */
export interface PolicyRow {
  decision: string;
  version: number;
  matched: MatchedRow[];
  inputs: { [name: string]: Json };
}

/** Why a request was not done, as RFC 9457 has it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  fields?: string[];
  diagnostics?: Diagnostic[];
  traceId?: string;
}

export interface ProcessList {
  items: ProcessSummary[];
}

/** The newest version of a process, with how its cases of all versions stand. */
export interface ProcessSummary {
  id: string;
  name: string;
  version: number;
  hash: string;
  deployedAt: string;
  deployedBy: string;
  open: number;
  closed: number;
  incidents: number;
}

/** One deployed version of a process. Diagnostics are the warnings of its deployment. */
export interface ProcessVersion {
  id: string;
  name: string;
  version: number;
  hash: string;
  deployedAt: string;
  deployedBy: string;
  source?: string;
  open: number;
  closed: number;
  diagnostics: Diagnostic[];
}

/** An answer offered by a model, a rule or a person, with confidence, reasons and evidence. It has no effect by itself. */
export interface Proposal {
  answer: Json;
  fields: ProposedField[];
  confidence?: Confidence;
  reasons: Reason[];
  evidence: Evidence[];
  source: ProposalSource;
}

/** Who proposed: the connector, the model and its version, and the hash of the prompt where there was one. */
export interface ProposalSource {
  connector: string;
  model: string;
  version: string;
  promptHash?: string;
}

/** One field of a proposed answer. */
export interface ProposedField {
  name: string;
  label: string;
  value: Json;
  confidence: Confidence;
  reasons: Reason[];
  regions: Region[];
  candidates: Candidate[];
}

/** A code for rules and a sentence for people, which a person can check. */
export interface Reason {
  code: string;
  text: string;
}

/** A box on a page of an immutable document. */
export interface Region {
  document: string;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  text?: string;
}

/** Exactly what a reviewer is shown and what a verdict covers. Its canonical JSON is hashed (`shown`); a verdict that names another hash is refused, so nobody can decide on something else than what they saw. */
export interface ReviewContent {
  review: string;
  process: string;
  step: string;
  title: string;
  proposal: Proposal;
  why: Reason[];
  tier: Tier;
  effect: Json;
  reasons: Reason[];
}

export interface ReviewCount {
  open: number;
  capped: boolean;
}

/** Everything a reviewer works with. `Content` is exactly what `Shown` is the hash of. */
export interface ReviewDetail {
  row: ReviewRow;
  content: ReviewContent;
  shown: string;
  draft?: DraftRow;
  policy?: PolicyRow;
  verdict?: VerdictRow;
  canAct: boolean;
  cannotActBecause?: string;
  holdSeconds: number;
}

/** One line of the inbox. */
export interface ReviewRow {
  id: string;
  case: string;
  process: string;
  processName: string;
  title: string;
  why: string;
  flags: number;
  tier: Tier;
  priority: number;
  group?: string;
  state: ReviewState;
  assignee?: string;
  assigneeName?: string;
  openedAt: string;
  dueAt?: string;
  decidedAt?: string;
  decidedAs?: string;
  undoUntil?: string;
  version: number;
}

/** Human task states (WS-HumanTask 1.1, the subset in use). */
export type ReviewState = 'ready' | 'claimed' | 'completed' | 'cancelled';

/** Who is signed in here. */
export interface Session {
  user: SessionUser;
  demo: boolean;
}

export interface SessionOptions {
  setupNeeded: boolean;
  demo: boolean;
  personas: PersonaRow[];
}

/** The signed-in party, with its roles and groups of this moment. */
export interface SessionUser {
  id: string;
  name: string;
  roles: string[];
  groups: string[];
}

export interface SetUpRequest {
  token: string;
  name: string;
  password: string;
}

export interface SignInRequest {
  name: string;
  password: string;
}

/** Where a step stands. */
export type StepState = 'active' | 'completed' | 'cancelled' | 'incident';

/** An input column: heading, expression, type and allowed values as texts. */
export interface TableInput {
  id?: string;
  label: string;
  expression: string;
  type?: string;
  allowedValues?: string;
}

/** An output column: name, heading, type, allowed values (in order of priority) and default as texts. */
export interface TableOutput {
  id?: string;
  name?: string;
  label: string;
  type?: string;
  allowedValues?: string;
  default?: string;
}

/** A row of a table, with the texts of its cells; numbers count from 1. */
export interface TableRule {
  number: number;
  id?: string;
  inputs: string[];
  outputs: string[];
  annotations: string[];
}

/** How much care a verdict must show; set by the gate policy, see the table in docs/architecture.md. */
export type Tier = 'low' | 'medium' | 'high' | 'critical';

/** One line of the timeline. */
export interface TimelineEntry {
  sequence: number;
  at: string;
  by: Actor;
  kind: string;
  title: string;
  detail?: string;
  element?: string;
}

export interface UndoAnswer {
  row: ReviewRow;
}

export interface VerdictAnswer {
  row: ReviewRow;
  undoUntil?: string;
}

/** One reviewer's answer. */
export type VerdictKind = 'approve' | 'amend' | 'reject' | 'return';

export interface VerdictRequest {
  kind: VerdictKind;
  shown: string;
  reasons?: Reason[];
  changes?: FieldChange[];
  confirmed?: string[];
  evidenceOpened?: string[];
  note?: string;
  dwellMilliseconds?: number;
}

/** The verdict that stands. */
export interface VerdictRow {
  kind: VerdictKind;
  by: Actor;
  at: string;
  reasons: Reason[];
  changes: FieldChange[];
  note?: string;
}

export interface VersionList {
  items: ProcessVersion[];
}
