import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';
import { zoomSteps } from '../review-state';

export const zoomOut: ReviewAction = {
  id: 'review.zoom.out',
  label: texts.actions.zoomOut,
  keys: ['-'],
  repeats: true,
  allowed: (desk) => desk.pages.length > 0,
  perform: (desk) => desk.dispatch({ type: 'zoom', zoom: zoomSteps.findLast((zoom) => zoom < desk.state.zoom) ?? desk.state.zoom }),
};
