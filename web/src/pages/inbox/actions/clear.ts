import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const clear: InboxAction = {
  id: 'inbox.clear',
  label: texts.actions.clear,
  keys: ['x'],
  allowed: (desk) => desk.filtered,
  perform: (desk) => desk.clear(),
};
