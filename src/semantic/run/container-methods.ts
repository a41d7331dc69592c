import { type Data, Dict, type Key, List, numberOf, SetData, Tuple, Unknown, View } from '../../data/value.js';
import { argument, type CallArguments, keyOf, keyText, raise } from './callables.js';
import { equal } from './comparisons.js';
import { CounterDict, Deque, OrderedDict } from './dictionaries.js';
import { setKey } from './expressions.js';
import { indexIn, iterate } from './items.js';
import { NativeFunction } from './library-objects.js';
import { binary } from './operators.js';
import { sortItems } from './sorting.js';
import type { Run } from './state.js';
import { plainOf } from './user-objects.js';

type ListMethod = (list: List, args: CallArguments, run: Run) => Data;

const LIST_METHODS: Readonly<Record<string, ListMethod>> = {
  append: (list, args) => {
    list.add(argument(args, 0) ?? null);
    if (list instanceof Deque && list.most !== undefined && list.items.length > list.most) list.items.shift();
    return null;
  },
  extend: (list, args) => {
    const items = iterate(argument(args, 0) ?? null);
    if (items instanceof Unknown) list.open = items;
    else {
      list.add(...items);
      if (list instanceof Deque && list.most !== undefined)
        list.items.splice(0, Math.max(0, list.items.length - list.most));
    }
    return null;
  },
  insert: (list, args) => {
    const at = numberOf(argument(args, 0));
    if (at === undefined) list.open = new Unknown('a list with an item at a computed place');
    else if (list.open === undefined || (at >= 0 && at <= list.items.length))
      list.items.splice(at < 0 ? Math.max(0, list.items.length + at) : at, 0, argument(args, 1) ?? null);
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
    if (at >= 0) return at;
    const isKnown =
      list.open === undefined &&
      list.items.every((item) => typeof equal(item, argument(args, 0) ?? null) === 'boolean');
    return isKnown
      ? raise('ValueError', 'the list does not contain it')
      : new Unknown('the place of an item in a list');
  },
  count: (list, args) =>
    list.open ?? list.items.filter((item) => equal(item, argument(args, 0) ?? null) === true).length,
  copy: (list) => copyOf(list),
  appendleft: (list, args) => {
    list.items.unshift(argument(args, 0) ?? null);
    if (list instanceof Deque && list.most !== undefined && list.items.length > list.most) list.items.pop();
    return null;
  },
  rotate: (list, args) => {
    const by = numberOf(argument(args, 0, 'n') ?? 1);
    if (by === undefined || list.items.length === 0) return null;
    const at = ((-by % list.items.length) + list.items.length) % list.items.length;
    list.items.push(...list.items.splice(0, at));
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
    if (list.open === undefined) list.items.reverse();
    else list.items.length = 0;
    return null;
  },
  sort: (list, args, run) => {
    const sorted = sortItems(list.items, args, run);
    if (sorted instanceof Unknown || list.open !== undefined) {
      list.open ??= sorted instanceof Unknown ? sorted : undefined;
      list.items.length = 0;
    } else list.items.splice(0, list.items.length, ...sorted);
    return null;
  },
};

function copyOf(list: List): List {
  const made = new List([...list.items]);
  made.open = list.open;
  made.sure = list.sure;
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
  made.openAs(source);
  return made;
}

/** What `dict.update(…)` and `dict(…)` do with their arguments. */
export function updateDict(target: Dict, args: CallArguments): void {
  const [given] = args.positional;
  const source = given === undefined ? undefined : plainOf(given);
  if (source instanceof Dict) target.merge(source);
  else if (source !== undefined) {
    const pairs = iterate(source);
    if (pairs instanceof Unknown) target.mix(pairs);
    else
      for (const pair of pairs) {
        const items = iterate(pair);
        if (items instanceof Unknown) target.mix(items);
        else setKey(target, items[0] ?? null, items[1] ?? null);
      }
  }
  if (args.open !== undefined) target.mix(args.open);
  for (const [name, value] of args.named) target.set(name, value);
}

/** What `collections.Counter` counts when it is made or updated: items, or the counts of a dictionary and of keywords. */
export function countInto(target: CounterDict, { positional: [source], named, open }: CallArguments): void {
  const add = (item: Data, count: Data): void => {
    const key = keyOf(item);
    if (key === undefined) target.open = new Unknown('a count of computed values');
    else target.set(key, binary('+', target.get(key) ?? 0, count));
  };
  if (source instanceof Dict) {
    for (const [key, count] of source) add(key, count);
    target.open ??= source.open;
  } else if (source !== undefined) {
    const items = iterate(source);
    if (items instanceof Unknown) target.open = items;
    else for (const item of items) add(item, 1);
  }
  for (const [key, count] of named) add(key, count);
  target.open ??= open;
}

function withOpen(items: readonly Data[], open: Unknown | undefined): List {
  const made = new List([...items]);
  made.open = open;
  return made;
}

function viewOf(dict: Dict, name: string, items: Data[]): View {
  const made = new View(items, { name });
  made.open = dict.open;
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
    if (value === undefined) raise('KeyError', `the dictionary has no key ${keyText(plain)}`);
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
    if (dict instanceof CounterDict) countInto(dict, args);
    else updateDict(dict, args);
    return null;
  },
  keys: (dict) => viewOf(dict, 'dict_keys', [...dict.keys()]),
  values: (dict) => viewOf(dict, 'dict_values', [...dict.values()]),
  items: (dict) =>
    viewOf(
      dict,
      'dict_items',
      [...dict].map(([key, value]: [Key, Data]) => new Tuple([key, value])),
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
  if (dict instanceof CounterDict && name === 'elements')
    return new NativeFunction(name, () =>
      withOpen(
        [...dict].flatMap(([key, count]) => Array.from({ length: Math.min(numberOf(count) ?? 0, 1000) }, () => key)),
        dict.open,
      ),
    );
  if (name === 'move_to_end' && dict instanceof OrderedDict)
    return new NativeFunction(name, (args) => {
      const key = keyOf(argument(args, 0, 'key') ?? null);
      const value = key === undefined ? undefined : dict.get(key);
      if (key === undefined || value === undefined) return raise('KeyError', 'the dictionary has no such key');
      const others = [...dict].filter(([each]) => each !== key);
      const isLast = (args.positional[1] ?? args.named.get('last') ?? true) !== false;
      dict.clear();
      for (const [each, item] of isLast ? [...others, [key, value] as const] : [[key, value] as const, ...others])
        dict.set(each, item);
      return null;
    });
  const method = Object.hasOwn(DICT_METHODS, name) ? DICT_METHODS[name] : undefined;
  return method && new NativeFunction(name, (args) => method(dict, args));
}

const SET_METHODS: Readonly<Record<string, (set: SetData, args: CallArguments) => Data>> = {
  add: (set, args) => {
    const value = argument(args, 0) ?? null;
    if (!holds(set, value)) set.items.push(value);
    return null;
  },
  discard: (set, args) => {
    removeFrom(set, argument(args, 0) ?? null);
    return null;
  },
  remove: (set, args) => {
    const isGone = removeFrom(set, argument(args, 0) ?? null);
    return isGone || set.open !== undefined ? null : raise('KeyError', 'the set has no such item');
  },
  update: (set, args) => {
    for (const each of args.positional) {
      const items = iterate(each);
      if (items instanceof Unknown) set.open = items;
      else for (const item of items) if (!holds(set, item)) set.items.push(item);
    }
    return null;
  },
  clear: (set) => {
    set.items.length = 0;
    set.open = undefined;
    return null;
  },
  copy: (set) => copyOfSet(set),
  union: (set, args) => combined('|', set, args),
  intersection: (set, args) => combined('&', set, args),
  difference: (set, args) => combined('-', set, args),
  symmetric_difference: (set, args) => combined('^', set, args),
  issubset: (set, args) => isWithin(set, argument(args, 0) ?? null),
  issuperset: (set, args) => {
    const other = iterate(argument(args, 0) ?? null);
    return other instanceof Unknown ? new Unknown(other.reason) : isWithin(new SetData([...other]), set);
  },
  isdisjoint: (set, args) => {
    const shared = combined('&', set, args);
    return shared instanceof SetData && shared.open === undefined ? shared.items.length === 0 : shared;
  },
};

function holds(set: SetData, value: Data): boolean {
  return set.items.some((item) => item === value || equal(item, value) === true);
}

function removeFrom(set: SetData, value: Data): boolean {
  const at = set.items.findIndex((item) => item === value || equal(item, value) === true);
  if (at >= 0) set.items.splice(at, 1);
  return at >= 0;
}

function copyOfSet(set: SetData): SetData {
  const made = new SetData([...set.items]);
  made.open = set.open;
  return made;
}

function combined(operator: string, set: SetData, args: CallArguments): Data {
  let made: Data = copyOfSet(set);
  for (const each of args.positional) {
    const items = iterate(each);
    if (items instanceof Unknown) return new Unknown(items.reason);
    made = binary(operator, made, new SetData([...items]));
  }
  return made;
}

function isWithin(set: SetData, other: Data): Data {
  const items = iterate(other);
  const doubt = items instanceof Unknown ? items : set.open;
  if (doubt !== undefined || items instanceof Unknown) return new Unknown(doubt?.reason ?? '');
  return set.items.every((item) => holds(new SetData([...items]), item));
}

/** A method of a set as a value. */
export function setMethod(set: SetData, name: string): Data | undefined {
  const method = Object.hasOwn(SET_METHODS, name) ? SET_METHODS[name] : undefined;
  return new NativeFunction(name, (args) =>
    method === undefined ? new Unknown(`the result of ${name}() of a set`) : method(set, args),
  );
}
