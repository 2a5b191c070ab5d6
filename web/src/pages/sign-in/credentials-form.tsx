import { PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from './sign-in.module.css';

export type Credentials = { name: string; password: string };

type Properties = {
  heading: ReactNode;
  hint?: ReactNode;
  submit: string;
  password: 'current' | 'new';
  /** `idle`, or why it cannot be sent now. */
  state: 'idle' | 'sending' | 'impossible';
  error: Error | null;
  onSubmit: (credentials: Credentials) => void;
};

/** A name and a password, for signing in and for the first administrator. */
export function CredentialsForm({ heading, hint, submit, password: kind, state, error, onSubmit }: Properties) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ name, password });
      }}
    >
      <h1>{heading}</h1>
      {hint}
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
        description={kind === 'new' ? texts.signIn.passwordHelp : undefined}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete={`${kind}-password`}
        required
        withAsterisk={false}
      />
      {error ? <ProblemNote error={error} /> : null}
      <Button type="submit" look="primary" disabled={state !== 'idle'}>
        {submit}
      </Button>
    </form>
  );
}
