import type { DecisionSummary } from '../../api/types';
import { asDateTime, shortHash } from '../../kit/format';
import { texts } from '../../kit/texts';

import { DecisionTrial } from './decision-trial';
import { DecisionTableView } from './decision-table-view';
import { deployerName } from './deployer';

import styles from '../../parts/page.module.css';

export function DecisionCard({ decision }: { decision: DecisionSummary }) {
  return (
    <details>
      <summary>
        <strong>{decision.name}</strong>{' '}
        <span className={styles.muted}>
          {texts.processes.version(decision.version)} · {asDateTime(decision.deployedAt)} · {deployerName(decision.deployedBy)}
        </span>{' '}
        <code className={styles.mono} title={decision.hash}>
          {shortHash(decision.hash)}
        </code>
      </summary>
      <div className={styles.section}>
        {decision.table ? <DecisionTableView table={decision.table} /> : <p className={styles.muted}>{texts.processes.noTable}</p>}
        <DecisionTrial id={decision.id} />
      </div>
    </details>
  );
}
