import { type CSSProperties, useState } from 'react';

import { Button } from '../kit/button';
import { texts } from '../kit/texts';

import type { PageBox } from './page-boxes';
import { PageBoxes } from './page-boxes';

import styles from './page-image.module.css';

type Properties = {
  source: string;
  label: string;
  boxes: readonly PageBox[];
  lit?: string | null;
  width?: CSSProperties['width'];
  onPick?: ((name: string) => void) | undefined;
  onSeen?: (() => void) | undefined;
};

/** One page of evidence with the places where the values stand. The image itself is never altered. */
export function PageImage({ source, label, boxes, lit = null, width = '100%', onPick, onSeen }: Properties) {
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === source) {
    return (
      <div className={styles.missing} role="alert">
        <p>{texts.evidence.missing}</p>
        <Button onClick={() => setFailed(null)}>{texts.common.retry}</Button>
      </div>
    );
  }

  return (
    <div className={styles.page} style={{ width }}>
      <img className={styles.image} src={source} alt={label} draggable={false} decoding="sync" onLoad={onSeen} onError={() => setFailed(source)} />
      <PageBoxes boxes={boxes} lit={lit} onPick={onPick} />
    </div>
  );
}
