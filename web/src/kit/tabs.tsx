import { type KeyboardEvent, useId } from 'react';

import styles from './tabs.module.css';

type Tab<T extends string> = { id: T; label: string };
type Properties<T extends string> = { label: string; tabs: readonly Tab<T>[]; current: T; onSelect: (id: T) => void };

export function Tabs<T extends string>({ label, tabs, current, onSelect }: Properties<T>) {
  const prefix = useId();
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(`${prefix}${next.id}`)?.focus();
  };

  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${prefix}${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === current}
          tabIndex={tab.id === current ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
