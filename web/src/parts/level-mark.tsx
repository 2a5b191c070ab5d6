import { texts } from '../kit/texts';

import type { FieldLevel } from './field-state';

import styles from './level-mark.module.css';

/** The word for a flag, with its shape and fill; nothing for a field that is fine. */
export function LevelMark({ level }: { level: FieldLevel }) {
  if (level === 'fine') return null;
  return (
    <span className={`${styles.mark} ${styles[level]}`}>
      <span aria-hidden="true">{level === 'check' ? '■' : '▨'} </span>
      {texts.levels[level]}
    </span>
  );
}
