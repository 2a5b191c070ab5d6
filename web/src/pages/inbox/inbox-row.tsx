import { Link } from '@tanstack/react-router';
import { memo } from 'react';

import type { ReviewRow } from '../../api/types';
import { asTime } from '../../kit/format';
import { texts } from '../../kit/texts';
import type { ReviewSearch } from '../../parts/review-search';
import { verdictWord } from '../../parts/state-words';
import { TierMark } from '../../parts/tier-mark';
import { TimeLeft } from '../../parts/time-left';

import styles from './inbox.module.css';

type Properties = {
  row: ReviewRow;
  index: number;
  current: boolean;
  gone: boolean;
  now: number;
  search: ReviewSearch;
  me: string;
  onSelect: (index: number) => void;
};

export const InboxRow = memo(function InboxRow({ row, index, current, gone, now, search, me, onSelect }: Properties) {
  const done = row.state === 'completed';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      className={styles.row}
      data-review={row.id}
      data-gone={gone || undefined}
      onClick={() => onSelect(index)}
      onFocus={() => onSelect(index)}
    >
      <span role="gridcell" className={styles.tier}>
        <TierMark tier={row.tier} />
      </span>
      <span role="gridcell" className={styles.title}>
        <Link to="/review/$id" params={{ id: row.id }} search={{ ...search, at: undefined }} tabIndex={-1} preload={false}>
          {row.title}
        </Link>
      </span>
      <span role="gridcell" className={styles.why}>
        {gone ? texts.inbox.gone : row.why}
      </span>
      <span role="gridcell" className={styles.flags}>
        {row.flags > 0 ? texts.inbox.flags(row.flags) : ''}
      </span>
      <span role="gridcell" className={styles.time}>
        {done ? (
          <span>
            {row.decidedAs ? verdictWord(row.decidedAs) : ''} {row.decidedAt ? asTime(row.decidedAt) : ''}
          </span>
        ) : (
          <TimeLeft dueAt={row.dueAt} now={now} />
        )}
      </span>
      <span role="gridcell" className={styles.person}>
        {row.assignee ? (row.assignee === me ? texts.inbox.you : (row.assigneeName ?? row.assignee)) : ''}
      </span>
    </div>
  );
});
