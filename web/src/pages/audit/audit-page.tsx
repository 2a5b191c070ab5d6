import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { factListQuery } from '../../api/queries';
import { Button } from '../../kit/button';
import { SearchField } from '../../kit/search-field';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { FactList } from '../../parts/fact-list';
import { ProblemNote } from '../../parts/problem-note';

import { ChainStatus } from './chain-status';

import styles from '../../parts/page.module.css';

/** The address holds local times; the server is asked in UTC. */
const asInstant = (local: string | undefined): string | undefined => {
  const time = local ? new Date(local) : null;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined;
};

export function AuditPage() {
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(factListQuery({ ...search, from: asInstant(search.from), to: asInstant(search.to) }));
  const facts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (change: Partial<typeof search>): void => void navigate({ to: '/audit', search: { ...search, ...change }, replace: true });
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>{texts.audit.title}</h1>
        <ChainStatus />
      </header>
      <div className={styles.bar} role="search">
        <SearchField keys="/" label={texts.audit.case_} value={search.case ?? ''} onChange={(value) => show({ case: value || undefined })} />
        <SearchField label={texts.audit.actor} value={search.actor ?? ''} onChange={(value) => show({ actor: value || undefined })} />
        <SearchField label={texts.audit.type} value={search.type ?? ''} onChange={(value) => show({ type: value || undefined })} />
        <label className={styles.bar}>
          {texts.audit.from}
          <input
            type="datetime-local"
            className={styles.input}
            value={search.from ?? ''}
            onChange={(event) => show({ from: event.target.value || undefined })}
          />
        </label>
        <label className={styles.bar}>
          {texts.audit.to}
          <input
            type="datetime-local"
            className={styles.input}
            value={search.to ?? ''}
            onChange={(event) => show({ to: event.target.value || undefined })}
          />
        </label>
        <Button look="quiet" onClick={() => void navigate({ to: '/audit', search: {} })}>
          {texts.audit.clear}
        </Button>
      </div>
      {list.error ? <ProblemNote error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton lines={10} /> : null}
      {list.data && facts.length === 0 ? <p className={styles.muted}>{texts.audit.none}</p> : null}
      <FactList facts={facts} />
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{texts.common.more}</Button> : null}
    </div>
  );
}
