import { Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { post } from '../../api/client';
import { type CaseFilter, processVersionsQuery, selectionCountQuery } from '../../api/queries';
import type { CaseSelection, CaseState, OperationKind, OperationRow } from '../../api/types';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import { Select } from '../../kit/select';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

const words = texts.bulk;
const kinds = Object.keys(words.kinds) as OperationKind[];

/** What a change reaches: only suspended cases are resumed, and only stopped ones tried again. */
function selectionOf(kind: OperationKind, filter: CaseFilter): CaseSelection {
  const state = kind === 'resume' ? 'suspended' : kind === 'retry' ? 'incident' : filter.state;
  return { ...(filter.process ? { process: filter.process } : {}), ...(state ? { state } : {}), ...(filter.q ? { search: filter.q } : {}) };
}

type Properties = { filter: CaseFilter; processName: string | undefined; onClose: () => void; onStarted: () => void };

/** One change to every case that fits the list's filter: says how many, what follows, and asks for the reason. */
export function BulkDialog({ filter, processName, onClose, onStarted }: Properties) {
  const client = useQueryClient();
  const [kind, setKind] = useState<OperationKind>('suspend');
  const [reason, setReason] = useState('');
  const [version, setVersion] = useState(0);
  const cases = selectionOf(kind, filter);
  const count = useQuery(selectionCountQuery(cases));
  const versions = useQuery({ ...processVersionsQuery(filter.process ?? ''), enabled: kind === 'migrate' && Boolean(filter.process) });
  const to = kind === 'migrate' ? version || (versions.data?.items[0]?.version ?? 0) : 0;
  const start = useMutation({
    mutationFn: () => post<OperationRow>('/api/operations', { kind, reason: reason.trim(), cases, ...(to ? { version: to } : {}) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['operations'] });
      onStarted();
    },
  });
  const isReady = reason.trim() !== '' && (count.data?.count ?? 0) > 0 && !count.data?.tooMany && (kind !== 'migrate' || to !== 0) && !start.isPending;
  const conditions = [
    ...(filter.process ? [words.ofProcess(processName ?? filter.process)] : []),
    ...(cases.state ? [words.inState(texts.cases.states[cases.state as CaseState])] : []),
    ...(cases.search ? [words.beginning(cases.search)] : []),
  ];
  return (
    <Dialog title={words.title} onClose={onClose} size="md">
      <div className={styles.section}>
        <Select
          label={words.what}
          value={kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(next) => setKind(next as OperationKind)}
          visibleLabel
        />
        <p className={styles.muted}>{words.consequence[kind]}</p>
        {kind === 'migrate' && !filter.process ? <p className={styles.alarm}>{words.needsProcess}</p> : null}
        {versions.error ? <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} /> : null}
        {kind === 'migrate' && versions.data ? (
          <Select
            label={words.to}
            value={String(to)}
            options={versions.data.items.map((one) => ({ value: String(one.version), label: texts.processes.version(one.version) }))}
            onChange={(next) => setVersion(Number(next))}
            visibleLabel
          />
        ) : null}
        <p>
          {words.which(conditions)}
          {count.data && !count.data.tooMany ? <strong>: {words.count(count.data.count)}</strong> : null}
        </p>
        {count.isPending ? <Skeleton lines={1} /> : null}
        {count.error ? <ProblemNote error={count.error} onRetry={() => void count.refetch()} /> : null}
        {count.data?.tooMany ? <p className={styles.alarm}>{words.tooMany(count.data.count)}</p> : null}
        {count.data?.count === 0 ? <p className={styles.muted}>{words.none}</p> : null}
        <Textarea label={words.why} value={reason} onChange={(event) => setReason(event.target.value)} rows={3} maxLength={1000} />
        {start.error ? <ProblemNote error={start.error} /> : null}
        <div className={styles.bar}>
          <Button look="primary" disabled={!isReady} onClick={() => start.mutate()}>
            {words.do(count.data?.count ?? 0)}
          </Button>
          <Button onClick={onClose}>{texts.case_.keep}</Button>
        </div>
      </div>
    </Dialog>
  );
}
