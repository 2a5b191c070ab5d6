import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { get } from '../../api/client';
import type { ElementState, MoveTarget } from '../../api/types';
import { Select } from '../../kit/select';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import { OperateDialog } from './operate-dialog';

/** Ends an active step and lets the case go on at another one of the same part. */
export function MoveDialog({ caseId, step, onClose }: { caseId: string; step: ElementState; onClose: () => void }) {
  const words = texts.case_.move;
  const [element, setElement] = useState('');
  const path = `instances/${step.instance}`;
  const targets = useQuery({
    queryKey: ['case', caseId, 'targets', step.instance],
    queryFn: ({ signal }) => get<MoveTarget[]>(`/api/cases/${encodeURIComponent(caseId)}/${path}/targets`, signal),
  });
  return (
    <OperateDialog
      caseId={caseId}
      path={`${path}/move`}
      words={{ ...words, title: words.titleOf(step.name), consequence: words.consequenceOf(step.name) }}
      body={element === '' ? null : { element }}
      onClose={onClose}
    >
      {targets.isPending ? <Skeleton lines={1} /> : null}
      {targets.error ? <ProblemNote error={targets.error} onRetry={() => void targets.refetch()} /> : null}
      {targets.data?.length === 0 ? <p>{words.none}</p> : null}
      {targets.data && targets.data.length > 0 ? (
        <Select
          label={words.to}
          value={element}
          options={[
            { value: '', label: words.choose },
            ...targets.data.map((target) => ({ value: target.element, label: `${target.name} (${target.kind})` })),
          ]}
          onChange={setElement}
          visibleLabel
        />
      ) : null}
    </OperateDialog>
  );
}
