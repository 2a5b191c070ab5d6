import type { LiveEvent } from './types';

export type LiveState = 'connecting' | 'live' | 'polling';
type Listener = (event: LiveEvent | 'tick') => void;

const retryMilliseconds = 3_000;
const pollMilliseconds = 15_000;

/**
 * One stream of events for the tab. Read with fetch instead of EventSource, because a new EventSource cannot send
 * Last-Event-ID and would lose what happened while the connection was down. While there is none, listeners get a
 * 'tick' every 15 seconds and are expected to look for themselves.
 */
export class LiveStream {
  private listeners = new Set<Listener>();
  private watchers = new Set<() => void>();
  private current: LiveState = 'connecting';
  private lastId = '';
  private poll: ReturnType<typeof setInterval> | undefined;

  get state(): LiveState {
    return this.current;
  }

  start(): () => void {
    const stopping = new AbortController();
    void this.run(stopping.signal);
    return () => {
      stopping.abort();
      this.setState('connecting');
    };
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.read(signal);
      } catch {
        // Any failure has the same answer: poll, wait, connect again with the last id.
      }

      if (signal.aborted) return;
      this.setState('polling');
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
    }
  }

  private async read(signal: AbortSignal): Promise<void> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (this.lastId) headers['Last-Event-ID'] = this.lastId;
    const response = await fetch('/api/events', { headers, signal, credentials: 'same-origin' });
    if (!response.ok || !response.body) return;
    this.setState('live');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const lines = block.split('\n');
    const id = lines.find((line) => line.startsWith('id:'));
    const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart());
    if (id) this.lastId = id.slice(3).trim();
    if (data.length === 0) return;
    try {
      this.tell(JSON.parse(data.join('\n')) as LiveEvent);
    } catch {
      // A line that is no JSON is not ours; the next one may be.
    }
  }

  private tell(event: LiveEvent | 'tick'): void {
    for (const listener of this.listeners) listener(event);
  }

  private setState(state: LiveState): void {
    if (state === 'polling' && !this.poll) this.poll = setInterval(() => this.tell('tick'), pollMilliseconds);
    if (state !== 'polling' && this.poll) {
      clearInterval(this.poll);
      this.poll = undefined;
      // What happened between the last tick and now is replayed by the server; look once more all the same.
      if (state === 'live') this.tell('tick');
    }

    if (this.current === state) return;
    this.current = state;
    for (const watcher of this.watchers) watcher();
  }
}

export const live = new LiveStream();
