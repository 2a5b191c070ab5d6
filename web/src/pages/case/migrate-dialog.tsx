import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { post } from '../../api/client';
import { processVersionsQuery, processXmlQuery } from '../../api/queries';
import type { CaseDetail, MigrationPlan } from '../../api/types';
import { Select } from '../../kit/select';
import { Skeleton } from '../../kit/skeleton';
import { Table } from '../../kit/table';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import { OperateDialog } from './operate-dialog';
import { stepsOf } from './steps-of';

import styles from '../../parts/page.module.css';

/** Lets the case run by another version: shows first what would become of everything that is under way. */
export function MigrateDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const words = texts.case_.migrate;
  const [version, setVersion] = useState(0);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const versions = useQuery(processVersionsQuery(detail.process));
  const others = (versions.data?.items ?? []).filter((other) => other.version !== detail.processVersion);
  const chosen = version === 0 ? (others[0]?.version ?? 0) : version;
  const pairs = useMemo(() => Object.entries(mapping).flatMap(([from, to]) => (to === '' ? [] : [{ from, to }])), [mapping]);
  const plan = useQuery({
    queryKey: ['case', detail.id, 'migration', chosen, pairs],
    queryFn: () => post<MigrationPlan>(`/api/cases/${encodeURIComponent(detail.id)}/migration-plan`, { version: chosen, mapping: pairs }),
    enabled: chosen !== 0,
  });
  const isPossible = plan.data !== undefined && plan.data.problems.length === 0;
  return (
    <OperateDialog
      caseId={detail.id}
      path="migrate"
      words={words}
      body={isPossible ? { version: chosen, mapping: pairs } : null}
      onClose={onClose}
      size="xl"
    >
      {versions.isPending ? <Skeleton lines={1} /> : null}
      {versions.error ? <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} /> : null}
      {versions.data && others.length === 0 ? <p>{words.noOther}</p> : null}
      {others.length > 0 ? (
        <Select
          label={words.to}
          value={String(chosen)}
          options={others.map((other) => ({ value: String(other.version), label: texts.processes.version(other.version) }))}
          onChange={(next) => {
            setVersion(Number(next));
            setMapping({});
          }}
          visibleLabel
        />
      ) : null}
      {plan.error ? <ProblemNote error={plan.error} onRetry={() => void plan.refetch()} /> : null}
      {plan.data ? <PlanView plan={plan.data} /> : null}
      {plan.data ? (
        <Mapping
          process={detail.process}
          version={chosen}
          elements={[...new Set([...plan.data.problems.flatMap((problem) => problem.element ?? []), ...Object.keys(mapping)])]}
          mapping={mapping}
          onMap={(from, to) => setMapping({ ...mapping, [from]: to })}
        />
      ) : null}
    </OperateDialog>
  );
}

function PlanView({ plan }: { plan: MigrationPlan }) {
  const words = texts.case_.migrate;
  return (
    <section aria-label={words.plan}>
      {plan.problems.length > 0 ? (
        <ul aria-label={words.problems}>
          {plan.problems.map((problem) => (
            <li key={`${problem.code} ${problem.element ?? ''}`} className={styles.alarm}>
              {problem.message}
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.possible}</p>
      )}
      {plan.steps.length > 0 ? (
        <Table columns={words.columns}>
          {plan.steps.map((step) => (
            <tr key={`${step.change} ${step.number} ${step.from ?? ''} ${step.to ?? ''}`}>
              <td>{step.from ?? ''}</td>
              <td>{step.to ?? ''}</td>
              <td>{words.changes[step.change]}</td>
            </tr>
          ))}
        </Table>
      ) : null}
    </section>
  );
}

type MappingProperties = {
  process: string;
  version: number;
  elements: readonly string[];
  mapping: Readonly<Record<string, string>>;
  onMap: (from: string, to: string) => void;
};

function Mapping({ process, version, elements, mapping, onMap }: MappingProperties) {
  const words = texts.case_.migrate;
  const xml = useQuery(processXmlQuery(process, version));
  const steps = useMemo(() => (xml.data ? stepsOf(xml.data) : []), [xml.data]);
  if (elements.length === 0 || steps.length === 0) return null;
  return (
    <section aria-label={words.mapping} className={styles.section}>
      {elements.map((from) => (
        <Select
          key={from}
          label={words.mapFrom(from)}
          value={mapping[from] ?? ''}
          options={[
            { value: '', label: words.same },
            ...steps.map((step) => ({ value: step.id, label: step.name === step.id ? step.id : `${step.name} (${step.id})` })),
          ]}
          onChange={(to) => onMap(from, to)}
          visibleLabel
        />
      ))}
    </section>
  );
}
