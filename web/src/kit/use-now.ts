import { useEffect, useState } from 'react';

/** The current time in milliseconds, again every `every` milliseconds. `read` gives the clock. */
export function useNow(read: () => number, every: number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), every);
    return () => clearInterval(timer);
  }, [read, every]);
  return now;
}
