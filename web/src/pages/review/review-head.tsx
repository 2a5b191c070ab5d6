import { Link } from '@tanstack/react-router';

import { serverNow } from '../../api/clock';
import { asCount } from '../../kit/format';
import { texts } from '../../kit/texts';
import { useNow } from '../../kit/use-now';
import { TierMark } from '../../parts/tier-mark';
import { TimeLeft } from '../../parts/time-left';

import { ActionButton } from './action-button';
import type { ReviewDesk } from './review-desk';
import type { Neighbours } from './use-neighbours';
import { why } from './actions/why';

import styles from './review.module.css';

/** What this is, how much time is left and why a person is asked. */
export function ReviewHead({ desk, neighbours }: { desk: ReviewDesk; neighbours: Neighbours }) {
  const { content, row, policy } = desk.detail;
  const now = useNow(serverNow, 10_000);
  // The rules of what the decision requires come first; its own rule is the last.
  const rule = policy?.matched.at(-1);
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
        {policy && rule ? <span className={styles.muted}>{texts.review.rule(policy.decision, policy.version, rule.number)}</span> : null}
        <ActionButton desk={desk} action={why} look="quiet" label={texts.review.trace} expanded={desk.state.panel === 'why'} />
      </div>
    </header>
  );
}
