import { texts } from '../../../kit/texts';
import { isFlagged } from '../../../parts/field-state';
import type { ReviewAction } from '../review-desk';

/** Confirms the flagged field that has the focus and goes on to the next one that is still open. */
export const confirm: ReviewAction = {
  id: 'review.confirm',
  label: texts.actions.confirm,
  keys: ['Enter'],
  allowed: (desk) => desk.flagged.length > 0,
  perform: (desk) => {
    const current = desk.fields.find((field) => field.name === desk.state.focused);
    const confirms = desk.canAct && current !== undefined && isFlagged(current);
    if (confirms) desk.dispatch({ type: 'confirm', name: current.name });
    const open = desk.openFlags.filter((field) => !confirms || field.name !== current.name);
    const after = open.find((field) => current !== undefined && desk.fields.indexOf(field) > desk.fields.indexOf(current));
    const next = after ?? open[0];
    if (next) desk.focusField(next.name);
    else if (confirms) desk.announce(texts.review.allChecked);
  },
};
