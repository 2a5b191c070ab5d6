import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';

import { post } from '../../api/client';
import { sessionOptionsQuery, sessionQuery } from '../../api/queries';
import type { Session } from '../../api/types';
import { texts } from '../../kit/texts';
import { landingOf } from '../../parts/access';
import { ProblemNote } from '../../parts/problem-note';

import { type Credentials, CredentialsForm } from './credentials-form';

import styles from './sign-in.module.css';

export function SignInPage() {
  const { back } = useSearch({ from: '/signin' });
  const router = useRouter();
  const client = useQueryClient();
  const options = useQuery(sessionOptionsQuery);
  const enter = (session: Session): void => {
    client.setQueryData(sessionQuery.queryKey, session);
    // Only a path of this site: an address from a link must not lead elsewhere.
    const inside = back !== undefined && /^\/(?![/\\])/.test(back);
    router.history.push(inside ? back : landingOf(session.user));
  };
  const signIn = useMutation({ mutationFn: (credentials: Credentials) => post<Session>('/api/session', credentials), onSuccess: enter });
  const play = useMutation({ mutationFn: (id: string) => post<Session>('/api/session/persona', { id }), onSuccess: enter });

  return (
    <main className={styles.page}>
      <CredentialsForm
        heading={
          <>
            <img src="/mark.svg" alt="" width={28} height={28} /> Ninben
          </>
        }
        hint={options.data?.setupNeeded ? <p className={styles.hint}>{texts.signIn.setupNeeded}</p> : null}
        submit={texts.signIn.submit}
        password="current"
        state={signIn.isPending ? 'sending' : 'idle'}
        error={signIn.error}
        onSubmit={signIn.mutate}
      />
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
