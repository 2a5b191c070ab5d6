import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const reject: ReviewAction = {
  id: 'review.reject',
  label: texts.actions.reject,
  keys: ['r'],
  allowed: (desk) => desk.canAct,
  perform: (desk) => desk.dispatch({ type: 'ask', asking: { kind: 'reject', picked: null } }),
};
