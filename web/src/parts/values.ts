import type { Json, ProposedField } from '../api/types';

const plainNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const numericName = /total|amount|sum|net|gross|tax|vat|price|quantity|rate|cost|count|percent/i;
const moneyName = /total|amount|sum|net|gross|tax|vat|price|cost/i;
const longAccount = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$/;

/** A value as people read it. Account numbers are grouped by four so that they can be compared. */
export function asText(value: Json): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return longAccount.test(value) ? value.replace(/(.{4})(?=.)/g, '$1 ') : value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(asText).join(', ');
  const entries = Object.entries(value);
  return entries.length === 0 ? 'empty' : entries.map(([name, entry]) => `${name}: ${asText(entry)}`).join(' · ');
}

/** The value of a field as people read it. Amounts have two decimals at least, as on the page that they are compared with. */
export function fieldText(field: ProposedField, value: Json): string {
  const cut = typeof value === 'number' && /^-?[0-9]+\.[0-9]$/.test(String(value)) && moneyName.test(`${field.name} ${field.label}`);
  return cut ? value.toFixed(2) : asText(value);
}

/** What stands in the input when a value is edited. */
export function asInput(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

export type Parsed = { value: Json } | { expected: 'number' | 'yes or no' | 'a list or an object as JSON' };

/** Reads typed text as the kind of value that the field had: 48,210.00 stays a number and 00123 stays text. */
export function parseInput(text: string, field: ProposedField): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  switch (kindOf(field)) {
    case 'number': {
      const number = plainNumber.test(trimmed) ? trimmed : trimmed.replace(/[\s,'\u00a0\u202f](?=[0-9]{3}(\D|$))/g, '');
      return plainNumber.test(number) ? { value: Number(number) } : { expected: 'number' };
    }

    case 'boolean':
      if (/^(yes|true)$/i.test(trimmed)) return { value: true };
      return /^(no|false)$/i.test(trimmed) ? { value: false } : { expected: 'yes or no' };
    case 'object':
      try {
        return { value: JSON.parse(trimmed) as Json };
      } catch {
        return { expected: 'a list or an object as JSON' };
      }

    case 'text':
      return { value: trimmed };
  }
}

export const sameValue = (left: Json, right: Json): boolean => JSON.stringify(left) === JSON.stringify(right);

function kindOf(field: ProposedField): 'number' | 'boolean' | 'object' | 'text' {
  const sample = field.value ?? field.candidates[0]?.value ?? null;
  if (typeof sample === 'number') return 'number';
  if (typeof sample === 'boolean') return 'boolean';
  if (typeof sample === 'object' && sample !== null) return 'object';
  // Nothing was found and nothing offered: the field's name is all there is to go by.
  return sample === null && (numericName.test(field.name) || numericName.test(field.label)) ? 'number' : 'text';
}
