import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const nextPage: ReviewAction = {
  id: 'review.page.next',
  label: texts.actions.nextPage,
  keys: [']', 'PageDown'],
  repeats: true,
  allowed: (desk) => desk.state.page < desk.pages.length - 1,
  perform: (desk) => desk.dispatch({ type: 'page', page: desk.state.page + 1 }),
};
