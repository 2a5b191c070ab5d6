import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const merge: InboxAction = {
  id: 'inbox.merge',
  label: texts.actions.merge,
  keys: ['.'],
  allowed: () => true,
  perform: (desk) => desk.merge(),
};
