import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findJobs } from '../../../src/dryrun/jobs.js';
import type { SdkVersion } from '../../../src/estimator/world.js';
import { parsePython } from '../../../src/python/parser.js';
import { pythonSource } from '../../../src/text/source.js';

/**
 * Programs of processors, tuners, Amazon algorithms and Airflow's configurations, with the requests that SDK 1.72.0 and 2.257.6
 * sent, or the exception that ended them: recorded in a sandbox without AWS, where clocks stand still (`../shared/oracle`).
 */
interface Recorded {
  readonly sdk: SdkVersion;
  readonly name: string;
  readonly program: string;
  readonly requests: readonly { readonly operation: string; readonly request: unknown }[];
  readonly refusal: string | null;
}

const lines = readFileSync(new URL('recorded.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const [v2, v1] = lines.slice(0, 2).map((line) => (JSON.parse(line) as { readonly preamble: string }).preamble);
const recorded = lines.slice(2).map((line) => JSON.parse(line) as Recorded);

describe.each(['v1', 'v2'] as const)('programs in %s', (sdk) => {
  const programs = recorded.filter((each) => each.sdk === sdk).map((each) => [each.name, each] as const);
  it.each(programs)('%s sends the same requests', (_, { program, requests, refusal }) => {
    const source = pythonSource('program.py', `${sdk === 'v1' ? v1 : v2}${program}`);
    const found = findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
    const isSent = (job: (typeof found.jobs)[number]): boolean =>
      job.violations.every(({ grade }) => grade !== 'client');
    expect(found.jobs.filter(isSent).map(({ operation, request }) => ({ operation, request }))).toEqual(requests);
    expect(found.refusals[0]?.error.type ?? null).toBe(refusal);
  });
});
