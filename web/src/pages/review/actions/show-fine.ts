import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

export const showFine: ReviewAction = {
  id: 'review.fine',
  label: texts.actions.showFine,
  keys: ['f'],
  allowed: (desk) => desk.fields.length > desk.flagged.length,
  perform: (desk) => desk.dispatch({ type: 'fine', show: !desk.state.showFine }),
};
