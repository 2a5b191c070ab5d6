// The wire types of the HTTP API. Names and shapes follow the server's OpenAPI document; nothing here is invented by the client.

export type Instant = string;
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

export type Actor = { kind: 'person' | 'key' | 'system'; id: string; name: string };
export type Reason = { code: string; text: string };
export type Tier = 'low' | 'medium' | 'high' | 'critical';
export type Page<T> = { items: T[]; next?: string | null };

export type Diagnostic = {
  code: string;
  severity: 'error' | 'warning' | 'information';
  message: string;
  line: number;
  column: number;
  element?: string | null;
  hint?: string | null;
  source?: string | null;
};

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string | null;
  code?: string | null;
  fields?: string[] | null;
  diagnostics?: Diagnostic[] | null;
  traceId?: string | null;
};

export type User = { id: string; name: string; roles: string[]; groups: string[] };
export type Session = { user: User; demo: boolean };
export type Persona = { id: string; name: string; roles: string[]; groups: string[]; about: string };
export type SessionOptions = { setupNeeded: boolean; demo: boolean; personas: Persona[] };

export type ProcessSummary = {
  id: string;
  name: string;
  version: number;
  hash: string;
  deployedAt: Instant;
  deployedBy?: Actor | string | null;
  open: number;
  closed: number;
  incidents: number;
};

export type ProcessVersion = {
  id: string;
  name: string;
  version: number;
  hash: string;
  deployedAt: Instant;
  deployedBy?: Actor | string | null;
  source?: string | null;
  open: number;
  closed: number;
  diagnostics?: Diagnostic[] | null;
};

export type DecisionTable = {
  hitPolicy?: string | null;
  inputs: { label?: string | null; expression?: string | null }[];
  outputs: { label?: string | null; name?: string | null }[];
  rules: { number: number; id?: string | null; inputs: string[]; outputs: string[]; annotation?: string | null }[];
};

export type DecisionSummary = {
  id: string;
  name: string;
  model: string;
  version: number;
  hash: string;
  deployedAt: Instant;
  deployedBy?: Actor | string | null;
  table?: DecisionTable | null;
};

export type MatchedRule = { decision?: string | null; number: number; ruleId?: string | null; annotation?: string | null };
export type Evaluation = { output: Json; matched: MatchedRule[]; notes: string[]; version: number };

export type CaseState = 'running' | 'waiting' | 'incident' | 'completed' | 'terminated' | 'cancelled';

export type CaseRow = {
  id: string;
  process: string;
  processName: string;
  processVersion: number;
  businessKey?: string | null;
  state: CaseState;
  title?: string | null;
  openedAt: Instant;
  closedAt?: Instant | null;
  openReviews: number;
  openIncidents: number;
  version: number;
};

export type ElementState = {
  element: string;
  instance: number;
  state: 'active' | 'completed' | 'cancelled' | 'incident';
  enteredAt: Instant;
  leftAt?: Instant | null;
};

export type TimelineEntry = {
  sequence: number;
  at: Instant;
  by: Actor;
  kind: string;
  title: string;
  detail?: string | null;
  element?: string | null;
};

export type EvidenceDocument = { hash: string; mediaType: string; pages: number; name?: string | null };

export type CaseIncident = {
  id: number;
  element: string;
  elementName?: string | null;
  code: string;
  message: string;
  at: Instant;
  open: boolean;
};

export type CaseAction = {
  id: number;
  element: string;
  elementName?: string | null;
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'cancelled';
  sendAt?: Instant | null;
  key: string;
  act: string;
  attempts: number;
  lastError?: string | null;
};

export type CaseDetail = CaseRow & {
  variables: JsonObject;
  tokens: ElementState[];
  evidence: EvidenceDocument[];
  incidents: CaseIncident[];
  reviews: ReviewRow[];
  actions: CaseAction[];
  timeline: TimelineEntry[];
};

export type FactRow = {
  sequence: number;
  position: number;
  case: string;
  at: Instant;
  by: Actor;
  cause?: string | null;
  type: string;
  body: JsonObject;
  hash: string;
};

export type ReviewState = 'ready' | 'claimed' | 'completed' | 'cancelled';
export type ReviewListing = 'open' | 'mine' | 'atRisk' | 'done';
export type VerdictKind = 'approve' | 'amend' | 'reject' | 'return';

export type ReviewRow = {
  id: string;
  case: string;
  process: string;
  processName: string;
  title: string;
  why: string;
  flags: number;
  tier: Tier;
  priority: number;
  group?: string | null;
  state: ReviewState;
  assignee?: string | null;
  assigneeName?: string | null;
  openedAt: Instant;
  dueAt?: Instant | null;
  decidedAt?: Instant | null;
  decidedAs?: VerdictKind | null;
  undoUntil?: Instant | null;
  version: number;
};

export type Region = { document: string; page: number; x: number; y: number; width: number; height: number; text?: string | null };
export type Confidence = { stated: number; calibrated?: number | null; calibration?: string | null };
export type Candidate = { value: Json; score: number; region?: Region | null };

export type ProposedField = {
  name: string;
  label: string;
  value: Json;
  confidence: Confidence;
  reasons: Reason[];
  regions: Region[];
  candidates: Candidate[];
};

export type ProposalSource = { connector: string; model: string; version: string; promptHash?: string | null };

export type Proposal = {
  answer: Json;
  fields: ProposedField[];
  confidence?: Confidence | null;
  reasons: Reason[];
  evidence: EvidenceDocument[];
  source: ProposalSource;
};

export type ReviewContent = {
  review: string;
  process: string;
  step: string;
  title: string;
  proposal: Proposal;
  why: Reason[];
  tier: Tier;
  effect?: Json;
  reasons: Reason[];
};

export type PolicyTrace = {
  decision: string;
  version: number;
  matched: { number: number; annotation?: string | null }[];
  inputs: JsonObject;
};

export type FieldChange = { name: string; before: Json; after: Json; reason?: Reason; region?: Region };

export type GivenVerdict = {
  kind: VerdictKind;
  by: Actor;
  at: Instant;
  reasons: Reason[];
  changes: FieldChange[];
  note?: string | null;
};

export type ReviewDetail = {
  row: ReviewRow;
  content: ReviewContent;
  shown: string;
  draft?: { body: JsonObject; savedAt: Instant } | null;
  policy?: PolicyTrace | null;
  verdict?: GivenVerdict | null;
  canAct: boolean;
  cannotActBecause?: string | null;
  holdSeconds: number;
};

export type VerdictRequest = {
  kind: VerdictKind;
  shown: string;
  reasons: Reason[];
  changes: FieldChange[];
  confirmed: string[];
  evidenceOpened: string[];
  note?: string;
  dwellMilliseconds?: number;
};

export type VerdictAnswer = { row: ReviewRow; undoUntil?: Instant | null };
export type StoredDocument = { hash: string; mediaType: string; bytes: number; pages: number; name?: string | null };
export type PageWord = { text: string; confidence: number; x: number; y: number; width: number; height: number };
export type PageWords = { width: number; height: number; words: PageWord[] };
export type LiveEvent = { position: number; case: string; type: string; review?: string | null };
export type ChainCheck = {
  cases: number;
  facts: number;
  ok: boolean;
  problems: { case: string; sequence: number; message: string }[];
  checkedAt?: Instant | null;
  running: boolean;
};
