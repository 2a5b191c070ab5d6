import type { Reason, ReviewContent, VerdictKind } from '../../api/types';
import { texts } from '../../kit/texts';

const other: Reason = texts.otherReason;

const most = 9;

/**
 * The reasons to pick from for a verdict, in digit order: first those that the process names for this verdict. What it names without saying for
 * which verdict is against an answer: a rejection is about it, and a question may be, after the general ones. A correction and an approval have
 * general reasons of their own.
 */
export function offeredReasons(kind: VerdictKind, content: ReviewContent): Reason[] {
  const own = content.reasons.filter((reason) => reason.verdicts?.includes(kind));
  const against = kind === 'reject' || kind === 'return' ? content.reasons.filter((reason) => !reason.verdicts) : [];
  const general = kind === 'reject' && own.length + against.length > 0 ? [] : texts.reasons[kind];
  const fitting = distinct(kind === 'reject' ? [...own, ...against, ...general] : [...own, ...general, ...against]);
  return kind === 'approve' ? fitting.slice(0, most) : [...fitting.slice(0, most - 1), other];
}

/** As a verdict carries them: code and text, once for each code. */
function distinct(reasons: readonly Reason[]): Reason[] {
  const named = reasons.filter((reason, index) => reason.code !== other.code && reasons.findIndex((same) => same.code === reason.code) === index);
  return named.map(({ code, text }) => ({ code, text }));
}
