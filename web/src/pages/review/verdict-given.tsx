import type { GivenVerdict } from '../../api/types';
import { asDateTime } from '../../kit/format';
import { texts } from '../../kit/texts';
import { asText } from '../../parts/values';

import styles from './review.module.css';

/** What was decided here, by whom and why. */
export function VerdictGiven({ verdict }: { verdict: GivenVerdict }) {
  return (
    <section className={styles.given} aria-label={texts.review.verdict}>
      <p>
        <strong>{texts.verdicts.done[verdict.kind]}</strong> {texts.review.byAt(verdict.by.name, asDateTime(verdict.at))}
      </p>
      {verdict.reasons.length > 0 ? <p>{verdict.reasons.map((reason) => reason.text).join(' · ')}</p> : null}
      {verdict.changes.map((change) => (
        <p key={change.name}>
          {change.name}: <s>{asText(change.before)}</s> → {asText(change.after)}
        </p>
      ))}
      {verdict.note ? <p className={styles.muted}>“{verdict.note}”</p> : null}
    </section>
  );
}
