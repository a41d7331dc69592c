import { type Data, float, isFloat, List, numberOf, Tuple, truthOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { callValue } from '../calls.js';
import { equal } from '../comparisons.js';
import { iterate } from '../items.js';
import { NativeFunction } from '../library-objects.js';
import { binary } from '../operators.js';
import type { Run } from '../state.js';
import { endless, Stream } from '../streams.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

/** Rows that are told apart. */
const MAX_ROWS = 10_000;

/** A function of iterables; unknown items give an unknown result. */
function ofColumns(use: (columns: readonly (readonly Data[])[], args: CallArguments, run: Run) => Data) {
  return (args: CallArguments, run: Run): Data => {
    const columns: (readonly Data[])[] = [];
    for (const each of args.positional) {
      const items = numberOf(each) === undefined ? iterate(each) : [];
      if (items instanceof Unknown) return new Unknown(items.reason);
      columns.push(items);
    }
    return use(columns, args, run);
  };
}

function rowsOf(rows: readonly (readonly Data[])[]): Data {
  return rows.length > MAX_ROWS ? new Unknown('a very long list') : new Stream(rows.map((row) => new Tuple(row)));
}

/** Choices of so many items: every arrangement, or only those in the order of the items. */
function choose(items: readonly Data[], count: number, isOrdered: boolean): Data[][] {
  let rows: number[][] = [[]];
  for (let step = 0; step < count; step += 1) {
    rows = rows.flatMap((row) =>
      items.flatMap((_, index) =>
        (isOrdered ? index > (row.at(-1) ?? -1) : !row.includes(index)) ? [[...row, index]] : [],
      ),
    );
    if (rows.length > MAX_ROWS) break;
  }
  return rows.map((row) => row.map((index) => items[index] ?? null));
}

/** `itertools.takewhile` and its like: items for as long as a function holds, or from there on, or where it does not. */
function whileTrue(keep: (holds: boolean, before: boolean) => boolean) {
  return ({ positional: [action = null, source = null] }: CallArguments, run: Run): Data => {
    const items = iterate(source);
    const node = run.at;
    if (items instanceof Unknown || node === undefined)
      return new Unknown(items instanceof Unknown ? items.reason : 'items that are chosen');
    let before = true;
    const kept: Data[] = [];
    for (const item of items) {
      const answer =
        action === null
          ? item
          : callValue(action, { positional: [item], named: new Map(), open: undefined }, node, run);
      const truth = truthOf(answer);
      if (truth instanceof Unknown) return new Unknown(truth.reason);
      if (keep(truth, before)) kept.push(item);
      before = before && truth;
    }
    return new Stream(kept);
  };
}

const joined = ofColumns((columns) => new Stream(columns.flat()));

const FUNCTIONS: Members = functionsOf({
  takewhile: whileTrue((holds, before) => before && holds),
  dropwhile: whileTrue((holds, before) => !(before && holds)),
  filterfalse: whileTrue((holds) => !holds),
  starmap: ({ positional: [action = null, source = null] }, run) => {
    const rows = iterate(source);
    const node = run.at;
    if (rows instanceof Unknown || node === undefined) return new Unknown('the result of starmap()');
    const results: Data[] = [];
    for (const row of rows) {
      const positional = iterate(row);
      if (positional instanceof Unknown) return new Unknown(positional.reason);
      results.push(callValue(action, { positional, named: new Map(), open: undefined }, node, run));
    }
    return new Stream(results);
  },
  pairwise: ofColumns(([items = []]) =>
    rowsOf(items.slice(1).map((item, index): readonly Data[] => [items[index] ?? null, item])),
  ),
  tee: ofColumns(
    ([items = []], args) =>
      new Tuple(Array.from({ length: Math.min(numberOf(argument(args, 1, 'n')) ?? 2, 100) }, () => new Stream(items))),
  ),
  product: ofColumns((columns, args) => {
    const times = numberOf(args.named.get('repeat')) ?? 1;
    let rows: Data[][] = [[]];
    for (let turn = 0; turn < Math.min(times, 20); turn += 1)
      for (const column of columns) {
        rows = rows.flatMap((row) => column.map((item) => [...row, item]));
        if (rows.length > MAX_ROWS) return new Unknown('a very long list');
      }
    return rowsOf(rows);
  }),

  permutations: ofColumns(([items = []], args) =>
    rowsOf(choose(items, numberOf(argument(args, 1, 'r')) ?? items.length, false)),
  ),
  combinations: ofColumns(([items = []], args) => rowsOf(choose(items, numberOf(argument(args, 1, 'r')) ?? 0, true))),
  zip_longest: ofColumns((columns, args) => {
    const size = Math.max(0, ...columns.map((column) => column.length));
    const filler = args.named.get('fillvalue') ?? null;
    return rowsOf(
      Array.from({ length: size }, (_, row) =>
        columns.map((column) => (row < column.length ? (column[row] ?? null) : filler)),
      ),
    );
  }),
  accumulate: ofColumns(([items = []], args, run) => {
    const action = argument(args, 1, 'func');
    const node = run.at;
    const sums: Data[] = [];
    for (const item of items) {
      const before = sums.at(-1);
      if (before === undefined) sums.push(item);
      else if (action === undefined || node === undefined) sums.push(binary('+', before, item));
      else sums.push(callValue(action, { positional: [before, item], named: new Map(), open: undefined }, node, run));
    }
    return new Stream(sums);
  }),
  groupby: ofColumns(([items = []], args, run) => {
    const key = argument(args, 1, 'key');
    const node = run.at;
    const groups: [Data, Data[]][] = [];
    for (const item of items) {
      const own =
        key === undefined || key === null || node === undefined
          ? item
          : callValue(key, { positional: [item], named: new Map(), open: undefined }, node, run);
      const last = groups.at(-1);
      const isSame = last === undefined ? false : equal(last[0], own);
      if (isSame instanceof Unknown) return new Unknown(isSame.reason);
      if (last !== undefined && isSame) last[1].push(item);
      else groups.push([own, [item]]);
    }
    return new List(groups.map(([name, members]) => new Tuple([name, new List(members)])));
  }),
  repeat: (args, run) => {
    const [item = null] = args.positional;
    const times = argument(args, 1, 'times');
    if (times === undefined) return endless(run, () => item);
    const count = numberOf(times);
    return count === undefined || count > MAX_ROWS
      ? new Unknown('a very long list')
      : new Stream(Array.from({ length: Math.max(0, count) }, () => item));
  },
  count: (args, run) => {
    const [start, step] = [argument(args, 0, 'start') ?? 0, argument(args, 1, 'step') ?? 1];
    const [from, by] = [numberOf(start), numberOf(step)];
    if (from === undefined || by === undefined) return new Unknown('a counter with computed bounds');
    const isReal = isFloat(start) || isFloat(step);
    return endless(run, (index) => (isReal ? float(from + index * by) : from + index * by));
  },
  cycle: ofColumns(([items = []], _, run) =>
    items.length === 0 ? new Stream([]) : endless(run, (index) => items[index % items.length] ?? null),
  ),
  islice: (args) => {
    const [source = null, ...bounds] = args.positional;
    const numbers = bounds.map((each) => (each === null ? null : numberOf(each)));
    if (numbers.includes(undefined)) return new Unknown('a slice with computed bounds');
    const [from, to, step] = bounds.length === 1 ? [0, numbers[0]] : [numbers[0] ?? 0, numbers[1], numbers[2] ?? 1];
    const items = source instanceof Stream && to !== null && to !== undefined ? source.take(to) : iterate(source);
    if (items instanceof Unknown) return new Unknown(items.reason);
    return new Stream(items.slice(from, to ?? undefined).filter((_, index) => index % (step ?? 1) === 0));
  },
});

/** `itertools`; `chain` is a class with a way of its own to be made. */
const MODULE: Members = (name, run) => {
  if (name !== 'chain') return FUNCTIONS(name, run);
  const fromOne = new NativeFunction('from_iterable', (args) => {
    const parts = iterate(args.positional[0] ?? null);
    return parts instanceof Unknown ? new Unknown(parts.reason) : joined({ ...args, positional: parts }, run);
  });
  return new NativeFunction(
    name,
    (args) => joined(args, run),
    (member) => (member === 'from_iterable' ? fromOne : undefined),
  );
};

/** The module that is understood at a path. */
export function itertoolsModule(path: string): Members | undefined {
  return path === 'itertools' ? MODULE : undefined;
}
