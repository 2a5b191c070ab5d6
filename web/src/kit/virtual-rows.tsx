import { type ReactNode, type RefObject, useEffect, useState } from 'react';

type Properties = {
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  row: (index: number) => ReactNode;
  onNearEnd?: () => void;
};

const threshold = 100;
const overscan = 12;

/** Rows of one height; only those near the view are in the page once there are more than a hundred. */
export function VirtualRows({ scroller, count, rowHeight, row, onNearEnd }: Properties) {
  const [view, setView] = useState({ top: 0, height: 800 });
  // Not a layout effect: the scroller is a parent, and its ref is set only after the effects of its children.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    read();
    element.addEventListener('scroll', read, { passive: true });
    window.addEventListener('resize', read);
    return () => {
      element.removeEventListener('scroll', read);
      window.removeEventListener('resize', read);
    };
  }, [scroller]);

  const all = count <= threshold;
  const first = all ? 0 : Math.max(0, Math.floor(view.top / rowHeight) - overscan);
  const last = all ? count : Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + overscan);
  const nearEnd = (view.top + view.height) / rowHeight > count - 2 * overscan;
  useEffect(() => {
    if (nearEnd && count > 0) onNearEnd?.();
  }, [nearEnd, count, onNearEnd]);

  return (
    <>
      {first > 0 ? <div style={{ height: first * rowHeight }} /> : null}
      {Array.from({ length: Math.max(0, last - first) }, (_, offset) => row(first + offset))}
      {last < count ? <div style={{ height: (count - last) * rowHeight }} /> : null}
    </>
  );
}
