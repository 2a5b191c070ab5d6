import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { keyMap, keyTable } from './key-map';

describe('the key map', () => {
  test('The documentation shows it as it is', () => {
    const page = readFileSync(join(process.cwd(), '..', 'docs', 'web.md'), 'utf8');

    expect(page).toContain(keyTable());
  });

  test('No key has two meanings on one page', () => {
    const lines = keyMap();
    const clashes = lines.filter((line) =>
      lines.some((other) => other !== line && other.scope === line.scope && other.keys.some((key) => line.keys.includes(key))),
    );

    expect(clashes).toEqual([]);
  });

  test('Letters need no Shift and no chord', () => {
    const letters = keyMap().flatMap((line) => line.keys.filter((keys) => /[a-z]$/i.test(keys) && !/(Enter|Escape|Arrow\w+|Page\w+)$/.test(keys)));

    expect(letters.filter((keys) => !/^([a-z] )?[a-z]$/.test(keys))).toEqual([]);
  });
});
