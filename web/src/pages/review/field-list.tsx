import type { Dispatch } from 'react';

import type { ProposedField } from '../../api/types';
import { texts } from '../../kit/texts';

import { ActionButton } from './action-button';
import { FieldRow } from './field-row';
import type { ReviewDesk } from './review-desk';
import type { ReviewStep } from './review-state';
import { showFine } from './actions/show-fine';

import styles from './fields.module.css';

type Properties = { desk: ReviewDesk; fine: readonly ProposedField[]; dispatch: Dispatch<ReviewStep> };

/** Flagged fields first and always in view; the fine ones are folded away but counted and one key away. */
export function FieldList({ desk, fine, dispatch }: Properties) {
  const { state, flagged } = desk;
  const changedFine = fine.filter((field) => state.changes.some((change) => change.name === field.name));
  const visibleFine = state.showFine || flagged.length === 0 ? fine : changedFine;
  const rows = (fields: readonly ProposedField[]) => fields.map((field) => <FieldRow key={field.name} field={field} desk={desk} dispatch={dispatch} />);
  return (
    <section aria-label={texts.review.fields} className={styles.list}>
      <header className={styles.head}>
        <h2>{texts.review.fields}</h2>
        <span className={styles.muted}>
          {flagged.length > 0 ? texts.review.checked(flagged.length - desk.openFlags.length, flagged.length) : texts.review.nothingFlagged}
        </span>
      </header>
      {state.notice?.place === 'fields' ? (
        <p className={styles.notice} role="alert">
          {state.notice.text}
        </p>
      ) : null}
      <div className={styles.rows}>{rows(flagged)}</div>
      {flagged.length > 0 && fine.length > 0 ? (
        <ActionButton
          desk={desk}
          action={showFine}
          look="quiet"
          label={state.showFine ? texts.review.hideFine(fine.length) : texts.review.showFine(fine.length)}
          expanded={state.showFine}
          className={styles.fold}
        />
      ) : null}
      <div className={styles.rows}>{rows(visibleFine)}</div>
    </section>
  );
}
