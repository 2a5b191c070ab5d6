import { type Dispatch, memo, useEffect, useRef } from 'react';

import type { ProposedField } from '../../api/types';
import { Icon } from '../../kit/icons';
import { texts } from '../../kit/texts';
import { levelOf } from '../../parts/field-state';
import { LevelMark } from '../../parts/level-mark';
import { fieldText } from '../../parts/values';

import { firstRegion, pageIndexOf } from './evidence-pages';
import { FieldCandidates } from './field-candidates';
import { FieldEditor } from './field-editor';
import type { ReviewDesk } from './review-desk';
import type { ReviewStep } from './review-state';

import styles from './fields.module.css';

type Properties = { field: ProposedField; desk: ReviewDesk; dispatch: Dispatch<ReviewStep> };

export const FieldRow = memo(function FieldRow({ field, desk, dispatch }: Properties) {
  const { state } = desk;
  const row = useRef<HTMLDivElement>(null);
  const focused = state.focused === field.name;
  const editing = state.editing === field.name;
  const confirmed = state.confirmed.includes(field.name);
  const change = state.changes.find((other) => other.name === field.name);
  const level = levelOf(field);
  useEffect(() => {
    if (!focused || editing) return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && row.current?.contains(active)) return;
    // Nobody who is typing elsewhere loses the caret to a field that got the focus by itself.
    if (active instanceof HTMLElement && active.matches('input,textarea,select')) return;
    row.current?.focus({ preventScroll: false });
  }, [focused, editing, desk.opening, state.focusTurn]);

  const value = change ? change.after : field.value;
  const spoken = [
    `${field.label}: ${fieldText(field, value)}.`,
    level === 'fine' ? '' : `${texts.levels[level]}: ${field.reasons.map((reason) => reason.text).join(', ')}.`,
    change ? texts.review.changedFrom(fieldText(field, change.before)) : confirmed ? texts.review.confirmed : '',
  ];
  return (
    <div
      ref={row}
      role="group"
      tabIndex={0}
      aria-label={spoken.filter(Boolean).join(' ')}
      className={styles.row}
      data-field={field.name}
      data-focused={focused || undefined}
      data-level={level}
      data-settled={confirmed || change ? true : undefined}
      data-focus-home
      onFocus={() => {
        if (!focused) dispatch({ type: 'focus', name: field.name, page: pageIndexOf(desk.pages, firstRegion(field)) });
      }}
      onDoubleClick={() => desk.canAct && dispatch({ type: 'edit', name: field.name })}
    >
      <span className={styles.label}>{field.label}</span>
      {editing ? (
        <FieldEditor field={field} value={value} region={change?.region} dispatch={dispatch} onDone={() => desk.announce(texts.review.changed)} />
      ) : (
        <span className={styles.value} data-empty={value === null || undefined}>
          {change ? <s className={styles.before}>{fieldText(field, change.before)}</s> : null}
          <span className={styles.now}>{fieldText(field, value)}</span>
        </span>
      )}
      <span className={styles.mark}>
        {change ? (
          <span className={styles.done}>{texts.review.changed}</span>
        ) : confirmed ? (
          <span className={styles.done}>
            <Icon name="tick" size={14} /> {texts.review.confirmed}
          </span>
        ) : (
          <LevelMark level={level} />
        )}
      </span>
      {field.reasons.length > 0 ? <span className={styles.reason}>{field.reasons.map((reason) => reason.text).join(' · ')}</span> : null}
      {focused ? <span className={styles.measure}>{measureOf(field)}</span> : null}
      {focused && desk.canAct && field.candidates.length > 0 ? <FieldCandidates field={field} value={value} dispatch={dispatch} /> : null}
    </div>
  );
});

/** The number only where it was measured, and then as a count that people can picture. */
function measureOf(field: ProposedField): string {
  const measured = field.confidence.calibrated;
  return measured === null || measured === undefined ? texts.review.notMeasured : texts.review.measured(Math.round(measured * 100));
}
