import { texts } from '../../../kit/texts';
import type { ReviewAction } from '../review-desk';
import { zoomSteps } from '../review-state';

export const zoomIn: ReviewAction = {
  id: 'review.zoom.in',
  label: texts.actions.zoomIn,
  keys: ['+', '='],
  repeats: true,
  allowed: (desk) => desk.pages.length > 0,
  perform: (desk) => desk.dispatch({ type: 'zoom', zoom: zoomSteps.find((zoom) => zoom > desk.state.zoom) ?? desk.state.zoom }),
};
