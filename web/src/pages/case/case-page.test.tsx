import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { FakeServer } from '../../testing/fake-server';
import { openApp } from '../../testing/open-app';

const path = '/api/cases/case-20931';
const click = async (name: string): Promise<void> => act(async () => (await screen.findByRole('button', { name })).click());
const fill = async (label: string, value: string): Promise<void> =>
  act(async () => void fireEvent.change(await screen.findByLabelText(label), { target: { value } }));

describe('a running case', () => {
  test('Suspending says what follows, asks for the reason, and shows it until the case is resumed', async () => {
    const app = await openApp('/case/case-20931');
    await click('Suspend');
    await screen.findByText(/Nothing new begins/);
    expect(screen.getByRole('button', { name: 'Suspend the case' })).toHaveProperty('disabled', true);

    await fill('Why is it suspended?', 'Wrong amount');
    await click('Suspend the case');

    await screen.findByText(/Maria Okafor suspended the case .*: Wrong amount/);
    await click('Resume');
    await fill('Why does it go on?', 'Repaired');
    await click('Resume the case');
    await screen.findByRole('button', { name: 'Suspend' });
    expect(app.server.requests('POST', `${path}/resume`)[0]?.body).toEqual({ reason: 'Repaired' });
  });

  test('A value is checked before it is sent', async () => {
    const app = await openApp('/case/case-20931?tab=values');
    await click('Edit a value');
    await fill('New value as JSON', '{oops');
    await screen.findByText(/This is not JSON/);
    await fill('Why is it changed?', 'Typing error');
    expect(screen.getByRole('button', { name: 'Write the value' })).toHaveProperty('disabled', true);

    await fill('New value as JSON', '{"pages": 3}');
    await click('Write the value');

    await waitFor(() =>
      expect(app.server.requests('POST', `${path}/variables`)[0]?.body).toEqual({ values: { document: { pages: 3 } }, reason: 'Typing error' }),
    );
  });

  test('A value that only a step has is shown there and written there', async () => {
    const server = new FakeServer();
    server.inner = { variables: { page: 2 } };
    const app = await openApp('/case/case-20931?tab=values', server);
    await within(await screen.findByRole('region', { name: 'Only in Read the invoice' })).findByText('2');

    await click('Edit a value');
    await fill('Where', '2');
    await fill('New value as JSON', '3');
    await fill('Why is it changed?', 'Wrong page');
    await click('Write the value');

    await waitFor(() =>
      expect(app.server.requests('POST', `${path}/variables`)[0]?.body).toEqual({ values: { page: 3 }, scope: 2, reason: 'Wrong page' }),
    );
  });

  test('A step is moved to one of the steps that the server names', async () => {
    const app = await openApp('/case/case-20931');
    await click('Move on from Read the invoice');
    await screen.findByText(/Read the invoice ends without being done/);
    await fill('Go on at', 'post');
    await fill('Why does it go on there?', 'Read by hand');
    await click('Move the case');

    await waitFor(() =>
      expect(app.server.requests('POST', `${path}/instances/2/move`)[0]?.body).toEqual({ element: 'post', reason: 'Read by hand' }),
    );
  });

  test('A version with another step asks for its counterpart before it can be chosen', async () => {
    const app = await openApp('/case/case-20931');
    await click('Change version');
    await screen.findByText('Version 1 has no element read.');
    await fill('Why does it change its version?', 'New rules');
    expect(screen.getByRole('button', { name: 'Change the version' })).toHaveProperty('disabled', true);

    await fill('read becomes', 'post');
    await screen.findByText('goes on under the new name');
    await click('Change the version');

    await waitFor(() =>
      expect(app.server.requests('POST', `${path}/migrate`)[0]?.body).toEqual({ version: 1, mapping: [{ from: 'read', to: 'post' }], reason: 'New rules' }),
    );
  });

  test('A called process stands within its call, and an auditor finds nothing to move', async () => {
    const server = new FakeServer({ roles: ['auditor'] });
    server.called = { called: { process: 'inner', name: 'Inner', version: 4, depth: 1 } };
    await openApp('/case/case-20931', server);

    const steps = await screen.findByRole('region', { name: 'Where it is' });
    await within(steps).findByText('runs Inner, version 4');
    expect(within(steps).getByText('begins when the case is resumed').closest('ul')?.parentElement?.textContent).toContain('Read the invoice');
    expect(within(steps).queryByRole('button')).toBeNull();
  });

  test('A call that has a case of its own leads there, and that case leads back', async () => {
    const server = new FakeServer();
    server.called = { called: { process: 'inner', name: 'Inner', version: 4, depth: 1, case: 'case-2' } };
    server.caller = { case: 'case-1', depth: 1 };
    await openApp('/case/case-20931', server);

    expect((await screen.findByRole('link', { name: 'in a case of its own' })).getAttribute('href')).toBe('/case/case-2');
    expect(screen.getByRole('link', { name: 'case-1' }).getAttribute('href')).toBe('/case/case-1');
  });

  test('A refusal is shown in the dialog, and what was typed stays', async () => {
    const app = await openApp('/case/case-20931');
    await click('Suspend');
    await fill('Why is it suspended?', 'Wrong amount');
    app.server.intercept = (method, address) =>
      method === 'POST' && address.endsWith('/suspend')
        ? new Response(JSON.stringify({ type: 'about:blank', title: 'The case is suspended already.', status: 409, code: 'already-suspended' }), {
            status: 409,
            headers: { 'Content-Type': 'application/problem+json' },
          })
        : null;
    await click('Suspend the case');

    await screen.findByText(/The case is suspended already/);
    expect(screen.getByLabelText('Why is it suspended?')).toHaveProperty('value', 'Wrong amount');
  });
});
