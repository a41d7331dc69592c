import type { Json } from '../data/value.js';
import type { SentRequest } from '../estimator/world.js';
import type { Explain } from './documented.js';
import { holeOf, isList } from './unknown-fields.js';

/** One field on which what v1 sent and what v2 sends are not the same, or not known to be. */
export interface FieldDifference {
  /** Dotted path of the field. */
  readonly path: string;
  /** What v1 sent; undefined where it sent nothing. */
  readonly v1: Json | undefined;
  /** What v2 sends; undefined where it sends nothing. */
  readonly v2: Json | undefined;
  readonly kind: 'documented' | 'differs' | 'not-proven';
  /** Why v2 does so, for a documented difference; which value is unknown, for one that is not proven. */
  readonly why: string | undefined;
}

/** How a request of the v1 program stands to that of the migrated one. */
export type Verdict = 'same' | 'documented' | 'differs' | 'not-proven';

/** Two requests side by side. */
export interface Comparison<Sent extends SentRequest> {
  /** What v1 sent; undefined where only the migrated program sends the request. */
  readonly v1: Sent | undefined;
  /** What the migrated program sends; undefined where it no longer does. */
  readonly v2: Sent | undefined;
  readonly verdict: Verdict;
  readonly differences: readonly FieldDifference[];
}

/**
 * Puts the requests of the two runs side by side, in order, and compares them field by field.
 *
 * @param misses whether a run missed something that the other did not: requests that the other sends may be among it
 */
export function compareRequests<Sent extends SentRequest>(
  v1: readonly Sent[],
  v2: readonly Sent[],
  explain: Explain,
  misses: { readonly v1: boolean; readonly v2: boolean } = { v1: false, v2: false },
): Comparison<Sent>[] {
  return pair(v1, v2).map(([before, after]) => {
    if (before === undefined || after === undefined) {
      const isDoubtful = (before ?? after)?.condition !== undefined || misses[before === undefined ? 'v1' : 'v2'];
      return { v1: before, v2: after, verdict: isDoubtful ? 'not-proven' : 'differs', differences: [] };
    }
    const differences = compareFields(before, after, explain);
    return { v1: before, v2: after, verdict: verdictOf(differences), differences };
  });
}

function verdictOf(differences: readonly FieldDifference[]): Verdict {
  for (const kind of ['differs', 'not-proven', 'documented'] as const)
    if (differences.some((each) => each.kind === kind)) return kind;
  return 'same';
}

type Pair<Sent> = [Sent | undefined, Sent | undefined];

/** Pairs requests of the same operation, keeping the order of both. Mostly both send the same operations, and nothing is searched. */
function pair<Sent extends SentRequest>(a: readonly Sent[], b: readonly Sent[]): Pair<Sent>[] {
  const isSameAt = (i: number, j: number): boolean => a[i]?.operation === b[j]?.operation;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && isSameAt(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSameAt(a.length - 1 - end, b.length - 1 - end)) end += 1;
  const together = (from: number, count: number): Pair<Sent>[] =>
    Array.from({ length: count }, (_, index) => [a[from + index], b[b.length - a.length + from + index]]);
  return [
    ...a.slice(0, start).map((each, index): Pair<Sent> => [each, b[index]]),
    ...pairLongest(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...together(a.length - end, end),
  ];
}

/** Requests of which so many differ are two programs: they are not searched for what they have in common. */
const MAX_SEARCHED = 1_000_000;

/** The longest common subsequence of the operations. */
function pairLongest<Sent extends SentRequest>(a: readonly Sent[], b: readonly Sent[]): Pair<Sent>[] {
  const width = b.length + 1;
  const isSearched = (a.length + 1) * width <= MAX_SEARCHED;
  const lengths = new Uint32Array(isSearched ? (a.length + 1) * width : 0);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; isSearched && i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i]?.operation === b[j]?.operation ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair<Sent>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const isPair = i < a.length && j < b.length && a[i]?.operation === b[j]?.operation;
    if (isPair) pairs.push([a[i++], b[j++]]);
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) pairs.push([a[i++], undefined]);
    else pairs.push([undefined, b[j++]]);
  }
  return pairs;
}

function compareFields(before: SentRequest, after: SentRequest, explain: Explain): FieldDifference[] {
  const found: FieldDifference[] = [];
  const visit = (v1: Json | undefined, v2: Json | undefined, path: string): void => {
    if (v1 !== undefined && v2 !== undefined && isSame(v1, v2)) return;
    if (isRecord(v1) && isRecord(v2)) {
      // `$unknown` beside fields: there may be more of them, also those that the other side tells.
      const more = { v1: moreIn(v1), v2: moreIn(v2) };
      for (const name of new Set([...Object.keys(v1), ...Object.keys(v2)])) {
        if (name !== '$unknown')
          visit(v1[name] ?? more.v1, v2[name] ?? more.v2, path === '' ? name : `${path}.${name}`);
        else if (!isSame(more.v1 ?? null, more.v2 ?? null))
          found.push({ path, v1: more.v1, v2: more.v2, ...doubtOf(more.v1, more.v2) });
      }
      return;
    }
    if (
      v1 !== undefined &&
      v2 !== undefined &&
      v1 !== null &&
      v2 !== null &&
      typeof v1 === 'object' &&
      typeof v2 === 'object' &&
      isList(v1) &&
      isList(v2) &&
      v1.length === v2.length
    ) {
      for (const [index, item] of v1.entries()) visit(item, v2[index], `${path}[${index}]`);
      return;
    }
    const why = explain(before.operation, { path, v1, v2 }, { v1: before.request, v2: after.request });
    if (why !== undefined) found.push({ path, v1, v2, kind: 'documented', why });
    else found.push({ path, v1, v2, ...doubtOf(v1, v2) });
  };
  visit(before.request, after.request, '');
  return found;
}

function doubtOf(v1: Json | undefined, v2: Json | undefined): Pick<FieldDifference, 'kind' | 'why'> {
  const hole =
    holeOf(v1) ??
    holeOf(v2) ??
    itemHole(v1) ??
    itemHole(v2) ??
    onlyHole(v1 === undefined ? v2 : v2 === undefined ? v1 : undefined);
  if (hole === undefined) return { kind: 'differs', why: undefined };
  return { kind: 'not-proven', why: 'reason' in hole ? hole.reason : hole.template };
}

/** An item that is not known, of a list of unlike length: it stands for any number of items. */
function itemHole(value: Json | undefined): ReturnType<typeof holeOf> {
  if (value === undefined || value === null || !isList(value)) return undefined;
  return value.map(holeOf).find((hole) => hole !== undefined && 'reason' in hole);
}

/** The first hole of a value that consists of holes alone: whether it is there at all is then not known. */
function onlyHole(value: Json | undefined): ReturnType<typeof holeOf> {
  if (value === undefined || value === null || typeof value !== 'object') return undefined;
  const hole = holeOf(value);
  if (hole !== undefined) return hole;
  const holes = Object.values(value).map(onlyHole);
  return holes.includes(undefined) ? undefined : holes[0];
}

/** What stands for the fields that a record may have besides those that it tells. */
function moreIn(record: { readonly [key: string]: Json }): Json | undefined {
  return record.$unknown === undefined ? undefined : { $unknown: record.$unknown };
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return (
    value !== undefined && value !== null && typeof value === 'object' && !isList(value) && holeOf(value) === undefined
  );
}

/** An unknown value that says where in the program it comes from, or what is made of it, is the same value in both runs. */
const PLACE = / (?:at|before) (?:line|cell) \d+|environment variable|of the command line|"the \S+ form of an object/;

function isSame(v1: Json, v2: Json): boolean {
  if (v1 === v2) return true;
  if (holeOf(v1) === undefined || holeOf(v2) === undefined) return false;
  const text = JSON.stringify(v1);
  return text === JSON.stringify(v2) && PLACE.test(text);
}
