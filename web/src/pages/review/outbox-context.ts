import { createContext, useContext, useSyncExternalStore } from 'react';

import type { Sent, VerdictOutbox } from './verdict-outbox';

export const OutboxContext = createContext<VerdictOutbox | null>(null);

export function useOutbox(): VerdictOutbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('The verdict outbox is missing: wrap the application in OutboxContext.');
  return outbox;
}

export function useSent(): readonly Sent[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.watch, outbox.list);
}
