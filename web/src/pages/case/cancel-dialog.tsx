import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { post } from '../../api/client';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import { texts } from '../../kit/texts';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

/** Cancelling cannot be undone, so it asks for the reason first. */
export function CancelDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const cancel = useMutation({
    mutationFn: () => post(`/api/cases/${encodeURIComponent(caseId)}/cancel`, { reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  return (
    <Dialog title={texts.case_.cancel} onClose={onClose} size="md">
      <div className={styles.section}>
        <Textarea label={texts.case_.cancelWhy} value={reason} onChange={(event) => setReason(event.target.value)} rows={3} data-autofocus />
        {cancel.error ? <ProblemNote error={cancel.error} /> : null}
        <div className={styles.bar}>
          <Button look="primary" disabled={reason.trim() === '' || cancel.isPending} onClick={() => cancel.mutate()}>
            {texts.case_.cancelDo}
          </Button>
          <Button onClick={onClose}>{texts.case_.keep}</Button>
        </div>
      </div>
    </Dialog>
  );
}
