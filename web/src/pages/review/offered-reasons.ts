import type { Reason, ReviewContent, VerdictKind } from '../../api/types';
import { texts } from '../../kit/texts';

const other: Reason = texts.otherReason;

const most = 9;

/**
 * The reasons to pick from for a verdict, in digit order. The process names reasons against an answer. They are what a rejection is about and
 * may be what a question is about, after the three that every question can have; a correction and an approval have reasons of their own.
 */
export function offeredReasons(kind: VerdictKind, content: ReviewContent): Reason[] {
  if (kind === 'approve') return [...texts.reasons.approve];
  const named = kind === 'amend' ? [] : content.reasons.length > 0 ? content.reasons : texts.reasons.reject;
  const fitting = distinct([...(kind === 'reject' ? [] : texts.reasons[kind]), ...named.filter((reason) => reason.code !== other.code)]);
  return [...fitting.slice(0, most - 1), other];
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return reasons.filter((reason, index) => reasons.findIndex((same) => same.code === reason.code) === index);
}
