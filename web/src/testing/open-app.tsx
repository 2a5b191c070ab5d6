import { createMemoryHistory } from '@tanstack/react-router';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { vi } from 'vitest';

import { Application, createQueryClient } from '../app/application';
import { createAppRouter } from '../app/router';

import { FakeServer } from './fake-server';

export type App = {
  server: FakeServer;
  /** Presses a key where the focus is. */
  press: (key: string, modifiers?: { shift?: boolean; ctrl?: boolean }) => Promise<void>;
  /** Types into the field that has the focus. */
  type: (text: string) => Promise<void>;
  path: () => string;
  search: () => Record<string, unknown>;
  /** jsdom loads no images; this says that the page on screen has been painted. */
  seePage: () => Promise<void>;
  said: () => string;
  unmount: () => void;
};

/** The whole application on a server in memory, opened at an address. */
export async function openApp(address: string, server = new FakeServer()): Promise<App> {
  vi.stubGlobal('fetch', server.fetch);
  const client = createQueryClient(() => undefined);
  const router = createAppRouter(client, createMemoryHistory({ initialEntries: [address] }));
  const { unmount } = render(<Application client={client} router={router} />);
  await waitFor(() => {
    if (!document.querySelector('main,[data-field]')) throw new Error('The page has not opened yet.');
  });
  return {
    server,
    unmount,
    press: async (key, modifiers = {}) => {
      await act(async () => {
        fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey: modifiers.shift ?? false, ctrlKey: modifiers.ctrl ?? false });
        await Promise.resolve();
      });
    },
    type: async (text) => {
      await act(async () => {
        fireEvent.change(document.activeElement ?? document.body, { target: { value: text } });
        await Promise.resolve();
      });
    },
    path: () => router.state.location.pathname,
    search: () => router.state.location.search,
    seePage: async () => {
      const image = await screen.findByRole('img', { name: /page/ });
      await act(async () => {
        fireEvent.load(image);
        await Promise.resolve();
      });
    },
    said: () => screen.getByTestId('announcer').textContent ?? '',
  };
}

/** The field that has the focus, by name. */
export const focusedField = (): string | null => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null;
