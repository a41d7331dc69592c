/**
 * Writes src/aws/generated: the shapes of the service's requests, and their TypeScript types.
 *
 *     tsx scripts/generate-aws.ts            writes both
 *     tsx scripts/generate-aws.ts --check    fails when one is stale; the shapes are skipped where the facts are absent
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeRequestTypes } from './generate-aws/request-types.js';
import { type ServiceFacts, writeShapes } from './generate-aws/shape-table.js';

const facts = new URL('../../shared/facts/sagemaker-shapes.json', import.meta.url);
const target = new URL('../src/aws/generated/', import.meta.url);

function main(): number {
  const isCheck = process.argv.includes('--check');
  const tables = new Map([['requests.ts', writeRequestTypes()]]);
  if (existsSync(facts)) tables.set('shapes.ts', writeShapes(JSON.parse(readFileSync(facts, 'utf8')) as ServiceFacts));
  else console.log('generate-aws: shapes skipped, the collected facts (../shared/facts) are not here');
  const stale: string[] = [];
  for (const [name, text] of tables) {
    const file = new URL(name, target);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(fileURLToPath(file));
    if (!isCheck) writeFileSync(file, text);
  }
  if (isCheck && stale.length > 0)
    console.error(`generate-aws: stale, run tsx scripts/generate-aws.ts\n${stale.join('\n')}`);
  else console.log(`generate-aws: ${stale.length === 0 ? 'fresh' : `wrote ${stale.length} files`}`);
  return isCheck && stale.length > 0 ? 1 : 0;
}

process.exitCode = main();
