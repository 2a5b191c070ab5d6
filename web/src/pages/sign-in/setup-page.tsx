import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';

import { post } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import type { Session } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { landingOf } from '../../parts/access';
import { ProblemNote } from '../../parts/problem-note';

import styles from './sign-in.module.css';

/** The token stands behind the #, so it reaches neither a server log nor a referrer. */
export function SetupPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const setup = useMutation({
    mutationFn: () => post<Session>('/api/setup', { token, name, password }),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      void navigate({ to: landingOf(session.user) });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setup.mutate();
  };

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={submit}>
        <h1>{texts.signIn.setupTitle}</h1>
        {token === '' ? <p role="alert">{texts.signIn.noToken}</p> : null}
        <TextInput
          label={texts.signIn.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={texts.signIn.password}
          description={texts.signIn.passwordHelp}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        {setup.error ? <ProblemNote error={setup.error} /> : null}
        <Button type="submit" look="primary" disabled={setup.isPending || token === ''}>
          {texts.signIn.setupSubmit}
        </Button>
      </form>
    </main>
  );
}
