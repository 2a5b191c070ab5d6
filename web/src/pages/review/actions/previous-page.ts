import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const previousPage: ReviewAction = {
  id: 'review.page.previous',
  label: texts.actions.previousPage,
  keys: ['[', 'PageUp'],
  repeats: true,
  allowed: (desk) => desk.state.page > 0,
  perform: (desk) => desk.dispatch({ type: 'page', page: desk.state.page - 1 }),
};
