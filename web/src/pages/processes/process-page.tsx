import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { processVersionsQuery, processXmlQuery, sessionQuery } from '../../api/queries';
import type { ProcessVersion } from '../../api/types';
import { asDateTime, shortHash } from '../../kit/format';
import { Select } from '../../kit/select';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { mayOpenCases } from '../../parts/access';
import { DiagnosticList } from '../../parts/diagnostic-list';
import { Diagram } from '../../parts/diagram';
import { ProblemNote } from '../../parts/problem-note';

import { deployerName } from './deployer';

import styles from '../../parts/page.module.css';

export function ProcessPage() {
  const { id } = useParams({ from: '/signed-in/processes/$id' });
  const { version: wanted } = useSearch({ from: '/signed-in/processes/$id' });
  const navigate = useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const versions = useQuery(processVersionsQuery(id));
  const sorted = [...(versions.data?.items ?? [])].sort((left, right) => right.version - left.version);
  const shown = sorted.find((version) => version.version === wanted) ?? sorted[0];
  if (!shown) {
    return (
      <div className={styles.page}>
        {versions.error ? <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} /> : <Skeleton lines={10} />}
      </div>
    );
  }

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>{shown.name}</h1>
        <Select
          label={texts.processes.versions}
          value={String(shown.version)}
          options={sorted.map((version) => ({ value: String(version.version), label: texts.processes.version(version.version) }))}
          onChange={(version) => void navigate({ to: '/processes/$id', params: { id }, search: { version: Number(version) }, replace: true })}
        />
        <span className={styles.muted}>
          {asDateTime(shown.deployedAt)} · {deployerName(shown.deployedBy)}
        </span>
        <span className={styles.muted}>{texts.processes.counts(shown.open, shown.closed)}</span>
        <span className={styles.mono} title={shown.hash}>
          {shortHash(shown.hash)}
        </span>
        <span className={styles.end}>
          <Link to="/cases" search={{ process: id }}>
            {texts.processes.seeCases}
          </Link>
          {mayOpenCases(session.user) ? (
            <Link to="/cases/new" search={{ process: id }}>
              {texts.processes.startCase}
            </Link>
          ) : null}
        </span>
      </header>
      <VersionDiagram version={shown} />
      {shown.diagnostics && shown.diagnostics.length > 0 ? <DiagnosticList diagnostics={shown.diagnostics} /> : null}
    </div>
  );
}

function VersionDiagram({ version }: { version: ProcessVersion }) {
  const xml = useQuery(processXmlQuery(version.id, version.version));
  return (
    <div className={styles.diagram} style={{ height: 'min(60vh, 560px)' }}>
      {xml.data ? <Diagram xml={xml.data} label={texts.processes.diagram(version.name)} /> : null}
      {xml.isPending ? <Skeleton lines={4} /> : null}
      {xml.error ? <ProblemNote error={xml.error} onRetry={() => void xml.refetch()} /> : null}
    </div>
  );
}
