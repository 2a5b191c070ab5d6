import { texts } from './texts';
import { useLate } from './use-late';

import styles from './skeleton.module.css';

/** Grey lines in place of content, and only when it takes longer than 200 ms. */
export function Skeleton({ lines = 8 }: { lines?: number }) {
  const late = useLate(true);
  if (!late) return null;
  return (
    <div className={styles.skeleton} role="status" aria-label={texts.common.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} style={{ width: `${88 - ((index * 29) % 50)}%` }} />
      ))}
    </div>
  );
}
