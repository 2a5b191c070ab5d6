import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

/** Edits the field that has the focus, or else the first one that needs a look. */
export const edit: ReviewAction = {
  id: 'review.edit',
  label: texts.actions.edit,
  keys: ['e'],
  allowed: (desk) => desk.canAct && desk.fields.length > 0,
  perform: (desk) => {
    const field = desk.fields.find((other) => other.name === desk.state.focused) ?? desk.openFlags[0] ?? desk.flagged[0] ?? desk.fields[0];
    if (!field) return;
    if (!desk.flagged.includes(field)) desk.dispatch({ type: 'fine', show: true });
    desk.dispatch({ type: 'edit', name: field.name });
  },
};
