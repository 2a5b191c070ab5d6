import { Link } from '@tanstack/react-router';

import { serverNow } from '../../api/clock';
import { asCount } from '../../kit/format';
import { texts } from '../../kit/texts';
import { useNow } from '../../kit/use-now';
import { TierMark } from '../../parts/tier-mark';
import { TimeLeft } from '../../parts/time-left';

import { ActionButton } from './action-button';
import { policySentences } from './policy-sentences';
import type { ReviewDesk } from './review-desk';
import type { Neighbours } from './use-neighbours';
import { why } from './actions/why';

import styles from './review.module.css';

// What takes longer to read stands in the panel.
const mostSentences = 3;

/** What this is, how much time is left and why a person is asked. */
export function ReviewHead({ desk, neighbours }: { desk: ReviewDesk; neighbours: Neighbours }) {
  const { content, row, policy } = desk.detail;
  const now = useNow(serverNow, 10_000);
  const sentences = policy ? policySentences(policy) : [];
  return (
    <header className={styles.head}>
      <div className={styles.facts}>
        <h1>{content.title}</h1>
        <span className={styles.muted}>
          {content.process} · {content.step}
        </span>
        <TierMark tier={content.tier} />
        {row.state === 'completed' || row.state === 'cancelled' ? null : <TimeLeft dueAt={row.dueAt} now={now} />}
        {neighbours.index >= 0 ? (
          <span className={styles.muted}>
            {texts.review.position(asCount(neighbours.index + 1), `${neighbours.more ? '≈' : ''}${asCount(neighbours.total)}${neighbours.more ? '+' : ''}`)}
          </span>
        ) : null}
        {row.state === 'claimed' ? <span className={styles.muted}>{texts.review.claimedBy(row.assigneeName ?? row.assignee ?? '')}</span> : null}
        <Link to="/case/$id" params={{ id: row.case }} className={styles.caseLink}>
          {texts.review.wholeCase}
        </Link>
      </div>
      <div className={styles.why}>
        <span className={styles.whyLabel}>{texts.review.whyHere}</span>
        <ul>
          {content.why.map((reason) => (
            <li key={reason.code}>{reason.text}</li>
          ))}
        </ul>
        <ActionButton desk={desk} action={why} look="quiet" label={texts.review.trace} expanded={desk.state.panel === 'why'} />
      </div>
      {sentences.length > 0 ? (
        <ul className={styles.because} aria-label={texts.review.because}>
          {sentences.slice(0, mostSentences).map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
          {sentences.length > mostSentences ? <li className={styles.muted}>{texts.review.moreRules(sentences.length - mostSentences)}</li> : null}
        </ul>
      ) : null}
    </header>
  );
}
