import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { VerdictRequest } from '../../api/types';
import { openApp } from '../../testing/open-app';

// In the server's data: the first has one flag (due), the second none, and the third follows.
const low = 'case-20934-7';
const clean = 'case-20935-7';
const third = 'case-20936-7';
const address = `/review/${low}?view=open`;
const opened = (title: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name: new RegExp(title) });

describe('going fast', () => {
  test('Keys that come faster than the address lead on, and the address ends at the last case', async () => {
    const app = await openApp(address);
    await opened('INV-20934');
    for (const id of [clean, third]) await waitFor(() => expect(app.server.requests('GET', `/api/reviews/${id}`)).toHaveLength(1));

    await app.press('j');
    await app.press('j');

    await opened('INV-20936');
    await waitFor(() => expect(app.path()).toBe(`/review/${third}`));
    await opened('INV-20936');
  });

  test('What was done in one case does not stand in the next', async () => {
    const app = await openApp(address);
    await opened('INV-20934');
    await app.press('f');
    await app.press('n');
    await app.type('Only about this one.');
    await app.press('Escape');
    await app.press('w');

    await app.press('j');

    await opened('INV-20935');
    expect((document.getElementById('review-note') as HTMLTextAreaElement).value).toBe('');
    expect(screen.queryByRole('complementary', { name: 'Why is this here?' })).toBeNull();
    await app.press('k');
    await opened('INV-20934');
    expect(document.querySelectorAll('[data-field]')).toHaveLength(1);
  });

  test('A page that loads late counts as seen only for its own case', async () => {
    const app = await openApp(address);
    await opened('INV-20934');
    const late = await screen.findByRole('img', { name: /page/ });
    await app.press('j');
    await opened('INV-20935');

    await act(async () => fireEvent.load(late));
    await app.press('a');

    const given = (): unknown => app.server.requests('POST', `/api/reviews/${clean}/verdict`)[0]?.body;
    await waitFor(() => expect(given()).toBeTruthy());
    expect((given() as VerdictRequest).evidenceOpened).toEqual([]);
  });

  test('A page that could not be loaded can be asked for again', async () => {
    await openApp(address);
    await opened('INV-20934');
    const image = await screen.findByRole('img', { name: /page/ });

    await act(async () => fireEvent.error(image));
    await act(async () => screen.getByRole('button', { name: 'Try again' }).click());

    expect(await screen.findByRole('img', { name: /page/ })).not.toBe(image);
  });
});
