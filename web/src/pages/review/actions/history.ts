import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const history: ReviewAction = {
  id: 'review.history',
  label: texts.actions.history,
  keys: ['h'],
  allowed: () => true,
  perform: (desk) => desk.dispatch({ type: 'panel', panel: 'history' }),
};
