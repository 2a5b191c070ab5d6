import type { Tier } from '../api/types';
import type { ReviewListing } from '../api/words';

/** What the inbox and the review page keep in the address, so that a link shows the same list and the same next case. */
export type ReviewSearch = {
  view: ReviewListing;
  q?: string | undefined;
  tier?: Tier | undefined;
  process?: string | undefined;
  at?: string | undefined;
};

export const reviewViews: readonly ReviewListing[] = ['open', 'mine', 'atRisk', 'done'];
export const tiers: readonly Tier[] = ['low', 'medium', 'high', 'critical'];

export function parseReviewSearch(search: Record<string, unknown>): ReviewSearch {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
  return {
    view: reviewViews.find((view) => view === search['view']) ?? 'open',
    q: text(search['q']),
    tier: tiers.find((tier) => tier === search['tier']),
    process: text(search['process']),
    at: text(search['at']),
  };
}
