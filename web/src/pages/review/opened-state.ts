import type { Problem, ReviewDetail } from '../../api/types';
import { fieldsOf, flaggedFirst } from '../../parts/field-state';

import { firstRegion, pageIndexOf, pagesOf } from './evidence-pages';
import { type KeptInput, type Place, readDraft, type ReviewState, startState } from './review-state';

type Kept = { input: KeptInput; problem: Problem | null };

/** How a case is opened: with what was kept of it, at its first open flag, and with the server's words if its verdict came back. */
export function openedState(detail: ReviewDetail, kept: Kept | null): ReviewState {
  const { flagged } = flaggedFirst(fieldsOf(detail.content.proposal));
  const input = kept?.input ?? readDraft(detail);
  const open = flagged.find((field) => !input?.confirmed.includes(field.name)) ?? flagged[0];
  const page = pageIndexOf(pagesOf(detail.content.proposal.evidence), firstRegion(open)) ?? 0;
  const start = startState(input, open?.name ?? null, page);
  return kept?.problem ? { ...start, notice: { place: placeOf(kept.problem.code ?? ''), text: kept.problem.detail ?? kept.problem.title } } : start;
}

function placeOf(code: string): Place {
  switch (code) {
    case 'flags-open':
    case 'unknown-field':
    case 'changed-twice':
      return 'fields';
    case 'evidence-unseen':
      return 'evidence';
    case 'reason-needed':
      return 'reasons';
    case 'note-needed':
    case 'note-too-long':
      return 'note';
    default:
      return 'whole';
  }
}
