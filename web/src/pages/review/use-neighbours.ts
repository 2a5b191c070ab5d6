import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

import { pageImagePath, type ReviewFilter, reviewListQuery, reviewQuery, sessionQuery } from '../../api/queries';
import type { ReviewDetail, ReviewRow } from '../../api/types';
import { painted } from '../../kit/painted';
import { fieldsOf, flaggedFirst } from '../../parts/field-state';

import { firstRegion } from './evidence-pages';
import { useOutbox } from './outbox-context';

export type Neighbours = { next: ReviewRow | null; previous: ReviewRow | null; index: number; total: number; more: boolean };

const ahead = 3;
const keptImages = 12;
// Decoded pages stay referenced, else the browser may decode them again on the key press.
const decoded: HTMLImageElement[] = [];

/** The open cases around this one in the list that the reviewer came from; the next three are fetched in advance. */
export function useNeighbours(id: string, filter: ReviewFilter): Neighbours & { nextAfter: () => ReviewRow | null } {
  const client = useQueryClient();
  const outbox = useOutbox();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(reviewListQuery(filter));
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const index = rows.findIndex((row) => row.id === id);
  const me = useSuspenseQuery(sessionQuery).data.user.id;
  const upcoming = useMemo(() => rows.slice(index + 1).filter((row) => isOpenFor(row, me)), [rows, index, me]);

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && upcoming.length < 2 * ahead) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, upcoming.length]);

  const wanted = upcoming
    .slice(0, ahead)
    .map((row) => row.id)
    .join(' ');
  useEffect(() => {
    void painted().then(() => {
      for (const next of wanted.split(' ').filter(Boolean)) {
        void client.ensureQueryData(reviewQuery(next)).then(
          (detail) => decodeFirst(detail),
          () => undefined,
        );
      }
    });
  }, [client, wanted]);

  const open = (row: ReviewRow): boolean => {
    if (!isOpenFor(row, me) || outbox.isDecided(row.id)) return false;
    const state = client.getQueryData(reviewQuery(row.id).queryKey)?.row.state;
    return state !== 'completed' && state !== 'cancelled';
  };
  const before = rows.slice(0, Math.max(0, index));
  const next = upcoming.find(open) ?? null;
  const nextAfter = (): ReviewRow | null => upcoming.find(open) ?? before.find(open) ?? null;
  return { next, previous: before.findLast(open) ?? null, index, total: rows.length, more: hasNextPage, nextAfter };
}

/** What somebody else has claimed is no next case: it could not be decided. */
const isOpenFor = (row: ReviewRow, me: string): boolean => row.state === 'ready' || (row.state === 'claimed' && row.assignee === me);

function decodeFirst(detail: ReviewDetail): void {
  const proposal = detail.content.proposal;
  const region = firstRegion(flaggedFirst(fieldsOf(proposal)).flagged[0]);
  const document = region?.document ?? proposal.evidence[0]?.hash;
  if (!document) return;
  const source = pageImagePath(document, region?.page ?? 1);
  if (decoded.some((image) => image.getAttribute('src') === source)) return;
  const image = new Image();
  image.src = source;
  decoded.push(image);
  if (decoded.length > keptImages) decoded.shift();
  if (typeof image.decode === 'function') image.decode().catch(() => undefined);
}
