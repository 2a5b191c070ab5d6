import type { ReviewAction } from '../review-desk';

import { approve } from './approve';
import { ask } from './ask';
import { back } from './back';
import { claim } from './claim';
import { confirm } from './confirm';
import { edit } from './edit';
import { history } from './history';
import { leave } from './leave';
import { nextCase } from './next-case';
import { nextPage } from './next-page';
import { note } from './note';
import { previousCase } from './previous-case';
import { previousPage } from './previous-page';
import { reject } from './reject';
import { showFine } from './show-fine';
import { why } from './why';
import { zoomIn } from './zoom-in';
import { zoomOut } from './zoom-out';

export const reviewActions: readonly ReviewAction[] = [
  confirm,
  back,
  approve,
  edit,
  reject,
  ask,
  note,
  showFine,
  nextPage,
  previousPage,
  zoomIn,
  zoomOut,
  why,
  history,
  claim,
  nextCase,
  previousCase,
  leave,
];
