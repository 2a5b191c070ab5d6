import { texts } from '../../kit/texts';

import { atLeast, leastNote, type ReviewDesk } from './review-desk';

import styles from './fields.module.css';

export function NoteField({ desk }: { desk: ReviewDesk }) {
  const { state, detail } = desk;
  const needed = atLeast(detail.content.tier, 'high');
  if (!desk.canAct && state.note === '') return null;
  return (
    <section className={styles.note} data-focus-home tabIndex={-1}>
      <label htmlFor="review-note">{needed ? texts.review.noteNeeded(leastNote) : texts.review.note}</label>
      {state.notice?.place === 'note' ? (
        <p className={styles.notice} role="alert">
          {state.notice.text}
        </p>
      ) : null}
      <textarea
        id="review-note"
        rows={needed ? 3 : 2}
        maxLength={4000}
        readOnly={!desk.canAct}
        value={state.note}
        aria-keyshortcuts="n"
        onChange={(event) => desk.dispatch({ type: 'note', text: event.target.value })}
      />
    </section>
  );
}
