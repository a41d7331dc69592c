import { type Data, Dict, type Key, List, numberOf, type SetData, Tuple, Unknown } from '../../data/value.js';
import { argument, type CallArguments, keyOf, raise } from './callables.js';
import { CounterDict } from './dictionaries.js';
import { setKey } from './expressions.js';
import { indexIn, iterate } from './items.js';
import { NativeFunction } from './library-objects.js';
import { equal } from './operators.js';
import { sortItems } from './sorting.js';
import type { Run } from './state.js';

type ListMethod = (list: List, args: CallArguments, run: Run) => Data;

const LIST_METHODS: Readonly<Record<string, ListMethod>> = {
  append: (list, args) => {
    list.items.push(argument(args, 0) ?? null);
    return null;
  },
  extend: (list, args) => {
    const items = iterate(argument(args, 0) ?? null);
    if (items instanceof Unknown) list.open = items;
    else list.items.push(...items);
    return null;
  },
  insert: (list, args) => {
    const at = numberOf(argument(args, 0));
    if (at === undefined) list.open = new Unknown('a list with an item at a computed place');
    else list.items.splice(at < 0 ? Math.max(0, list.items.length + at) : at, 0, argument(args, 1) ?? null);
    return null;
  },
  pop: (list, args) => {
    if (list.open !== undefined) return list.open;
    const at = indexIn(list.items, numberOf(argument(args, 0) ?? -1) ?? -1);
    return at === undefined ? raise('IndexError', 'the list has no such item') : (list.items.splice(at, 1)[0] ?? null);
  },
  remove: (list, args) => {
    const at = list.items.findIndex((item) => equal(item, argument(args, 0) ?? null) === true);
    if (at >= 0) list.items.splice(at, 1);
    else list.open ??= new Unknown('a list from which something was removed');
    return null;
  },
  index: (list, args) => {
    const at = list.items.findIndex((item) => equal(item, argument(args, 0) ?? null) === true);
    return at >= 0 ? at : new Unknown('the place of an item in a list');
  },
  count: (list, args) =>
    list.open ?? list.items.filter((item) => equal(item, argument(args, 0) ?? null) === true).length,
  copy: (list) => copyOf(list),
  // Lists stand for deques too.
  appendleft: (list, args) => {
    list.items.unshift(argument(args, 0) ?? null);
    return null;
  },
  popleft: (list) =>
    list.items.length > 0 ? (list.items.shift() ?? null) : (list.open ?? raise('IndexError', 'nothing is left')),
  clear: (list) => {
    list.items.length = 0;
    list.open = undefined;
    return null;
  },
  reverse: (list) => {
    list.items.reverse();
    return null;
  },
  sort: (list, args, run) => {
    const sorted = sortItems(list.items, args, run);
    if (sorted instanceof Unknown) list.open = sorted;
    else list.items.splice(0, list.items.length, ...sorted);
    return null;
  },
};

function copyOf(list: List): List {
  const made = new List([...list.items]);
  made.open = list.open;
  return made;
}

/** A method of a list as a value; undefined where lists have none of that name. */
export function listMethod(list: List, name: string, run: Run): Data | undefined {
  const method = Object.hasOwn(LIST_METHODS, name) ? LIST_METHODS[name] : undefined;
  return method && new NativeFunction(name, (args) => method(list, args, run));
}

/** A copy of a dictionary that shares its values. */
export function copyDict(source: Dict): Dict {
  const made = new Dict(source);
  made.open = source.open;
  return made;
}

/** What `dict.update(…)` and `dict(…)` do with their arguments. */
export function updateDict(target: Dict, args: CallArguments): void {
  const [source] = args.positional;
  if (source instanceof Dict) {
    for (const [key, value] of source) target.set(key, value);
    target.open ??= source.open;
  } else if (source !== undefined) {
    const pairs = iterate(source);
    if (pairs instanceof Unknown) target.open = pairs;
    else
      for (const pair of pairs) {
        const items = iterate(pair);
        if (items instanceof Unknown) target.open = items;
        else setKey(target, items[0] ?? null, items[1] ?? null);
      }
  }
  for (const [name, value] of args.named) target.set(name, value);
  target.open ??= args.open;
}

function withOpen(items: readonly Data[], open: Unknown | undefined): List {
  const made = new List([...items]);
  made.open = open;
  return made;
}

const DICT_METHODS: Readonly<Record<string, (dict: Dict, args: CallArguments) => Data>> = {
  get: (dict, args) => {
    const key = argument(args, 0, 'key') ?? null;
    const fallback = argument(args, 1, 'default') ?? null;
    const plain = keyOf(key);
    if (plain === undefined) return new Unknown('the item under a computed key');
    return dict.has(plain) ? (dict.get(plain) ?? null) : (dict.open ?? fallback);
  },
  setdefault: (dict, args) => {
    const plain = keyOf(argument(args, 0) ?? null);
    if (plain === undefined) return new Unknown('the item under a computed key');
    const known = dict.has(plain) ? (dict.get(plain) ?? null) : dict.open;
    if (known !== undefined) return known;
    const value = argument(args, 1) ?? null;
    dict.set(plain, value);
    return value;
  },
  pop: (dict, args) => {
    const plain = keyOf(argument(args, 0) ?? null);
    if (plain === undefined) {
      dict.open = new Unknown('a dictionary from which a computed key was removed');
      return dict.open;
    }
    const value = dict.has(plain) ? (dict.get(plain) ?? null) : (dict.open ?? argument(args, 1));
    if (value === undefined) raise('KeyError', `the dictionary has no key ${String(plain)}`);
    dict.delete(plain);
    return value;
  },
  popitem: (dict) => {
    const last = [...dict].at(-1);
    if (last === undefined) return dict.open ?? raise('KeyError', 'the dictionary is empty');
    dict.delete(last[0]);
    return new Tuple([last[0], last[1]]);
  },
  update: (dict, args) => {
    updateDict(dict, args);
    return null;
  },
  keys: (dict) => withOpen([...dict.keys()], dict.open),
  values: (dict) => withOpen([...dict.values()], dict.open),
  items: (dict) =>
    withOpen(
      [...dict].map(([key, value]: [Key, Data]) => new Tuple([key, value])),
      dict.open,
    ),
  copy: (dict) => copyDict(dict),
  clear: (dict) => {
    dict.clear();
    dict.open = undefined;
    return null;
  },
};

/** A method of a dictionary as a value; undefined where dictionaries have none of that name. */
export function dictMethod(dict: Dict, name: string): Data | undefined {
  if (name === 'most_common' && dict instanceof CounterDict)
    return new NativeFunction(name, (args) =>
      withOpen(
        dict
          .sorted()
          .slice(0, numberOf(argument(args, 0, 'n')) ?? undefined)
          .map((pair) => new Tuple(pair)),
        dict.open,
      ),
    );
  if (dict instanceof CounterDict && name === 'update') return new Unknown('a change of a counter');
  const method = Object.hasOwn(DICT_METHODS, name) ? DICT_METHODS[name] : undefined;
  return method && new NativeFunction(name, (args) => method(dict, args));
}

const SET_METHODS: Readonly<Record<string, (set: SetData, args: CallArguments) => Data>> = {
  add: (set, args) => {
    const value = argument(args, 0) ?? null;
    if (!set.items.includes(value)) set.items.push(value);
    return null;
  },
  discard: (set, args) => {
    const at = set.items.indexOf(argument(args, 0) ?? null);
    if (at >= 0) set.items.splice(at, 1);
    return null;
  },
  update: (set, args) => {
    const items = iterate(argument(args, 0) ?? null);
    if (items instanceof Unknown) set.open = items;
    else for (const item of items) if (!set.items.includes(item)) set.items.push(item);
    return null;
  },
};

/** A method of a set as a value. */
export function setMethod(set: SetData, name: string): Data | undefined {
  const method = Object.hasOwn(SET_METHODS, name) ? SET_METHODS[name] : undefined;
  return new NativeFunction(name, (args) =>
    method === undefined ? new Unknown(`the result of ${name}() of a set`) : method(set, args),
  );
}
