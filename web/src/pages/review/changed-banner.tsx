import type { ReviewDetail } from '../../api/types';
import { Button } from '../../kit/button';
import { asDateTime } from '../../kit/format';
import { texts } from '../../kit/texts';

import styles from './review.module.css';

/** The case changed while it was looked at. Nothing is replaced until the reviewer says so. */
export function ChangedBanner({ latest, decided, onReload }: { latest: ReviewDetail; decided: boolean; onReload: () => void }) {
  const by = latest.verdict;
  return (
    <div className={styles.banner} role="alert">
      <span>{decided && by ? texts.review.decidedMeanwhile(by.by.name, asDateTime(by.at), texts.verdicts.done[by.kind]) : texts.review.changedMeanwhile}</span>
      <Button onClick={onReload}>{texts.review.showNew}</Button>
    </div>
  );
}
