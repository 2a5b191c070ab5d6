import { useMutation, useQueryClient } from '@tanstack/react-query';

import { post } from '../../api/client';
import type { ReviewRow } from '../../api/types';

export function useClaim(): { claim: (review: string, verb: 'claim' | 'release') => void; problem: Error | null } {
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: ({ review, verb }: { review: string; verb: 'claim' | 'release' }) => post<ReviewRow>(`/api/reviews/${encodeURIComponent(review)}/${verb}`),
    onSettled: (_, __, { review }) => client.invalidateQueries({ queryKey: ['review', review] }),
  });
  return { claim: (review, verb) => step.mutate({ review, verb }), problem: step.error };
}
