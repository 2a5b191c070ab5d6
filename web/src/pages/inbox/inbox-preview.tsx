import { useQuery } from '@tanstack/react-query';

import { pageImagePath, reviewQuery } from '../../api/queries';
import type { ReviewRow } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { fieldsOf, flaggedFirst, levelOf } from '../../parts/field-state';
import { LevelMark } from '../../parts/level-mark';
import { PageImage } from '../../parts/page-image';
import { ProblemNote } from '../../parts/problem-note';
import { TierMark } from '../../parts/tier-mark';
import { TimeLeft } from '../../parts/time-left';
import { fieldText } from '../../parts/values';

import styles from './preview.module.css';

type Properties = { row: ReviewRow; now: number; onOpen: () => void; onClaim: (() => void) | null; claimLabel: string };

/** Why the case is here and what to look at, before it is opened. */
export function InboxPreview({ row, now, onOpen, onClaim, claimLabel }: Properties) {
  const detail = useQuery(reviewQuery(row.id));
  const content = detail.data?.content;
  const { flagged } = flaggedFirst(content ? fieldsOf(content.proposal) : []);
  const region = flagged.flatMap((field) => field.regions)[0];
  const document = content?.proposal.evidence.find((evidence) => evidence.hash === region?.document) ?? content?.proposal.evidence[0];
  const page = region?.page ?? 1;
  const boxes = flagged.flatMap((field) =>
    field.regions
      .filter((place) => place.document === document?.hash && place.page === page)
      .map((place) => ({ name: field.name, label: field.label, level: levelOf(field), region: place })),
  );
  return (
    <aside className={styles.preview} aria-label={texts.inbox.preview}>
      <header className={styles.head}>
        <h2>{row.title}</h2>
        <p className={styles.facts}>
          <TierMark tier={row.tier} />
          <span>{row.processName}</span>
          {row.state === 'completed' ? null : <TimeLeft dueAt={row.dueAt} now={now} />}
          {row.state === 'claimed' ? <span>{texts.review.claimedBy(row.assigneeName ?? row.assignee ?? '')}</span> : null}
        </p>
      </header>
      <section>
        <h3>{texts.inbox.whyHere}</h3>
        <ul className={styles.reasons}>
          {(content?.why ?? [{ code: 'row', text: row.why }]).map((reason) => (
            <li key={reason.code}>{reason.text}</li>
          ))}
        </ul>
      </section>
      {detail.error ? <ProblemNote error={detail.error} onRetry={() => void detail.refetch()} /> : null}
      {flagged.length > 0 ? (
        <section>
          <h3>{texts.inbox.toCheck(flagged.length)}</h3>
          <ul className={styles.fields}>
            {flagged.slice(0, 6).map((field) => (
              <li key={field.name}>
                <span className={styles.label}>{field.label}</span>
                <span className={styles.value}>{fieldText(field, field.value)}</span>
                <LevelMark level={levelOf(field)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {document && !document.mediaType.startsWith('text/') ? (
        <PageImage source={pageImagePath(document.hash, page)} label={texts.evidence.page(document.name ?? '', page)} boxes={boxes} />
      ) : null}
      <footer className={styles.buttons}>
        <Button look="primary" keys="Enter" onClick={onOpen}>
          {texts.inbox.open}
        </Button>
        {onClaim ? (
          <Button keys="c" onClick={onClaim}>
            {claimLabel}
          </Button>
        ) : null}
      </footer>
    </aside>
  );
}
