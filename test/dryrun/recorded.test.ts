import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findJobs } from '../../src/dryrun/jobs.js';
import { applyToSource } from '../../src/edits/apply.js';
import { migrateSource } from '../../src/engine/migrate.js';
import { parsePython } from '../../src/python/parser.js';
import { pythonSource, type Source } from '../../src/text/source.js';

interface Sent {
  readonly operation: string;
  readonly request: unknown;
}

const folder = new URL('../../fixtures/jobs/', import.meta.url);
const topics = readdirSync(folder).flatMap((name) => (name.endsWith('.py') ? [name.slice(0, -'.py'.length)] : []));

/** What the program sends to the operations that are on record. */
function jobsOf(source: Source, sdk: 'v1' | 'v2'): { sent: Sent[]; errors: string[] } {
  const found = findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
  const sent = found.jobs.filter(({ operation }) => /^(?:Create|InvokeEndpoint$)/.test(operation));
  return {
    sent: sent.map(({ operation, request }) => ({ operation, request })),
    errors: found.refusals.map(({ error }) => `${error.type}: ${error.message}`),
  };
}

// Next to each program lies what the real SDKs sent: 1.72.0 for the program as it is, 2.257.6 for what the migration makes of it;
// recorded in a sandbox without AWS where clocks stand still (`../shared/oracle`, FREEZE=1 STOP=1). All its fields are known.
test.each(topics)('%s', (topic) => {
  const source = pythonSource(`${topic}.py`, readFileSync(new URL(`${topic}.py`, folder), 'utf8'));
  const recorded: Readonly<Record<'v1' | 'v2', Sent[]>> = JSON.parse(
    readFileSync(new URL(`${topic}.json`, folder), 'utf8'),
  );
  expect(jobsOf(source, 'v1')).toEqual({ sent: recorded.v1, errors: [] });
  const migrated = applyToSource(source, migrateSource(source, {}).edits);
  expect(jobsOf(migrated, 'v2')).toEqual({ sent: recorded.v2, errors: [] });
});
