import { describe, expect, test } from 'vitest';
import { findJobs } from '../../../src/dryrun/jobs.js';
import { parsePython } from '../../../src/python/parser.js';
import { pythonSource } from '../../../src/text/source.js';
import { preambles, recorded } from './recorded.js';

describe.each(['v1', 'v2'] as const)('programs in %s', (sdk) => {
  const programs = recorded.filter((each) => each.sdk === sdk).map((each) => [each.name, each] as const);
  test.each(programs)('%s sends the same requests', (_, { program, requests, refusal }) => {
    const source = pythonSource('program.py', preambles[sdk] + program);
    const found = findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
    const sent = found.jobs.filter(({ violations }) => violations.every(({ grade }) => grade !== 'client'));
    expect(sent.map(({ operation, request }) => ({ operation, request }))).toEqual(requests);
    expect(found.refusals[0]?.error.type ?? null).toBe(refusal);
  });
});
