import styles from './key-cap.module.css';

const names: Record<string, string> = {
  Enter: '↵',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Shift: '⇧',
  PageUp: 'PgUp',
  '-': '−',
  PageDown: 'PgDn',
};

export function keyName(keys: string): string {
  return keys
    .split(' ')
    .map((combo) => {
      const parts = combo === '+' ? ['+'] : combo.split('+');
      return parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(parts.length > 1 ? ' ' : '');
    })
    .join(' ');
}

/** A key, drawn. Hidden from screen readers: the control it belongs to names the shortcut itself. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <kbd className={styles.cap} aria-hidden="true">
      {keyName(keys)}
    </kbd>
  );
}
