import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { Reason, ReviewDetail, VerdictKind, VerdictRequest } from '../../api/types';
import { announce } from '../../kit/announce';
import { painted } from '../../kit/painted';
import { texts } from '../../kit/texts';
import { fieldsOf, flaggedFirst } from '../../parts/field-state';
import type { ReviewSearch } from '../../parts/review-search';

import { type EvidencePage, firstRegion, pageIndexOf, pagesOf } from './evidence-pages';
import { openedState } from './opened-state';
import { useOutbox } from './outbox-context';
import type { ReviewAction, ReviewDesk } from './review-desk';
import { draftOf, type ReviewState, type ReviewStep, stepped } from './review-state';
import { useClaim } from './use-claim';
import { type Neighbours, useNeighbours } from './use-neighbours';

export type Opened = {
  latest: ReviewDetail;
  search: ReviewSearch;
  /** Names one sitting before one case; another one starts anew. */
  opening: string;
  onAhead: (id: string) => void;
};

export type DeskParts = {
  desk: ReviewDesk;
  neighbours: Neighbours;
  fine: ReviewDesk['fields'];
  state: ReviewState;
  dispatch: Dispatch<ReviewStep>;
  claimProblem: Error | null;
};

type Sitting = { opening: string; detail: ReviewDetail; state: ReviewState };

/**
 * Everything the review's actions work on. `latest` may change underneath; what is judged is what was painted first. Another `opening`
 * starts anew in the same components: creating the whole page again would cost more time than the next case has.
 */
export function useReviewDesk({ latest, search, opening, onAhead }: Opened): DeskParts & { detail: ReviewDetail } {
  const outbox = useOutbox();
  const navigate = useNavigate();
  const begin = (): Sitting => ({ opening, detail: latest, state: openedState(latest, outbox.kept(latest.row.id)) });
  const [sitting, setSitting] = useState(begin);
  const now = sitting.opening === opening ? sitting : begin();
  if (now !== sitting) setSitting(now);
  const { detail, state } = now;
  // A step belongs to the case that it was taken in, also when it arrives late.
  const dispatch = useCallback(
    (step: ReviewStep) => setSitting((last) => (last.opening === opening ? { ...last, state: stepped(last.state, step) } : last)),
    [opening],
  );
  const { flagged, fine } = useMemo(() => flaggedFirst(fieldsOf(detail.content.proposal)), [detail]);
  const fields = useMemo(() => [...flagged, ...fine], [flagged, fine]);
  const pages = useMemo<EvidencePage[]>(() => pagesOf(detail.content.proposal.evidence), [detail]);
  const filter = { view: search.view, q: search.q, tier: search.tier, process: search.process };
  const { nextAfter, ...neighbours } = useNeighbours(detail.row.id, filter);
  const { claim, problem: claimProblem } = useClaim(detail.row.id);
  const paintedAt = usePaintedAt(opening);

  const focusField = (name: string): void => {
    const field = fields.find((other) => other.name === name);
    dispatch({ type: 'focus', name, page: pageIndexOf(pages, firstRegion(field)), move: true });
  };
  // The router's work waits for the paint. All moves wait alike, so that they keep their order.
  const showInbox = (): void => void painted().then(() => navigate({ to: '/inbox', search: { ...search, at: detail.row.id } }));
  const show = (id: string): void => {
    onAhead(id);
    void painted().then(() => navigate({ to: '/review/$id', params: { id }, search: { ...search, at: undefined } }));
  };
  const current = useRef<ReviewDesk | null>(null);
  const perform = useCallback((action: ReviewAction): void => {
    const at = current.current;
    if (!at) return;
    if (action.allowed(at)) action.perform(at);
    else if (!at.canAct) at.announce(at.refusal);
  }, []);
  const desk: ReviewDesk = {
    opening,
    perform,
    detail: { ...detail, row: latest.row },
    state,
    fields,
    flagged,
    openFlags: flagged.filter((field) => !state.confirmed.includes(field.name)),
    pages,
    unseen: [...new Set(pages.map((page) => page.document.hash))].filter((hash) => !state.seen.includes(hash)),
    refusal: latest.cannotActBecause ?? texts.review.readOnly,
    canAct: latest.canAct && latest.row.state !== 'completed' && latest.row.state !== 'cancelled',
    dispatch,
    focusField,
    focusNote: () => document.getElementById('review-note')?.focus(),
    announce,
    give: (kind, reasons) => {
      const next = nextAfter();
      const request = requestOf(kind, reasons, detail, state, Math.round(performance.now() - paintedAt.current));
      // Off to the next case first: a refusal must find the way there taken before it leads back.
      if (next) show(next.id);
      else showInbox();
      void outbox.send({ row: latest.row, title: detail.content.title, request, kept: draftOf(state) });
      announce(texts.review.given(texts.verdicts.done[kind], detail.content.title, next?.title ?? null));
    },
    go: (where) => {
      const target = where === 'next' ? neighbours.next : where === 'previous' ? neighbours.previous : null;
      if (where === 'inbox') showInbox();
      else if (target) show(target.id);
      else announce(where === 'next' ? texts.review.noNext : texts.review.noPrevious);
    },
    claim,
  };
  useLayoutEffect(() => {
    current.current = desk;
  });
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
function usePaintedAt(opening: string): { current: number } {
  const at = useRef(performance.now());
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      at.current = performance.now();
    });
    return () => cancelAnimationFrame(frame);
  }, [opening]);
  return at;
}
