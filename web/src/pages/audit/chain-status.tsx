import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { post } from '../../api/client';
import { chainQuery } from '../../api/queries';
import type { ChainCheck } from '../../api/types';
import { Button } from '../../kit/button';
import { asCount, asDateTime } from '../../kit/format';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

/** Whether the record is whole. A break cannot be hidden or dismissed. */
export function ChainStatus() {
  const client = useQueryClient();
  const chain = useQuery(chainQuery);
  const check = useMutation({ mutationFn: () => post('/api/audit/chain'), onSettled: () => client.invalidateQueries({ queryKey: chainQuery.queryKey }) });
  const state = chain.data;
  return (
    <section className={styles.bar} aria-label={texts.audit.chain} aria-live="polite">
      <strong>{texts.audit.chain}</strong>
      {state ? <span className={isBroken(state) ? styles.alarm : undefined}>{stateText(state)}</span> : null}
      {state?.checkedAt ? <span className={styles.muted}>{texts.audit.checkedAt(asDateTime(state.checkedAt))}</span> : null}
      <Button disabled={check.isPending || state?.running === true} onClick={() => check.mutate()}>
        {texts.audit.check}
      </Button>
      {state && isBroken(state) ? (
        <div className={styles.breaks} role="alert" tabIndex={0}>
          <ul>
          {state.problems.map((problem) => (
            <li key={`${problem.case}/${problem.sequence}`} className={styles.alarm}>
              {problem.case} · {problem.sequence}: {problem.message}
            </li>
          ))}
          </ul>
        </div>
      ) : null}
      {chain.error ? <ProblemNote error={chain.error} onRetry={() => void chain.refetch()} /> : null}
      {check.error ? <ProblemNote error={check.error} /> : null}
    </section>
  );
}

const isBroken = (state: ChainCheck): boolean => Boolean(state.checkedAt) && !state.ok;

function stateText(state: ChainCheck): string {
  if (state.running) return texts.audit.chainRunning;
  if (!state.checkedAt) return texts.audit.chainNever;
  return state.ok ? texts.audit.chainOk(asCount(state.facts), asCount(state.cases)) : texts.audit.chainBroken(state.problems.length);
}
