import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const claim: ReviewAction = {
  id: 'review.claim',
  label: texts.actions.claim,
  keys: ['c'],
  allowed: (desk) => desk.canAct,
  perform: (desk) => desk.claim(desk.detail.row.state === 'claimed' ? 'release' : 'claim'),
};
