import { useMutation, useQueryClient } from '@tanstack/react-query';

import { post } from '../../api/client';
import type { ReviewRow } from '../../api/types';

type Step = { review: string; verb: 'claim' | 'release' };

/** Claims and releases the review; `problem` is the refusal for this one, not for the one before. */
export function useClaim(review: string): { claim: (verb: Step['verb']) => void; problem: Error | null } {
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (wanted: Step) => post<ReviewRow>(`/api/reviews/${encodeURIComponent(wanted.review)}/${wanted.verb}`),
    onSettled: (_, __, wanted) => client.invalidateQueries({ queryKey: ['review', wanted.review] }),
  });
  return { claim: (verb) => step.mutate({ review, verb }), problem: step.variables?.review === review ? step.error : null };
}
