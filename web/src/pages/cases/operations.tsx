import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

import { post } from '../../api/client';
import { operationListQuery, refusalsQuery } from '../../api/queries';
import type { OperationRow } from '../../api/types';
import { Button } from '../../kit/button';
import { asDateTime } from '../../kit/format';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import page from '../../parts/page.module.css';
import styles from './operations.module.css';

const words = texts.bulk;

/** Changes to many cases: how far each is, what it left as it is, and a stop. Open while one is under way, or right after one was ordered. */
export function Operations({ started }: { started: boolean }) {
  const client = useQueryClient();
  const list = useQuery(operationListQuery);
  const rows = list.data?.items ?? [];
  const running = rows.filter((row) => row.state === 'running').length;
  const over = list.data?.items.flatMap((row) => (row.state === 'running' ? [] : [row.id])).join(' ');
  const before = useRef(over);
  useEffect(() => {
    // The list of cases shows what a change has made of them, also of one that was over before it was seen.
    if (over !== before.current && before.current !== undefined) void client.invalidateQueries({ queryKey: ['cases'] });
    before.current = over;
  }, [over, client]);
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <details className={styles.list} open={started || running > 0}>
      <summary>
        {words.list}
        {running > 0 ? ` (${words.running(running)})` : ''}
      </summary>
      <ul>
        {rows.map((row) => (
          <OperationItem key={row.id} row={row} />
        ))}
      </ul>
    </details>
  );
}

function OperationItem({ row }: { row: OperationRow }) {
  const client = useQueryClient();
  const [shown, setShown] = useState(false);
  const what = row.version ? words.toVersion(row.version) : words.kinds[row.kind];
  const stop = useMutation({
    mutationFn: () => post(`/api/operations/${encodeURIComponent(row.id)}/stop`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <li className={page.item}>
      <strong>{what}</strong>
      <span className={page.muted}>{words.by(row.by.name, asDateTime(row.startedAt), row.reason)}</span>
      <span>{words.states[row.state]}</span>
      {row.state === 'running' ? (
        <Button aria-label={words.stopOf(what)} disabled={stop.isPending} onClick={() => stop.mutate()}>
          {words.stop}
        </Button>
      ) : null}
      <progress className={styles.bar} aria-label={what} max={Math.max(1, row.total)} value={row.done + row.refused} />
      <span>{words.progress(row.done, row.total, row.refused)}</span>
      {stop.error ? <ProblemNote error={stop.error} /> : null}
      {row.refused > 0 ? (
        <details className={page.full} onToggle={(event) => setShown(event.currentTarget.open)}>
          <summary>{words.whichRefused}</summary>
          {shown ? <Refusals operation={row.id} /> : null}
        </details>
      ) : null}
    </li>
  );
}

function Refusals({ operation }: { operation: string }) {
  const list = useInfiniteQuery(refusalsQuery(operation));
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={2} />;
  return (
    <>
      <ul>
        {list.data.pages
          .flatMap((one) => one.items)
          .map((refusal) => (
            <li key={refusal.case}>
              <Link to="/case/$id" params={{ id: refusal.case }} className={page.mono}>
                {refusal.case}
              </Link>{' '}
              {refusal.message}
            </li>
          ))}
      </ul>
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{texts.common.more}</Button> : null}
    </>
  );
}
