import type { Reason, ReviewContent, VerdictKind } from '../../api/types';
import { texts } from '../../kit/texts';

const other: Reason = texts.otherReason;

/**
 * The reasons to pick from for a verdict, in digit order. The process names reasons for saying no or for a correction without telling which
 * is for what; so for an amendment and a question those that always fit come first. Reasons for saying yes are always the same.
 */
export function offeredReasons(kind: VerdictKind, content: ReviewContent): Reason[] {
  if (kind === 'approve') return [...texts.reasons.approve];
  const named = content.reasons.length > 0 ? content.reasons : texts.reasons.reject;
  return distinct([...(kind === 'reject' ? [] : texts.reasons[kind]), ...named.filter((reason) => reason.code !== other.code), other]);
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return reasons.filter((reason, index) => reasons.findIndex((same) => same.code === reason.code) === index);
}
