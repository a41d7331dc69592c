import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findJobs, type ProgramJobs } from '../../src/dryrun/jobs.js';
import type { SdkVersion } from '../../src/estimator/world.js';
import { parsePython } from '../../src/python/parser.js';
import { pythonSource } from '../../src/text/source.js';

/**
 * A program with the requests that the real SDK sent, and the exception that ended it: recorded in a sandbox without AWS, where
 * clocks stand still (`../shared/oracle`). What boto3 refuses is not sent.
 */
export interface RecordedProgram {
  readonly sdk: SdkVersion;
  readonly name: string;
  readonly program: string;
  readonly requests: readonly { readonly operation: string; readonly request: unknown }[];
  readonly refusal: string | null;
}

/** The programs of a file, one a line. */
export function readPrograms(url: URL): readonly RecordedProgram[] {
  const lines = readFileSync(url, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedProgram);
}

/** One test a program: it sends the recorded requests, and ends as it ended. */
export function testRequests(programs: readonly RecordedProgram[], preamble: string): void {
  test.each(programs.map((each) => [`${each.sdk} ${each.name}`, each] as const))('%s', (_, each) => {
    const { jobs, refusals } = run(each.sdk, preamble + each.program);
    const sent = jobs.filter(({ violations }) => violations.every(({ grade }) => grade !== 'client'));
    expect(sent.map(({ operation, request }) => ({ operation, request }))).toEqual(each.requests);
    expect(refusals[0]?.error.type ?? null).toBe(each.refusal);
  });
}

/** Literals of a program that are replaced one by one. */
const LITERAL = /(?<![\w'])'[\w./:-]+'|(?<![\w.'-])\d+(?:\.\d+)?(?![\w.'])/g;

/**
 * One test a program: a literal that is no longer known may still be the same, so each field that is stated has to be the recorded
 * one, and nothing may be refused.
 *
 * @param tried how many literals of each program are replaced
 */
export function testUnknowns(programs: readonly RecordedProgram[], preamble: string, tried: number): void {
  const whole = programs.filter(({ refusal, requests }) => refusal === null && requests.length > 0);
  test.each(whole.map((each) => [`${each.sdk} ${each.name}`, each] as const))('%s', (_, each) => {
    const found = [...each.program.matchAll(LITERAL)];
    const step = Math.max(1, Math.floor(found.length / tried));
    for (const { index, 0: literal } of found.filter((_match, place) => place % step === 0)) {
      const program = `${each.program.slice(0, index)}mylib.value()${each.program.slice(index + literal.length)}`;
      const { jobs, refusals } = run(each.sdk, `import mylib\n${preamble}${program}`);
      expect(
        refusals.map(({ error }) => error.message),
        literal,
      ).toEqual([]);
      const sent = jobs.map(({ operation, request }) => ({ operation, request }));
      if (sent.length === each.requests.length)
        expect(contradictions(each.requests, sent, 'requests'), `${literal} at ${index}`).toEqual([]);
    }
  });
}

function run(sdk: SdkVersion, program: string): ProgramJobs {
  const source = pythonSource('program.py', program);
  return findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
}

function contradictions(want: unknown, have: unknown, path: string): string[] {
  if (isUnknown(have)) return isPossible(want, have) ? [] : [path];
  // Of a list that may have more items no item has a known place.
  if (Array.isArray(have) && have.some(isUnknown)) return [];
  if (!isRecord(have)) return want === have || path.endsWith('.Body') ? [] : [path];
  const wanted = isRecord(want) ? want : {};
  return Object.keys({ ...wanted, ...have }).flatMap((key) => {
    if (key in have) return contradictions(wanted[key], have[key], `${path}.${key}`);
    return '$unknown' in have ? [] : [`${path}.${key}`];
  });
}

/** Whether a string with holes can be the recorded string. */
function isPossible(want: unknown, have: Readonly<Record<string, unknown>>): boolean {
  const { $template: template } = have;
  if (typeof template !== 'string' || typeof want !== 'string') return true;
  const parts = template.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(want);
}

function isUnknown(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && ('$unknown' in value || '$template' in value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
