import { lazy, Suspense } from 'react';

import { Skeleton } from '../kit/skeleton';

import type { DiagramMarks } from './diagram-canvas';

// The diagram library is as large as the rest of the application and only these pages need it.
const DiagramCanvas = lazy(async () => ({ default: (await import('./diagram-canvas')).DiagramCanvas }));

const noMarks: DiagramMarks = { states: {}, lit: null };

export function Diagram({ xml, label, marks = noMarks }: { xml: string; label: string; marks?: DiagramMarks }) {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <DiagramCanvas xml={xml} label={label} marks={marks} />
    </Suspense>
  );
}
