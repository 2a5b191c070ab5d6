import { useEffect, useRef, useState } from 'react';

import { call } from '../../api/client';

import { useOutbox } from './outbox-context';
import { draftOf, type ReviewState } from './review-state';

const quietMilliseconds = 800;

export type DraftState = 'none' | 'saving' | 'saved' | 'failed';

/** Stores what was typed a moment after the last change, and when the page is left. */
export function useDraft(review: string, state: ReviewState, enabled: boolean): DraftState {
  const outbox = useOutbox();
  const [draft, setDraft] = useState<DraftState>('none');
  const text = JSON.stringify(draftOf(state));
  const waiting = useRef<string | null>(null);
  const save = enabled && state.touched;

  useEffect(() => {
    outbox.busy = save;
    return () => {
      outbox.busy = false;
    };
  }, [outbox, save]);

  useEffect(() => {
    if (!save) return;
    waiting.current = text;
    const timer = setTimeout(() => {
      waiting.current = null;
      setDraft('saving');
      put(review, text).then(
        () => setDraft('saved'),
        () => setDraft('failed'),
      );
    }, quietMilliseconds);
    return () => clearTimeout(timer);
  }, [review, text, save]);

  useEffect(
    () => () => {
      const last = waiting.current;
      waiting.current = null;
      // A verdict takes the draft with it; only an unfinished review leaves one behind.
      if (last !== null && !outbox.isDecided(review)) put(review, last).catch(() => undefined);
    },
    [review, outbox],
  );
  return draft;
}

const put = (review: string, text: string): Promise<unknown> =>
  call(`/api/reviews/${encodeURIComponent(review)}/draft`, { method: 'PUT', body: { json: JSON.parse(text) as unknown }, keepalive: true });
