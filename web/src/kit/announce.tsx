import { useSyncExternalStore } from 'react';

import styles from './announce.module.css';

// One polite live region for the whole application; two regions would talk over each other.
let message = '';
let turn = 0;
const watchers = new Set<() => void>();

export function announce(text: string): void {
  // The same sentence twice must be read twice: a trailing no-break space makes it a new text.
  turn += 1;
  message = turn % 2 === 0 ? text : `${text}\u00a0`;
  for (const watcher of watchers) watcher();
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export function Announcer() {
  const text = useSyncExternalStore(watch, () => message);
  return (
    <div role="status" aria-live="polite" className={styles.hidden} data-testid="announcer">
      {text}
    </div>
  );
}
