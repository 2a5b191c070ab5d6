import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { VerdictRequest } from '../../api/types';
import { FakeServer } from '../../testing/fake-server';
import { focusedField, openApp } from '../../testing/open-app';

// In the server's data: 0 is high with three flags, 1 medium with two, 3 low with one (due), 4 low without.
const high = 'case-20931-7';
const medium = 'case-20932-7';
const low = 'case-20934-7';
const clean = 'case-20935-7';
const address = (id: string): string => `/review/${id}?view=open`;
const opened = (title: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name: new RegExp(title) });
const verdictOf = (server: FakeServer, id: string): VerdictRequest =>
  server.requests('POST', `/api/reviews/${id}/verdict`).at(-1)?.body as VerdictRequest;

describe('checking the flagged fields', () => {
  test('Enter confirms the flagged field and goes to the next, the doubtful first', async () => {
    const app = await openApp(address(high));
    await opened('INV-20931');

    expect(focusedField()).toBe('iban');
    await app.press('Enter');
    expect(focusedField()).toBe('due');
    await app.press('Enter');
    expect(focusedField()).toBe('po');
    await app.press('Enter');

    expect(app.said()).toContain('All checked');
    expect(screen.getByText('3 of 3 checked')).toBeTruthy();
  });

  test('Shift Enter goes back without confirming', async () => {
    const app = await openApp(address(high));
    await opened('INV-20931');
    await app.press('Enter');

    await app.press('Enter', { shift: true });

    expect(focusedField()).toBe('iban');
    expect(screen.getByText('1 of 3 checked')).toBeTruthy();
  });

  test('A number is shown only where it was measured', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    expect(screen.getByText('right 84 of 100 like this')).toBeTruthy();

    await app.press('f');
    await act(async () => document.querySelector<HTMLElement>('[data-field=vat]')?.focus());

    expect(screen.getByText('not measured yet')).toBeTruthy();
  });

  test('The fine fields are folded but counted, and one key away', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    expect(document.querySelectorAll('[data-field]')).toHaveLength(1);
    expect(screen.getByRole('button', { name: /8 fine/ })).toBeTruthy();

    await app.press('f');

    expect(document.querySelectorAll('[data-field]')).toHaveLength(9);
  });
});

describe('approving', () => {
  test('One key approves a clean case, and the next case is painted before the server answers', async () => {
    const server = new FakeServer();
    const app = await openApp(address(clean), server);
    await opened('INV-20935');
    let answer: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const real = server.fetch;
    server.intercept = (_, path) => (path.endsWith('/verdict') ? waiting.then(() => real(`/api/reviews/${clean}`)) : null);

    await waitFor(() => expect(server.requests('GET', '/api/reviews/case-20936-7')).toHaveLength(1));
    await app.press('a');

    await opened('INV-20936');
    expect(screen.getByText('sending…')).toBeTruthy();
    await act(async () => answer());
  });

  test('It is refused with the reason while a flag is open, and the focus goes to the flag', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    await act(async () => (document.activeElement as HTMLElement).blur());

    await app.press('a');

    expect(app.path()).toBe(`/review/${low}`);
    expect(focusedField()).toBe('due');
    expect(app.said()).toContain('Not approved: 1 field is still to check. First: Due.');
    expect(app.server.requests('POST', `/api/reviews/${low}/verdict`)).toHaveLength(0);
  });

  test('What was seen and how long it took goes with the verdict', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    await app.seePage();
    await app.press('Enter');

    await app.press('a');

    await waitFor(() => expect(verdictOf(app.server, low)).toBeTruthy());
    const verdict = verdictOf(app.server, low);
    expect(verdict).toMatchObject({ kind: 'approve', shown: 'shown-20934', confirmed: ['due'], reasons: [], changes: [] });
    expect(verdict.evidenceOpened).toHaveLength(1);
    expect(verdict.dwellMilliseconds).toBeGreaterThanOrEqual(0);
    const headers = app.server.requests('POST', `/api/reviews/${low}/verdict`)[0]?.headers;
    expect(headers?.get('X-Ninben')).toBe('1');
    expect(headers?.get('Idempotency-Key')).toMatch(/[0-9a-f-]{32,36}/);
  });

  test('Medium care asks for the evidence and then for a reason by its digit', async () => {
    const app = await openApp(address(medium));
    await opened('INV-20932');
    await app.press('Enter');
    await app.press('Enter');

    await app.press('a');
    expect(app.said()).toContain('a document was not opened yet');
    await app.seePage();
    await app.press('a');
    await screen.findByRole('group', { name: 'Why is it right?' });
    await app.press('1');

    await waitFor(() => expect(verdictOf(app.server, medium)?.reasons).toEqual([{ code: 'evidence-supports', text: 'The evidence supports it' }]));
  });

  test('High care asks for a note of ten characters as well', async () => {
    const app = await openApp(address(high));
    await opened('INV-20931');
    await app.seePage();
    for (let count = 0; count < 3; count += 1) await app.press('Enter');
    await app.press('a');
    await app.press('2');
    const note = await screen.findByRole('textbox', { name: /at least 10/, description: '' }).catch(() => document.getElementById('reason-note'));
    await act(async () => note?.focus());

    await app.type('short');
    await app.press('Enter', { ctrl: true });
    expect(app.server.requests('POST', `/api/reviews/${high}/verdict`)).toHaveLength(0);
    await app.type('Called the vendor back on the known number.');
    await app.press('Enter', { ctrl: true });

    await waitFor(() => expect(verdictOf(app.server, high)?.note).toContain('Called the vendor'));
  });
});

describe('disagreeing', () => {
  test('Reject takes two keys', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');

    await app.press('r');
    await app.press('3');

    await waitFor(() =>
      expect(verdictOf(app.server, low)).toMatchObject({ kind: 'reject', reasons: [{ code: 'duplicate', text: 'It is a duplicate' }] }),
    );
    await opened('INV-20935');
  });

  test('Edit, Enter and A send an amendment with before and after', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');

    await app.press('e');
    expect(document.activeElement?.tagName).toBe('INPUT');
    await app.type('2026-12-15');
    await app.press('Enter');
    expect(focusedField()).toBe('due');
    await app.press('a');

    await waitFor(() =>
      expect(verdictOf(app.server, low)).toMatchObject({
        kind: 'amend',
        changes: [{ name: 'due', before: '2026-11-30', after: '2026-12-15' }],
        confirmed: ['due'],
      }),
    );
  });

  test('Ask sends it back with a question', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    await app.press('q');
    await app.press('2');
    await act(async () => document.getElementById('reason-note')?.focus());

    await app.type('Which of the two dates counts?');
    await app.press('Enter', { ctrl: true });

    await waitFor(() => expect(verdictOf(app.server, low)).toMatchObject({ kind: 'return', note: 'Which of the two dates counts?' }));
  });

  test('Letters are text inside a field and commands again after Esc', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    await app.press('n');
    expect(document.activeElement?.id).toBe('review-note');

    await app.press('r');
    expect(screen.queryByText('Why is it rejected?')).toBeNull();
    await app.press('Escape');
    await app.press('r');

    expect(screen.getByText('Why is it rejected?')).toBeTruthy();
  });
});

describe('undoing', () => {
  test('Z takes the verdict back from the next case, with everything that was confirmed', async () => {
    const app = await openApp(address(low));
    await opened('INV-20934');
    await app.press('Enter');
    await app.press('a');
    await opened('INV-20935');
    await screen.findByText(/s to undo/);

    await app.press('z');

    await opened('INV-20934');
    expect(app.server.requests('POST', `/api/reviews/${low}/undo`)).toHaveLength(1);
    expect(screen.getByText('1 of 1 checked')).toBeTruthy();
    expect(app.server.details.get(low)?.row.state).toBe('claimed');
  });

  test('After the hold it says that it was sent', async () => {
    const server = new FakeServer();
    const app = await openApp(address(clean), server);
    await opened('INV-20935');
    await app.press('a');
    await screen.findByText(/s to undo/);
    const detail = server.details.get(clean);
    if (detail) detail.row = { ...detail.row, undoUntil: new Date(Date.now() - 1).toISOString() };

    await app.press('z');

    await screen.findByText(/It was sent already/);
  });
});

describe('refusals of the server', () => {
  test('A stale verdict brings the case back with the message and with what was typed', async () => {
    const server = new FakeServer();
    const app = await openApp(address(low), server);
    await opened('INV-20934');
    await app.press('Enter');
    await app.press('n');
    await app.type('Two dates, the later one is the surcharge.');
    await app.press('Escape');
    const detail = server.details.get(low);
    if (detail) detail.shown = 'shown-anew';

    await app.press('a');

    await opened('INV-20934');
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('alert')
          .map((alert) => alert.textContent)
          .join(),
      ).toContain('not what the verdict was given on'),
    );
    expect((document.getElementById('review-note') as HTMLTextAreaElement).value).toBe('Two dates, the later one is the surcharge.');
    expect(screen.getByText('1 of 1 checked')).toBeTruthy();
  });

  test('A case that somebody else decided comes back with who and when', async () => {
    const server = new FakeServer();
    const app = await openApp(address(clean), server);
    await opened('INV-20935');
    const detail = server.details.get(clean);
    if (detail) {
      detail.row = { ...detail.row, state: 'completed', decidedAs: 'reject' };
      detail.verdict = {
        kind: 'reject',
        by: { kind: 'person', id: 'tomas', name: 'Tomas Reyes' },
        at: '2026-11-20T10:00:00Z',
        reasons: [],
        changes: [],
      };
      detail.canAct = false;
    }

    await app.press('a');

    await opened('INV-20935');
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('alert')
          .map((alert) => alert.textContent)
          .join(),
      ).toContain('Decided by Tomas Reyes at 2026-11-20T10:00:00Z'),
    );
  });

  test('While its case is suspended a review says so and cannot be judged', async () => {
    const server = new FakeServer();
    await openApp(address(clean), server);
    await opened('INV-20935');
    const detail = server.details.get(clean);
    if (detail) Object.assign(detail, { canAct: false, cannotActBecause: 'Olga Owner suspended the case: The total is wrong' });

    await act(async () => server.emit({ case: 'case-20935', type: 'case.suspended.v1' }));

    await screen.findByText(/Olga Owner suspended the case/);
    expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
  });

  test('A change while looking is announced and replaces nothing', async () => {
    const server = new FakeServer();
    const app = await openApp(address(low), server);
    await opened('INV-20934');
    await app.press('n');
    await app.type('typed before');
    const detail = server.details.get(low);
    if (detail) server.details.set(low, { ...detail, shown: 'shown-anew', content: { ...detail.content, title: 'INV-20934 · New title' } });

    await act(async () => server.emit({ case: 'case-20934', type: 'review.opened.v1', review: low }));

    await screen.findByText(/changed while you were looking/);
    expect(screen.getByRole('heading', { level: 1 }).textContent).not.toContain('New title');
    expect((document.getElementById('review-note') as HTMLTextAreaElement).value).toBe('typed before');
  });
});

describe('drafts', () => {
  test('What was done is stored after a moment and is there again later', async () => {
    const server = new FakeServer();
    const app = await openApp(address(high), server);
    await opened('INV-20931');
    await app.press('Enter');
    await app.press('n');
    await app.type('half a thought');
    await waitFor(() => expect(server.requests('PUT', `/api/reviews/${high}/draft`).length).toBeGreaterThan(0), { timeout: 3000 });
    app.unmount();

    await openApp(address(high), server);
    await opened('INV-20931');

    expect((document.getElementById('review-note') as HTMLTextAreaElement).value).toBe('half a thought');
    expect(screen.getByText('1 of 3 checked')).toBeTruthy();
    expect(focusedField()).toBe('due');
  });

  test('Leaving the case at once stores the draft too', async () => {
    const app = await openApp(address(high));
    await opened('INV-20931');
    await app.press('Enter');

    await app.press('Escape');

    await screen.findByRole('grid');
    await waitFor(() => expect(app.server.requests('PUT', `/api/reviews/${high}/draft`)).toHaveLength(1));
    expect(app.search()['at']).toBe(high);
  });
});

describe('around the case', () => {
  test('J skips a case that somebody else has, and W opens the trace', async () => {
    const app = await openApp(address(medium));
    await opened('INV-20932');
    await waitFor(() => expect(screen.getByText(/2 of/)).toBeTruthy());

    await app.press('w');
    expect(screen.getByRole('complementary', { name: 'Why is this here?' }).textContent).toContain('layout-reader');
    await app.press('j');

    await opened('INV-20934');
  });

  test('Somebody who may only read gets the reason and no buttons', async () => {
    const app = await openApp(address('case-20933-7'));
    await opened('INV-20933');

    await app.press('a');

    expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
    expect(app.said()).toContain('Tomas Reyes has claimed this case.');
  });
});
