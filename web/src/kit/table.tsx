import type { ReactNode } from 'react';

import styles from './table.module.css';

type Properties = { columns: readonly string[]; children: ReactNode };

/** Rows under named columns; what is too wide scrolls inside. */
export function Table({ columns, children }: Properties) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
