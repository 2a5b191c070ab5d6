import { asProblem } from '../api/problem-error';
import { Button } from '../kit/button';
import { Icon } from '../kit/icons';
import { texts } from '../kit/texts';

import styles from './problem-note.module.css';

/** What went wrong, in the server's words, with a way on and the id that finds it in the log. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const problem = asProblem(error);
  return (
    <div className={styles.note} role="alert">
      <Icon name="alert" />
      <div className={styles.words}>
        <strong>{problem.title}</strong>
        {problem.detail && problem.detail !== problem.title ? <p>{problem.detail}</p> : null}
        {problem.status === 403 ? <p>{texts.problems.forbidden}</p> : null}
        {problem.traceId ? <p className={styles.trace}>{texts.problems.trace(problem.traceId)}</p> : null}
      </div>
      {onRetry ? <Button onClick={onRetry}>{texts.common.retry}</Button> : null}
    </div>
  );
}
