import { castFloat, castInt } from '../../data/cast.js';
import { joinText, repr, str } from '../../data/text.js';
import {
  Bytes,
  type Data,
  Dict,
  float,
  isFloat,
  isText,
  itemsOf,
  List,
  numberOf,
  PyObject,
  SetData,
  Tuple,
  truthOf,
  Unknown,
  View,
} from '../../data/value.js';
import { argument, type CallArguments, Callable, raise } from './callables.js';
import { callValue } from './calls.js';
import { compare, distinct } from './comparisons.js';
import { updateDict } from './container-methods.js';
import { formatValue } from './format.js';
import { ExceptionClass, ExceptionObject } from './functions.js';
import { importByName } from './imports.js';
import { isInstance, TYPES } from './instances.js';
import { iterate, Slice } from './items.js';
import { LibraryObject, NativeFunction } from './library-objects.js';
import { foreignBase, getMember, setMember } from './members.js';
import { inBase, inDigits, roundOf } from './numbers.js';
import { binary } from './operators.js';
import { tupleOf } from './records.js';
import { sdkSymbol } from './sdk-symbols.js';
import { sortItems } from './sorting.js';
import { moduleOf, type Run, type Scope } from './state.js';
import { nextOf, Stream } from './streams.js';
import {
  callSpecial,
  classesOf,
  findInClass,
  SpecialBase,
  UserClass,
  UserFunction,
  UserObject,
  variablesOf,
} from './user-objects.js';

type Builtin = (args: CallArguments, run: Run) => Data;

/** Items that a `range` or a conversion makes at most. */
const MAX_ITEMS = 10_000;

function first(args: CallArguments): Data {
  return args.positional[0] ?? args.open ?? null;
}

/** What `int()` and `float()` are asked to make a number of. */
function numberToBe({ positional: [given], open }: CallArguments): Data {
  return given === undefined ? (open ?? 0) : given;
}

function textOf(value: Data): Data {
  if (value instanceof Unknown) return new Unknown(value.reason);
  return str(value);
}

/** A function of one iterable argument; unknown items give an unknown result. */
function ofItems(use: (items: readonly Data[], args: CallArguments, run: Run) => Data): Builtin {
  return (args, run) => {
    const items = iterate(first(args));
    return items instanceof Unknown ? new Unknown(items.reason) : use(items, args, run);
  };
}

const FUNCTIONS: Readonly<Record<string, Builtin>> = {
  print: ({ positional, named }) => {
    const write = named.get('file') instanceof LibraryObject ? named.get('file') : undefined;
    const writer = write instanceof LibraryObject && write.type === 'text buffer' ? write.member('write') : undefined;
    const [separator, end] = [named.get('sep') ?? ' ', named.get('end') ?? '\n'];
    if (writer instanceof Callable && isText(separator))
      writer.call([binary('+', joinText(separator, positional.map(str)), end)], new Map());
    return null;
  },
  display: () => null,
  str: (args) => (args.positional.length === 0 ? '' : textOf(first(args))),
  repr: (args) => repr(first(args)),
  format: (args) => formatValue(first(args), typeof args.positional[1] === 'string' ? args.positional[1] : ''),
  int: (args) => (args.positional.length > 1 || args.named.has('base') ? inBase(args) : castInt(numberToBe(args))),
  float: (args) => castFloat(numberToBe(args)),
  bool: (args) => truthOf(first(args)),
  len: (args) => lengthOf(first(args)),
  abs: (args) => {
    const number = numberOf(first(args));
    return number === undefined
      ? new Unknown('the result of abs()')
      : isFloat(first(args))
        ? float(Math.abs(number))
        : Math.abs(number);
  },
  round: (args) => roundOf(args),
  sum: ofItems((items, args) => items.reduce((total, item) => binary('+', total, item), args.positional[1] ?? 0)),
  min: (args, run) => extreme(args, '<', run),
  max: (args, run) => extreme(args, '>', run),
  any: ofItems((items) => fold(items, true)),
  all: ofItems((items) => fold(items, false)),
  list: (args, run) =>
    args.positional.length === 0 ? new List() : ofItems((items) => new List([...items]))(args, run),
  tuple: (args, run) =>
    args.positional.length === 0 ? new Tuple() : ofItems((items) => new Tuple([...items]))(args, run),
  set: (args, run) =>
    args.positional.length === 0 ? new SetData() : ofItems((items) => new SetData(distinct(items)))(args, run),
  frozenset: (args, run) =>
    args.positional.length === 0 ? new SetData() : ofItems((items) => new SetData(distinct(items)))(args, run),
  dict: (args) => {
    const made = new Dict();
    updateDict(made, args);
    return made;
  },
  iter: (args, run) => {
    const source = first(args);
    if (source instanceof Stream || source instanceof Unknown) return source;
    return ofItems((items) => new Stream(items))(args, run);
  },
  next: (args) => {
    const source = first(args);
    if (source instanceof Stream) return nextOf(source, args.positional[1]);
    if (source instanceof UserObject)
      return callSpecial(source, '__next__') ?? new Unknown('the next item of an object');
    return new Unknown('the next item');
  },
  reversed: ofItems((items) => new Stream(items.toReversed())),
  sorted: ofItems((items, args, run) => {
    const sorted = sortItems(items, args, run);
    return sorted instanceof Unknown ? sorted : new List(sorted);
  }),
  enumerate: ofItems((items, args) => {
    const start = numberOf(argument(args, 1, 'start')) ?? 0;
    return new Stream(items.map((item, index) => new Tuple([start + index, item])));
  }),
  zip: (args) => {
    if (args.open !== undefined) return new Unknown(args.open.reason);
    const columns: (readonly Data[])[] = [];
    const finite = new Map(
      [...args.positional.entries()].flatMap(([at, each]) =>
        each instanceof Stream ? [] : [[at, iterate(each)] as const],
      ),
    );
    const shortest = Math.min(...[...finite.values()].map((items) => (items instanceof Unknown ? 0 : items.length)));
    for (const [at, each] of args.positional.entries()) {
      const items =
        finite.get(at) ?? (each instanceof Stream && shortest < MAX_ITEMS ? each.take(shortest) : iterate(each));
      if (items instanceof Unknown) return new Unknown(items.reason);
      columns.push(items);
    }
    const size = columns.length === 0 ? 0 : Math.min(...columns.map((column) => column.length));
    return new Stream(
      Array.from({ length: size }, (_, row) => new Tuple(columns.map((column) => column[row] ?? null))),
    );
  },
  map: (args, run) => {
    const [action, ...sources] = args.positional;
    const rows = iterate(FUNCTIONS.zip?.({ ...args, positional: sources }, run) ?? null);
    const node = run.at;
    if (rows instanceof Unknown || action === undefined || node === undefined)
      return new Unknown(rows instanceof Unknown ? rows.reason : 'the result of map()');
    return new Stream(
      rows.map((row) =>
        callValue(action, { positional: itemsOf(row) ?? [], named: new Map(), open: undefined }, node, run),
      ),
    );
  },
  filter: (args, run) => {
    const [action, source] = args.positional;
    const items = iterate(source ?? null);
    const node = run.at;
    if (items instanceof Unknown || action === undefined || node === undefined)
      return new Unknown('the result of filter()');
    const kept: Data[] = [];
    for (const item of items) {
      const truth = truthOf(
        action === null
          ? item
          : callValue(action, { positional: [item], named: new Map(), open: undefined }, node, run),
      );
      if (typeof truth !== 'boolean') return new Unknown(truth.reason);
      if (truth) kept.push(item);
    }
    return new Stream(kept);
  },
  range: (args) => rangeOf(args),
  isinstance: (args, run) => isInstance(first(args), args.positional[1] ?? null, run),
  issubclass: ({ positional: [type, base] }) =>
    type instanceof UserClass && base instanceof UserClass
      ? classesOf(type).includes(base)
      : new Unknown('whether a class extends another'),
  hasattr: (args, run) => hasAttribute(args, run),
  getattr: (args, run) => {
    const [object, name, fallback] = args.positional;
    if (object === undefined || typeof name !== 'string' || run.at === undefined)
      return new Unknown('an attribute whose name is computed');
    const has = hasAttribute(args, run);
    return has === false && fallback !== undefined ? fallback : getMember(object, name, run.at, run);
  },
  setattr: (args, run) => {
    const [object, name, value] = args.positional;
    if (object !== undefined && typeof name === 'string') setMember(object, name, value ?? null, run);
    return null;
  },
  callable: (args) => first(args) instanceof Callable,
  type: (args, run) => typeOf(first(args), run),
  input: (_, run) => new Unknown(`what the user types at ${run.at === undefined ? 'run time' : run.placeOf(run.at)}`),
  raw_input: () => new Unknown('what the user types'),
  open: () => new Unknown('the content of a file'),
  id: () => new Unknown('the address of an object'),
  hash: () => new Unknown('the hash of a value'),
  chr: (args) =>
    typeof first(args) === 'number'
      ? String.fromCodePoint(Math.min(Math.max(0, Number(first(args))), 0x10ffff))
      : new Unknown('a character'),
  ord: (args) =>
    typeof first(args) === 'string'
      ? (String(first(args)).codePointAt(0) ?? 0)
      : new Unknown('the number of a character'),
  bytes: (args) => (typeof first(args) === 'string' ? new Bytes(String(first(args))) : new Unknown('bytes')),
  vars: (args) => {
    const object = first(args);
    if (object instanceof UserObject && object.made === undefined) return variablesOf(object);
    return object instanceof LibraryObject ? new Dict(object.attributes) : new Unknown('the variables of an object');
  },
  slice: ({ positional: [a = null, b, step = null] }) =>
    b === undefined ? new Slice(null, a, null) : new Slice(a, b, step),
  hex: (args) => inDigits(args, 16, '0x'),
  bin: (args) => inDigits(args, 2, '0b'),
  oct: (args) => inDigits(args, 8, '0o'),
  globals: (_, run) => namesOf(moduleOf(run.stack.at(-1) ?? run.module)),
  locals: (_, run) => namesOf(run.stack.at(-1) ?? run.module),
  __import__: (args, run) => importByName(first(args), run, 'package'),
  exit: () => raise('SystemExit', 'the program ends here'),
  quit: () => raise('SystemExit', 'the program ends here'),
  divmod: (args) =>
    new Tuple([binary('//', first(args), args.positional[1] ?? 1), binary('%', first(args), args.positional[1] ?? 1)]),
  pow: (args) => {
    const power = binary('**', first(args), args.positional[1] ?? 1);
    const modulus = args.positional[2] ?? args.named.get('mod');
    return modulus === undefined || modulus === null ? power : binary('%', power, modulus);
  },
  get_ipython: () => new Unknown('the notebook itself'),
};

const EXCEPTION = /^(?:[A-Z]\w*(?:Error|Exception|Exit|Warning|Interrupt)|StopIteration|Exception)$/;

/** What a name means that the program does not bind; undefined for what Python does not have either. */
export function builtin(name: string, run: Run): Data | undefined {
  if (name === '__name__') return '__main__';
  if (name === '__file__') return new Unknown("the program's own path");
  if (name === 'object') return new SpecialBase(name);
  const known = run.made.get(name);
  if (known !== undefined) return known;
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (call !== undefined) return onlyOne(name, (args) => call(args, run), run);
  return EXCEPTION.test(name) ? new ExceptionClass(name) : undefined;
}

function lengthOf(value: Data): Data {
  if (typeof value === 'string') return [...value].length;
  if (value instanceof Tuple) return value.items.length;
  if (value instanceof List || value instanceof SetData) return value.open ?? value.items.length;
  if (value instanceof Dict) return value.open ?? value.size;
  if (value instanceof Bytes) return value.latin1.length;
  if (value instanceof Unknown) return new Unknown(value.reason);
  const own = callSpecial(value, '__len__') ?? tupleOf(value)?.items.length;
  if (own !== undefined) return own;
  if (value instanceof UserObject && value.content !== undefined) return lengthOf(value.content);
  if (value instanceof UserClass && value.kind === 'enum') return value.fields.length;
  if (value instanceof PyObject) {
    const shape: unknown = Reflect.get(value, 'length');
    return typeof shape === 'number' ? shape : new Unknown(`the length of an object of class ${value.className}`);
  }
  return new Unknown('the length of a value');
}

/** The names of a scope, of which a program may read those that it has bound itself. */
function namesOf(scope: Scope): Data {
  const made = new Dict(scope.names);
  if (scope.kind === 'module') made.open = new Unknown('a name that Python itself binds');
  return made;
}

function extreme(args: CallArguments, operator: '<' | '>', run: Run): Data {
  const items = args.positional.length > 1 ? args.positional : iterate(first(args));
  if (items instanceof Unknown) return new Unknown(items.reason);
  const [start] = items;
  if (start === undefined) return orRaise(args.named.get('default'), 'ValueError', 'there are no values');
  const key = args.named.get('key');
  const node = run.at;
  const keyOfItem = (item: Data): Data =>
    key === undefined || key === null || node === undefined
      ? item
      : callValue(key, { positional: [item], named: new Map(), open: undefined }, node, run);
  let best = { item: start, key: keyOfItem(start) };
  for (const item of items.slice(1)) {
    const own = keyOfItem(item);
    const isBetter = compare(operator, own, best.key);
    if (isBetter instanceof Unknown) return new Unknown(isBetter.reason);
    if (isBetter === true) best = { item, key: own };
  }
  return best.item;
}

function orRaise(value: Data | undefined, type: string, message: string): Data {
  return value === undefined ? raise(type, message) : value;
}

function fold(items: readonly Data[], wanted: boolean): Data {
  let doubt: Unknown | undefined;
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === wanted) return wanted;
    if (truth instanceof Unknown) doubt = truth;
  }
  return doubt ?? !wanted;
}

function rangeOf(args: CallArguments): Data {
  const numbers = args.positional.map((each) => numberOf(each));
  if (numbers.includes(undefined) || numbers.length === 0) return new Unknown('a range with computed bounds');
  const [a = 0, b, step = 1] = numbers;
  const [from, to] = b === undefined ? [0, a] : [a, b];
  if (step === 0) return raise('ValueError', 'a range cannot have the step 0');
  const size = Math.max(0, Math.ceil((to - from) / step));
  if (size > MAX_ITEMS) return new Unknown('a very long range');
  return new View(
    Array.from({ length: size }, (_, index) => from + index * step),
    { text: `range(${from}, ${to}${step === 1 ? '' : `, ${step}`})` },
  );
}

function typeOf(value: Data, run: Run): Data {
  if (value instanceof UserObject) return value.type;
  if (value instanceof ExceptionObject) return new ExceptionClass(value.name);
  const path = value instanceof PyObject ? run.classes.get(value) : undefined;
  if (path !== undefined) return sdkSymbol(path, run);
  const name = Object.keys(TYPES).find(
    (each) => (each !== 'int' || typeof value !== 'boolean') && TYPES[each]?.(value),
  );
  return name === undefined
    ? new Unknown('the class of a value')
    : (builtin(name, run) ?? onlyOne(name, () => new Unknown(`the result of ${name}()`), run));
}

/** A function or class of Python's own, of which a run has one: also one that no name stands for, that of None. */
function onlyOne(name: string, call: (args: CallArguments) => Data, run: Run): Data {
  const made = new NativeFunction(name, call);
  made.isOnly = true;
  run.made.set(name, made);
  return made;
}

function hasAttribute(args: CallArguments, run: Run): Data {
  const [object, name] = args.positional;
  if (object instanceof UserObject && typeof name === 'string' && object.made === undefined) {
    if (object.attributes.has(name) || findInClass(object.type, name) !== undefined) return true;
    const isOpen = foreignBase(object.type) !== undefined || findInClass(object.type, '__getattr__') !== undefined;
    return isOpen ? new Unknown('whether an object has an attribute') : false;
  }
  if (object instanceof LibraryObject && object.type === 'namespace' && typeof name === 'string')
    return object.attributes.has(name);
  if (
    object instanceof PyObject &&
    typeof name === 'string' &&
    !(object instanceof Callable) &&
    !(object instanceof UserObject)
  ) {
    const isThere = run.host.getAttribute(object, name) !== undefined || run.host.hasMethod(object, name);
    const path = run.sdk.resolve(run.classes.get(object) ?? '')?.path;
    if (path !== undefined && !name.startsWith('_')) {
      if (run.sdk.hasMember(path, name)) return true;
      // The other version may have it, or the program may have set it.
      return isThere && new Unknown('whether an object has an attribute');
    }
    return isThere || new Unknown('whether an object has an attribute');
  }
  if (object instanceof UserFunction && typeof name === 'string')
    return (
      object.attributes.has(name) || (/^__\w+__$/.test(name) && new Unknown('whether a function has an attribute'))
    );
  return new Unknown('whether an object has an attribute');
}
