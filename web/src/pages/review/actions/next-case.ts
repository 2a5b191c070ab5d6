import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const nextCase: ReviewAction = {
  id: 'review.next',
  label: texts.actions.nextCase,
  keys: ['j'],
  allowed: () => true,
  perform: (desk) => desk.go('next'),
};
