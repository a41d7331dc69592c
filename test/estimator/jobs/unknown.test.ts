import { describe, expect, it } from 'vitest';
import { findJobs } from '../../../src/dryrun/jobs.js';
import { parsePython } from '../../../src/python/parser.js';
import { pythonSource } from '../../../src/text/source.js';
import { preambles, recorded } from './recorded.js';

/** Literals of a program that are replaced one by one; a key that is removed from a dictionary must be known. */
const LITERAL = /(?<!pop\()'[\w./:-]+'|(?<![\w.'-])\d+(?:\.\d+)?(?![\w.'])/g;

/** How many literals of each program are tried. */
const TRIED = 4;

/**
 * Where what is sent says something that the recorded request contradicts: a literal that became unknown may still have been the
 * same, so every field that is stated has to be the recorded one.
 */
function contradictions(want: unknown, have: unknown, path: string): string[] {
  // Of a list that may have more items no item has a known place.
  if (isUnknown(have) || (Array.isArray(have) && have.some(isUnknown))) return [];
  if (!isRecord(have)) return want === have ? [] : [path];
  const wanted = isRecord(want) ? want : {};
  return Object.keys({ ...wanted, ...have }).flatMap((key) => {
    if (key in have) return contradictions(wanted[key], have[key], `${path}.${key}`);
    const mayBeMore = Object.values(have).some(isUnknown);
    return mayBeMore ? [] : [`${path}.${key}`];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isUnknown(value: unknown): boolean {
  return isRecord(value) && ('$unknown' in value || '$template' in value);
}

describe('what is not known', () => {
  const programs = recorded.filter(({ refusal, requests }) => refusal === null && requests.length > 0);
  it.each(programs.map((each) => [`${each.sdk} ${each.name}`, each] as const))('%s', (_, each) => {
    const found = [...each.program.matchAll(LITERAL)];
    const step = Math.max(1, Math.floor(found.length / TRIED));
    for (const { index, 0: literal } of found.filter((_match, place) => place % step === 0)) {
      const program = `${each.program.slice(0, index)}mylib.value()${each.program.slice(index + literal.length)}`;
      const source = pythonSource('program.py', `import mylib\n${preambles[each.sdk]}${program}`);
      const settings = { sdk: each.sdk };
      const { jobs, refusals } = findJobs(source, parsePython(source.text, source.chunks), {
        settings,
        given: new Map(),
      });
      expect(
        refusals.map(({ error }) => error.message),
        literal,
      ).toEqual([]);
      const sent = jobs.map(({ operation, request }) => ({ operation, request }));
      if (sent.length === each.requests.length)
        expect(contradictions(each.requests, sent, 'requests'), literal).toEqual([]);
    }
  });
});
