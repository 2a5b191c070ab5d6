import type { DecisionTable } from '../../api/types';
import { Table } from '../../kit/table';
import { texts } from '../../kit/texts';

import styles from '../../parts/page.module.css';

export function DecisionTableView({ table }: { table: DecisionTable }) {
  const columns = [
    '#',
    ...table.inputs.map((input) => input.label ?? input.expression),
    ...table.outputs.map((output) => `→ ${output.label ?? output.name}`),
    texts.processes.annotation,
  ];
  return (
    <>
      {table.hitPolicy ? <p className={styles.muted}>{texts.processes.hitPolicy(table.hitPolicy)}</p> : null}
      <Table columns={columns}>
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
      </Table>
    </>
  );
}
