import { Link } from '@tanstack/react-router';

import type { ReviewRow } from '../../api/types';
import { texts } from '../../kit/texts';
import { verdictWord } from '../../parts/state-words';
import { TierMark } from '../../parts/tier-mark';

import styles from '../../parts/page.module.css';

export function CaseReviews({ reviews }: { reviews: readonly ReviewRow[] }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-label={texts.case_.reviews}>
      <h2>{texts.case_.reviews}</h2>
      <ul>
        {reviews.map((review) => (
          <li key={review.id} className={styles.item}>
            <Link to="/review/$id" params={{ id: review.id }} search={{ view: 'open' }}>
              {review.title}
            </Link>
            <TierMark tier={review.tier} />
            <span className={`${styles.full} ${styles.muted}`}>
              {review.decidedAs ? `${verdictWord(review.decidedAs)} · ${review.assigneeName ?? ''}` : review.why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
