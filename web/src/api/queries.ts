import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { get, query } from './client';
import type {
  CaseDetail,
  CaseRow,
  CaseSelection,
  ChainCheck,
  DecisionSummary,
  FactRow,
  OperationRefusal,
  OperationRow,
  Page,
  PageWords,
  ProcessSummary,
  ProcessVersion,
  ReviewDetail,
  ReviewRow,
  SelectionCount,
  Session,
  SessionOptions,
  Tier,
} from './types';
import type { ReviewListing } from './words';

// Reads that more than one page needs. What a page alone reads stays in its folder.

export type ReviewFilter = { view: ReviewListing; q?: string | undefined; tier?: Tier | undefined; process?: string | undefined };
export const reviewPageSize = 50;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<Session>('/api/session', signal),
  staleTime: 5 * 60_000,
  retry: false,
});

export const sessionOptionsQuery = queryOptions({
  queryKey: ['session-options'],
  queryFn: ({ signal }) => get<SessionOptions>('/api/session/options', signal),
  staleTime: 60_000,
});

export function reviewListPath(filter: ReviewFilter, after: string | null, limit: number): string {
  return `/api/reviews${query({ view: filter.view, q: filter.q, tier: filter.tier, process: filter.process, after, limit })}`;
}

/** The inbox list. It is fetched again only on purpose: rows must not move under the cursor. */
export const reviewListQuery = (filter: ReviewFilter) =>
  infiniteQueryOptions({
    queryKey: ['reviews', filter.view, filter.q ?? '', filter.tier ?? '', filter.process ?? ''],
    queryFn: ({ pageParam, signal }) => get<Page<ReviewRow>>(reviewListPath(filter, pageParam, reviewPageSize), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: Infinity,
  });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id],
    queryFn: ({ signal }) => get<ReviewDetail>(`/api/reviews/${encodeURIComponent(id)}`, signal),
    staleTime: 2 * 60_000,
  });

export const reviewCountQuery = queryOptions({
  queryKey: ['review-count'],
  queryFn: ({ signal }) => get<{ open: number; capped: boolean }>('/api/reviews/count', signal),
  staleTime: 30_000,
});

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => get<CaseDetail>(`/api/cases/${encodeURIComponent(id)}`, signal),
    staleTime: 10_000,
  });

export type CaseFilter = { process?: string | undefined; state?: string | undefined; q?: string | undefined };

export const caseListQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', filter.process ?? '', filter.state ?? '', filter.q ?? ''],
    queryFn: ({ pageParam, signal }) => get<Page<CaseRow>>(`/api/cases${query({ ...filter, after: pageParam, limit: 100 })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: 10_000,
  });

/** How many cases a change to all of a selection would reach. */
export const selectionCountQuery = (cases: CaseSelection) =>
  queryOptions({
    queryKey: ['selection-count', cases],
    queryFn: ({ signal }) => get<SelectionCount>(`/api/operations/count${query({ process: cases.process, state: cases.state, search: cases.search })}`, signal),
  });

/** Changes to many cases, newest first; asked again while one is under way. */
export const operationListQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) => get<Page<OperationRow>>('/api/operations', signal),
  refetchInterval: (list) => (list.state.data?.items.some((row) => row.state === 'running') ? 500 : false),
  staleTime: 10_000,
});

export const refusalsQuery = (operation: string) =>
  infiniteQueryOptions({
    queryKey: ['operations', operation, 'refusals'],
    queryFn: ({ pageParam, signal }) =>
      get<Page<OperationRefusal>>(`/api/operations/${encodeURIComponent(operation)}/refusals${query({ after: pageParam, limit: 50 })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });

export const processListQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: ({ signal }) => get<{ items: ProcessSummary[] }>('/api/processes', signal),
  staleTime: 30_000,
});

export const processVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['process-versions', id],
    queryFn: ({ signal }) => get<{ items: ProcessVersion[] }>(`/api/processes/${encodeURIComponent(id)}/versions`, signal),
    staleTime: 30_000,
  });

/** A deployed model never changes, so it is read once. */
export const processXmlQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['process-xml', id, version],
    queryFn: ({ signal }) => get<string>(`/api/processes/${encodeURIComponent(id)}/versions/${version}/xml`, signal),
    staleTime: Infinity,
  });

export const decisionListQuery = queryOptions({
  queryKey: ['decisions'],
  queryFn: ({ signal }) => get<{ items: DecisionSummary[] }>('/api/decisions', signal),
  staleTime: 30_000,
});

export type FactFilter = {
  case?: string | undefined;
  actor?: string | undefined;
  type?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export const factListQuery = (filter: FactFilter) =>
  infiniteQueryOptions({
    queryKey: ['facts', filter.case ?? '', filter.actor ?? '', filter.type ?? '', filter.from ?? '', filter.to ?? ''],
    queryFn: ({ pageParam, signal }) => get<Page<FactRow>>(`/api/facts${query({ ...filter, after: pageParam, limit: 100 })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: 10_000,
  });

export const caseFactsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['case-facts', id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<FactRow>>(`/api/cases/${encodeURIComponent(id)}/facts${query({ after: pageParam, limit: 200 })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: 10_000,
  });

export const chainQuery = queryOptions({
  queryKey: ['chain'],
  queryFn: ({ signal }) => get<ChainCheck>('/api/audit/chain', signal),
  refetchInterval: (state) => (state.state.data?.running ? 1_000 : false),
});

export const pageWordsQuery = (hash: string, page: number) =>
  queryOptions({
    queryKey: ['words', hash, page],
    queryFn: ({ signal }) => get<PageWords>(`/api/documents/${hash}/pages/${page}/words`, signal),
    staleTime: Infinity,
    retry: false,
  });

export const documentTextQuery = (hash: string) =>
  queryOptions({
    queryKey: ['document-text', hash],
    queryFn: ({ signal }) => get<string>(`/api/documents/${hash}/content`, signal),
    staleTime: Infinity,
  });

export const pageImagePath = (hash: string, page: number): string => `/api/documents/${hash}/pages/${page}`;
