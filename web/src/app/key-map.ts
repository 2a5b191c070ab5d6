import { keyName } from '../kit/key-cap';
import { texts } from '../kit/texts';
import { inboxActions } from '../pages/inbox/actions/all';
import { reviewActions } from '../pages/review/actions/all';
import { undo } from '../pages/review/actions/undo';

import { places, sheetKeys } from './global-actions';

type Line = { scope: string; keys: readonly string[]; label: string };

/** Every key of the application, from the actions themselves. docs/web.md shows this table and a test compares the two. */
export function keyMap(): readonly Line[] {
  const everywhere: Line[] = [
    { scope: texts.keys.everywhere, keys: sheetKeys, label: texts.keys.sheet },
    ...places.map((place) => ({ scope: texts.keys.everywhere, keys: place.keys, label: place.goLabel })),
    { scope: texts.keys.everywhere, keys: undo.keys, label: undo.label },
  ];
  const inbox = inboxActions.map((action) => ({ scope: texts.inbox.title, keys: action.keys, label: action.label }));
  const review = reviewActions.map((action) => ({ scope: texts.review.title, keys: action.keys, label: action.label }));
  const reasons: Line[] = [{ scope: texts.review.title, keys: ['1', '9'], label: texts.keys.reasonDigit }];
  return [...everywhere, ...inbox, ...review, ...reasons];
}

export function keyTable(): string {
  const lines = keyMap().map((line) => `| ${line.scope} | ${line.keys.map(keyName).join(', ')} | ${line.label} |`);
  return ['| where | keys | what |', '|---|---|---|', ...lines].join('\n');
}
