import type { ReactNode } from 'react';

const paths = {
  inbox: 'M3 13h5l1.5 3h5L16 13h5M3 13 6 5h12l3 8v6H3z',
  cases: 'M4 5h16M4 10h16M4 15h10M4 20h7',
  processes: 'M4 6h6v5H4zM14 13h6v5h-6zM7 11v4.5h7',
  audit: 'M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6zM9 12l2.2 2.2L15.5 10',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 1.8',
  alert: 'M12 4 2.8 20h18.4zM12 10v5M12 17.5v.5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  keys: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.5h8',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  tick: 'M5 12.5 10 17.5 19 7',
  plus: 'M12 5v14M5 12h14',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the words beside it say the same. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
