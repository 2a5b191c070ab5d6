import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { post } from '../../api/client';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

type Properties = {
  caseId: string;
  /** After `/api/cases/{id}/`. */
  path: string;
  words: { title: string; consequence: string; why: string; do: string };
  onClose: () => void;
  /** What is sent besides the reason; null while it is not complete. */
  body?: object | null;
  size?: string;
  children?: ReactNode;
};

/** Everything that a person does to a running case: says what follows from it, asks for the reason, shows a refusal where it happened. */
export function OperateDialog({ caseId, path, words, onClose, body = {}, size = 'md', children }: Properties) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const operate = useMutation({
    mutationFn: () => post(`/api/cases/${encodeURIComponent(caseId)}/${path}`, { ...body, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  return (
    <Dialog title={words.title} onClose={onClose} size={size}>
      <div className={styles.section}>
        <p className={styles.muted}>{words.consequence}</p>
        {children}
        <Textarea
          label={words.why}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={3}
          maxLength={1000}
          {...(children ? {} : { 'data-autofocus': true })}
        />
        {operate.error ? <ProblemNote error={operate.error} /> : null}
        <div className={styles.bar}>
          <Button look="primary" disabled={reason.trim() === '' || body === null || operate.isPending} onClick={() => operate.mutate()}>
            {words.do}
          </Button>
          <Button onClick={onClose}>{texts.case_.keep}</Button>
        </div>
      </div>
    </Dialog>
  );
}
