/**
 * Writes src/report/html/generated/page.ts: the script and the style of the HTML report, bundled from
 * src/report/html/page.
 *
 *     tsx scripts/generate-report-page.ts            writes it
 *     tsx scripts/generate-report-page.ts --check    fails when it is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writePage } from './report-page.js';

const target = fileURLToPath(new URL('../src/report/html/generated/page.ts', import.meta.url));
const text = await writePage();
const isFresh = existsSync(target) && readFileSync(target, 'utf8') === text;

if (isFresh) console.log('generate-report-page: fresh');
else if (process.argv.includes('--check')) {
  console.error('src/report/html/generated/page.ts is stale, run: npm run generate');
  process.exitCode = 1;
} else {
  writeFileSync(target, text);
  console.log(`generate-report-page: wrote ${text.length} characters`);
}
