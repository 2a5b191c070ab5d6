import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';

import { call } from '../api/client';
import { live } from '../api/live';
import { sessionQuery } from '../api/queries';
import { Announcer } from '../kit/announce';
import { Button } from '../kit/button';
import { Icon } from '../kit/icons';
import { texts } from '../kit/texts';
import { useKeys } from '../kit/use-keys';
import { UndoBar } from '../pages/review/undo-bar';

import { places, sheetKeys } from './global-actions';
import { ThemeToggle } from './theme-toggle';

import styles from './shell.module.css';

const KeySheet = lazy(async () => ({ default: (await import('./key-sheet')).KeySheet }));

/** The frame around every page: places, who is signed in, whether it is live, and the verdicts that can be undone. */
export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [sheet, setSheet] = useState(false);
  const state = useSyncExternalStore(live.watch, () => live.state);
  const allowed = places.filter((place) => place.allowed(session.user));
  useEffect(() => live.start(), []);
  useKeys([
    { id: 'sheet', keys: sheetKeys, label: texts.keys.sheet, group: texts.keys.everywhere, run: () => setSheet(true) },
    ...allowed.map((place) => ({
      id: place.id,
      keys: place.keys,
      label: place.goLabel,
      group: texts.keys.everywhere,
      run: () => void navigate({ to: place.to }),
    })),
  ]);
  const signOut = async (): Promise<void> => {
    await call('/api/session', { method: 'DELETE' }).catch(() => undefined);
    client.clear();
    await navigate({ to: '/signin' });
  };

  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {texts.shell.skip}
      </a>
      <nav className={styles.rail} aria-label={texts.shell.nav}>
        <span className={styles.brand}>
          <img src="/mark.svg" alt="" width={22} height={22} /> Ninben
        </span>
        {allowed.map((place) => (
          <Link key={place.id} to={place.to} className={styles.place} aria-keyshortcuts={place.keys.join(' ')}>
            <Icon name={place.icon} size={18} />
            <span>{place.label}</span>
          </Link>
        ))}
        <span className={styles.gap} />
        <span className={styles.live} data-state={state} role="status">
          {texts.shell.live[state]}
        </span>
        <span className={styles.me}>
          {session.user.name}
          {session.demo ? <span className={styles.demo}>{texts.shell.demo}</span> : null}
        </span>
        <span className={styles.tools}>
          <ThemeToggle />
          <Button look="quiet" aria-label={texts.shell.keys} title={texts.shell.keys} onClick={() => setSheet(true)}>
            <Icon name="keys" />
          </Button>
          <Button look="quiet" aria-label={texts.shell.signOut} title={texts.shell.signOut} onClick={() => void signOut()}>
            <Icon name="leave" />
          </Button>
        </span>
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <div className={styles.undo}>
        <UndoBar />
      </div>
      <Announcer />
      {sheet ? (
        <Suspense fallback={null}>
          <KeySheet onClose={() => setSheet(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
