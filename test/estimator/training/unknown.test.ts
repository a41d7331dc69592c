import { describe, expect, test } from 'vitest';
import { findJobs } from '../../../src/dryrun/jobs.js';
import { walk } from '../../../src/python/node.js';
import { parsePython } from '../../../src/python/parser.js';
import { pythonSource } from '../../../src/text/source.js';
import { preambles, type Recorded, recorded } from './recorded.js';

/**
 * Whatever keyword argument of a recorded program is not known, it may still have been what it was: so nothing may be stated that
 * the recorded requests contradict, and nothing refused.
 */
describe('what is not known', () => {
  const sent = recorded.filter(({ refusal }) => refusal === null);
  test.each(sent.map((each) => [`${each.sdk} ${each.name}`, each] as const))('%s', (_, each) => {
    const { program } = each;
    const wrong = keywords(program).flatMap(({ start, value, end }) =>
      // One value, and `**config` in its place: then any other argument may be there too.
      [`${program.slice(0, value)}mystery()`, `${program.slice(0, start)}**mystery()`].flatMap((before) =>
        contradictionsOf(each, before + program.slice(end)).map((what) => `${before.slice(-40)}: ${what}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

/** Where the keyword arguments of the first estimator and of all that follows stand, and their values in them. */
function keywords(program: string): { readonly start: number; readonly value: number; readonly end: number }[] {
  const source = pythonSource('program.py', program);
  const found: { start: number; value: number; end: number }[] = [];
  for (const module of parsePython(source.text, source.chunks).modules)
    walk(module, (node) => {
      const value = node.children.at(-1);
      const start = program.lastIndexOf('\n', node.start) + 1;
      if (node.type === 'keyword_argument' && value !== undefined && !program.startsWith('sess = ', start))
        found.push({ start: node.start, value: value.start, end: node.end });
    });
  return found;
}

function contradictionsOf({ sdk, requests }: Recorded, program: string): string[] {
  const source = pythonSource('program.py', `${preambles[sdk]}from elsewhere import mystery\n${program}`);
  const found = findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
  const refusals = found.refusals.map(({ error }) => error.message);
  const wrong = found.jobs.flatMap(({ operation, request }, index) => {
    // What an unknown model would send is not sent: the next requests are later ones of the recorded.
    const same = requests.filter((each) => each.operation === operation);
    const nth = found.jobs.slice(0, index).filter((each) => each.operation === operation).length;
    return same.length === 0 || nth >= same.length ? [] : contradictions(same[nth]?.request, request, operation);
  });
  return [...refusals, ...wrong];
}

function contradictions(want: unknown, have: unknown, path: string): string[] {
  // Of a list that may have more items no item has a known place.
  if (isUnknown(have) || (Array.isArray(have) && have.some(isUnknown))) return [];
  if (!isRecord(have)) return want === have ? [] : [path];
  const wanted = isRecord(want) ? want : {};
  return Object.keys({ ...wanted, ...have }).flatMap((key) =>
    key in have ? contradictions(wanted[key], have[key], `${path}.${key}`) : [`${path}.${key} is missing`],
  );
}

/** Whether not all of a value is known. */
function isUnknown(value: unknown): boolean {
  return isRecord(value) && ('$unknown' in value || '$template' in value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
