import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';

import { texts } from '../kit/texts';

import styles from './diagram.module.css';

export type ElementMark = 'active' | 'completed' | 'cancelled' | 'incident';
export type DiagramMarks = { states: Readonly<Record<string, { state: ElementMark; count: number }>>; lit: string | null };

type Canvas = {
  zoom: (level: 'fit-viewport', center: 'auto') => void;
  addMarker: (id: string, marker: string) => void;
  removeMarker: (id: string, marker: string) => void;
};
type Registry = { get: (id: string) => { incoming?: Connection[] } | undefined };
type Connection = { id: string; source?: { id: string } };
type Overlays = {
  add: (id: string, kind: string, overlay: { position: object; html: HTMLElement }) => void;
  remove: (filter: { type: string }) => void;
};

/** The deployed diagram, read only. The logo of the library stays visible in its corner, as its licence asks. */
export function DiagramCanvas({ xml, label, marks }: { xml: string; label: string; marks: DiagramMarks }) {
  const container = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [failure, setFailure] = useState('');

  useEffect(() => {
    if (!container.current) return;
    const created = new NavigatedViewer({
      container: container.current,
      bpmnRenderer: { defaultFillColor: 'var(--bg)', defaultStrokeColor: 'var(--text)', defaultLabelColor: 'var(--text)' },
    });
    let alive = true;
    const done = created.importXML(xml).then(
      () => {
        if (!alive) return;
        created.get<Canvas>('canvas').zoom('fit-viewport', 'auto');
        setViewer(created);
      },
      (error: unknown) => {
        if (alive) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    // Destroying a viewer while it reads throws inside the library, so the end waits for the reading.
    return () => {
      alive = false;
      setViewer(null);
      void done.finally(() => created.destroy());
    };
  }, [xml]);

  useEffect(() => {
    if (!viewer) return;
    return mark(viewer, marks);
  }, [viewer, marks]);

  if (failure) return <p role="alert">{texts.diagram.unreadable(failure)}</p>;
  return <div ref={container} className={styles.canvas} role="group" aria-label={label} />;
}

function mark(viewer: NavigatedViewer, marks: DiagramMarks): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const added: [string, string][] = [];
  const add = (id: string, marker: string): void => {
    if (!registry.get(id)) return;
    canvas.addMarker(id, marker);
    added.push([id, marker]);
  };

  for (const [id, { state, count }] of Object.entries(marks.states)) {
    add(id, `nb-${state}`);
    for (const flow of registry.get(id)?.incoming ?? []) {
      // Which flow was taken is not told apart when several lead from visited elements; all of them are drawn as visited.
      if (flow.source && marks.states[flow.source.id]) add(flow.id, 'nb-visited');
    }

    if (state !== 'active' && state !== 'incident') continue;
    if (!registry.get(id)) continue;
    const badge = document.createElement('span');
    badge.className = `nb-badge nb-badge-${state}`;
    badge.textContent = state === 'incident' ? '!' : String(count);
    overlays.add(id, 'nb-badge', { position: { top: -12, right: 12 }, html: badge });
  }

  if (marks.lit) add(marks.lit, 'nb-lit');
  return () => {
    overlays.remove({ type: 'nb-badge' });
    for (const [id, marker] of added) canvas.removeMarker(id, marker);
  };
}
