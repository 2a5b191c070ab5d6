import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { caseListQuery, processListQuery, sessionQuery } from '../../api/queries';
import type { CaseRow } from '../../api/types';
import type { CaseState } from '../../api/words';
import { Button } from '../../kit/button';
import { asDateTime } from '../../kit/format';
import { SearchField } from '../../kit/search-field';
import { Select } from '../../kit/select';
import { Skeleton } from '../../kit/skeleton';
import { Table } from '../../kit/table';
import { texts } from '../../kit/texts';
import { mayOpenCases, mayReadProcesses, maySteerCases } from '../../parts/access';
import { DropZone } from '../../parts/drop-zone';
import { handOver } from '../../parts/dropped-files';
import { ProblemNote } from '../../parts/problem-note';
import { caseWord } from '../../parts/state-words';

import { BulkDialog } from './bulk-dialog';
import { Operations } from './operations';

import styles from '../../parts/page.module.css';

// Nothing can be changed any more in cases that are over.
const over: readonly CaseState[] = ['completed', 'terminated', 'cancelled'];

export function CasesPage() {
  const search = useSearch({ from: '/signed-in/cases' });
  const navigate = useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const list = useInfiniteQuery(caseListQuery(search));
  const processes = useQuery({ ...processListQuery, enabled: mayReadProcesses(session.user) });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [bulk, setBulk] = useState<'closed' | 'open' | 'started'>('closed');
  const maySteer = maySteerCases(session.user);
  const filtered = Boolean(search.process ?? search.state ?? search.q);
  const show = (change: Partial<typeof search>): void => void navigate({ to: '/cases', search: { ...search, ...change }, replace: true });
  return (
    <DropZone
      className={styles.page}
      enabled={mayOpenCases(session.user)}
      onFiles={(files) => {
        handOver(files);
        void navigate({ to: '/cases/new' });
      }}
    >
      <header className={styles.bar}>
        <h1>{texts.cases.title}</h1>
        <SearchField keys="/" label={texts.cases.search} value={search.q ?? ''} onChange={(q) => show({ q: q || undefined })} />
        {processes.data ? (
          <Select
            label={texts.cases.process}
            value={search.process ?? ''}
            options={[{ value: '', label: texts.cases.anyProcess }, ...processes.data.items.map((item) => ({ value: item.id, label: item.name }))]}
            onChange={(process) => show({ process: process || undefined })}
          />
        ) : null}
        <Select
          label={texts.cases.state}
          value={search.state ?? ''}
          options={[
            { value: '', label: texts.cases.anyState },
            ...(Object.keys(texts.cases.states) as CaseState[]).map((state) => ({ value: state, label: texts.cases.states[state] })),
          ]}
          onChange={(state) => show({ state: state || undefined })}
        />
        {filtered ? (
          <Button look="quiet" onClick={() => void navigate({ to: '/cases', search: {} })}>
            {texts.cases.clear}
          </Button>
        ) : null}
        <span className={styles.end}>
          {maySteer && rows.length > 0 && !over.some((state) => state === search.state) ? (
            <Button onClick={() => setBulk('open')}>{texts.bulk.open}</Button>
          ) : null}
          {mayOpenCases(session.user) ? <Button onClick={() => void navigate({ to: '/cases/new' })}>{texts.newCase.title}</Button> : null}
        </span>
      </header>
      {maySteer ? <Operations started={bulk === 'started'} /> : null}
      {bulk === 'open' ? (
        <BulkDialog
          filter={search}
          processName={processes.data?.items.find((item) => item.id === search.process)?.name}
          onClose={() => setBulk('closed')}
          onStarted={() => setBulk('started')}
        />
      ) : null}
      {list.error ? <ProblemNote error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton /> : null}
      {list.data && rows.length === 0 ? (
        <div className={styles.empty}>
          <h2>{texts.cases.none}</h2>
          <p className={styles.muted}>{texts.cases.noneMore}</p>
        </div>
      ) : null}
      {rows.length > 0 ? <CaseTable rows={rows} /> : null}
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{texts.common.more}</Button> : null}
    </DropZone>
  );
}

function CaseTable({ rows }: { rows: readonly CaseRow[] }) {
  return (
    <Table columns={texts.cases.columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <Link to="/case/$id" params={{ id: row.id }} className={styles.strong}>
              {row.title ?? row.businessKey ?? row.id}
            </Link>
          </td>
          <td>
            {row.processName} <span className={styles.muted}>v{row.processVersion}</span>
          </td>
          <td className={row.state === 'incident' ? styles.alarm : undefined}>{caseWord(row.state)}</td>
          <td className={styles.muted}>{asDateTime(row.openedAt)}</td>
          <td className={styles.muted}>{row.closedAt ? asDateTime(row.closedAt) : ''}</td>
          <td>{row.openReviews > 0 ? row.openReviews : ''}</td>
          <td className={styles.alarm}>{row.openIncidents > 0 ? row.openIncidents : ''}</td>
        </tr>
      ))}
    </Table>
  );
}
