import { asSpan, urgencyOf } from '../kit/format';
import { Icon } from '../kit/icons';
import { texts } from '../kit/texts';

import styles from './time-left.module.css';

/** Time until the due instant, in words and with an icon once it gets short. */
export function TimeLeft({ dueAt, now }: { dueAt: string | null | undefined; now: number }) {
  if (!dueAt) return <span className={styles.later}>{texts.time.noDue}</span>;
  const left = Date.parse(dueAt) - now;
  const urgency = urgencyOf(left);
  return (
    <span className={styles[urgency]} title={dueAt}>
      {urgency === 'late' ? <Icon name="alert" size={14} /> : urgency === 'soon' ? <Icon name="clock" size={14} /> : null}
      {urgency === 'late' ? texts.time.late(asSpan(left)) : texts.time.left(asSpan(left))}
    </span>
  );
}
