import type { Actor, CaseDetail, FactRow, LiveEvent, OperationRow, ReviewDetail, ReviewRow, Session, VerdictRequest } from '../api/types';
import type { JsonObject } from '../api/words';

import { answerDocuments, answerPlan, answerProcesses, decision, json, refusal } from './fake-answers';
import { caseRowOf, detailOf, rowOf } from './fake-data';

type Options = { reviews?: number; roles?: string[]; now?: () => number; signedIn?: boolean };
type Seen = { method: string; path: string; body: unknown; headers: Headers };

/** A server in memory behind fetch, with the same rules for verdicts. For tests and for looking at pages. */
export class FakeServer {
  readonly seen: Seen[] = [];
  readonly details = new Map<string, ReviewDetail>();
  readonly me: Actor = { kind: 'person', id: 'maria', name: 'Maria Okafor' };
  order: string[] = [];
  holdMilliseconds = 10_000;
  /** Why every case is suspended; empty while they run. */
  suspended = '';
  /** Set to let the second step of every case call a process. */
  called: { called: { process: string; name: string; version: number; depth: number; case?: string } } | null = null;
  /** Set to give the second step of every case variables of its own. */
  inner: { variables: JsonObject } | null = null;
  /** Changes to many cases, newest first. */
  operations: OperationRow[] = [];
  /** Set to let every case be called by another one. */
  caller: CaseDetail['caller'];
  /** Set to answer the next matching request in another way, once. */
  intercept: ((method: string, path: string) => Response | Promise<Response> | null) | null = null;
  private session: Session | null;
  private readonly now: () => number;
  private streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  private position = 100;
  private personRoles: string[];

  constructor(options: Options = {}) {
    this.now = options.now ?? Date.now;
    this.personRoles = options.roles ?? ['reviewer', 'owner', 'builder', 'auditor'];
    this.session = (options.signedIn ?? true) ? this.sessionOf() : null;
    for (let index = 0; index < (options.reviews ?? 60); index += 1) this.add(index);
  }

  add(index: number): ReviewRow {
    const row = rowOf(index, this.now());
    const detail = detailOf(row, index);
    if (row.assignee) Object.assign(detail, { canAct: false, cannotActBecause: `${row.assigneeName} has claimed this case.` });
    this.details.set(row.id, detail);
    this.order.push(row.id);
    return row;
  }

  emit(event: Omit<LiveEvent, 'position'>): void {
    this.position += 1;
    const text = `id: ${this.position}\ndata: ${JSON.stringify({ position: this.position, ...event })}\n\n`;
    for (const stream of this.streams) stream.enqueue(new TextEncoder().encode(text));
  }

  requests(method: string, path: string): Seen[] {
    return this.seen.filter((request) => request.method === method && request.path === path);
  }

  fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input instanceof Request ? input.url : input), 'http://localhost');
    const method = init.method ?? 'GET';
    const headers = new Headers(init.headers);
    const body = await readBody(init.body, headers);
    this.seen.push({ method, path: url.pathname, body, headers });
    if (method !== 'GET' && headers.get('X-Ninben') !== '1') return refusal(403, 'csrf', 'The header X-Ninben is missing.');
    const other = this.intercept?.(method, url.pathname);
    if (other) {
      this.intercept = null;
      return other;
    }

    return this.answer(method, url, body);
  };

  private answer(method: string, url: URL, body: unknown): Response {
    const parts = url.pathname.split('/').slice(2).map(decodeURIComponent);
    switch (parts[0]) {
      case 'session':
        return this.answerSession(method, parts[1]);
      case 'events':
        return this.stream();
      case 'reviews':
        return this.answerReviews(method, parts, url, body);
      case 'cases':
        return this.answerCases(method, parts, body);
      case 'operations':
        return this.answerOperations(method, parts, body);
      case 'processes':
        return answerProcesses(method, parts, body);
      case 'decisions':
        return json(
          parts[2] === 'evaluate'
            ? { output: { outcome: 'hold' }, matched: [{ number: 2, annotation: 'Large amount' }], notes: [], version: 3 }
            : { items: [decision] },
        );
      case 'documents':
        return answerDocuments(method, parts);
      case 'facts':
        return json({ items: this.facts(url.searchParams.get('case') ?? 'case-20931'), next: null });
      case 'audit':
        return json({ cases: 60, facts: 1284, ok: true, problems: [], checkedAt: new Date(this.now()).toISOString(), running: false });
      default:
        return refusal(404, 'not-found', 'There is no such address.');
    }
  }

  private sessionOf(): Session {
    return { user: { id: this.me.id, name: this.me.name, roles: this.personRoles, groups: ['ap-clerks'] }, demo: true };
  }

  private answerSession(method: string, part: string | undefined): Response {
    if (part === 'options') {
      const persona = {
        id: 'maria',
        name: 'Maria Okafor',
        roles: ['reviewer'],
        groups: ['ap-clerks'],
        about: 'Checks invoices in accounts payable.',
      };
      return json({
        setupNeeded: false,
        demo: true,
        personas: [
          persona,
          { ...persona, id: 'ada', name: 'Ada Lindgren', roles: ['auditor'], groups: [], about: 'Reads everything, changes nothing.' },
        ],
      });
    }

    if (method === 'DELETE') {
      this.session = null;
      return new Response(null, { status: 204 });
    }

    if (method === 'POST') this.session = this.sessionOf();
    return this.session ? json(this.session) : refusal(401, 'signed-out', 'Sign in first.');
  }

  private stream(): Response {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = controller;
        this.streams.add(controller);
        controller.enqueue(new TextEncoder().encode(': hello\n\n'));
      },
      cancel: () => {
        if (own) this.streams.delete(own);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  private answerReviews(method: string, parts: string[], url: URL, body: unknown): Response {
    if (parts[1] === undefined) return this.list(url);
    if (parts[1] === 'count') return json({ open: this.rows().filter((row) => row.state !== 'completed').length, capped: false });
    const detail = this.details.get(parts[1]);
    if (!detail) return refusal(404, 'not-found', 'There is no such case.');
    if (method === 'GET') return json(detail);
    if (parts[2] === 'draft') {
      detail.draft = { body: body as JsonObject, savedAt: new Date(this.now()).toISOString() };
      return new Response(null, { status: 204 });
    }

    if (parts[2] === 'claim') return json(this.setRow(detail, { state: 'claimed', assignee: this.me.id, assigneeName: this.me.name }));
    if (parts[2] === 'release') return json(this.setRow(detail, { state: 'ready' }, ['assignee', 'assigneeName']));
    return parts[2] === 'undo' ? this.undo(detail) : this.verdict(detail, body as VerdictRequest);
  }

  private list(url: URL): Response {
    const view = url.searchParams.get('view');
    const text = (url.searchParams.get('q') ?? '').toLowerCase();
    const tier = url.searchParams.get('tier');
    const limit = Number(url.searchParams.get('limit') ?? 50);
    const after = Number(url.searchParams.get('after') ?? 0);
    const rows = this.rows().filter((row) => {
      const done = row.state === 'completed';
      const inView =
        view === 'done'
          ? done
          : !done &&
            (view !== 'mine' || row.assignee === this.me.id) &&
            (view !== 'atRisk' || (row.dueAt != null && Date.parse(row.dueAt) < this.now() + 3_600_000));
      return inView && (!tier || row.tier === tier) && row.title.toLowerCase().includes(text);
    });
    return json({ items: rows.slice(after, after + limit), next: after + limit < rows.length ? String(after + limit) : null });
  }

  private verdict(detail: ReviewDetail, verdict: VerdictRequest): Response {
    const { content } = detail;
    if (detail.row.state === 'completed') {
      return refusal(
        409,
        'already-decided',
        `Decided by ${detail.verdict?.by.name ?? ''} at ${detail.verdict?.at ?? ''}: ${detail.verdict?.kind ?? ''}`,
      );
    }

    if (verdict.shown !== detail.shown) return refusal(409, 'stale-content', 'The content of this review is not what the verdict was given on.');
    const yes = verdict.kind === 'approve' || verdict.kind === 'amend';
    const open = content.proposal.fields
      .filter((field) => field.reasons.length > 0 && !verdict.confirmed?.includes(field.name))
      .map((field) => field.name);
    if (yes && open.length > 0) return refusal(422, 'flags-open', 'Confirm or correct the flagged fields first.', open);
    const unseen = content.proposal.evidence.filter((document) => !verdict.evidenceOpened?.includes(document.hash));
    if (yes && content.tier !== 'low' && unseen.length > 0) return refusal(422, 'evidence-unseen', 'Open the document before deciding.');
    if ((!yes || content.tier !== 'low') && (verdict.reasons ?? []).length === 0) return refusal(422, 'reason-needed', 'Pick at least one reason.');
    if ((content.tier === 'high' || content.tier === 'critical') && (verdict.note ?? '').trim().length < 10)
      return refusal(422, 'note-needed', 'A note of at least 10 characters is needed.');
    const at = new Date(this.now()).toISOString();
    const undoUntil = new Date(this.now() + this.holdMilliseconds).toISOString();
    detail.verdict = {
      kind: verdict.kind,
      by: this.me,
      at,
      reasons: verdict.reasons ?? [],
      changes: verdict.changes ?? [],
      ...(verdict.note ? { note: verdict.note } : {}),
    };
    delete detail.draft;
    detail.canAct = false;
    const row = this.setRow(detail, {
      state: 'completed',
      assignee: this.me.id,
      assigneeName: this.me.name,
      decidedAs: verdict.kind,
      decidedAt: at,
      undoUntil,
    });
    return json({ row, undoUntil });
  }

  private undo(detail: ReviewDetail): Response {
    if (!detail.row.undoUntil || Date.parse(detail.row.undoUntil) < this.now()) return refusal(409, 'too-late-to-undo', 'It was sent already.');
    delete detail.verdict;
    detail.canAct = true;
    return json({ row: this.setRow(detail, { state: 'claimed' }, ['decidedAs', 'decidedAt', 'undoUntil']) });
  }

  private setRow(detail: ReviewDetail, change: Partial<ReviewRow>, without: readonly string[] = []): ReviewRow {
    const kept = Object.fromEntries(Object.entries({ ...detail.row, ...change }).filter(([name]) => !without.includes(name))) as unknown as ReviewRow;
    detail.row = { ...kept, version: detail.row.version + 1 };
    this.emit({ case: detail.row.case, type: 'review.claimed.v1', review: detail.row.id });
    return detail.row;
  }

  private rows(): ReviewRow[] {
    return this.order.map((id) => this.details.get(id)?.row).filter((row) => row !== undefined);
  }

  private answerOperations(method: string, parts: string[], body: unknown): Response {
    if (parts[1] === 'count') return json({ count: this.order.length, tooMany: false });
    if (parts[2] === 'refusals') return json({ items: [{ case: 'case-7', code: 'case-closed', message: 'The case is closed.' }], next: null });
    const at = new Date(this.now()).toISOString();
    if (parts[2] === 'stop') this.operations = this.operations.map((row) => (row.id === parts[1] ? { ...row, state: 'stopped', finishedAt: at } : row));
    else if (method === 'POST') {
      const { kind, reason } = body as { kind: OperationRow['kind']; reason: string };
      const state = 'running' as const;
      const id = `operation-${this.operations.length + 1}`;
      this.operations.unshift({ id, kind, reason, state, total: 60, done: 12, refused: 1, by: this.me, startedAt: at });
    }

    return json({ items: this.operations, next: null });
  }

  private answerCases(method: string, parts: string[], body: unknown): Response {
    if (parts[1] === undefined) {
      return method === 'POST'
        ? json({ id: `case-new-${String((body as JsonObject)['process'])}` }, 201)
        : json({ items: this.rows().map(caseRowOf), next: null });
    }

    if (parts[2] === 'facts') return json({ items: this.facts(parts[1]), next: null });
    if (parts[2] === 'migration-plan') return answerPlan(body as { version: number; mapping: { from: string; to: string }[] });
    if (parts[4] === 'targets') return json([{ element: 'post', name: 'Post to the ledger', kind: 'action task' }]);
    if (parts[2] === 'suspend') this.suspended = String((body as JsonObject)['reason']);
    if (parts[2] === 'resume') this.suspended = '';
    if (method !== 'GET') return new Response(null, { status: 204 });
    const detail = [...this.details.values()].find((other) => other.row.case === parts[1]);
    return detail ? json(this.caseDetail(detail)) : refusal(404, 'not-found', 'There is no such case.');
  }

  private caseDetail(detail: ReviewDetail): CaseDetail {
    const at = detail.row.openedAt;
    const system: Actor = { kind: 'system', id: 'ninben', name: 'Ninben' };
    return {
      ...caseRowOf(detail.row),
      ...(this.suspended ? { state: 'suspended' as const, suspension: { at, by: this.me, reason: this.suspended } } : {}),
      ...(this.caller ? { caller: this.caller } : {}),
      variables: { document: { hash: detail.content.proposal.evidence[0]?.hash ?? '', pages: 2 }, invoice: detail.content.proposal.answer },
      tokens: [
        { element: 'start', instance: 1, state: 'completed', enteredAt: at, leftAt: at, name: 'Invoice arrived', scope: 0, isPostponed: false },
        { element: 'read', instance: 2, state: 'active', enteredAt: at, name: 'Read the invoice', scope: 0, isPostponed: false, ...this.called, ...this.inner },
        ...(this.called ? [{ element: 'ask', instance: 3, state: 'active' as const, enteredAt: at, name: 'Ask', scope: 2, call: 2, isPostponed: true }] : []),
      ],
      evidence: detail.content.proposal.evidence,
      incidents: [],
      reviews: [detail.row],
      actions: [
        {
          id: 9,
          element: 'post',
          elementName: 'Post to the ledger',
          state: 'waiting',
          sendAt: new Date(this.now() + 8_000).toISOString(),
          key: 'k',
          act: 'ac'.repeat(32),
          attempts: 0,
        },
      ],
      timeline: [
        {
          sequence: 1,
          at,
          by: { kind: 'key', id: 'k1', name: 'Mail intake' },
          kind: 'case.opened.v1',
          title: 'The case was opened',
          detail: 'Invoice approval, version 2',
        },
        {
          sequence: 2,
          at,
          by: system,
          kind: 'proposal.made.v1',
          title: 'The invoice was read',
          detail: 'layout-reader 2.1 proposed 9 values',
          element: 'read',
        },
        { sequence: 3, at, by: system, kind: 'gate.judged.v1', title: 'A person was asked', detail: detail.row.why, element: 'read' },
        { sequence: 4, at, by: this.me, kind: 'review.claimed.v1', title: 'Maria Okafor claimed it', element: 'read' },
      ],
    };
  }

  private facts(id: string): FactRow[] {
    const types = ['case.opened.v1', 'element.entered.v1', 'proposal.made.v1', 'gate.judged.v1', 'review.opened.v1'];
    return types.map((type, index) => ({
      sequence: index + 1,
      position: 4000 + index,
      case: id,
      at: new Date(this.now() - 60_000 * (6 - index)).toISOString(),
      by: { kind: 'system', id: 'ninben', name: 'Ninben' },
      cause: 'command',
      type,
      body: { instance: index },
      hash: String(index).repeat(64),
    }));
  }
}

async function readBody(body: BodyInit | null | undefined, headers: Headers): Promise<unknown> {
  if (body === null || body === undefined) return undefined;
  const text = typeof body === 'string' ? body : body instanceof ArrayBuffer ? new TextDecoder().decode(body) : null;
  if (text === null) return body;
  return (headers.get('Content-Type') ?? '').includes('json') ? (JSON.parse(text || '{}') as unknown) : text;
}
