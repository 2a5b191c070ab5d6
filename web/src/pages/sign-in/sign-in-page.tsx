import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';

import { post } from '../../api/client';
import { sessionOptionsQuery, sessionQuery } from '../../api/queries';
import type { Session } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { landingOf } from '../../parts/access';
import { ProblemNote } from '../../parts/problem-note';

import styles from './sign-in.module.css';

export function SignInPage() {
  const { back } = useSearch({ from: '/signin' });
  const router = useRouter();
  const client = useQueryClient();
  const options = useQuery(sessionOptionsQuery);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const enter = (session: Session): void => {
    client.setQueryData(sessionQuery.queryKey, session);
    // Only a path of this site: an address from a link must not lead elsewhere.
    const inside = back !== undefined && /^\/(?![/\\])/.test(back);
    router.history.push(inside ? back : landingOf(session.user));
  };
  const signIn = useMutation({ mutationFn: () => post<Session>('/api/session', { name, password }), onSuccess: enter });
  const play = useMutation({ mutationFn: (id: string) => post<Session>('/api/session/persona', { id }), onSuccess: enter });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={submit}>
        <h1>
          <img src="/mark.svg" alt="" width={28} height={28} /> Ninben
        </h1>
        {options.data?.setupNeeded ? <p className={styles.hint}>{texts.signIn.setupNeeded}</p> : null}
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
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {signIn.error ? <ProblemNote error={signIn.error} /> : null}
        <Button type="submit" look="primary" disabled={signIn.isPending}>
          {texts.signIn.submit}
        </Button>
      </form>
      {options.error ? <ProblemNote error={options.error} onRetry={() => void options.refetch()} /> : null}
      {options.data && options.data.personas.length > 0 ? (
        <section className={styles.personas} aria-label={texts.signIn.personas}>
          <h2>{texts.signIn.personas}</h2>
          {play.error ? <ProblemNote error={play.error} /> : null}
          <ul>
            {options.data.personas.map((persona) => (
              <li key={persona.id}>
                <button type="button" className={styles.persona} disabled={play.isPending} onClick={() => play.mutate(persona.id)}>
                  <strong>{persona.name}</strong>
                  <span>{persona.about}</span>
                  <span className={styles.roles}>{[...persona.roles, ...persona.groups].join(' · ')}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  );
}
