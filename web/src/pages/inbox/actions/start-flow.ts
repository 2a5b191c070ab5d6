import type { ReviewRow } from '../../../api/types';
import { texts } from '../../../kit/texts';
import type { InboxAction, InboxDesk } from '../inbox-desk';

/** Opens the most urgent case that nobody else has; after each verdict the next one follows by itself. */
export const startFlow: InboxAction = {
  id: 'inbox.start',
  label: texts.actions.startFlow,
  keys: ['Shift+Enter'],
  allowed: (desk) => desk.mayReview && mostUrgent(desk) !== undefined,
  perform: (desk) => {
    const first = mostUrgent(desk);
    if (first) desk.open(first);
  },
};

const mostUrgent = (desk: InboxDesk): ReviewRow | undefined =>
  desk.rows.find((row) => row.state === 'ready' || (row.state === 'claimed' && row.assignee === desk.me));
