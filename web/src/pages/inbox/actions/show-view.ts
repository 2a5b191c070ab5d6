import { texts } from '../../../kit/texts';
import type { InboxAction } from '../inbox-desk';

export const showView: InboxAction = {
  id: 'inbox.view',
  label: texts.actions.showView,
  keys: ['1', '2', '3', '4'],
  allowed: () => true,
  perform: (desk, keys) => desk.showView(Number(keys)),
};
