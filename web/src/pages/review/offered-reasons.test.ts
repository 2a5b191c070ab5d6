import { describe, expect, test } from 'vitest';

import type { OfferedReason, ReviewContent, VerdictKind } from '../../api/types';

import { offeredReasons } from './offered-reasons';

const named: OfferedReason[] = [
  { code: 'wrong-supplier', text: 'Not our supplier' },
  { code: 'needs-correction', text: 'Correct it, please' },
];
const codes = (kind: VerdictKind, reasons = named): string[] => offeredReasons(kind, { reasons } as unknown as ReviewContent).map((reason) => reason.code);

describe('the reasons to pick from', () => {
  test('Saying no starts with the reasons that the process names', () => {
    expect(codes('reject')).toEqual(['wrong-supplier', 'needs-correction', 'other']);
  });

  test('A question and an amendment have reasons that fit them', () => {
    expect(codes('return')).toEqual(['information-missing', 'unclear', 'needs-correction', 'wrong-supplier', 'other']);
    expect(codes('amend')).toEqual(['read-wrongly', 'wrong-on-document', 'agreed-otherwise', 'other']);
  });

  test('There are never more than there are digits', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ code: `named-${index}`, text: `Named ${index}` }));

    expect(codes('return', many)).toHaveLength(9);
    expect(codes('reject', many).at(-1)).toBe('other');
  });

  test('Saying yes has reasons of its own', () => {
    expect(codes('approve')).toEqual(['evidence-supports', 'confirmed-outside', 'known-exception']);
  });

  test('What the process names for a verdict comes first there, and only there', () => {
    const own: OfferedReason[] = [
      { code: 'checked', text: 'Checked with the supplier', verdicts: ['approve', 'amend'] },
      { code: 'not-ours', text: 'Not ours', verdicts: ['reject', 'return'] },
      { code: 'suspicious', text: 'Looks suspicious' },
    ];

    expect(codes('approve', own)).toEqual(['checked', 'evidence-supports', 'confirmed-outside', 'known-exception']);
    expect(codes('amend', own)).toEqual(['checked', 'read-wrongly', 'wrong-on-document', 'agreed-otherwise', 'other']);
    expect(codes('reject', own)).toEqual(['not-ours', 'suspicious', 'other']);
    expect(codes('return', own)).toEqual(['not-ours', 'information-missing', 'unclear', 'needs-correction', 'suspicious', 'other']);
    expect(codes('reject', own.slice(0, 1))).toEqual(['wrong-data', 'duplicate', 'not-allowed', 'other']);
  });

  test('A verdict carries a reason by its code and text only', () => {
    const own: OfferedReason[] = [{ code: 'not-ours', text: 'Not ours', verdicts: ['reject'] }];

    expect(offeredReasons('reject', { reasons: own } as unknown as ReviewContent)[0]).toEqual({ code: 'not-ours', text: 'Not ours' });
  });

  test('Where the process names none there is still something to pick', () => {
    expect(codes('reject', [])).toEqual(['wrong-data', 'duplicate', 'not-allowed', 'other']);
  });
});
