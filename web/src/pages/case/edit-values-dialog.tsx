import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { CaseDetail, Json, JsonObject } from '../../api/types';
import { Select } from '../../kit/select';
import { texts } from '../../kit/texts';

import { OperateDialog } from './operate-dialog';
import { scopesOf } from './scopes-of';

const written = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** Writes one value of the case or of an open step, a known one or a new one. */
export function EditValuesDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const words = texts.case_.edit;
  const scopes = scopesOf(detail);
  const [number, setNumber] = useState(0);
  const values = scopes.find((scope) => scope.number === number)?.values ?? {};
  const names = Object.keys(values);
  const [known, setKnown] = useState(names[0] ?? '');
  const [name, setName] = useState(names[0] ?? '');
  const [text, setText] = useState(written(values[names[0] ?? '']));
  const parsed = parse(text);
  const body = name.trim() !== '' && 'value' in parsed ? { values: { [name.trim()]: parsed.value }, ...(number === 0 ? {} : { scope: number }) } : null;
  const choose = (next: string, from: JsonObject): void => {
    setKnown(next);
    setName(next);
    setText(written(from[next]));
  };
  const enter = (next: number): void => {
    const inside = scopes.find((scope) => scope.number === next)?.values ?? {};
    setNumber(next);
    choose(Object.keys(inside)[0] ?? '', inside);
  };
  return (
    <OperateDialog caseId={detail.id} path="variables" words={words} body={body} onClose={onClose}>
      {scopes.length > 1 ? (
        <Select
          label={words.where}
          value={String(number)}
          options={scopes.map((scope) => ({ value: String(scope.number), label: scope.name }))}
          onChange={(next) => enter(Number(next))}
          visibleLabel
        />
      ) : null}
      {names.length > 0 ? (
        <Select
          label={words.which}
          value={known}
          options={[...names.map((other) => ({ value: other, label: other })), { value: '', label: words.another }]}
          onChange={(next) => choose(next, values)}
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
