import { useEffect, useRef, useState } from 'react';

import { texts } from './texts';
import { useKeys } from './use-keys';

import styles from './search-field.module.css';

const quietMilliseconds = 250;

/** A search that follows the typing a moment later; its key leads into it. */
export function SearchField({ label, value, keys, onChange }: { label: string; value: string; keys?: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }

  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => tell.current(typed), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useKeys(
    keys === undefined
      ? []
      : [{ id: 'search', keys: [keys], label: texts.actions.search, group: texts.keys.everywhere, run: () => input.current?.focus() }],
  );
  return (
    <input
      ref={input}
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
