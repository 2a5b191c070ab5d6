import { useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/client';
import { ProblemError } from '../../api/problem-error';
import type { ProcessVersion } from '../../api/types';
import { texts } from '../../kit/texts';
import { DiagnosticList } from '../../parts/diagnostic-list';
import { ProblemNote } from '../../parts/problem-note';

import styles from '../../parts/page.module.css';

/** Uploads a model. What the server finds wrong is listed with its place in the file. */
export function ModelUpload({ kind }: { kind: 'processes' | 'decisions' }) {
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: async (file: File) => call<Partial<ProcessVersion> | undefined>(`/api/${kind}`, { method: 'POST', body: { xml: await file.text() } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [kind] });
      void client.invalidateQueries({ queryKey: ['process-versions'] });
    },
  });
  const findings = upload.error instanceof ProblemError ? (upload.error.problem.diagnostics ?? []) : (upload.data?.diagnostics ?? []);
  return (
    <section className={styles.section}>
      <label className={styles.bar}>
        {kind === 'processes' ? texts.processes.uploadProcess : texts.processes.uploadDecision}
        <input
          type="file"
          accept={kind === 'processes' ? '.bpmn,.xml' : '.dmn,.xml'}
          disabled={upload.isPending}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) upload.mutate(file);
            event.target.value = '';
          }}
        />
      </label>
      {upload.isSuccess ? (
        <p role="status">
          {kind === 'processes' && upload.data?.name ? texts.processes.deployed(upload.data.name, upload.data.version ?? 1) : texts.processes.deployedDecision}
        </p>
      ) : null}
      {upload.error && findings.length === 0 ? <ProblemNote error={upload.error} /> : null}
      {upload.error && findings.length > 0 ? <p role="alert">{texts.processes.refused}</p> : null}
      {findings.length > 0 ? <DiagnosticList diagnostics={findings} /> : null}
    </section>
  );
}
