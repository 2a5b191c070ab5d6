import { serverNow } from '../../api/clock';
import type { ReviewRow } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { useNow } from '../../kit/use-now';

import { useOutbox } from './outbox-context';

/** A verdict whose effect is still held can be taken back from its own page, too. */
export function EarlierUndo({ row, title }: { row: ReviewRow; title: string }) {
  const outbox = useOutbox();
  const now = useNow(serverNow, 1_000);
  const left = row.undoUntil ? Math.ceil((Date.parse(row.undoUntil) - now) / 1000) : 0;
  if (left <= 0 || row.state !== 'completed') return null;
  return <Button onClick={() => void outbox.undoEarlier(row, title)}>{texts.undo.takeBack(left)}</Button>;
}
