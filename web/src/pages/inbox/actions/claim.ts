import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const claim: InboxAction = {
  id: 'inbox.claim',
  label: texts.actions.claim,
  keys: ['c'],
  allowed: (desk) => desk.mayReview && (desk.row?.state === 'ready' || (desk.row?.state === 'claimed' && desk.row.assignee === desk.me)),
  perform: (desk) => {
    if (!desk.row) return;
    if (desk.row.state === 'ready') desk.claim(desk.row);
    else desk.release(desk.row);
  },
};
