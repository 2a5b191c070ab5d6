import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const why: ReviewAction = {
  id: 'review.why',
  label: texts.actions.why,
  keys: ['w'],
  allowed: () => true,
  perform: (desk) => desk.dispatch({ type: 'panel', panel: 'why' }),
};
