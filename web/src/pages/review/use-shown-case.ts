import { useState } from 'react';

type Trail = {
  shown: string;
  addressed: string;
  /** Cases that were shown already and whose addresses the router has not reached yet. */
  coming: readonly string[];
  returns: number;
};

/**
 * The case on screen. It goes ahead of the address: the router needs several turns and the next case is painted in this one.
 * An address that was not gone ahead of (a link, the back button, a verdict that came back) decides what is shown.
 */
export function useShownCase(addressed: string, returns: number): { id: string; ahead: (to: string) => void } {
  const [trail, setTrail] = useState<Trail>({ shown: addressed, addressed, coming: [], returns });
  const current = followed(trail, addressed, returns);
  if (current !== trail) setTrail(current);
  return { id: current.shown, ahead: (to) => setTrail((last) => ({ ...last, shown: to, coming: [...last.coming, to] })) };
}

function followed(trail: Trail, addressed: string, returns: number): Trail {
  if (returns === trail.returns && addressed === trail.addressed) return trail;
  const arrived = returns === trail.returns ? trail.coming.indexOf(addressed) : -1;
  return arrived < 0 ? { shown: addressed, addressed, coming: [], returns } : { ...trail, addressed, coming: trail.coming.slice(arrived + 1) };
}
