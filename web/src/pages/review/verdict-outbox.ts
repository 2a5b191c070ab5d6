import type { InfiniteData, QueryClient } from '@tanstack/react-query';

import { post, requestKey } from '../../api/client';
import { asProblem } from '../../api/problem-error';
import type { Page, Problem, ReviewRow, VerdictAnswer, VerdictRequest } from '../../api/types';
import { painted } from '../../kit/painted';

import type { KeptInput } from './review-state';

export type Sent = {
  key: string;
  review: string;
  title: string;
  kind: string;
  state: 'sending' | 'held' | 'settled' | 'undoing' | 'undone' | 'refused';
  undoUntil: string | null;
  problem: Problem | null;
};

type Sending = { row: ReviewRow; title: string; request: VerdictRequest; kept: KeptInput };
type Lists = InfiniteData<Page<ReviewRow>, string | null>;

/**
 * Verdicts on their way. It outlives the review page: the next case is painted at once, and what comes back from the
 * server (held, settled, refused) is dealt with wherever the reviewer is by then.
 */
export class VerdictOutbox {
  /** True while the review on screen holds input that is not yet part of a verdict; then nobody is taken away from it. */
  busy = false;
  /** Counts the cases that came back; a page that is on its way to the next case is overtaken by that. */
  returns = 0;
  private readonly client: QueryClient;
  private entries: readonly Sent[] = [];
  private wishes = new Set<string>();
  private keptInput = new Map<string, { input: KeptInput; problem: Problem | null }>();
  private watchers = new Set<() => void>();

  constructor(client: QueryClient) {
    this.client = client;
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  list = (): readonly Sent[] => this.entries;

  /** What was typed for a review whose verdict was refused or undone, so that it is there again. */
  kept(review: string): { input: KeptInput; problem: Problem | null } | null {
    return this.keptInput.get(review) ?? null;
  }

  keep(review: string, input: KeptInput, problem: Problem | null = null): void {
    this.keptInput.set(review, { input, problem });
  }

  isDecided(review: string): boolean {
    return this.entries.some((entry) => entry.review === review && entry.state !== 'undone' && entry.state !== 'refused');
  }

  async send({ row, title, request, kept }: Sending): Promise<void> {
    const key = requestKey();
    // What was typed is part of this verdict now; the answer may come back before the next case is on screen.
    this.busy = false;
    this.keep(row.id, kept);
    this.entries = [
      ...this.entries.filter((entry) => entry.review !== row.id),
      { key, review: row.id, title, kind: request.kind, state: 'sending', undoUntil: null, problem: null },
    ];
    this.tell();
    await painted();
    this.patchRow({ ...row, state: 'completed', decidedAs: request.kind });
    try {
      const answer = await post<VerdictAnswer>(`/api/reviews/${encodeURIComponent(row.id)}/verdict`, request, key);
      const undoUntil = answer.undoUntil ?? answer.row.undoUntil ?? null;
      this.patchRow(answer.row);
      this.update(key, { state: undoUntil ? 'held' : 'settled', undoUntil });
      this.forget(row.id);
      if (this.wishes.delete(key)) await this.undo(key);
    } catch (error) {
      const problem = asProblem(error);
      this.wishes.delete(key);
      this.patchRow(row);
      this.keep(row.id, kept, problem);
      this.forget(row.id);
      this.update(key, { state: 'refused', problem });
    }
  }

  /** Takes a verdict back. One that is still being sent is taken back as soon as it has arrived. */
  async undo(key: string): Promise<boolean> {
    const entry = this.entries.find((other) => other.key === key);
    if (!entry) return false;
    if (entry.state === 'sending') {
      this.wishes.add(key);
      return false;
    }

    if (entry.state !== 'held') return false;
    this.update(key, { state: 'undoing' });
    return this.takeBack(entry);
  }

  /** Takes back a verdict that was given earlier, in another session perhaps. */
  async undoEarlier(row: ReviewRow, title: string): Promise<boolean> {
    const entry: Sent = {
      key: requestKey(),
      review: row.id,
      title,
      kind: row.decidedAs ?? 'approve',
      state: 'undoing',
      undoUntil: row.undoUntil ?? null,
      problem: null,
    };
    this.entries = [...this.entries.filter((other) => other.review !== row.id), entry];
    this.tell();
    return this.takeBack(entry);
  }

  comeBack(key: string): void {
    this.returns += 1;
    this.dismiss(key);
  }

  dismiss(key: string): void {
    this.entries = this.entries.filter((entry) => entry.key !== key);
    this.tell();
  }

  /** After the hold has passed there is nothing to take back any more. */
  expire(now: number): void {
    const expired = this.entries.filter((entry) => entry.state === 'held' && entry.undoUntil !== null && Date.parse(entry.undoUntil) <= now);
    for (const entry of expired) {
      this.keptInput.delete(entry.review);
      this.update(entry.key, { state: 'settled' });
    }
  }

  private async takeBack(entry: Sent): Promise<boolean> {
    try {
      const answer = await post<{ row: ReviewRow }>(`/api/reviews/${encodeURIComponent(entry.review)}/undo`);
      this.patchRow(answer.row);
      this.forget(entry.review);
      this.update(entry.key, { state: 'undone', problem: null });
      return true;
    } catch (error) {
      this.update(entry.key, { state: 'settled', problem: asProblem(error) });
      return false;
    }
  }

  private patchRow(row: ReviewRow): void {
    this.client.setQueriesData<Lists>({ queryKey: ['reviews'] }, (old) =>
      old ? { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map((other) => (other.id === row.id ? row : other)) })) } : old,
    );
  }

  /** The stored detail is about a state that has passed. */
  private forget(review: string): void {
    void this.client.invalidateQueries({ queryKey: ['review', review], refetchType: 'none' });
    this.client.removeQueries({ queryKey: ['review', review], type: 'inactive' });
    void this.client.invalidateQueries({ queryKey: ['review', review] });
    void this.client.invalidateQueries({ queryKey: ['review-count'] });
  }

  private update(key: string, change: Partial<Sent>): void {
    this.entries = this.entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}
