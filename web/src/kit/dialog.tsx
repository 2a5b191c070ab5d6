import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { useKeys } from './use-keys';

type Properties = { title: string; onClose: () => void; size?: string; children: ReactNode };

/** A modal dialog; while it is open the page's keys rest. */
export function Dialog({ title, onClose, size = 'lg', children }: Properties) {
  useKeys([{ id: 'dialog.close', keys: ['Escape'], label: '', group: '', inFields: true, run: onClose }], 'dialog');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Modal>
  );
}
