import type { Dispatch } from 'react';

import type { Json, ProposedField } from '../../api/types';
import { texts } from '../../kit/texts';
import { fieldText, sameValue } from '../../parts/values';

import type { ReviewStep } from './review-state';

import styles from './fields.module.css';

type Properties = { field: ProposedField; value: Json; dispatch: Dispatch<ReviewStep> };

/** Other readings of the same field. */
export function FieldCandidates({ field, value, dispatch }: Properties) {
  return (
    <span className={styles.candidates}>
      <span className={styles.muted}>{texts.review.or}</span>
      {field.candidates.map((candidate, index) => (
        <button
          key={index}
          type="button"
          className={styles.candidate}
          aria-pressed={sameValue(candidate.value, value)}
          onClick={() =>
            dispatch({
              type: 'change',
              change: { name: field.name, before: field.value, after: candidate.value, ...(candidate.region ? { region: candidate.region } : {}) },
            })
          }
        >
          {fieldText(field, candidate.value)}
        </button>
      ))}
    </span>
  );
}
