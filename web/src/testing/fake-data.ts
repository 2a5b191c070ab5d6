import type { CaseRow, ProposedField, Region, ReviewContent, ReviewDetail, ReviewRow, Tier, TracedTable } from '../api/types';

// Invented companies and numbers. The pages of evidence are drawn from the same values.
export const documentHash = (number: number): string => number.toString(16).padStart(64, 'd');

type Seed = {
  number: number;
  vendor: string;
  total: number;
  tier: Tier;
  why: string;
  code: string;
  minutes: number | null;
  flags: ('iban' | 'due' | 'po')[];
};

const vendors = [
  'Northwind Bearings',
  'Acme Paper',
  'Ostermann Logistik',
  'Fabrikam Cooling',
  'Lindqvist Tools',
  'Contoso Print',
  'Harrow & Sons',
  'Blue Yonder Freight',
];
const whys: readonly [string, string, Tier, Seed['flags']][] = [
  ['Bank details changed since the last payment', 'bank-changed', 'high', ['iban', 'due', 'po']],
  ['Two fields need a look', 'low-confidence', 'medium', ['due', 'po']],
  ['The order number is not on file', 'po-unknown', 'low', ['po']],
  ['Two dates stand on the page', 'two-dates', 'low', ['due']],
  ['Picked at random to measure quality', 'sample', 'low', []],
];

export function seedOf(index: number): Seed {
  const [why, code, tier, flags] = whys[index % whys.length] ?? ['', '', 'low', []];
  return {
    number: 20931 + index,
    vendor: vendors[index % vendors.length] ?? '',
    total: Math.round((48210 / (index + 1)) * 100) / 100,
    tier,
    why,
    code,
    minutes: index === 0 ? -6 : index < 6 ? 14 + index * 17 : index % 7 === 0 ? null : 90 + index * 21,
    flags,
  };
}

export function rowOf(index: number, now: number): ReviewRow {
  const seed = seedOf(index);
  return {
    id: `case-${seed.number}-7`,
    case: `case-${seed.number}`,
    process: 'invoice-approval',
    processName: 'Invoice approval',
    title: `INV-${seed.number} · ${seed.vendor}`,
    why: seed.why,
    flags: seed.flags.length,
    tier: seed.tier,
    priority: 50,
    group: 'ap-clerks',
    state: index === 2 ? 'claimed' : 'ready',
    ...(index === 2 ? { assignee: 'tomas', assigneeName: 'Tomas Reyes' } : {}),
    openedAt: new Date(now - 3_600_000).toISOString(),
    ...(seed.minutes === null ? {} : { dueAt: new Date(now + seed.minutes * 60_000).toISOString() }),
    version: 10,
  };
}

const places: Record<string, [number, number, number, number]> = {
  iban: [0.12, 0.72, 0.4, 0.026],
  due: [0.69, 0.2, 0.2, 0.022],
  po: [0.69, 0.235, 0.2, 0.022],
  total: [0.68, 0.59, 0.18, 0.026],
  vendor: [0.12, 0.08, 0.36, 0.03],
  number: [0.69, 0.13, 0.2, 0.022],
  date: [0.69, 0.165, 0.2, 0.022],
  net: [0.68, 0.53, 0.18, 0.022],
  vat: [0.68, 0.56, 0.18, 0.022],
};

const reasonTexts: Record<string, [string, string]> = {
  iban: ['differs-from-file', 'Differs from the vendor file'],
  due: ['two-dates', 'Two dates stand on the page'],
  po: ['po-unknown', 'No open order has this number'],
};

export function fieldsOfSeed(seed: Seed, hash: string): ProposedField[] {
  const region = (name: string): Region[] => {
    const place = places[name];
    return place ? [{ document: hash, page: 1, x: place[0], y: place[1], width: place[2], height: place[3] }] : [];
  };
  const field = (name: string, label: string, value: string | number, stated: number, calibrated: number | null): ProposedField => {
    const flagged = (seed.flags as string[]).includes(name);
    const [code, text] = reasonTexts[name] ?? ['', ''];
    return {
      name,
      label,
      value,
      confidence: calibrated === null ? { stated } : { stated, calibrated, calibration: 'invoice-extraction@3' },
      reasons: flagged ? [{ code, text }] : [],
      regions: region(name),
      candidates:
        flagged && name === 'due'
          ? [{ value: '2026-12-15', score: 0.3, region: { document: hash, page: 1, x: 0.12, y: 0.78, width: 0.2, height: 0.022 } }]
          : [],
    };
  };
  return [
    field('vendor', 'Vendor', seed.vendor, 0.99, 0.99),
    field('number', 'Invoice number', `INV-${seed.number}`, 0.98, 0.99),
    field('date', 'Invoice date', '2026-10-31', 0.97, 0.98),
    field('due', 'Due', '2026-11-30', 0.8, 0.84),
    field('po', 'Order number', `4500${seed.number}`, 0.82, 0.81),
    field('net', 'Net', Math.round((seed.total / 1.19) * 100) / 100, 0.98, 0.97),
    field('vat', 'VAT', Math.round((seed.total - seed.total / 1.19) * 100) / 100, 0.97, null),
    field('total', 'Total', seed.total, 0.98, 0.97),
    field('iban', 'IBAN', 'DE89370400440532013000', 0.6, 0.52),
  ];
}

function tableOf(seed: Seed): TracedTable {
  const confidence = { words: 'Confidence 0.52 is under 0.95', test: '< 0.95', holds: true };
  const over = { words: `Total ${seed.total.toLocaleString('en-GB')} is at least 0`, test: '< 0', holds: false };
  return {
    decision: 'ap-limits',
    name: 'AP limits',
    hitPolicy: 'FIRST',
    inputs: [{ label: 'Confidence', expression: 'confidence', words: '0.52' }],
    matched: [{ number: 6, annotation: seed.why, decided: true, clauses: [confidence] }],
    near: [{ number: 2, decided: false, clauses: [over, confidence] }],
  };
}

export function detailOf(row: ReviewRow, index: number): ReviewDetail {
  const seed = seedOf(index);
  const hash = documentHash(seed.number);
  const fields = fieldsOfSeed(seed, hash);
  const content: ReviewContent = {
    review: row.id,
    process: row.processName,
    step: 'Read the invoice',
    title: row.title,
    proposal: {
      answer: Object.fromEntries(fields.map((field) => [field.name, field.value])),
      fields,
      reasons: [],
      evidence: [{ hash, mediaType: 'image/png', pages: 2, name: `invoice-${seed.number}.pdf` }],
      source: { connector: 'extraction', model: 'layout-reader', version: '2.1', promptHash: 'ab'.repeat(32) },
    },
    why: [{ code: seed.code, text: seed.why }],
    tier: row.tier,
    effect: { step: 'Post to the ledger' },
    reasons: [
      { code: 'fraud', text: 'Looks like fraud' },
      { code: 'wrong-data', text: 'A value is wrong' },
      { code: 'duplicate', text: 'It is a duplicate' },
    ],
  };
  return {
    row,
    content,
    shown: `shown-${seed.number}`,
    policy: {
      decision: 'ap-limits',
      name: 'AP limits',
      version: 14,
      state: 'explained',
      matched: [{ decision: 'ap-limits', number: 6, annotation: seed.why }],
      inputs: { total: seed.total, confidence: 0.52 },
      values: [
        { label: 'total', expression: 'total', words: seed.total.toLocaleString('en-GB') },
        { label: 'confidence', expression: 'confidence', words: '0.52' },
      ],
      tables: [tableOf(seed)],
      output: 'hold',
      notes: [],
    },
    canAct: true,
    holdSeconds: 10,
  };
}

export function caseRowOf(row: ReviewRow): CaseRow {
  return {
    id: row.case,
    process: row.process,
    processName: row.processName,
    processVersion: 2,
    businessKey: row.title.split(' ')[0] ?? '',
    state: row.state === 'completed' ? 'completed' : 'waiting',
    title: row.title,
    openedAt: row.openedAt,
    openReviews: row.state === 'completed' ? 0 : 1,
    openIncidents: 0,
    version: row.version,
  };
}

const line = (x: number, y: number, text: string, size = 15, weight = 400): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" ` +
  `font-family="Helvetica, Arial, sans-serif" fill="#222">${text.replace('&', '&amp;')}</text>`;

/** A page of an invoice, 800 by 1100. */
export function pageSvg(number: number, page: number): string {
  const seed = seedOf(number - 20931);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100" viewBox="0 0 800 1100"><rect width="800" height="1100" fill="#fff"/>`;
  if (page > 1) return `${head}${line(96, 120, 'Terms of delivery', 20, 600)}${line(96, 160, 'Goods remain our property until paid in full.')}</svg>`;
  const rows = ['Deep groove bearing 6204', 'Tapered roller 30206', 'Sleeve 12 × 18', 'Freight'].map(
    (name, index) =>
      line(96, 400 + index * 34, name) +
      line(470, 400 + index * 34, String(10 + index * 4)) +
      line(570, 400 + index * 34, ((seed.total / 1.19) * [0.4, 0.3, 0.2, 0.1][index]!).toFixed(2)),
  );
  return [
    head,
    line(96, 112, seed.vendor, 26, 600),
    line(96, 150, '14 Harbour Road, 20457 Hamburg', 13),
    line(470, 158, 'Invoice') + line(500, 158, '') + line(560, 158, `INV-${seed.number}`),
    line(470, 197, 'Date') + line(560, 197, '2026-10-31'),
    line(470, 236, 'Due') + line(560, 236, '2026-11-30'),
    line(470, 274, 'Order') + line(560, 274, `4500${seed.number}`),
    '<rect x="96" y="350" width="600" height="1" fill="#888"/>',
    line(96, 342, 'Item', 13) + line(470, 342, 'Qty', 13) + line(570, 342, 'Amount', 13),
    ...rows,
    line(470, 600, 'Net') + line(570, 600, (seed.total / 1.19).toFixed(2)),
    line(470, 634, 'VAT 19 %') + line(570, 634, (seed.total - seed.total / 1.19).toFixed(2)),
    line(470, 668, 'Total', 18, 700) + line(570, 668, seed.total.toFixed(2), 18, 700),
    line(96, 780, 'Please pay to', 13) + line(96, 811, 'DE89 3704 0044 0532 0130 00', 17),
    line(96, 875, 'or by 2026-12-15 with 2 % surcharge', 15),
    '</svg>',
  ].join('');
}

export const sampleBpmn = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="t">
<bpmn:process id="invoice-approval" name="Invoice approval" isExecutable="true">
<bpmn:startEvent id="start" name="Invoice arrived"/><bpmn:serviceTask id="read" name="Read the invoice"/>
<bpmn:exclusiveGateway id="ok" name="Approved?"/><bpmn:serviceTask id="post" name="Post to the ledger"/><bpmn:endEvent id="end" name="Posted"/>
<bpmn:endEvent id="no" name="Refused"/>
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="read"/><bpmn:sequenceFlow id="f2" sourceRef="read" targetRef="ok"/>
<bpmn:sequenceFlow id="f3" sourceRef="ok" targetRef="post"/><bpmn:sequenceFlow id="f4" sourceRef="post" targetRef="end"/>
<bpmn:sequenceFlow id="f5" sourceRef="ok" targetRef="no"/>
</bpmn:process>
<bpmndi:BPMNDiagram id="dd"><bpmndi:BPMNPlane id="pp" bpmnElement="invoice-approval">
<bpmndi:BPMNShape id="s1" bpmnElement="start"><dc:Bounds x="100" y="102" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s2" bpmnElement="read"><dc:Bounds x="190" y="80" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s3" bpmnElement="ok" isMarkerVisible="true"><dc:Bounds x="345" y="95" width="50" height="50"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s4" bpmnElement="post"><dc:Bounds x="450" y="80" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s5" bpmnElement="end"><dc:Bounds x="612" y="102" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s6" bpmnElement="no"><dc:Bounds x="482" y="222" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNEdge id="e1" bpmnElement="f1"><di:waypoint x="136" y="120"/><di:waypoint x="190" y="120"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e2" bpmnElement="f2"><di:waypoint x="290" y="120"/><di:waypoint x="345" y="120"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e3" bpmnElement="f3"><di:waypoint x="395" y="120"/><di:waypoint x="450" y="120"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e4" bpmnElement="f4"><di:waypoint x="550" y="120"/><di:waypoint x="612" y="120"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e5" bpmnElement="f5"><di:waypoint x="370" y="145"/><di:waypoint x="370" y="240"/><di:waypoint x="482" y="240"/></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
