import type { CaseDetail, JsonObject } from '../../api/types';
import { texts } from '../../kit/texts';

/** Where variables are: the case itself (0), and every open step that has some of its own. */
export type Scope = { number: number; name: string; values: JsonObject };

export function scopesOf(detail: CaseDetail): Scope[] {
  const steps = detail.tokens.flatMap((token) => (token.variables ? [{ number: token.instance, name: token.name, values: token.variables }] : []));
  return [{ number: 0, name: texts.case_.itself, values: detail.variables }, ...steps];
}
