import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const previousCase: ReviewAction = {
  id: 'review.previous',
  label: texts.actions.previousCase,
  keys: ['k'],
  allowed: () => true,
  perform: (desk) => desk.go('previous'),
};
