import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { get } from '../../api/client';
import { live } from '../../api/live';
import { type ReviewFilter, reviewListPath, reviewListQuery, reviewPageSize } from '../../api/queries';
import type { Page, ReviewRow } from '../../api/types';

export type LiveRows = {
  arrived: number;
  gone: ReadonlySet<string>;
  /** No row of the list is still to be dealt with. */
  over: boolean;
  merge: () => void;
};

const settleMilliseconds = 400;
const largestPage = 200;

/**
 * Looks at the top of the list when something happened, and never moves a row: rows that changed are updated where they
 * stand, rows that are no longer in the list are dimmed, new ones are counted until the reader asks for them. A list of which nothing is
 * left has no row to protect: it is over, and what is new comes by itself.
 */
export function useLiveRows(filter: ReviewFilter, rows: readonly ReviewRow[]): LiveRows {
  const client = useQueryClient();
  const [news, setNews] = useState<{ key: string; arrived: number; gone: ReadonlySet<string> }>({ key: '', ...none });
  const options = reviewListQuery(filter);
  const key = options.queryKey.join('/');
  const latest = useRef({ filter, rows, key });
  useEffect(() => {
    latest.current = { filter, rows, key };
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      timer = undefined;
      const asked = latest.current;
      const limit = Math.min(largestPage, Math.max(asked.rows.length, reviewPageSize));
      const peek = await get<Page<ReviewRow>>(reviewListPath(asked.filter, null, limit)).catch(() => null);
      if (!peek || latest.current.key !== asked.key) return;
      const now = latest.current.rows;
      client.setQueryData<InfiniteData<Page<ReviewRow>, string | null>>(reviewListQuery(asked.filter).queryKey, (old) =>
        old ? updated(old, peek.items) : old,
      );
      setNews({ key: asked.key, arrived: arrivedIn(now, peek), gone: goneFrom(now, peek) });
    };

    // Nobody looked while the reader was elsewhere. A list that was not fetched yet needs no second look.
    if (client.getQueryData(reviewListQuery(latest.current.filter).queryKey)) timer = setTimeout(() => void look());
    const stop = live.listen((event) => {
      if (event !== 'tick' && !event.review && !/^(review|verdict|case\.(suspended|resumed))\b/.test(event.type ?? '')) return;
      timer ??= setTimeout(() => void look(), settleMilliseconds);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);

  const merge = useCallback((): void => {
    const { filter: current } = latest.current;
    const { queryKey } = reviewListQuery(current);
    client.setQueryData<InfiniteData<Page<ReviewRow>, string | null>>(queryKey, (old) =>
      old ? { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) } : old,
    );
    void client.invalidateQueries({ queryKey }).then(() => setNews({ key: '', ...none }));
  }, [client]);

  const { arrived, gone } = news.key === key ? news : none;
  const over = filter.view !== 'done' && rows.every((row) => gone.has(row.id) || row.state === 'completed' || row.state === 'cancelled');
  const fresh = over && (arrived > 0 || (rows.length > 0 && rows.every((row) => gone.has(row.id))));
  useEffect(() => {
    if (fresh) merge();
  }, [fresh, merge]);
  return { arrived, gone, over, merge };
}

const none = { arrived: 0, gone: new Set<string>() };

function updated(old: InfiniteData<Page<ReviewRow>, string | null>, items: readonly ReviewRow[]): InfiniteData<Page<ReviewRow>, string | null> {
  const fresh = new Map(items.map((row) => [row.id, row]));
  return {
    ...old,
    pages: old.pages.map((page) => ({ ...page, items: page.items.map((row) => newer(row, fresh.get(row.id))) })),
  };
}

const newer = (row: ReviewRow, other: ReviewRow | undefined): ReviewRow => (other && other.version >= row.version ? other : row);

function arrivedIn(rows: readonly ReviewRow[], peek: Page<ReviewRow>): number {
  const known = new Set(rows.map((row) => row.id));
  return peek.items.filter((row) => !known.has(row.id)).length;
}

/** Missing rows at the very end may only have been pushed off the page by new ones; those are not gone. */
function goneFrom(rows: readonly ReviewRow[], peek: Page<ReviewRow>): ReadonlySet<string> {
  const there = new Set(peek.items.map((row) => row.id));
  const lastThere = peek.next ? rows.findLastIndex((row) => there.has(row.id)) : Math.min(rows.length, largestPage);
  return new Set(rows.filter((row, index) => index < lastThere && !there.has(row.id)).map((row) => row.id));
}
