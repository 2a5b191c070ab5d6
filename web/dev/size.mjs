// Fails when a page needs more JavaScript or CSS (gzip -9) than its budget. Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const kilo = 1000;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const size = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;

/** A chunk with everything that it imports at once; what is imported lazily does not count. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key].imports ?? []) closure(other, seen);
  return seen;
}

const entry = closure('index.html');
const page = (source) => [...closure(source)].filter((key) => !entry.has(key));
const scripts = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
const sheets = (keys) => [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].reduce((sum, file) => sum + size(file), 0);

const checks = [
  ['first load (inbox), JavaScript', scripts(entry), 240],
  ['first load (inbox), CSS', sheets(entry), 35],
  ['review page', scripts(page('src/pages/review/review-page.tsx')), 60],
  ['case page without the diagram', scripts(page('src/pages/case/case-page.tsx')), 60],
  ['diagram', scripts(page('src/parts/diagram-canvas.tsx')), 100],
];
let failed = false;
for (const [name, bytes, budget] of checks) {
  const over = bytes > budget * kilo;
  failed ||= over;
  console.log(`${over ? 'OVER ' : 'ok   '} ${(bytes / kilo).toFixed(1).padStart(7)} kB of ${budget} kB  ${name}`);
}

process.exit(failed ? 1 : 0);
