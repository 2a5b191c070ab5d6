import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const back: ReviewAction = {
  id: 'review.back',
  label: texts.actions.back,
  keys: ['Shift+Enter'],
  allowed: (desk) => desk.flagged.length > 0,
  perform: (desk) => {
    const index = desk.flagged.findIndex((field) => field.name === desk.state.focused);
    const previous = desk.flagged[index <= 0 ? desk.flagged.length - 1 : index - 1];
    if (previous) desk.focusField(previous.name);
  },
};
