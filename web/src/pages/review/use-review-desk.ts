import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, useEffect, useMemo, useReducer, useRef, useState } from 'react';

import type { Reason, ReviewDetail, VerdictKind, VerdictRequest } from '../../api/types';
import { announce } from '../../kit/announce';
import { texts } from '../../kit/texts';
import { fieldsOf, flaggedFirst } from '../../parts/field-state';
import type { ReviewSearch } from '../../parts/review-search';

import { type EvidencePage, firstRegion, pageIndexOf, pagesOf } from './evidence-pages';
import { useOutbox } from './outbox-context';
import type { ReviewDesk } from './review-desk';
import { draftOf, readDraft, type ReviewState, type ReviewStep, startState, stepped } from './review-state';
import { useClaim } from './use-claim';
import { type Neighbours, useNeighbours } from './use-neighbours';

export type DeskParts = {
  desk: ReviewDesk;
  neighbours: Neighbours;
  fine: ReviewDesk['fields'];
  state: ReviewState;
  dispatch: Dispatch<ReviewStep>;
  claimProblem: Error | null;
};

/** Everything the review's actions work on. `latest` may change underneath; what is judged is what was painted first. */
export function useReviewDesk(latest: ReviewDetail, search: ReviewSearch, onAhead: (id: string) => void): DeskParts & { detail: ReviewDetail } {
  const outbox = useOutbox();
  const navigate = useNavigate();
  const [detail] = useState(latest);
  const { flagged, fine } = useMemo(() => flaggedFirst(fieldsOf(detail.content.proposal)), [detail]);
  const fields = useMemo(() => [...flagged, ...fine], [flagged, fine]);
  const pages = useMemo<EvidencePage[]>(() => pagesOf(detail.content.proposal.evidence), [detail]);
  const filter = { view: search.view, q: search.q, tier: search.tier, process: search.process };
  const { nextAfter, ...neighbours } = useNeighbours(detail.row.id, filter);
  const { claim, problem: claimProblem } = useClaim();
  const painted = usePaintedAt();

  const [state, dispatch] = useReducer(stepped, null, () => {
    const kept = outbox.kept(detail.row.id);
    const input = kept?.input ?? readDraft(detail);
    const open = flagged.find((field) => !input?.confirmed.includes(field.name)) ?? flagged[0];
    const start = startState(input, open?.name ?? null, pageIndexOf(pages, firstRegion(open)) ?? 0);
    return kept?.problem ? { ...start, notice: { place: placeOf(kept.problem.code ?? ''), text: kept.problem.detail ?? kept.problem.title } } : start;
  });

  const focusField = (name: string): void => {
    const field = fields.find((other) => other.name === name);
    dispatch({ type: 'focus', name, page: pageIndexOf(pages, firstRegion(field)), move: true });
  };
  const showInbox = (): void => void navigate({ to: '/inbox', search: { ...search, at: detail.row.id } });
  const show = (id: string): void => {
    onAhead(id);
    void navigate({ to: '/review/$id', params: { id }, search: { ...search, at: undefined } });
  };
  const desk: ReviewDesk = {
    detail: { ...detail, row: latest.row },
    state,
    fields,
    flagged,
    openFlags: flagged.filter((field) => !state.confirmed.includes(field.name)),
    pages,
    unseen: [...new Set(pages.map((page) => page.document.hash))].filter((hash) => !state.seen.includes(hash)),
    canAct: latest.canAct && latest.row.state !== 'completed' && latest.row.state !== 'cancelled',
    dispatch,
    focusField,
    focusNote: () => document.getElementById('review-note')?.focus(),
    announce,
    give: (kind, reasons) => {
      const next = nextAfter();
      const request = requestOf(kind, reasons, detail, state, Math.round(performance.now() - painted.current));
      void outbox.send({ row: latest.row, title: detail.content.title, request, kept: draftOf(state) });
      announce(`${texts.verdicts.done[kind]}: ${detail.content.title}`);
      if (next) show(next);
      else showInbox();
    },
    go: (where) => {
      const target = where === 'next' ? neighbours.next : where === 'previous' ? neighbours.previous : null;
      if (where === 'inbox') showInbox();
      else if (target) show(target);
      else announce(where === 'next' ? texts.review.noNext : texts.review.noPrevious);
    },
    claim: (verb) => claim(detail.row.id, verb),
  };
  return { desk, detail, neighbours, fine, state, dispatch, claimProblem };
}

function requestOf(kind: VerdictKind, reasons: Reason[], detail: ReviewDetail, state: ReviewState, dwell: number): VerdictRequest {
  const note = state.note.trim();
  const changes = kind === 'amend' ? state.changes.map((change) => (reasons[0] && !change.reason ? { ...change, reason: reasons[0] } : change)) : [];
  return {
    kind,
    shown: detail.shown,
    reasons,
    changes,
    confirmed: [...state.confirmed],
    evidenceOpened: [...state.seen],
    ...(note ? { note } : {}),
    dwellMilliseconds: dwell,
  };
}

/** When the content was painted: after the frame that follows the first commit. */
function usePaintedAt(): { current: number } {
  const painted = useRef(performance.now());
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      painted.current = performance.now();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
}

function placeOf(code: string): 'fields' | 'evidence' | 'reasons' | 'note' | 'whole' {
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
