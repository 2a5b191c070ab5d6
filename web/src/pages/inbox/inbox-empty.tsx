import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { caseListQuery } from '../../api/queries';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import type { ReviewSearch } from '../../parts/review-search';

import styles from './inbox.module.css';

type Properties = { search: ReviewSearch; mayOpen: boolean; onClear: () => void };

/** Three kinds of nothing, each with its own way on. */
export function InboxEmpty({ search, mayOpen, onClear }: Properties) {
  const cases = useInfiniteQuery(caseListQuery({}));
  const neverUsed = cases.data?.pages[0]?.items.length === 0;
  const filtered = Boolean(search.q ?? search.tier ?? search.process);
  if (filtered) {
    return (
      <div className={styles.empty}>
        <h2>{texts.inbox.empty.filtered}</h2>
        <p>{texts.inbox.empty.filteredMore}</p>
        <Button onClick={onClear} keys="x">
          {texts.inbox.empty.clear}
        </Button>
      </div>
    );
  }

  if (neverUsed && search.view === 'open') {
    return (
      <div className={styles.empty}>
        <h2>{texts.inbox.empty.never}</h2>
        <p>{texts.inbox.empty.neverMore}</p>
        {mayOpen ? <Link to="/cases/new">{texts.newCase.title}</Link> : null}
      </div>
    );
  }

  return (
    <div className={styles.empty}>
      <h2>{texts.inbox.empty.clearTitle[search.view]}</h2>
      <p>{texts.inbox.empty.clearMore[search.view]}</p>
      {search.view === 'done' ? null : (
        <Link to="/inbox" search={{ view: 'done' }}>
          {texts.inbox.empty.seeDone}
        </Link>
      )}
    </div>
  );
}
