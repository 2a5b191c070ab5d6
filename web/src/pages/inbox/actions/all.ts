import type { InboxAction } from '../inbox-desk';

import { claim } from './claim';
import { clear } from './clear';
import { merge } from './merge';
import { moveDown } from './move-down';
import { moveUp } from './move-up';
import { open } from './open';
import { search } from './search';
import { showView } from './show-view';
import { startFlow } from './start-flow';

export const inboxActions: readonly InboxAction[] = [moveDown, moveUp, open, startFlow, claim, merge, search, clear, showView];
