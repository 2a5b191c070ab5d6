import type { ButtonHTMLAttributes } from 'react';

import { KeyCap } from './key-cap';

import styles from './button.module.css';

type Look = 'plain' | 'primary' | 'quiet';
type Properties = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; keys?: string };

/** The one button. With `keys` it shows the shortcut and tells assistive technology about it. */
export function Button({ look = 'plain', keys, className, children, type = 'button', ...rest }: Properties) {
  return (
    <button
      {...rest}
      type={type}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
      {...(keys ? { 'aria-keyshortcuts': keys } : {})}
    >
      {children}
      {keys ? <KeyCap keys={keys} /> : null}
    </button>
  );
}
