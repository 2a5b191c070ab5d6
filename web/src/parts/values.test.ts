import { describe, expect, test } from 'vitest';

import type { Json, ProposedField } from '../api/types';

import { fieldText } from './values';

const field = (name: string): ProposedField => ({ name, label: name, value: null, confidence: { stated: 1 }, reasons: [], regions: [], candidates: [] });

describe('the text of a field', () => {
  test.each<[string, Json, string]>([
    ['total', 417.2, '417.20'],
    ['total', 417, '417'],
    ['total', 417.255, '417.255'],
    ['quantity', 7.5, '7.5'],
    ['total', '417.2', '417.2'],
    ['iban', 'GB84NBNB77666832954472', 'GB84 NBNB 7766 6832 9544 72'],
  ])('%s %s reads %s', (name, value, text) => {
    expect(fieldText(field(name), value)).toBe(text);
  });
});
