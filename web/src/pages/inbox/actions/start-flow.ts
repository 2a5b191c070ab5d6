import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

/** Opens the most urgent case that nobody else has; after each verdict the next one follows by itself. */
export const startFlow: InboxAction = {
  id: 'inbox.start',
  label: texts.actions.startFlow,
  keys: ['Shift+Enter'],
  allowed: (desk) => desk.mayReview && desk.rows.length > 0,
  perform: (desk) => {
    const first = desk.rows.find((row) => row.state === 'ready' || row.assignee === desk.me);
    if (first) desk.open(first);
  },
};
