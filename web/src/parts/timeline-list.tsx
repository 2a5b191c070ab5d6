import type { TimelineEntry } from '../api/types';
import { asDateTimeSeconds } from '../kit/format';
import { texts } from '../kit/texts';

import styles from './timeline-list.module.css';

type Properties = { entries: readonly TimelineEntry[]; onElement?: (element: string | null) => void };

/** Who did what, when and why, newest last. */
export function TimelineList({ entries, onElement }: Properties) {
  if (entries.length === 0) return <p className={styles.none}>{texts.timeline.none}</p>;
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li
          key={entry.sequence}
          className={styles.entry}
          data-kind={entry.by.kind}
          onMouseEnter={() => onElement?.(entry.element ?? null)}
          onMouseLeave={() => onElement?.(null)}
        >
          <time dateTime={entry.at} className={styles.at}>
            {asDateTimeSeconds(entry.at)}
          </time>
          <span className={styles.title}>{entry.title}</span>
          <span className={styles.by}>{entry.by.kind === 'system' ? texts.timeline.system : entry.by.name}</span>
          {entry.detail ? <span className={styles.detail}>{entry.detail}</span> : null}
        </li>
      ))}
    </ol>
  );
}
