import { type DragEvent, type ReactNode, useState } from 'react';

import { texts } from '../kit/texts';

import styles from './drop-zone.module.css';

type Properties = { enabled: boolean; onFiles: (files: File[]) => void; className?: string | undefined; children: ReactNode };

/** Documents may be dropped anywhere on the page; the button for the same thing stands beside it. */
export function DropZone({ enabled, onFiles, className, children }: Properties) {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent): boolean => enabled && event.dataTransfer.types.includes('Files');
  return (
    <div
      className={[styles.zone, className].filter(Boolean).join(' ')}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? <div className={styles.veil}>{texts.newCase.dropHere}</div> : null}
    </div>
  );
}
