import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { FakeServer } from '../../testing/fake-server';
import { openApp } from '../../testing/open-app';

const rows = (): string[] =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.dataset['review'] ?? '');
const current = (): string | undefined => document.querySelector<HTMLElement>('[role=row][aria-selected=true]')?.dataset['review'];

describe('moving', () => {
  test('j, k and the arrows move, Enter opens', async () => {
    const app = await openApp('/inbox?view=open');
    await screen.findByRole('grid');

    await app.press('j');
    await app.press('ArrowDown');
    await app.press('k');
    expect(current()).toBe('case-20932-7');
    await app.press('Enter');

    await waitFor(() => expect(app.path()).toBe('/review/case-20932-7'));
  });

  test('The digits choose the view, the address says which', async () => {
    const app = await openApp('/inbox?view=open');
    await screen.findByRole('grid');

    await app.press('3');

    await waitFor(() => expect(app.search()['view']).toBe('atRisk'));
  });

  test('c claims the case and c again releases it', async () => {
    const app = await openApp('/inbox?view=open');
    await screen.findByRole('grid');

    await app.press('c');
    await waitFor(() => expect(within(screen.getByRole('grid')).getByText('you')).toBeTruthy());
    await app.press('c');

    await waitFor(() => expect(within(screen.getByRole('grid')).queryByText('you')).toBeNull());
    expect(app.server.requests('POST', '/api/reviews/case-20931-7/release')).toHaveLength(1);
  });

  test('Two keys go to another page', async () => {
    const app = await openApp('/inbox?view=open');
    await screen.findByRole('grid');

    await app.press('g');
    await app.press('c');

    await waitFor(() => expect(app.path()).toBe('/cases'));
    expect(app.server.requests('POST', '/api/reviews/case-20931-7/claim')).toHaveLength(0);
  });
});

describe('live', () => {
  test('New cases are counted and move nothing until they are asked for', async () => {
    const server = new FakeServer({ reviews: 10 });
    const app = await openApp('/inbox?view=open', server);
    await screen.findByRole('grid');
    await app.press('j');
    await app.press('j');
    const before = rows();

    const added = [server.add(40), server.add(41)];
    server.order = [...added.map((row) => row.id), ...server.order.slice(0, 10)];
    await act(async () => server.emit({ case: 'case-20971', type: 'review.opened.v1', review: added[0]?.id ?? '' }));

    await screen.findByRole('button', { name: /2 new/ }, { timeout: 3000 });
    expect(rows()).toEqual(before);
    expect(current()).toBe('case-20933-7');
    await app.press('.');
    await waitFor(() => expect(rows()).toHaveLength(12));
    expect(current()).toBe('case-20933-7');
  });

  test('A case that was decided elsewhere stays where it is and says so', async () => {
    const server = new FakeServer({ reviews: 10 });
    await openApp('/inbox?view=open', server);
    await screen.findByRole('grid');
    const detail = server.details.get('case-20934-7');
    if (detail) detail.row = { ...detail.row, state: 'completed' };

    await act(async () => server.emit({ case: 'case-20934', type: 'review.closed.v1', review: 'case-20934-7' }));

    await screen.findByText('no longer in this list', {}, { timeout: 3000 });
    expect(rows()[3]).toBe('case-20934-7');
  });
});

describe('suspended', () => {
  test('A case that is suspended leaves the list while it is looked at', async () => {
    const server = new FakeServer({ reviews: 10 });
    await openApp('/inbox?view=open', server);
    await screen.findByRole('grid');
    server.order = server.order.filter((id) => id !== 'case-20934-7');

    await act(async () => server.emit({ case: 'case-20934', type: 'case.suspended.v1' }));

    await screen.findByText('no longer in this list', {}, { timeout: 3000 });
    expect(rows()[3]).toBe('case-20934-7');
  });
});

describe('the end of a list', () => {
  test('The last decided case leaves the all-clear behind, and the next case comes by itself', async () => {
    const server = new FakeServer({ reviews: 1 });
    await openApp('/inbox?view=open', server);
    await screen.findByRole('grid');
    const detail = server.details.get('case-20931-7');
    if (detail) detail.row = { ...detail.row, state: 'completed' };
    await act(async () => server.emit({ case: 'case-20931', type: 'review.closed.v1', review: 'case-20931-7' }));
    await screen.findByRole('heading', { name: 'All clear' });
    expect(screen.getByRole('link', { name: 'See what was decided' })).toBeTruthy();

    const added = server.add(40);
    await act(async () => server.emit({ case: added.case, type: 'review.opened.v1', review: added.id }));

    await waitFor(() => expect(rows()).toEqual([added.id]));
  });

  test('A verdict on the only case leads to the all-clear without a further key', async () => {
    const server = new FakeServer();
    server.order = ['case-20935-7'];
    const app = await openApp('/review/case-20935-7?view=open', server);
    await screen.findByRole('heading', { level: 1, name: /INV-20935/ });

    await app.press('a');

    await screen.findByRole('heading', { name: 'All clear' });
    expect(screen.getByRole('region', { name: 'Undo' }).textContent).toContain('INV-20935');
  });

  test('Cases that came while the reader was elsewhere are counted on return', async () => {
    const server = new FakeServer({ reviews: 10 });
    const app = await openApp('/inbox?view=open', server);
    await screen.findByRole('grid');
    await app.press('Enter');
    await screen.findByRole('heading', { level: 1, name: /INV-20931/ });
    const added = server.add(40);
    server.order = [added.id, ...server.order.filter((id) => id !== added.id)];

    await app.press('Escape');

    await screen.findByRole('button', { name: /1 new/ });
  });
});

describe('long lists', () => {
  test('Only the rows near the view are in the page, further ones are fetched', async () => {
    const server = new FakeServer({ reviews: 400 });
    await openApp('/inbox?view=open', server);
    await screen.findByRole('grid');

    // jsdom lays nothing out, so the scroll position is told to it.
    const scroller = screen.getByRole('grid').parentElement as HTMLElement;
    const scrollTo = (top: number): void => {
      scroller.scrollTop = top;
      fireEvent.scroll(scroller);
    };
    for (const lines of [45, 95, 145, 195]) {
      const before = server.requests('GET', '/api/reviews').length;
      await act(async () => scrollTo(lines * 40));
      await waitFor(() => expect(server.requests('GET', '/api/reviews').length).toBeGreaterThan(before));
    }

    expect(rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(100);
  });
});

describe('nothing to show', () => {
  test('All clear', async () => {
    const server = new FakeServer({ reviews: 1 });
    const detail = [...server.details.values()][0];
    if (detail) detail.row = { ...detail.row, state: 'completed' };
    await openApp('/inbox?view=open', server);

    await screen.findByRole('heading', { name: 'All clear' });
  });

  test('A filter without a match can be cleared by its key', async () => {
    const app = await openApp('/inbox?view=open&q=nobody');
    await screen.findByRole('heading', { name: 'No case matches this filter' });

    await app.press('x');

    await screen.findByRole('grid');
  });

  test('Never used leads to the first case', async () => {
    await openApp('/inbox?view=open', new FakeServer({ reviews: 0 }));

    await screen.findByRole('heading', { name: 'No case has arrived yet' });
    expect(screen.getByRole('link', { name: 'New case' })).toBeTruthy();
  });

  test('A failed list says so, with the trace id and a way on', async () => {
    const server = new FakeServer();
    server.intercept = (_, path) =>
      path === '/api/reviews' ? new Response(JSON.stringify({ title: 'The store is closed.', status: 500, traceId: 't-9' }), { status: 500 }) : null;
    await openApp('/inbox?view=open', server);

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The store is closed.');
    expect(alert.textContent).toContain('t-9');
    await act(async () => within(alert).getByRole('button', { name: 'Try again' }).click());

    await screen.findByRole('grid');
  });
});
