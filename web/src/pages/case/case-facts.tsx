import { useInfiniteQuery } from '@tanstack/react-query';

import { caseFactsQuery } from '../../api/queries';
import { Button } from '../../kit/button';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { FactList } from '../../parts/fact-list';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

export function CaseFacts({ caseId }: { caseId: string }) {
  const list = useInfiniteQuery(caseFactsQuery(caseId));
  const facts = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={styles.section}>
      <p className={styles.muted}>{texts.case_.facts}</p>
      {list.error ? <ProblemNote error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton /> : null}
      <FactList facts={facts} />
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{texts.common.more}</Button> : null}
    </div>
  );
}
