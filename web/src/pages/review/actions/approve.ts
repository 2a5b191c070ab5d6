import { texts } from '../../../kit/texts';
import { needsReason, type ReviewAction, type ReviewDesk } from '../review-desk';

/** Approve, or amend when values were changed. Refused with the reason while something was not looked at. */
export const approve: ReviewAction = {
  id: 'review.approve',
  label: texts.actions.approve,
  keys: ['a'],
  allowed: (desk) => desk.canAct,
  perform: (desk) => {
    if (refusedFor(desk)) return;
    const kind = desk.state.changes.length > 0 ? 'amend' : 'approve';
    if (needsReason(desk)) desk.dispatch({ type: 'ask', asking: { kind, picked: null } });
    else desk.give(kind, []);
  },
};

function refusedFor(desk: ReviewDesk): boolean {
  const first = desk.openFlags[0];
  if (first) {
    const text = texts.review.flagsOpen(desk.openFlags.length, first.label);
    desk.dispatch({ type: 'notice', notice: { place: 'fields', text } });
    desk.focusField(first.name);
    desk.announce(text);
    return true;
  }

  const unseen = desk.unseen[0];
  if (unseen && needsReason(desk)) {
    const page = desk.pages.findIndex((other) => other.document.hash === unseen);
    desk.dispatch({ type: 'notice', notice: { place: 'evidence', text: texts.review.evidenceUnseen } });
    if (page >= 0) desk.dispatch({ type: 'page', page });
    desk.announce(texts.review.evidenceUnseen);
    return true;
  }

  return false;
}
