import { useEffect, useRef, useState } from 'react';

import type { Reason } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { useKeys } from '../../kit/use-keys';

import { offeredReasons } from './offered-reasons';
import { atLeast, leastNote, type ReviewDesk } from './review-desk';
import type { Asking } from './review-state';

import styles from './action-bar.module.css';

/** Picks the reason by its digit. Where a note is asked for, it comes right after; elsewhere the digit decides. */
export function ReasonPanel({ desk, asking }: { desk: ReviewDesk; asking: Asking }) {
  const [picked, setPicked] = useState<Reason | null>(asking.picked);
  const [short, setShort] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const reasons = offeredReasons(asking.kind, desk.detail.content);
  const mustNote = atLeast(desk.detail.content.tier, 'high');
  const asksNote = mustNote || asking.kind === 'return' || picked?.code === 'other';
  const noteLength = desk.state.note.trim().length;

  useEffect(() => {
    panel.current?.focus();
  }, []);

  const close = (): void => {
    desk.dispatch({ type: 'ask', asking: null });
    if (desk.state.focused) desk.focusField(desk.state.focused);
  };
  const pick = (reason: Reason): void => {
    const wantsNote = (mustNote && noteLength < leastNote) || ((asking.kind === 'return' || reason.code === 'other') && noteLength === 0);
    if (!wantsNote) {
      desk.give(asking.kind, [reason]);
      return;
    }

    setPicked(reason);
    requestAnimationFrame(() => note.current?.focus());
  };
  const send = (): void => {
    if (!picked) return;
    if (mustNote && noteLength < leastNote) {
      setShort(true);
      note.current?.focus();
      return;
    }

    desk.give(asking.kind, [picked]);
  };
  useKeys(
    [
      { id: 'reason.close', keys: ['Escape'], label: texts.common.cancel, group: '', inFields: true, run: close },
      { id: 'reason.send', keys: ['Ctrl+Enter'], label: texts.review.send, group: '', inFields: true, run: send },
      ...reasons.map((reason, index) => ({
        id: `reason.${index}`,
        keys: [String(index + 1)],
        label: reason.text,
        group: '',
        run: () => pick(reason),
      })),
    ],
    'dialog',
  );

  return (
    <div ref={panel} className={styles.reasons} role="group" tabIndex={-1} aria-label={texts.review.pick[asking.kind]}>
      <h2>{texts.review.pick[asking.kind]}</h2>
      {desk.state.notice?.place === 'reasons' ? <p role="alert">{desk.state.notice.text}</p> : null}
      <div className={styles.options}>
        {reasons.map((reason, index) => (
          <Button key={reason.code} keys={String(index + 1)} aria-pressed={picked?.code === reason.code} onClick={() => pick(reason)}>
            {reason.text}
          </Button>
        ))}
        <Button look="quiet" keys="Escape" onClick={close}>
          {texts.common.cancel}
        </Button>
      </div>
      {picked && asksNote ? (
        <div className={styles.noteRow}>
          <label htmlFor="reason-note">
            {asking.kind === 'return' ? texts.review.question : mustNote ? texts.review.noteNeeded(leastNote) : texts.review.note}
          </label>
          <textarea
            id="reason-note"
            ref={note}
            rows={2}
            maxLength={4000}
            value={desk.state.note}
            onChange={(event) => desk.dispatch({ type: 'note', text: event.target.value })}
          />
          {short && noteLength < leastNote ? <p role="alert">{texts.review.noteShort(leastNote - noteLength)}</p> : null}
          <Button look="primary" keys="Ctrl+Enter" onClick={send}>
            {texts.review.send}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
