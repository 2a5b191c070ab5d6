import type { Region } from '../api/types';

import type { FieldLevel } from './field-state';

import styles from './page-image.module.css';

export type PageBox = { name: string; label: string; level: FieldLevel; region: Region };

const scale = 1000;
const pad = 4;

type Properties = { boxes: readonly PageBox[]; lit: string | null; onPick?: ((name: string) => void) | undefined };

/** Solid box: check. Dashed: likely. Nothing for a value that is fine, until its field has the focus. */
export function PageBoxes({ boxes, lit, onPick }: Properties) {
  const visible = boxes.filter((box) => box.level !== 'fine' || box.name === lit);
  return (
    <svg className={styles.boxes} viewBox={`0 0 ${scale} ${scale}`} preserveAspectRatio="none" aria-hidden="true">
      {visible.map((box, index) => (
        <rect
          key={`${box.name}${index}`}
          x={box.region.x * scale - pad}
          y={box.region.y * scale - pad}
          width={box.region.width * scale + 2 * pad}
          height={box.region.height * scale + 2 * pad}
          data-box={box.name}
          data-lit={box.name === lit || undefined}
          className={styles[box.level]}
          onClick={onPick ? () => onPick(box.name) : undefined}
        >
          <title>{box.label}</title>
        </rect>
      ))}
    </svg>
  );
}
