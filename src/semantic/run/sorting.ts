import { type Data, truthOf, Unknown } from '../../data/value.js';
import type { CallArguments } from './callables.js';
import { callValue } from './calls.js';
import { compare } from './operators.js';
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
  keyed.sort((a, b) => (isLess(a.key, b.key) ? -1 : isLess(b.key, a.key) ? 1 : 0));
  if (doubt !== undefined) return doubt;
  const sorted = keyed.map(({ item }) => item);
  return truthOf(args.named.get('reverse') ?? false) === true ? sorted.reverse() : sorted;
}
