import type { Tier } from '../api/types';
import { texts } from '../kit/texts';

import styles from './tier-mark.module.css';

const shapes: Record<Tier, string> = { low: '', medium: '▨', high: '■', critical: '■' };

/** How much care a case asks for: a word, a shape and a fill. Low is plain, because a clean case needs no colour. */
export function TierMark({ tier }: { tier: Tier }) {
  return (
    <span className={`${styles.mark} ${styles[tier]}`}>
      {shapes[tier] ? <span aria-hidden="true">{shapes[tier]} </span> : null}
      {texts.tiers[tier]}
    </span>
  );
}
