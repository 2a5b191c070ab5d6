import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';

import { post } from '../../api/client';
import { type ReviewFilter, reviewListQuery } from '../../api/queries';
import type { Page, ReviewRow } from '../../api/types';

type Step = { row: ReviewRow; verb: 'claim' | 'release' };

/** Claim and release. The row that the server answers with replaces the one in the list, in its place. */
export function useClaim(filter: ReviewFilter): { claim: (row: ReviewRow) => void; release: (row: ReviewRow) => void; problem: Error | null } {
  const client = useQueryClient();
  const { queryKey } = reviewListQuery(filter);
  const step = useMutation({
    mutationFn: ({ row, verb }: Step) => post<ReviewRow>(`/api/reviews/${encodeURIComponent(row.id)}/${verb}`),
    onSuccess: (row) => {
      client.setQueryData<InfiniteData<Page<ReviewRow>, string | null>>(queryKey, (old) =>
        old ? { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map((other) => (other.id === row.id ? row : other)) })) } : old,
      );
      void client.invalidateQueries({ queryKey: ['review', row.id] });
    },
  });
  return {
    claim: (row) => step.mutate({ row, verb: 'claim' }),
    release: (row) => step.mutate({ row, verb: 'release' }),
    problem: step.error,
  };
}
