import { pageSvg, sampleBpmn } from './fake-data';

// Answers of the server in memory that depend on nothing but the request.

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
export const refusal = (status: number, code: string, detail: string, fields: string[] = []): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: detail, status, detail, code, fields, traceId: 'trace-1' }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

const deployed = {
  id: 'invoice-approval',
  name: 'Invoice approval',
  version: 2,
  hash: 'c0ffee'.repeat(10),
  deployedAt: '2026-11-02T09:00:00Z',
  deployedBy: 'Bea Builder',
  open: 58,
  closed: 1204,
};

export const decision = {
  id: 'ap-limits',
  name: 'Limits of accounts payable',
  model: 'ap',
  version: 14,
  hash: 'decade'.repeat(10),
  deployedAt: '2026-11-02T09:00:00Z',
  deployedBy: 'Olu Owner',
  table: {
    hitPolicy: 'FIRST',
    inputs: [{ label: 'Total' }, { label: 'Confidence' }],
    outputs: [{ label: 'Outcome' }, { label: 'Care' }],
    rules: [
      { number: 1, inputs: ['<= 500', '>= 0.97'], outputs: ['"pass"', '"low"'], annotations: ['Small and sure'] },
      { number: 2, inputs: ['> 25000', '-'], outputs: ['"hold"', '"high"'], annotations: ['Large amount'] },
    ],
  },
};

export function answerProcesses(method: string, parts: string[], body: unknown): Response {
  if (method === 'POST') {
    const faulty = typeof body === 'string' && !body.includes('isExecutable');
    const diagnostic = {
      code: 'bpmn-not-executable',
      severity: 'error',
      message: 'The process is not executable.',
      line: 3,
      column: 5,
      element: 'p',
      hint: 'Set isExecutable="true".',
    };
    return faulty
      ? json({ type: 'about:blank', title: 'The model has errors.', status: 422, code: 'model-invalid', diagnostics: [diagnostic] }, 422)
      : json({ ...deployed, version: 3 }, 201);
  }

  if (parts[4] === 'xml') return new Response(sampleBpmn, { headers: { 'Content-Type': 'application/xml' } });
  return json({ items: parts[2] === 'versions' ? [deployed, { ...deployed, version: 1 }] : [{ ...deployed, incidents: 1 }] });
}

/** The second step has another name in the other version. */
export function answerPlan({ version, mapping }: { version: number; mapping: { from: string; to: string }[] }): Response {
  const to = mapping.find((pair) => pair.from === 'read')?.to;
  return json({
    from: 2,
    to: version,
    isPossible: to !== undefined,
    steps: to === undefined ? [] : [{ number: 2, from: 'read', to, change: 'mapped' }],
    problems: to === undefined ? [{ code: 'no-such-element', element: 'read', message: 'Version 1 has no element read.' }] : [],
  });
}

export function answerDocuments(method: string, parts: string[]): Response {
  if (method === 'POST') return json({ hash: 'e'.repeat(64), mediaType: 'application/pdf', bytes: 1000, pages: 1, name: 'new.pdf' }, 201);
  const number = Number.parseInt((parts[1] ?? '').replace(/^d+/, ''), 16);
  if (parts[4] === 'words') {
    const words = ['2026-12-15', 'DE89370400440532013000'].map((text, index) => ({
      text,
      confidence: 0.9,
      x: 0.12,
      y: 0.72 + index * 0.06,
      width: 0.3,
      height: 0.03,
    }));
    return json({ width: 800, height: 1100, words });
  }

  return new Response(pageSvg(number, Number(parts[3])), { headers: { 'Content-Type': 'image/svg+xml' } });
}
