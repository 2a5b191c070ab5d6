import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Link,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';

import { ProblemError } from '../api/problem-error';
import { sessionQuery } from '../api/queries';
import { texts } from '../kit/texts';
import { InboxPage } from '../pages/inbox/inbox-page';
import { landingOf } from '../parts/access';
import { ProblemNote } from '../parts/problem-note';
import { parseReviewSearch } from '../parts/review-search';

import { Shell } from './shell';

import styles from './shell.module.css';

type Context = { client: QueryClient };

const text = (value: unknown): string | undefined => (value === undefined || value === null || value === '' ? undefined : String(value));

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound, errorComponent: Failed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: (search: Record<string, unknown>): { back?: string | undefined } => ({ back: text(search['back']) }),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../pages/sign-in/setup-page'), 'SetupPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      return { session: await context.client.ensureQueryData(sessionQuery) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      throw redirect({ to: '/signin', search: { back: location.href === '/' ? undefined : location.href } });
    }
  },
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: landingOf(context.session.user) });
  },
});

const inbox = createRoute({ getParentRoute: () => signedIn, path: '/inbox', validateSearch: parseReviewSearch, component: InboxPage });

const review = createRoute({
  getParentRoute: () => signedIn,
  path: '/review/$id',
  validateSearch: parseReviewSearch,
  component: lazyRouteComponent(() => import('../pages/review/review-page'), 'ReviewPage'),
});

const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: (search: Record<string, unknown>): { process?: string | undefined; state?: string | undefined; q?: string | undefined } => ({
    process: text(search['process']),
    state: text(search['state']),
    q: text(search['q']),
  }),
  component: lazyRouteComponent(() => import('../pages/cases/cases-page'), 'CasesPage'),
});

const newCase = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/new',
  validateSearch: (search: Record<string, unknown>): { process?: string | undefined } => ({ process: text(search['process']) }),
  component: lazyRouteComponent(() => import('../pages/new-case/new-case-page'), 'NewCasePage'),
});

const caseRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/case/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: string | undefined } => ({ tab: text(search['tab']) }),
  component: lazyRouteComponent(() => import('../pages/case/case-page'), 'CasePage'),
});

const processes = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes',
  component: lazyRouteComponent(() => import('../pages/processes/processes-page'), 'ProcessesPage'),
});

const process = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes/$id',
  validateSearch: (search: Record<string, unknown>): { version?: number | undefined } => {
    const version = Number(search['version']);
    return { version: Number.isInteger(version) && version > 0 ? version : undefined };
  },
  component: lazyRouteComponent(() => import('../pages/processes/process-page'), 'ProcessPage'),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: (
    search: Record<string, unknown>,
  ): { case?: string | undefined; actor?: string | undefined; type?: string | undefined; from?: string | undefined; to?: string | undefined } => ({
    case: text(search['case']),
    actor: text(search['actor']),
    type: text(search['type']),
    from: text(search['from']),
    to: text(search['to']),
  }),
  component: lazyRouteComponent(() => import('../pages/audit/audit-page'), 'AuditPage'),
});

const tree = root.addChildren([signIn, setup, signedIn.addChildren([start, inbox, review, cases, newCase, caseRoute, processes, process, audit])]);

export function createAppRouter(client: QueryClient, history?: RouterHistory) {
  return createRouter({ routeTree: tree, context: { client }, defaultPreload: 'intent', scrollRestoration: false, ...(history ? { history } : {}) });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

function NotFound() {
  return (
    <div className={styles.message}>
      <h1>{texts.shell.notFound}</h1>
      <Link to="/">{texts.shell.toStart}</Link>
    </div>
  );
}

function Failed({ error, reset }: ErrorComponentProps) {
  return (
    <div className={styles.message}>
      <h1>{texts.shell.failed}</h1>
      <ProblemNote error={error} onRetry={reset} />
    </div>
  );
}
