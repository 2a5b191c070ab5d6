import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';

import { ProblemError } from '../api/problem-error';
import { sessionQuery } from '../api/queries';
import { theme } from '../kit/theme';
import { OutboxContext } from '../pages/review/outbox-context';
import { VerdictOutbox } from '../pages/review/verdict-outbox';

import type { createAppRouter } from './router';

const retries = 2;

/** Refusals are answers and are not asked for again; only silence and faults of the server are. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const look = (error: Error): void => {
    if (error instanceof ProblemError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== sessionQuery.queryKey[0] && look(error) }),
    mutationCache: new MutationCache({ onError: look }),
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        retry: (count, error) => count < retries && (!(error instanceof ProblemError) || error.status === 0 || error.status >= 502),
      },
    },
  });
}

export function Application({ client, router }: { client: QueryClient; router: ReturnType<typeof createAppRouter> }) {
  const [outbox] = useState(() => new VerdictOutbox(client));
  return (
    // The widgets' colours come from tokens.css, so no style element is written into the page: a strict CSP can stay.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <OutboxContext value={outbox}>
          <RouterProvider router={router} />
        </OutboxContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
