import { type ReactNode, useLayoutEffect, useRef } from 'react';

type Properties = { of: string; className?: string | undefined; children: ReactNode };

/** A pane that scrolls; when it is about something else it starts at the top again. */
export function FromTop({ of, className, children }: Properties) {
  const pane = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  useLayoutEffect(() => {
    // Asking the element where it stands would lay out the page in the middle of a change.
    if (pane.current && scrolled.current) pane.current.scrollTop = 0;
    scrolled.current = false;
  }, [of]);
  return (
    <div
      ref={pane}
      className={className}
      onScroll={() => {
        scrolled.current = true;
      }}
    >
      {children}
    </div>
  );
}
