import type { ReviewDetail } from '../../api/types';
import { shortHash } from '../../kit/format';
import { texts } from '../../kit/texts';
import { ValueTable } from '../../parts/value-table';

import { PolicyExplained } from './policy-explained';

import styles from './panel.module.css';

/** The trace: which rule stopped the case, on which values, and who proposed. */
export function WhyPanel({ detail }: { detail: ReviewDetail }) {
  const { content, policy } = detail;
  const { source } = content.proposal;
  return (
    <aside className={styles.panel} aria-label={texts.why.title}>
      <h2>{texts.why.title}</h2>
      <ul className={styles.reasons}>
        {[...content.why, ...content.proposal.reasons].map((reason) => (
          <li key={reason.code}>
            {reason.text} <code>{reason.code}</code>
          </li>
        ))}
      </ul>
      {policy ? (
        <PolicyExplained policy={policy} />
      ) : (
        <p className={styles.muted}>{texts.why.noPolicy}</p>
      )}
      <h3>{texts.why.proposedBy}</h3>
      <ValueTable
        values={{
          [texts.why.model]: source.model,
          [texts.why.version]: source.version,
          [texts.why.connector]: source.connector,
          ...(source.promptHash ? { [texts.why.prompt]: shortHash(source.promptHash) } : {}),
          [texts.why.content]: shortHash(detail.shown),
        }}
        empty=""
      />
    </aside>
  );
}
