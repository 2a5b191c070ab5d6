import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const moveDown: InboxAction = {
  id: 'inbox.down',
  label: texts.actions.moveDown,
  keys: ['j', 'ArrowDown'],
  repeats: true,
  allowed: (desk) => desk.rows.length > 0,
  perform: (desk) => desk.select(Math.min(desk.rows.length - 1, desk.cursor + 1)),
};
