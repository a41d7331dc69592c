/**
 * Writes docs/rules from the documentation that the rules carry: a page for each rule, and the list of them.
 *
 *     tsx scripts/generate-docs.ts            writes the pages, removes those of rules that are gone
 *     tsx scripts/generate-docs.ts --check    fails when a page is stale
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findingDocs } from '../src/io/finding-docs.js';
import { rules } from '../src/rules/index.js';
import { rulePages } from './rule-pages.js';

const folder = new URL('../docs/rules/', import.meta.url);
const isCheck = process.argv.includes('--check');
const pages = rulePages([...rules.map((rule) => rule.docs), ...findingDocs]);

mkdirSync(folder, { recursive: true });
const stale = [...pages].filter(([name, text]) => !hasText(new URL(name, folder), text)).map(([name]) => name);
const gone = readdirSync(folder).filter((name) => !pages.has(name));

if (isCheck) {
  for (const name of [...stale, ...gone]) console.error(`docs/rules/${name} is stale`);
  if (stale.length + gone.length > 0) {
    console.error('run: npm run generate');
    process.exitCode = 1;
  }
} else {
  for (const name of stale) writeFileSync(new URL(name, folder), pages.get(name) ?? '');
  for (const name of gone) rmSync(new URL(name, folder));
  console.log(`${fileURLToPath(folder)}: ${stale.length} written, ${gone.length} removed, ${pages.size} in all`);
}

function hasText(file: URL, text: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}
