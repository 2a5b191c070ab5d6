import { type Dispatch, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

import type { Json, ProposedField, Region } from '../../api/types';
import { texts } from '../../kit/texts';
import { asInput, parseInput } from '../../parts/values';

import { receiveWords } from './picked-word';
import type { ReviewStep } from './review-state';

import styles from './fields.module.css';

type Properties = { field: ProposedField; value: Json; region: Region | undefined; dispatch: Dispatch<ReviewStep>; onDone: () => void };

/** Enter keeps the value, Esc does not, the arrows walk through the other readings. */
export function FieldEditor({ field, value, region, dispatch, onDone }: Properties) {
  const [text, setText] = useState(asInput(value));
  const [place, setPlace] = useState(region);
  const [wrong, setWrong] = useState('');
  const [walked, setWalked] = useState(-1);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const errorId = useId();
  const long = typeof value === 'object' && value !== null;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(
    () =>
      receiveWords((word) => {
        setText(word.text ?? '');
        setPlace(word);
        setWrong('');
      }),
    [],
  );

  const keep = (): void => {
    const parsed = parseInput(text, field);
    if ('expected' in parsed) {
      setWrong(texts.review.expected(parsed.expected));
      return;
    }

    dispatch({ type: 'change', change: { name: field.name, before: field.value, after: parsed.value, ...(place ? { region: place } : {}) } });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      dispatch({ type: 'edit', name: null });
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && field.candidates.length > 0 && !long) {
      event.preventDefault();
      const count = field.candidates.length;
      const next = (walked + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
      const candidate = field.candidates[next];
      setWalked(next);
      setText(asInput(candidate?.value ?? null));
      setPlace(candidate?.region ?? undefined);
    }
  };
  const shared = {
    ref: input,
    className: styles.input,
    value: text,
    'aria-label': field.label,
    'aria-invalid': wrong !== '',
    'aria-describedby': wrong ? errorId : undefined,
    onKeyDown,
    spellCheck: false,
  };
  return (
    <span className={styles.editor}>
      {long ? (
        <textarea {...shared} rows={6} onChange={(event) => setText(event.target.value)} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      )}
      <span id={errorId} className={wrong ? styles.wrong : styles.muted} role={wrong ? 'alert' : undefined}>
        {wrong || (long ? texts.review.editLongHelp : texts.review.editHelp)}
      </span>
    </span>
  );
}
