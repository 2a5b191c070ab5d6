import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { CaseDetail, Json } from '../../api/types';
import { Select } from '../../kit/select';
import { texts } from '../../kit/texts';

import { OperateDialog } from './operate-dialog';

const written = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** Writes one value of the case, a known one or a new one. */
export function EditValuesDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const words = texts.case_.edit;
  const names = Object.keys(detail.variables);
  const [known, setKnown] = useState(names[0] ?? '');
  const [name, setName] = useState(names[0] ?? '');
  const [text, setText] = useState(written(detail.variables[names[0] ?? '']));
  const parsed = parse(text);
  const body = name.trim() !== '' && 'value' in parsed ? { values: { [name.trim()]: parsed.value } } : null;
  const choose = (next: string): void => {
    setKnown(next);
    setName(next);
    setText(written(detail.variables[next]));
  };
  return (
    <OperateDialog caseId={detail.id} path="variables" words={words} body={body} onClose={onClose}>
      {names.length > 0 ? (
        <Select
          label={words.which}
          value={known}
          options={[...names.map((other) => ({ value: other, label: other })), { value: '', label: words.another }]}
          onChange={choose}
          visibleLabel
        />
      ) : null}
      {known === '' ? <TextInput label={words.name} value={name} onChange={(event) => setName(event.target.value)} /> : null}
      <Textarea
        label={words.value}
        description={words.valueHelp}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={8}
        spellCheck={false}
        error={'error' in parsed && text.trim() !== '' ? words.notJson(parsed.error) : undefined}
      />
    </OperateDialog>
  );
}

function parse(text: string): { value: Json } | { error: string } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
