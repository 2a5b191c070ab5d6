import { serverNow } from '../../api/clock';
import type { CaseAction } from '../../api/types';
import { asSpan, shortHash } from '../../kit/format';
import { texts } from '../../kit/texts';
import { useNow } from '../../kit/use-now';

import styles from '../../parts/page.module.css';

/** What was, is or will be done outside because of this case. */
export function CaseActions({ actions }: { actions: readonly CaseAction[] }) {
  const now = useNow(serverNow, 1_000);
  if (actions.length === 0) return null;
  return (
    <section aria-label={texts.case_.actions}>
      <h2>{texts.case_.actions}</h2>
      <ul>
        {actions.map((action) => {
          const left = action.state === 'waiting' && action.sendAt ? Date.parse(action.sendAt) - now : 0;
          return (
            <li key={action.id} className={styles.item}>
              <strong>{action.elementName ?? action.element}</strong>
              <span className={action.state === 'failed' ? styles.alarm : undefined}>
                {left > 0 ? texts.case_.sendsIn(asSpan(left)) : texts.case_.actionState[action.state]}
              </span>
              <span className={`${styles.full} ${styles.muted}`}>
                {action.attempts > 0 ? `${texts.case_.attempts(action.attempts)} · ` : ''}
                <code className={styles.mono}>{shortHash(action.act)}</code>
                {action.lastError ? ` · ${action.lastError}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
