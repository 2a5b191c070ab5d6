import { useQuery } from '@tanstack/react-query';

import { caseQuery } from '../../api/queries';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';
import { TimelineList } from '../../parts/timeline-list';

import styles from './panel.module.css';

export function HistoryPanel({ caseId }: { caseId: string }) {
  const detail = useQuery(caseQuery(caseId));
  return (
    <aside className={styles.panel} aria-label={texts.timeline.title}>
      <h2>{texts.timeline.title}</h2>
      {detail.error ? <ProblemNote error={detail.error} onRetry={() => void detail.refetch()} /> : null}
      {detail.isPending ? <Skeleton lines={6} /> : null}
      {detail.data ? <TimelineList entries={detail.data.timeline} /> : null}
    </aside>
  );
}
