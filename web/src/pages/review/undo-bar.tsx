import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

import { serverNow } from '../../api/clock';
import { announce } from '../../kit/announce';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { useKeys } from '../../kit/use-keys';
import { useNow } from '../../kit/use-now';
import { verdictWord } from '../../parts/state-words';

import { undo } from './actions/undo';
import { useOutbox, useSent } from './outbox-context';
import type { Sent } from './verdict-outbox';

import styles from './undo-bar.module.css';

/** The verdicts that can still be taken back, and those that came back. It stays while other cases are looked at. */
export function UndoBar() {
  const outbox = useOutbox();
  const sent = useSent();
  const navigate = useNavigate();
  const now = useNow(serverNow, 500);
  useKeys([
    {
      id: undo.id,
      keys: undo.keys,
      label: undo.label,
      group: texts.keys.everywhere,
      run: () => (undo.allowed(sent) ? undo.perform(outbox, sent) : announce(texts.undo.nothing)),
    },
  ]);

  useEffect(() => outbox.expire(now), [outbox, now]);
  useEffect(() => {
    for (const entry of sent) {
      if (entry.state === 'undone') {
        outbox.comeBack(entry.key);
        announce(texts.undo.undone(entry.title));
        void navigate({ to: '/review/$id', params: { id: entry.review }, search: (old) => ({ view: 'open', ...old }) });
      } else if (entry.state === 'refused' && !outbox.busy) {
        outbox.comeBack(entry.key);
        announce(entry.problem?.detail ?? entry.problem?.title ?? '');
        void navigate({ to: '/review/$id', params: { id: entry.review }, search: (old) => ({ view: 'open', ...old }) });
      }
    }
  }, [sent, outbox, navigate]);

  const refused = sent.filter((entry) => entry.state === 'refused' || (entry.state === 'settled' && entry.problem));
  const current = undo.candidate(sent) ?? sent.findLast((entry) => entry.state === 'undoing');
  const waiting = sent.filter((entry) => entry.state === 'held').length;
  if (!current && refused.length === 0) return null;
  return (
    <div className={styles.bars}>
      {refused.map((entry) => (
        <div key={entry.key} className={styles.bar} role="alert" data-refused>
          <span>
            <strong>{entry.title}</strong> {entry.problem?.detail ?? entry.problem?.title}
          </span>
          {entry.state === 'refused' ? (
            <Button
              onClick={() =>
                void navigate({ to: '/review/$id', params: { id: entry.review }, search: (old) => ({ view: 'open', ...old }) }).then(() =>
                  outbox.comeBack(entry.key),
                )
              }
            >
              {texts.undo.goBack}
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => outbox.dismiss(entry.key)}>
            {texts.common.close}
          </Button>
        </div>
      ))}
      {current ? (
        <div className={styles.bar} aria-label={texts.undo.title} role="region">
          <span>
            {verdictWord(current.kind)}: <strong>{current.title}</strong> <span className={styles.left}>{leftText(current, now)}</span>
            {waiting > 1 ? <span className={styles.left}> {texts.undo.more(waiting - 1)}</span> : null}
          </span>
          <Button keys="z" onClick={() => undo.perform(outbox, sent)}>
            {texts.undo.label}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function leftText(entry: Sent, now: number): string {
  if (entry.state === 'sending') return texts.undo.sending;
  if (entry.state === 'undoing') return texts.undo.undoing;
  const left = entry.undoUntil ? Math.max(0, Math.ceil((Date.parse(entry.undoUntil) - now) / 1000)) : 0;
  return texts.undo.left(left);
}
