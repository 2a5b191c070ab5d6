import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const search: InboxAction = {
  id: 'inbox.search',
  label: texts.actions.search,
  keys: ['/'],
  allowed: () => true,
  perform: (desk) => desk.focusSearch(),
};
