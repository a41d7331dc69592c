import { type Data, truthOf, Unknown } from '../../data/value.js';
import type { CallArguments } from './callables.js';
import { callValue } from './calls.js';
import { compare } from './comparisons.js';
import type { Run } from './state.js';

/** Python's `sorted(items, key=…, reverse=…)`; unknown where two items can't be compared. */
export function sortItems(items: readonly Data[], args: CallArguments, run: Run): Data[] | Unknown {
  const key = args.named.get('key');
  const node = run.at;
  const keyed = items.map((item) => ({
    item,
    key:
      key === undefined || key === null || node === undefined
        ? item
        : callValue(key, { positional: [item], named: new Map(), open: undefined }, node, run),
  }));
  let doubt: Unknown | undefined;
  const isLess = (a: Data, b: Data): boolean => {
    const less = compare('<', a, b);
    if (less instanceof Unknown) doubt = less;
    return less === true;
  };
  // Items of one rank keep their order, in reverse too.
  const sign = truthOf(args.named.get('reverse') ?? false) === true ? -1 : 1;
  keyed.sort((a, b) => (isLess(a.key, b.key) ? -sign : isLess(b.key, a.key) ? sign : 0));
  return doubt ?? keyed.map(({ item }) => item);
}
