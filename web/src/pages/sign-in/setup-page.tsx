import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { post } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import type { Session } from '../../api/types';
import { texts } from '../../kit/texts';
import { landingOf } from '../../parts/access';

import { type Credentials, CredentialsForm } from './credentials-form';

import styles from './sign-in.module.css';

/** The token stands behind the #, so it reaches neither a server log nor a referrer. */
export function SetupPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '');
  const setup = useMutation({
    mutationFn: (credentials: Credentials) => post<Session>('/api/setup', { token, ...credentials }),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      void navigate({ to: landingOf(session.user) });
    },
  });
  return (
    <main className={styles.page}>
      <CredentialsForm
        heading={texts.signIn.setupTitle}
        hint={token === '' ? <p role="alert">{texts.signIn.noToken}</p> : null}
        submit={texts.signIn.setupSubmit}
        password="new"
        state={token === '' ? 'impossible' : setup.isPending ? 'sending' : 'idle'}
        error={setup.error}
        onSubmit={setup.mutate}
      />
    </main>
  );
}
