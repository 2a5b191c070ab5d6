import { useEffect, useRef } from 'react';

import type { ReviewRow } from '../../api/types';
import { Hidden } from '../../kit/hidden';
import { texts } from '../../kit/texts';
import { VirtualRows } from '../../kit/virtual-rows';
import type { ReviewSearch } from '../../parts/review-search';

import { InboxRow } from './inbox-row';

import styles from './inbox.module.css';

const rowHeight = 40;

type Properties = {
  rows: readonly ReviewRow[];
  cursor: number;
  gone: ReadonlySet<string>;
  now: number;
  search: ReviewSearch;
  me: string;
  onSelect: (index: number) => void;
  onNearEnd: () => void;
};

export function InboxList({ rows, cursor, gone, now, search, me, onSelect, onNearEnd }: Properties) {
  const scroller = useRef<HTMLDivElement>(null);
  const currentId = rows[cursor]?.id;
  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor < 0) return;
    const top = cursor * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight - rowHeight) element.scrollTop = top + 2 * rowHeight - element.clientHeight;
    const active = document.activeElement;
    if (active !== document.body && !element.contains(active)) return;
    element.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true });
  }, [cursor, currentId]);

  return (
    <div ref={scroller} className={styles.scroller} data-focus-home tabIndex={-1}>
      <div role="grid" aria-label={texts.inbox.title} aria-rowcount={rows.length + 1} className={styles.grid}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          {texts.inbox.columns.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
        <div role="rowgroup">
          <VirtualRows
            scroller={scroller}
            count={rows.length}
            rowHeight={rowHeight}
            onNearEnd={onNearEnd}
            row={(index) => {
              const row = rows[index];
              return row ? (
                <InboxRow
                  key={row.id}
                  row={row}
                  index={index}
                  current={index === cursor}
                  gone={gone.has(row.id)}
                  now={now}
                  search={search}
                  me={me}
                  onSelect={onSelect}
                />
              ) : null;
            }}
          />
        </div>
      </div>
      <Hidden>{texts.inbox.help}</Hidden>
    </div>
  );
}
