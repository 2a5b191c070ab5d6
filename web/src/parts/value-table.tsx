import type { JsonObject } from '../api/words';

import { asText } from './values';

import styles from './value-table.module.css';

/** Names and values, one per line. */
export function ValueTable({ values, empty }: { values: JsonObject; empty: string }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <dl className={styles.table}>
      {entries.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{typeof value === 'object' && value !== null ? <pre className={styles.json}>{JSON.stringify(value, null, 1)}</pre> : asText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
