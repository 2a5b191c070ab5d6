import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

/** Back to the inbox; an open side panel is closed first. */
export const leave: ReviewAction = {
  id: 'review.leave',
  label: texts.actions.leave,
  keys: ['Escape'],
  allowed: () => true,
  perform: (desk) => {
    if (desk.state.panel) desk.dispatch({ type: 'panel', panel: desk.state.panel });
    else desk.go('inbox');
  },
};
