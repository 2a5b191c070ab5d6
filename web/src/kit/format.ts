const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const dateTime = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const withSeconds = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const timeOnly = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const whole = new Intl.NumberFormat('en-GB');

export const asDateTime = (instant: string): string => dateTime.format(new Date(instant));
export const asDateTimeSeconds = (instant: string): string => withSeconds.format(new Date(instant));
export const asTime = (instant: string): string => timeOnly.format(new Date(instant));
export const asCount = (count: number): string => whole.format(count);

/** `14 min`, `3 h 05`, `2 days`: rounded down, so nobody is promised time that is not there. */
export function asSpan(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span < minute) return `${Math.floor(span / 1000)} s`;
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day) return `${Math.floor(span / hour)} h ${String(Math.floor((span % hour) / minute)).padStart(2, '0')}`;
  const days = Math.floor(span / day);
  return days === 1 ? '1 day' : `${days} days`;
}

export type Urgency = 'late' | 'soon' | 'later';

export function urgencyOf(left: number): Urgency {
  if (left <= 0) return 'late';
  return left <= hour ? 'soon' : 'later';
}

/** `abcdef012345` of a long hash. */
export const shortHash = (hash: string): string => (hash.length > 14 ? hash.slice(0, 12) : hash);
