import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';

import { serverNow } from '../../api/clock';
import { reviewCountQuery, reviewListQuery, sessionQuery } from '../../api/queries';
import type { ReviewRow } from '../../api/types';
import { Button } from '../../kit/button';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { useKeys } from '../../kit/use-keys';
import { useNow } from '../../kit/use-now';
import { mayOpenCases, mayReview } from '../../parts/access';
import { DropZone } from '../../parts/drop-zone';
import { handOver } from '../../parts/dropped-files';
import { ProblemNote } from '../../parts/problem-note';
import { reviewViews } from '../../parts/review-search';

import { inboxActions } from './actions/all';
import { InboxBar } from './inbox-bar';
import type { InboxDesk } from './inbox-desk';
import { InboxEmpty } from './inbox-empty';
import { InboxList } from './inbox-list';
import { InboxPreview } from './inbox-preview';
import { useClaim } from './use-claim';
import { useLiveRows } from './use-live-rows';

import styles from './inbox.module.css';

const nothing: readonly ReviewRow[] = [];

export function InboxPage() {
  const search = useSearch({ from: '/signed-in/inbox' });
  const navigate = useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const filter = { view: search.view, q: search.q, tier: search.tier, process: search.process };
  const list = useInfiniteQuery(reviewListQuery(filter));
  const count = useQuery(reviewCountQuery);
  const fetched = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? nothing, [list.data]);
  const news = useLiveRows(filter, fetched);
  const rows = news.over && !list.hasNextPage ? nothing : fetched;
  const [selected, setSelected] = useState<string | undefined>(search.at);
  const [lastIndex, setLastIndex] = useState(0);
  const searchField = useRef<HTMLInputElement>(null);
  const now = useNow(serverNow, 10_000);
  const { claim, release, problem } = useClaim(filter);

  // The cursor is on a case, not on a line: when rows are merged above it, it stays with its case.
  const found = rows.findIndex((row) => row.id === selected);
  const cursor = found >= 0 ? found : Math.min(lastIndex, rows.length - 1);
  const row = rows[cursor];
  const previewed = useDeferredValue(row);
  const select = useCallback(
    (index: number): void => {
      setSelected(rows[index]?.id);
      setLastIndex(index);
    },
    [rows],
  );
  const clear = (): void => void navigate({ to: '/inbox', search: { view: search.view } });
  const desk: InboxDesk = {
    rows,
    cursor,
    row,
    me: session.user.id,
    mayReview: mayReview(session.user),
    arrived: news.arrived,
    filtered: Boolean(search.q ?? search.tier ?? search.process),
    select,
    open: (target) => void navigate({ to: '/review/$id', params: { id: target.id }, search: { ...filter } }),
    claim,
    release,
    merge: news.merge,
    focusSearch: () => searchField.current?.focus(),
    clear,
    showView: (number) => void navigate({ to: '/inbox', search: { ...filter, view: reviewViews[number - 1] ?? 'open' } }),
  };
  useKeys(
    inboxActions.map((action) => ({
      id: action.id,
      keys: action.keys,
      label: action.label,
      group: texts.inbox.title,
      ...(action.repeats ? { repeats: true } : {}),
      run: (event: KeyboardEvent) => {
        if (action.allowed(desk)) action.perform(desk, event.key);
      },
    })),
  );
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = list;
  const more = useCallback((): void => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError]);
  const claimable = row && inboxActions.find((action) => action.id === 'inbox.claim')?.allowed(desk);

  return (
    <DropZone
      className={styles.page}
      enabled={mayOpenCases(session.user)}
      onFiles={(files) => {
        handOver(files);
        void navigate({ to: '/cases/new' });
      }}
    >
      <InboxBar search={search} count={count.data} desk={desk} searchField={searchField} mayOpen={mayOpenCases(session.user)} />
      <div className={styles.news} aria-live="polite">
        {rows.length > 0 && (news.arrived > 0 || news.gone.size > 0) ? (
          <Button look="quiet" keys="." onClick={news.merge}>
            {news.arrived > 0 ? texts.inbox.arrived(news.arrived) : texts.inbox.refresh(news.gone.size)}
          </Button>
        ) : null}
        {problem ? <ProblemNote error={problem} /> : null}
        {list.error && rows.length > 0 ? (
          <ProblemNote error={list.error} onRetry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())} />
        ) : null}
      </div>
      <div className={styles.body} data-alone={row ? undefined : true}>
        {list.error && rows.length === 0 ? <ProblemNote error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={12} /> : null}
        {list.data && rows.length === 0 ? (
          <InboxEmpty search={search} mayOpen={mayOpenCases(session.user)} onClear={clear} />
        ) : null}
        {rows.length > 0 ? (
          <InboxList rows={rows} cursor={cursor} gone={news.gone} now={now} search={search} me={session.user.id} onSelect={select} onNearEnd={more} />
        ) : null}
        {row && previewed ? (
          <InboxPreview
            row={previewed}
            now={now}
            onOpen={() => desk.open(row)}
            onClaim={claimable ? () => (row.state === 'ready' ? claim(row) : release(row)) : null}
            claimLabel={row.state === 'ready' ? texts.inbox.claim : texts.inbox.release}
          />
        ) : null}
      </div>
    </DropZone>
  );
}
