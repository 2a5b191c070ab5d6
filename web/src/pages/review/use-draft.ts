import { useEffect, useRef, useState } from 'react';

import { call } from '../../api/client';

import { useOutbox } from './outbox-context';
import { draftOf, type ReviewState } from './review-state';

const quietMilliseconds = 800;

export type DraftState = 'none' | 'saving' | 'saved' | 'failed';

/** Stores what was typed a moment after the last change, and when the page is left. */
export function useDraft(opening: string, review: string, state: ReviewState, enabled: boolean): DraftState {
  const outbox = useOutbox();
  const [last, setLast] = useState<{ opening: string; draft: DraftState }>({ opening, draft: 'none' });
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
      const note = (draft: DraftState): void => setLast({ opening, draft });
      note('saving');
      put(review, text).then(
        () => note('saved'),
        () => note('failed'),
      );
    }, quietMilliseconds);
    return () => clearTimeout(timer);
  }, [opening, review, text, save]);

  useEffect(
    () => () => {
      const unsaved = waiting.current;
      waiting.current = null;
      // A verdict takes the draft with it; only an unfinished review leaves one behind.
      if (unsaved !== null && !outbox.isDecided(review)) put(review, unsaved).catch(() => undefined);
    },
    [opening, review, outbox],
  );
  return last.opening === opening ? last.draft : 'none';
}

const put = (review: string, text: string): Promise<unknown> =>
  call(`/api/reviews/${encodeURIComponent(review)}/draft`, { method: 'PUT', body: { json: JSON.parse(text) as unknown }, keepalive: true });
