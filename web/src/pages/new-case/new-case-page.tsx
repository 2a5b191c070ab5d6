import { Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { processListQuery } from '../../api/queries';
import type { JsonObject } from '../../api/words';
import { Button } from '../../kit/button';
import { Select } from '../../kit/select';
import { texts } from '../../kit/texts';
import { DropZone } from '../../parts/drop-zone';
import { takeOver } from '../../parts/dropped-files';
import { ProblemNote } from '../../parts/problem-note';

import { openCase, type Upload } from './open-case';

import styles from './new-case.module.css';

/** Choose a process, drop documents, start. Every document becomes a case; without one, the values alone do. */
export function NewCasePage() {
  const { process: preset } = useSearch({ from: '/signed-in/cases/new' });
  const client = useQueryClient();
  const processes = useQuery(processListQuery);
  const [process, setProcess] = useState(preset ?? '');
  const [uploads, setUploads] = useState<Upload[]>(() => takeOver().map(waiting));
  const [reference, setReference] = useState('');
  const [json, setJson] = useState('');
  const [busy, setBusy] = useState(false);
  const items = processes.data?.items ?? [];
  const chosen = process || (items.length === 1 ? (items[0]?.id ?? '') : '');
  const variables = readObject(json);
  const pending = uploads.filter((upload) => upload.state === 'waiting' || upload.state === 'failed');
  const add = (files: File[]): void => setUploads((old) => [...old, ...files.map(waiting)]);
  const update = (changed: Upload): void => setUploads((old) => old.map((upload) => (upload.id === changed.id ? changed : upload)));

  const start = async (): Promise<void> => {
    if (!chosen || !variables) return;
    setBusy(true);
    const work = pending.length > 0 ? pending : [{ ...waiting(null), name: reference || texts.newCase.title }];
    if (pending.length === 0) setUploads((old) => [...old, ...work]);
    // One after the other: a slow upload must not hold up the browser's few connections.
    for (const upload of work) {
      update({ ...upload, state: 'sending', problem: null });
      update(await openCase(upload, { process: chosen, reference, variables }));
    }

    void client.invalidateQueries({ queryKey: ['cases'] });
    setBusy(false);
  };

  return (
    <DropZone enabled onFiles={add} className={styles.page}>
      <h1>{texts.newCase.title}</h1>
      {processes.error ? <ProblemNote error={processes.error} onRetry={() => void processes.refetch()} /> : null}
      {processes.data && items.length === 0 ? <p>{texts.newCase.noProcess}</p> : null}
      <Select
        visibleLabel
        label={texts.newCase.process}
        value={chosen}
        options={[{ value: '', label: texts.newCase.pickProcess }, ...items.map((item) => ({ value: item.id, label: item.name }))]}
        onChange={setProcess}
      />
      <section className={styles.files}>
        <h2>{texts.newCase.files}</h2>
        <p className={styles.muted}>{texts.newCase.filesHelp}</p>
        <ul>
          {uploads.map((upload) => (
            <UploadLine key={upload.id} upload={upload} onRemove={() => setUploads((old) => old.filter((other) => other.id !== upload.id))} />
          ))}
        </ul>
        <label className={styles.choose}>
          <input
            type="file"
            multiple
            accept="application/pdf,image/png,image/jpeg,text/plain"
            aria-label={texts.newCase.choose}
            onChange={(event) => {
              add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
      </section>
      <TextInput label={texts.newCase.key} value={reference} onChange={(event) => setReference(event.target.value)} className={styles.short ?? ''} />
      <Textarea
        label={texts.newCase.variables}
        value={json}
        rows={4}
        onChange={(event) => setJson(event.target.value)}
        error={variables ? undefined : texts.newCase.badVariables}
        className={styles.wide ?? ''}
      />
      <Button look="primary" disabled={busy || !chosen || !variables} onClick={() => void start()}>
        {texts.newCase.startMany(pending.length)}
      </Button>
    </DropZone>
  );
}

function UploadLine({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  return (
    <li className={styles.line}>
      <span className={styles.name}>{upload.name}</span>
      <span className={styles.muted}>{texts.newCase.state[upload.state]}</span>
      {upload.caseId ? (
        <Link to="/case/$id" params={{ id: upload.caseId }}>
          {texts.newCase.see}
        </Link>
      ) : upload.state === 'sending' ? null : (
        <Button look="quiet" aria-label={texts.newCase.remove(upload.name)} onClick={onRemove}>
          ×
        </Button>
      )}
      {upload.problem ? <ProblemNote error={upload.problem} /> : null}
    </li>
  );
}

let count = 0;

function waiting(file: File | null): Upload {
  count += 1;
  return { id: count, name: file?.name ?? '', file, state: 'waiting', caseId: null, problem: null };
}

function readObject(json: string): JsonObject | null {
  if (json.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}
