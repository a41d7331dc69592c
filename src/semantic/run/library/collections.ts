import { type Data, Dict, numberOf, Tuple, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, Callable } from '../callables.js';
import { countInto, updateDict } from '../container-methods.js';
import { CounterDict, DefaultDict, Deque, OrderedDict } from '../dictionaries.js';
import { iterate } from '../items.js';
import { namedTuple } from './classes.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

function filled<T extends Dict>(made: T, args: CallArguments): T {
  updateDict(made, args);
  return made;
}

function counted(args: CallArguments): Data {
  const made = new CounterDict();
  countInto(made, args);
  return made;
}

const MODULE: Members = functionsOf({
  OrderedDict: (args) => filled(new OrderedDict(), args),
  namedtuple: namedTuple,
  defaultdict: (args) => {
    const [factory, ...positional] = args.positional;
    return filled(new DefaultDict(factory instanceof Callable ? factory : undefined), { ...args, positional });
  },
  Counter: counted,
  deque: (args) => {
    const items = iterate(argument(args, 0, 'iterable') ?? new Tuple());
    const most = argument(args, 1, 'maxlen') ?? null;
    if (items instanceof Unknown || (most !== null && numberOf(most) === undefined))
      return new Unknown('the items of a deque');
    return new Deque(items, numberOf(most));
  },
  ChainMap: ({ positional }) => {
    const made = new Dict();
    for (const each of positional.toReversed()) {
      if (!(each instanceof Dict)) return new Unknown('the entries of several dictionaries');
      for (const [key, value] of each) made.set(key, value);
      made.open ??= each.open;
    }
    return made;
  },
});

/** `collections`. */
export function collectionsModule(path: string): Members | undefined {
  return path === 'collections' ? MODULE : undefined;
}
