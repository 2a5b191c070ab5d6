import { texts } from '../../../kit/texts';
import type { Sent, VerdictOutbox } from '../verdict-outbox';

/** Takes back the latest verdict while its effect is still held. Works on every page. */
export const undo = {
  id: 'undo',
  label: texts.actions.undo,
  keys: ['z'],
  candidate: (sent: readonly Sent[]): Sent | undefined => sent.findLast((entry) => entry.state === 'held' || entry.state === 'sending'),
  allowed: (sent: readonly Sent[]): boolean => undo.candidate(sent) !== undefined,
  perform: (outbox: VerdictOutbox, sent: readonly Sent[]): void => {
    const entry = undo.candidate(sent);
    if (entry) void outbox.undo(entry.key);
  },
} as const;
