import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const moveUp: InboxAction = {
  id: 'inbox.up',
  label: texts.actions.moveUp,
  keys: ['k', 'ArrowUp'],
  repeats: true,
  allowed: (desk) => desk.rows.length > 0,
  perform: (desk) => desk.select(Math.max(0, desk.cursor - 1)),
};
