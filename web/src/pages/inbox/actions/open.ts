import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const open: InboxAction = {
  id: 'inbox.open',
  label: texts.actions.open,
  keys: ['Enter'],
  allowed: (desk) => desk.row !== undefined,
  perform: (desk) => {
    if (desk.row) desk.open(desk.row);
  },
};
