import type { DecisionTable } from '../../api/types';
import { texts } from '../../kit/texts';

import styles from '../../parts/page.module.css';

export function DecisionTableView({ table }: { table: DecisionTable }) {
  return (
    <div className={styles.scroll}>
      {table.hitPolicy ? <p className={styles.muted}>{texts.processes.hitPolicy(table.hitPolicy)}</p> : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            {table.inputs.map((input, index) => (
              <th key={`in${index}`} scope="col">
                {input.label ?? input.expression}
              </th>
            ))}
            {table.outputs.map((output, index) => (
              <th key={`out${index}`} scope="col">
                → {output.label ?? output.name}
              </th>
            ))}
            <th scope="col">{texts.processes.annotation}</th>
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule) => (
            <tr key={rule.number}>
              <td className={styles.muted}>{rule.number}</td>
              {rule.inputs.map((cell, index) => (
                <td key={`in${index}`}>
                  <code>{cell}</code>
                </td>
              ))}
              {rule.outputs.map((cell, index) => (
                <td key={`out${index}`}>
                  <code>{cell}</code>
                </td>
              ))}
              <td className={styles.muted}>{rule.annotations.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
