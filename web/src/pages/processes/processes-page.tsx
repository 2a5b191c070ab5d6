import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { decisionListQuery, processListQuery, sessionQuery } from '../../api/queries';
import { asDateTime } from '../../kit/format';
import { Skeleton } from '../../kit/skeleton';
import { Table } from '../../kit/table';
import { texts } from '../../kit/texts';
import { mayDeployDecisions, mayDeployProcesses } from '../../parts/access';
import { ProblemNote } from '../../parts/problem-note';

import { DecisionCard } from './decision-card';
import { deployerName } from './deployer';
import { ModelUpload } from './model-upload';

import styles from '../../parts/page.module.css';

export function ProcessesPage() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const processes = useQuery(processListQuery);
  const decisions = useQuery(decisionListQuery);
  const items = processes.data?.items ?? [];
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>{texts.processes.title}</h1>
      </header>
      {mayDeployProcesses(session.user) ? <ModelUpload kind="processes" /> : null}
      {processes.error ? <ProblemNote error={processes.error} onRetry={() => void processes.refetch()} /> : null}
      {processes.isPending ? <Skeleton lines={5} /> : null}
      {processes.data && items.length === 0 ? (
        <div className={styles.empty}>
          <h2>{texts.processes.none}</h2>
          <p className={styles.muted}>{texts.processes.noneMore}</p>
        </div>
      ) : null}
      {items.length > 0 ? (
        <Table columns={texts.processes.columns}>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Link to="/processes/$id" params={{ id: item.id }} className={styles.strong}>
                  {item.name}
                </Link>
              </td>
              <td>{item.version}</td>
              <td className={styles.muted}>{asDateTime(item.deployedAt)}</td>
              <td className={styles.muted}>{deployerName(item.deployedBy)}</td>
              <td>{item.open}</td>
              <td>{item.closed}</td>
              <td className={item.incidents > 0 ? styles.alarm : undefined}>{item.incidents}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      <header className={styles.bar}>
        <h1>{texts.processes.decisions}</h1>
      </header>
      {mayDeployDecisions(session.user) ? <ModelUpload kind="decisions" /> : null}
      {decisions.error ? <ProblemNote error={decisions.error} onRetry={() => void decisions.refetch()} /> : null}
      {decisions.data?.items.length === 0 ? <p className={styles.muted}>{texts.processes.noDecisions}</p> : null}
      {decisions.data?.items.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} />
      ))}
    </div>
  );
}
