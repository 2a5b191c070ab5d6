import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { FakeServer } from '../../testing/fake-server';
import { openApp } from '../../testing/open-app';

const click = async (name: string): Promise<void> => act(async () => (await screen.findByRole('button', { name })).click());
const fill = async (label: string, value: string): Promise<void> =>
  act(async () => void fireEvent.change(await screen.findByLabelText(label), { target: { value } }));

describe('changing many cases', () => {
  test('The dialog says how many cases fit and what follows, asks for the reason, and the change shows how far it is', async () => {
    const app = await openApp('/cases?process=invoice-approval&state=waiting&q=INV');
    await click('Change all of these…');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText(/Cases of Invoice approval, in the state “waits for a person”, whose reference or title begins with “INV”/);
    await within(dialog).findByText(/Nothing new begins/);
    const go = await within(dialog).findByRole('button', { name: 'Change 60 cases' });
    expect(go).toHaveProperty('disabled', true);

    await fill('Why?', 'Supplier closed');
    await act(async () => go.click());

    await waitFor(() =>
      expect(app.server.requests('POST', '/api/operations')[0]?.body).toEqual({
        kind: 'suspend',
        reason: 'Supplier closed',
        cases: { process: 'invoice-approval', state: 'waiting', search: 'INV' },
      }),
    );
    expect((await screen.findByRole('progressbar', { name: 'Suspend' })).getAttribute('value')).toBe('13');
    await screen.findByText('12 of 60 done, 1 left as they are');
  });

  test('Only suspended cases are resumed, and a version needs a process', async () => {
    const app = await openApp('/cases');
    await click('Change all of these…');
    await fill('Change', 'migrate');
    await screen.findByText(/Choose one process in the list first/);
    await fill('Change', 'resume');
    await fill('Why?', 'Repaired');
    await click('Change 60 cases');

    await waitFor(() => expect(app.server.requests('POST', '/api/operations')[0]?.body).toMatchObject({ kind: 'resume', cases: { state: 'suspended' } }));
  });

  test('A change under way can be stopped, and names what it left as it is', async () => {
    const server = new FakeServer();
    server.operations = [
      {
        id: 'o-1',
        kind: 'cancel',
        reason: 'Duplicates',
        state: 'running',
        total: 9,
        done: 3,
        refused: 1,
        by: { kind: 'person', id: 'olu', name: 'Olu Owner' },
        startedAt: '2026-11-02T09:00:00Z',
      },
    ];
    await openApp('/cases', server);
    await screen.findByText('Changes to many cases (1 under way)');

    const refused = (await screen.findByText('Which, and why')).closest('details') as HTMLDetailsElement;
    await act(async () => {
      refused.open = true;
      fireEvent(refused, new Event('toggle'));
    });
    expect((await screen.findByRole('link', { name: 'case-7' })).getAttribute('href')).toBe('/case/case-7');
    await click('Stop: Cancel');

    await screen.findByText('stopped by a person');
    expect(screen.queryByRole('button', { name: 'Stop: Cancel' })).toBeNull();
  });

  test('Whoever may not steer cases is offered nothing', async () => {
    const app = await openApp('/cases', new FakeServer({ roles: ['reviewer'] }));
    await screen.findByRole('heading', { name: 'Cases' });

    expect(screen.queryByRole('button', { name: 'Change all of these…' })).toBeNull();
    expect(app.server.requests('GET', '/api/operations')).toEqual([]);
  });
});
