// Deadlines come from the server. A workstation whose clock is off by minutes would show a wrong time left, so the
// difference to the server's Date header is kept. The header has whole seconds: smaller differences are noise.
const noise = 2_000;
let offset = 0;

export function noteServerTime(date: string | null): void {
  if (!date) return;
  const server = Date.parse(date);
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  offset = Math.abs(difference) <= noise ? 0 : difference;
}

/** Now, by the server's clock, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + offset;
}
