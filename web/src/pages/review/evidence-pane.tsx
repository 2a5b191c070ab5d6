import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { documentTextQuery, pageImagePath } from '../../api/queries';
import { texts } from '../../kit/texts';
import { levelOf } from '../../parts/field-state';
import type { PageBox } from '../../parts/page-boxes';
import { PageImage } from '../../parts/page-image';
import { ProblemNote } from '../../parts/problem-note';

import { ActionButton } from './action-button';
import type { ReviewDesk } from './review-desk';
import { nextPage } from './actions/next-page';
import { previousPage } from './actions/previous-page';
import { zoomIn } from './actions/zoom-in';
import { zoomOut } from './actions/zoom-out';
import { WordLayer } from './word-layer';

import styles from './evidence.module.css';

const tool = { look: 'quiet', label: '', className: styles.tool } as const;

/** The pages that the proposal relies on, with the place of every value that needs a look. */
export function EvidencePane({ desk }: { desk: ReviewDesk }) {
  const { state, pages } = desk;
  const shown = pages[Math.min(state.page, pages.length - 1)];
  const scroller = useRef<HTMLDivElement>(null);
  const lit = state.focused;
  useEffect(() => {
    const box = scroller.current?.querySelector('[data-lit]');
    // Not smooth: the eye should be there when the key comes up. jsdom has no scrollIntoView.
    if (typeof box?.scrollIntoView === 'function') box.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [lit, desk.opening, state.focusTurn, state.page, state.zoom]);

  if (!shown) {
    return (
      <section className={styles.pane} aria-label={texts.evidence.title}>
        <p className={styles.none}>{texts.evidence.none}</p>
      </section>
    );
  }

  const boxes: PageBox[] = desk.fields.flatMap((field) =>
    field.regions
      .filter((region) => region.document === shown.document.hash && region.page === shown.page)
      .map((region) => ({ name: field.name, label: field.label, level: levelOf(field), region })),
  );
  const seen = (): void => desk.dispatch({ type: 'seen', hash: shown.document.hash });
  const isText = shown.document.mediaType.startsWith('text/');
  return (
    <section className={styles.pane} aria-label={texts.evidence.title}>
      <div className={styles.tools}>
        <span className={styles.name}>
          {shown.document.name ?? texts.evidence.document} <span className={styles.muted}>{texts.evidence.pageOf(state.page + 1, pages.length)}</span>
        </span>
        <ActionButton desk={desk} action={previousPage} {...tool} />
        <ActionButton desk={desk} action={nextPage} {...tool} />
        <ActionButton desk={desk} action={zoomOut} {...tool} />
        <span className={styles.zoom}>{Math.round(state.zoom * 100)} %</span>
        <ActionButton desk={desk} action={zoomIn} {...tool} />
      </div>
      {state.notice?.place === 'evidence' ? (
        <p className={styles.notice} role="alert">
          {state.notice.text}
        </p>
      ) : null}
      <div
        // Another case starts at the top, and its pages count as seen only when they were painted for it.
        key={desk.opening}
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="group"
        aria-label={texts.evidence.page(shown.document.name ?? '', shown.page)}
      >
        {isText ? (
          <TextDocument hash={shown.document.hash} onSeen={seen} />
        ) : (
          <div className={styles.sheet} style={{ width: `${state.zoom * 100}%` }}>
            <PageImage
              source={pageImagePath(shown.document.hash, shown.page)}
              label={texts.evidence.page(shown.document.name ?? '', shown.page)}
              boxes={boxes}
              lit={lit}
              onPick={(name) => desk.focusField(name)}
              onSeen={seen}
            />
            {state.editing ? <WordLayer key={`${shown.document.hash}/${shown.page}`} document={shown.document.hash} page={shown.page} /> : null}
          </div>
        )}
      </div>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.solid} /> {texts.levels.check}
        <span className={styles.dashed} /> {texts.levels.likely}
        <span className={styles.muted}>{texts.evidence.legendFine}</span>
      </p>
    </section>
  );
}

function TextDocument({ hash, onSeen }: { hash: string; onSeen: () => void }) {
  const text = useQuery(documentTextQuery(hash));
  const loaded = text.data !== undefined;
  const tell = useRef(onSeen);
  useEffect(() => {
    if (loaded) tell.current();
  }, [loaded]);
  if (text.error) return <ProblemNote error={text.error} onRetry={() => void text.refetch()} />;
  return <pre className={styles.text}>{text.data}</pre>;
}
