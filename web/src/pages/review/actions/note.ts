import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const note: ReviewAction = {
  id: 'review.note',
  label: texts.actions.note,
  keys: ['n'],
  allowed: (desk) => desk.canAct,
  perform: (desk) => desk.focusNote(),
};
