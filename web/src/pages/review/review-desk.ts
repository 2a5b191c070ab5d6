import type { Dispatch } from 'react';

import type { ProposedField, Reason, ReviewDetail, Tier, VerdictKind } from '../../api/types';

import type { EvidencePage } from './evidence-pages';
import type { ReviewState, ReviewStep } from './review-state';

/** What the actions of the review may see and do. */
export type ReviewDesk = {
  /** Names this sitting before this case. */
  opening: string;
  detail: ReviewDetail;
  state: ReviewState;
  fields: readonly ProposedField[];
  flagged: readonly ProposedField[];
  openFlags: readonly ProposedField[];
  pages: readonly EvidencePage[];
  unseen: readonly string[];
  canAct: boolean;
  /** Why it cannot be decided, when it cannot. */
  refusal: string;
  dispatch: Dispatch<ReviewStep>;
  /** Does an action, or says why it cannot be done now. The same function as long as the page is open. */
  perform: (action: ReviewAction) => void;
  focusField: (name: string) => void;
  focusNote: () => void;
  announce: (text: string) => void;
  give: (kind: VerdictKind, reasons: Reason[]) => void;
  go: (where: 'next' | 'previous' | 'inbox') => void;
  claim: (verb: 'claim' | 'release') => void;
};

/** One user action: what it is called, its keys, when it is allowed and what it does. */
export type ReviewAction = {
  id: string;
  label: string;
  keys: readonly string[];
  repeats?: boolean;
  allowed: (desk: ReviewDesk) => boolean;
  perform: (desk: ReviewDesk) => void;
};

export const atLeast = (tier: Tier, least: Tier): boolean => {
  const order: readonly Tier[] = ['low', 'medium', 'high', 'critical'];
  return order.indexOf(tier) >= order.indexOf(least);
};

export const leastNote = 10;
export const needsReason = (desk: ReviewDesk): boolean => atLeast(desk.detail.content.tier, 'medium');
export const needsNote = (desk: ReviewDesk): boolean => atLeast(desk.detail.content.tier, 'high') && desk.state.note.trim().length < leastNote;
