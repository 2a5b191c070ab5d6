import type { Diagnostic } from '../api/types';
import { texts } from '../kit/texts';

import styles from './diagnostic-list.module.css';

/** Findings in a model: where, what, and what to do about it. */
export function DiagnosticList({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <ul className={styles.list} aria-label={texts.diagnostics.title}>
      {diagnostics.map((diagnostic, index) => (
        <li key={index} className={styles.item} data-severity={diagnostic.severity}>
          <span className={styles.place}>
            {diagnostic.line}:{diagnostic.column}
          </span>
          <span className={styles.severity}>{texts.diagnostics[diagnostic.severity]}</span>
          <span>
            {diagnostic.message}
            {diagnostic.element ? <code className={styles.element}>{diagnostic.element}</code> : null}
            {diagnostic.hint ? <span className={styles.hint}>{diagnostic.hint}</span> : null}
          </span>
          <code className={styles.code}>{diagnostic.code}</code>
        </li>
      ))}
    </ul>
  );
}
