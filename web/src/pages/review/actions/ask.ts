import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';

/** Sends the case back with a question or a correction to make. */
export const ask: ReviewAction = {
  id: 'review.ask',
  label: texts.actions.ask,
  keys: ['q'],
  allowed: (desk) => desk.canAct,
  perform: (desk) => desk.dispatch({ type: 'ask', asking: { kind: 'return', picked: null } }),
};
