import axe from 'axe-core';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { FakeServer } from '../testing/fake-server';
import { openApp } from '../testing/open-app';

const addresses: readonly [string, RegExp][] = [
  ['/inbox?view=open', /^Inbox/],
  ['/review/case-20931-7?view=open', /INV-20931/],
  ['/cases', /^Cases/],
  ['/case/case-20931?tab=facts', /INV-20931/],
  ['/processes', /^Processes/],
  ['/audit', /^Audit/],
  ['/cases/new', /^New case/],
];

// Colour contrast needs a browser; everything else of axe runs here. The canvas of the diagram library is not ours.
const audit = async (): Promise<string[]> => {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
};

describe('every page', () => {
  test.each(addresses)('%s has no accessibility fault', async (address, title) => {
    await openApp(address, new FakeServer({ reviews: 8 }));
    await screen.findByRole('heading', { level: 1, name: title });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));

    expect(await audit()).toEqual([]);
  });

  test('The sign-in page has no accessibility fault', async () => {
    await openApp('/signin', new FakeServer({ signedIn: false }));
    await screen.findByRole('button', { name: /Ada Lindgren/ });

    expect(await audit()).toEqual([]);
  });
});

describe('signing in', () => {
  test('A stranger is led to sign in and back to where they wanted to go', async () => {
    const app = await openApp('/audit', new FakeServer({ signedIn: false }));
    await waitFor(() => expect(app.path()).toBe('/signin'));

    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'maria' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'long enough' } });
    await act(async () => screen.getByRole('button', { name: 'Sign in' }).click());

    await waitFor(() => expect(app.path()).toBe('/audit'));
  });

  test('An address of another site is not followed', async () => {
    const app = await openApp('/signin?back=//elsewhere.example', new FakeServer({ signedIn: false }));
    const persona = await screen.findByRole('button', { name: /Maria Okafor/ });

    await act(async () => persona.click());

    await waitFor(() => expect(app.path()).toBe('/inbox'));
  });

  test('The rail shows the places that the roles cover', async () => {
    await openApp('/cases', new FakeServer({ roles: ['builder'] }));
    await screen.findByRole('heading', { level: 1, name: 'Cases' });

    const names = screen.getAllByRole('link').map((link) => link.textContent);
    expect(names).toContain('Processes');
    expect(names).not.toContain('Inbox');
    expect(names).not.toContain('Audit');
  });
});

describe('steering', () => {
  test('An auditor reads a case and finds nothing to change', async () => {
    await openApp('/case/case-20931', new FakeServer({ roles: ['auditor'] }));
    await screen.findByRole('heading', { level: 1, name: /INV-20931/ });

    expect(screen.queryByRole('button', { name: /Cancel the case/ })).toBeNull();
    expect(screen.getByText('A person was asked')).toBeTruthy();
  });

  test('Cancelling a case asks for the reason and sends it', async () => {
    const app = await openApp('/case/case-20931');
    await act(async () => (await screen.findByRole('button', { name: 'Cancel the case' })).click());
    const reason = await screen.findByLabelText('Why is it cancelled?');

    fireEvent.change(reason, { target: { value: 'Sent twice' } });
    const buttons = screen.getAllByRole('button', { name: 'Cancel the case' });
    await act(async () => buttons.at(-1)?.click());

    await waitFor(() => expect(app.server.requests('POST', '/api/cases/case-20931/cancel')[0]?.body).toEqual({ reason: 'Sent twice' }));
  });

  test('A faulty model is refused with the place in the file and a hint', async () => {
    await openApp('/processes');
    const input = await screen.findByLabelText(/Upload a process/);

    await act(async () => fireEvent.change(input, { target: { files: [new File(['<x/>'], 'x.bpmn')] } }));

    const findings = await screen.findByRole('list', { name: 'Findings' });
    expect(findings.textContent).toContain('3:5');
    expect(findings.textContent).toContain('Set isExecutable="true".');
  });

  test('A dropped document becomes a case', async () => {
    const app = await openApp('/cases/new');
    const input = await screen.findByLabelText('Choose documents');

    await act(async () => fireEvent.change(input, { target: { files: [new File(['%PDF'], 'invoice.pdf', { type: 'application/pdf' })] } }));
    await act(async () => (await screen.findByRole('button', { name: 'Start the case' })).click());

    await screen.findByRole('link', { name: 'Open case' });
    const opened = app.server.requests('POST', '/api/cases')[0]?.body as { process: string; variables: { document: { hash: string } } };
    expect(opened.process).toBe('invoice-approval');
    expect(opened.variables.document.hash).toHaveLength(64);
  });
});
