import type { ElementState } from '../../api/types';
import type { DiagramMarks, ElementMark } from '../../parts/diagram-canvas';

const weight: Record<ElementMark, number> = { incident: 3, active: 2, completed: 1, cancelled: 0 };

/** One mark per element: where it is now outweighs where it was, and a stop outweighs both. */
export function marksOf(tokens: readonly ElementState[], lit: string | null): DiagramMarks {
  const states: Record<string, { state: ElementMark; count: number }> = {};
  for (const token of tokens) {
    // What a called process does is not in this diagram.
    if (token.call !== undefined) continue;
    const known = states[token.element];
    if (!known || weight[token.state] > weight[known.state]) states[token.element] = { state: token.state, count: 1 };
    else if (known.state === token.state) known.count += 1;
  }

  return { states, lit };
}
