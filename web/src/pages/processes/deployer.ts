import type { Actor } from '../../api/types';

export function deployerName(by: Actor | string | null | undefined): string {
  if (!by) return '';
  return typeof by === 'string' ? by : by.name;
}
