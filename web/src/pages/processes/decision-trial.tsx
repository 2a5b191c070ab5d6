import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';

import { post } from '../../api/client';
import type { Evaluation } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

/** Tries the decision on values of one's own; nothing is recorded. */
export function DecisionTrial({ id }: { id: string }) {
  const fieldId = useId();
  const [json, setJson] = useState('{}');
  const trial = useMutation({
    mutationFn: async () => post<Evaluation>(`/api/decisions/${encodeURIComponent(id)}/evaluate`, { variables: JSON.parse(json) as unknown }),
  });
  return (
    <section className={styles.section} aria-label={texts.processes.evaluate}>
      <label htmlFor={fieldId}>{texts.processes.evaluateWith}</label>
      <textarea id={fieldId} className={styles.area} rows={4} spellCheck={false} value={json} onChange={(event) => setJson(event.target.value)} />
      <div>
        <Button disabled={trial.isPending} onClick={() => trial.mutate()}>
          {texts.processes.evaluateDo}
        </Button>
      </div>
      {trial.error ? <ProblemNote error={trial.error} /> : null}
      {trial.data ? (
        <div role="status" className={styles.section}>
          <h3>{texts.processes.output}</h3>
          <pre className={styles.raw}>{JSON.stringify(trial.data.output, null, 2)}</pre>
          {trial.data.matched.length > 0 ? (
            <p>
              {texts.processes.matched}: {trial.data.matched.map((rule) => `${rule.number}${rule.annotation ? ` (${rule.annotation})` : ''}`).join(', ')}
            </p>
          ) : null}
          {trial.data.notes.map((note) => (
            <p key={note} className={styles.muted}>
              {note}
            </p>
          ))}
        </div>
      ) : null}
    </section>
  );
}
