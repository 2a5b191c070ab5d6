import { useEffect, useState } from 'react';

const patience = 200;

/** True once something has taken longer than 200 ms: only then is a skeleton calmer than nothing. */
export function useLate(pending: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending]);
  return pending && late;
}
