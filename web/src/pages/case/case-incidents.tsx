import { useMutation, useQueryClient } from '@tanstack/react-query';

import { post } from '../../api/client';
import type { CaseDetail } from '../../api/types';
import { Button } from '../../kit/button';
import { asDateTime } from '../../kit/format';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

export function CaseIncidents({ detail, mayRetry }: { detail: CaseDetail; mayRetry: boolean }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: (incident: number) => post(`/api/cases/${encodeURIComponent(detail.id)}/incidents/${incident}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', detail.id] }),
  });
  const open = detail.incidents.filter((incident) => incident.open);
  if (open.length === 0) return null;
  return (
    <section aria-label={texts.case_.incidents}>
      <h2 className={styles.alarm}>{texts.case_.incidents}</h2>
      <ul>
        {open.map((incident) => (
          <li key={incident.id} className={styles.item}>
            <strong>{incident.elementName ?? incident.element}</strong>
            <span className={styles.muted}>{asDateTime(incident.at)}</span>
            {mayRetry ? (
              <Button disabled={retry.isPending} onClick={() => retry.mutate(incident.id)}>
                {texts.case_.retry}
              </Button>
            ) : null}
            <span className={styles.full}>
              {incident.message} <code className={styles.mono}>{incident.code}</code>
            </span>
          </li>
        ))}
      </ul>
      {retry.error ? <ProblemNote error={retry.error} /> : null}
    </section>
  );
}
