import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { FakeServer } from '../../testing/fake-server';
import { openApp } from '../../testing/open-app';

const high = 'case-20931-7';
const address = (id: string): string => `/review/${id}?view=open`;
const opened = (title: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name: new RegExp(title) });

describe('why a case was held', () => {
  test('The rule that held it stands in words under why, and what nearly held is folded in the trace', async () => {
    const app = await openApp(address(high));
    await opened('INV-20931');

    expect(screen.getByRole('list', { name: 'Because' }).textContent).toBe('Confidence 0.52 is under 0.95 (rule 6 of AP limits v14)');
    await app.press('w');

    const trace = screen.getByRole('complementary', { name: 'Why is this here?' });
    const near = [...trace.querySelectorAll('details')].find((fold) => fold.textContent?.startsWith('Nearly matched: 1 rule'));
    expect(near?.open).toBe(false);
    expect(near?.textContent).toContain('Rule 2 of AP limits wants < 0, but Total');
    expect(trace.textContent).toContain('On these values: 3');
  });

  test('When the version that decided is gone, the trace says so and shows what was recorded', async () => {
    const server = new FakeServer();
    const detail = server.details.get(high);
    if (detail?.policy) server.details.set(high, { ...detail, policy: { ...detail.policy, state: 'modelGone', tables: [], values: [] } });
    const app = await openApp(address(high), server);
    await opened('INV-20931');

    await app.press('w');

    const trace = screen.getByRole('complementary', { name: 'Why is this here?' }).textContent;
    expect(trace).toContain('is not there any more');
    expect(trace).toContain('rule 6 of AP limits v14');
    expect(trace).toContain('0.52');
  });
});
