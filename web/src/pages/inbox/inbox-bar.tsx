import { Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useState } from 'react';

import { Button } from '../../kit/button';
import { asCount } from '../../kit/format';
import { Select } from '../../kit/select';
import { texts } from '../../kit/texts';
import { type ReviewSearch, reviewViews, tiers } from '../../parts/review-search';

import type { InboxDesk } from './inbox-desk';
import { startFlow } from './actions/start-flow';

import styles from './inbox.module.css';

type Properties = {
  search: ReviewSearch;
  count: { open: number; capped: boolean } | undefined;
  desk: InboxDesk;
  searchField: RefObject<HTMLInputElement | null>;
  mayOpen: boolean;
};

const typingMilliseconds = 250;

export function InboxBar({ search, count, desk, searchField, mayOpen }: Properties) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const [known, setKnown] = useState(search.q ?? '');
  if (known !== (search.q ?? '')) {
    setKnown(search.q ?? '');
    setTyped(search.q ?? '');
  }

  useEffect(() => {
    if (typed === (search.q ?? '')) return;
    const timer = setTimeout(
      () => void navigate({ to: '/inbox', search: { ...search, at: undefined, q: typed || undefined }, replace: true }),
      typingMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [typed, search, navigate]);

  return (
    <header className={styles.bar}>
      <h1>
        {texts.inbox.title}
        {count ? <span className={styles.count}>{texts.inbox.open_(count.capped ? `≈${asCount(count.open)}` : asCount(count.open))}</span> : null}
      </h1>
      <nav className={styles.views} aria-label={texts.inbox.views}>
        {reviewViews.map((view) => (
          <Link
            key={view}
            to="/inbox"
            search={{ ...search, at: undefined, view }}
            className={styles.view}
            activeProps={{}}
            aria-current={view === search.view ? 'page' : undefined}
          >
            {texts.inbox.viewNames[view]}
          </Link>
        ))}
      </nav>
      <div className={styles.tools}>
        <Select
          label={texts.inbox.tier}
          value={search.tier ?? ''}
          options={[{ value: '', label: texts.inbox.anyTier }, ...tiers.map((tier) => ({ value: tier, label: texts.tiers[tier] }))]}
          onChange={(value) => void navigate({ to: '/inbox', search: { ...search, at: undefined, tier: tiers.find((tier) => tier === value) } })}
        />
        <input
          ref={searchField}
          type="search"
          className={styles.search}
          value={typed}
          aria-label={texts.inbox.search}
          placeholder={texts.inbox.searchHint}
          onChange={(event) => setTyped(event.target.value)}
        />
        {mayOpen ? <Button onClick={() => void navigate({ to: '/cases/new' })}>{texts.newCase.title}</Button> : null}
        {desk.mayReview && search.view !== 'done' ? (
          <Button
            look="primary"
            keys="Shift+Enter"
            aria-disabled={!startFlow.allowed(desk)}
            onClick={() => startFlow.allowed(desk) && startFlow.perform(desk, '')}
          >
            {texts.inbox.start}
          </Button>
        ) : null}
      </div>
    </header>
  );
}
