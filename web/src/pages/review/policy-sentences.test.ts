import { describe, expect, test } from 'vitest';

import type { PolicyTrace, TracedRule, TracedTable } from '../../api/types';

import { policySentences } from './policy-sentences';

const rule = (number: number, words: string[], decided = true): TracedRule => ({
  number,
  decided,
  clauses: words.map((each) => ({ words: each, test: '', holds: true })),
});
const table = (matched: TracedRule[], more: Partial<TracedTable> = {}): TracedTable => ({
  decision: 'limits',
  name: 'AP limits',
  hitPolicy: 'FIRST',
  inputs: [],
  matched,
  near: [],
  ...more,
});
const policy = (more: Partial<PolicyTrace>): PolicyTrace => ({
  decision: 'limits',
  name: 'AP limits',
  version: 4,
  state: 'explained',
  matched: [{ decision: 'limits', number: 3 }],
  inputs: {},
  values: [],
  tables: [],
  notes: [],
  ...more,
});

describe('why a case was held, in a sentence', () => {
  test('The clauses of the rule, its number, the table and the version', () => {
    const tables = [table([rule(3, ['amount 12,400 is over 10,000', 'vendor is new'])])];

    expect(policySentences(policy({ tables }))).toEqual(['amount 12,400 is over 10,000 and vendor is new (rule 3 of AP limits v4)']);
  });

  test('A rule that the hit policy left out is no reason', () => {
    expect(policySentences(policy({ tables: [table([rule(1, ['a is 1']), rule(2, ['b is 2'], false)])] }))).toEqual(['a is 1 (rule 1 of AP limits v4)']);
  });

  test('Every rule of a table that collects is a sentence, and a required table is named beside the policy', () => {
    const findings = table([rule(1, ['Order number is missing']), rule(11, ['Total 1,250 is at least 1,000'])], {
      decision: 'findings',
      name: 'findings',
      hitPolicy: 'COLLECT',
    });

    expect(policySentences(policy({ name: 'invoice gate', version: 1, tables: [findings] }))).toEqual([
      'Order number is missing (rule 1 of findings, invoice gate v1)',
      'Total 1,250 is at least 1,000 (rule 11 of findings, invoice gate v1)',
    ]);
  });

  test('The last table with a rule counts, not one that it looked things up in', () => {
    const looked = table([rule(7, ['Supplier is Acme'])], { decision: 'known', name: 'known account' });
    const none = table([], { decision: 'later', name: 'later' });

    expect(policySentences(policy({ tables: [looked, table([rule(2, ['a is 1'])]), none] }))).toEqual(['a is 1 (rule 2 of AP limits v4)']);
  });

  test('A rule without clauses says so in the terms of its hit policy', () => {
    expect(policySentences(policy({ tables: [table([rule(4, [])])] }))).toEqual(['no earlier rule holds (rule 4 of AP limits v4)']);
    expect(policySentences(policy({ tables: [table([rule(4, [])], { hitPolicy: 'COLLECT' })] }))).toEqual([
      'the rule holds for every case (rule 4 of AP limits v4)',
    ]);
  });

  test('A policy without a table gives its answer and its values', () => {
    const values = [
      { label: 'amount', expression: 'amount', words: '1,234,567' },
      { label: 'vendor', expression: 'vendor', words: 'missing' },
    ];

    expect(policySentences(policy({ output: 'hold', values }))).toEqual(['AP limits v4 answers hold: amount 1,234,567, vendor missing']);
    expect(policySentences(policy({ output: { outcome: 'hold', tier: 'low' } }))).toEqual(['AP limits v4 answers hold']);
    expect(policySentences(policy({}))).toEqual(['AP limits v4 answers nothing']);
  });

  test('Without the version that decided only what was recorded is said', () => {
    expect(policySentences(policy({ state: 'modelGone' }))).toEqual(['rule 3 of AP limits v4']);
    expect(policySentences(policy({ state: 'differs', matched: [] }))).toEqual([]);
    expect(policySentences(policy({ state: 'notDeployed', version: 0 }))).toEqual([]);
  });
});
