import { deepCopy } from '../../../data/copy.js';
import { dumpJson, loadJson } from '../../../data/json.js';
import {
  Bytes,
  type Data,
  Dict,
  List,
  numberOf,
  PyObject,
  SetData,
  Tuple,
  truthOf,
  Unknown,
} from '../../../data/value.js';
import type { PyNode } from '../../../python/node.js';
import { argument, type CallArguments, Callable, firstOf, raise } from '../callables.js';
import { callValue } from '../calls.js';
import { compare } from '../comparisons.js';
import { copyDict, updateDict } from '../container-methods.js';
import { setKey } from '../expressions.js';
import { importByName } from '../imports.js';
import { getItem, iterate } from '../items.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import { getMember } from '../members.js';
import { binary } from '../operators.js';
import type { Run } from '../state.js';
import { findInClass, specialClassOf, UserFunction, UserObject } from '../user-objects.js';
import type { Members } from './index.js';
import { hand } from './text-buffer.js';

type Native = (args: CallArguments, run: Run) => Data;

/** `random.shuffle(items)`: as many items as before, and nobody knows which is where. */
export function shuffle(list: Data | undefined): null {
  if (list instanceof List) list.items.fill(new Unknown('an item of a list that was shuffled'));
  return null;
}

/** Members that are functions, as a module. */
export function functionsOf(functions: Readonly<Record<string, Native>>, others: Members = () => undefined): Members {
  return (name, run) => {
    const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
    return found === undefined ? others(name, run) : new NativeFunction(name, (args) => found(args, run));
  };
}

const MODULES: Readonly<Record<string, Members>> = {
  os: functionsOf(
    {
      getenv: (args, run) => environment(args, run),
      getcwd: () => new Unknown('the working folder'),
      makedirs: () => null,
      system: () => 0,
      listdir: () => new Unknown('the files of a folder'),
    },
    (name, run) => (name === 'environ' ? environ(run) : name === 'sep' ? '/' : undefined),
  ),
  sys: functionsOf({ exit: () => raise('SystemExit', 'the program ends here') }, (name) =>
    name === 'argv' ? new Unknown('the arguments of the command line') : SYSTEM[name],
  ),
  random: functionsOf({ seed: () => null, shuffle: (args) => shuffle(argument(args, 0, 'x')) }),
  importlib: functionsOf({
    import_module: (args, run) => importByName(argument(args, 0, 'name') ?? null, run, 'module'),
  }),
  json: functionsOf({
    dumps: (args) => {
      const indent = numberOf(argument(args, 99, 'indent'));
      const separators = args.named.get('separators');
      const pair =
        separators instanceof Tuple && separators.items.every((each) => typeof each === 'string')
          ? separators.items.map(String)
          : undefined;
      const [item, key] = pair ?? [];
      return dumpJson(argument(args, 0, 'obj') ?? null, {
        indent,
        sortKeys: truthOf(args.named.get('sort_keys') ?? false) === true,
        keepsLetters: truthOf(args.named.get('ensure_ascii') ?? true) === false,
        separators: item === undefined || key === undefined ? undefined : [item, key],
      });
    },
    loads: (args) => {
      const text = argument(args, 0, 's');
      return typeof text === 'string' ? loadJson(text) : new Unknown('what a JSON text holds');
    },
    load: () => new Unknown('what a JSON file holds'),
    dump: (args) => {
      hand(argument(args, 1, 'fp') ?? null, 'written by json.dump');
      return null;
    },
  }),
  uuid: functionsOf({ uuid4: () => identifier(), uuid1: () => identifier() }),
  copy: functionsOf({
    copy: (args) => copyOf(args.positional[0] ?? null),
    deepcopy: (args) => deepCopy(args.positional[0] ?? null, deepCopyOfOther),
  }),
  functools: functionsOf({
    partial: (args, run) => {
      const [target, ...bound] = args.positional;
      const node = run.at;
      if (target === undefined || node === undefined) return new Unknown('a partial of nothing');
      return new NativeFunction('partial', (more) =>
        callValue(
          target,
          {
            positional: [...bound, ...more.positional],
            named: new Map([...args.named, ...more.named]),
            open: args.open ?? more.open,
          },
          run.at ?? node,
          run,
        ),
      );
    },
    wraps: ({ positional: [wrapped] }) =>
      new NativeFunction('wraps', ({ positional: [made = null] }) => {
        if (made instanceof UserFunction && (wrapped instanceof UserFunction || wrapped instanceof NativeFunction))
          made.shownAs = wrapped instanceof UserFunction ? (wrapped.shownAs ?? wrapped.name) : wrapped.name;
        return made;
      }),
    reduce: ({ positional: [action, source = null, start] }, run) => {
      const items = iterate(source);
      const node = run.at;
      if (items instanceof Unknown || action === undefined || node === undefined)
        return new Unknown(items instanceof Unknown ? items.reason : 'the result of reduce()');
      const [first, ...rest] = start === undefined ? items : [start, ...items];
      if (first === undefined) return raise('TypeError', 'there are no values');
      return rest.reduce(
        (before, item) =>
          callValue(action, { positional: [before, item], named: new Map(), open: undefined }, node, run),
        first,
      );
    },
    lru_cache: ({ positional: [made = null] }) =>
      made instanceof Callable ? made : new NativeFunction('cache', ({ positional: [each = null] }) => each),
    cache: ({ positional: [made = null] }) => made,
  }),
  operator: functionsOf(
    {
      itemgetter: ({ positional: keys }, run) =>
        getter(keys, (object, key) => at(run, (node) => getItem(object, key, node, run))),
      attrgetter: ({ positional: names }, run) =>
        getter(names, (object, name) =>
          typeof name === 'string'
            ? at(run, (node) => name.split('.').reduce((part, each) => getMember(part, each, node, run), object))
            : new Unknown('an attribute whose name is computed'),
        ),
    },
    (name) => {
      const operator = OPERATORS[name];
      if (operator === undefined) return undefined;
      return new NativeFunction(name, ({ positional: [left = null, right = null] }) =>
        /^[<>=!]=?$/.test(operator) ? compare(operator, left, right) : binary(operator, left, right),
      );
    },
  ),
  base64: functionsOf({
    b64encode: ({ positional: [bytes] }) =>
      bytes instanceof Bytes ? new Bytes(btoa(bytes.latin1)) : new Unknown('encoded bytes'),
    b64decode: ({ positional: [bytes] }) => {
      const text = bytes instanceof Bytes ? bytes.latin1 : bytes;
      return typeof text === 'string' && /^[\w+/]*={0,2}$/.test(text) && text.length % 4 === 0 && !text.includes('_')
        ? new Bytes(atob(text))
        : new Unknown('decoded bytes');
    },
  }),
  textwrap: functionsOf({
    dedent: ({ positional: [text] }) =>
      typeof text === 'string' ? dedent(text) : new Unknown('a text without indentation'),
  }),
  logging: functionsOf({ basicConfig: () => null }, (name) =>
    Object.hasOwn(LOG_LEVELS, name) ? LOG_LEVELS[name] : undefined,
  ),
  warnings: functionsOf({ filterwarnings: () => null, simplefilter: () => null, warn: () => null }),
};

/** Functions of `operator` that are one operator of Python. */
const OPERATORS: Readonly<Record<string, string>> = {
  ...{ add: '+', sub: '-', mul: '*', truediv: '/', floordiv: '//', mod: '%', pow: '**', concat: '+' },
  ...{ eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=', or_: '|', and_: '&', xor: '^' },
};

/** Reads one part of what it gets, or several as a tuple. */
function getter(parts: readonly Data[], read: (object: Data, part: Data) => Data): Data {
  return new NativeFunction('getter', ({ positional: [object = null] }) => {
    const values = parts.map((each) => read(object, each));
    return values.length === 1 ? (values[0] ?? null) : new Tuple(values);
  });
}

function at(run: Run, use: (node: PyNode) => Data): Data {
  return run.at === undefined ? new Unknown('a part of a value') : use(run.at);
}

/** `textwrap.dedent`: without the indentation that all lines share. */
function dedent(text: string): string {
  const lines = text.replace(/^[ \t]+$/gm, '').split('\n');
  const margins = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let [margin = ''] = margins;
  for (const each of margins) while (!each.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => line.slice(line === '' ? 0 : margin.length)).join('\n');
}

/** What `sys` says of a notebook instance; of Python's version only what holds for every one that the SDK runs on. */
const SYSTEM: Readonly<Record<string, Data>> = {
  executable: 'python',
  platform: 'linux',
  version_info: new Tuple([3, new Unknown('the version of Python', [6, 7, 8, 9, 10, 11, 12, 13, 14])]),
};

/** The levels of `logging`. */
const LOG_LEVELS: Readonly<Record<string, number>> = {
  DEBUG: 10,
  INFO: 20,
  WARNING: 30,
  WARN: 30,
  ERROR: 40,
  CRITICAL: 50,
  FATAL: 50,
};

/** The standard library's modules that are understood. */
export function standardModule(path: string): Members | undefined {
  return Object.hasOwn(MODULES, path) ? MODULES[path] : undefined;
}

function environment(args: CallArguments, run: Run): Data {
  const name = argument(args, 0, 'key');
  const given = typeof name === 'string' ? variable(name, run) : undefined;
  if (given !== undefined) return given;
  const fallback = argument(args, 1, 'default');
  return fallback ?? (typeof name === 'string' ? null : new Unknown('an environment variable'));
}

/** An environment variable, where the program, the caller or the settings say what it is. */
export function variable(name: string, run: Run): Data | undefined {
  const own = run.environment.get(name);
  if (own !== undefined) return own;
  const given = run.surroundings.given.get(name);
  if (given !== undefined) return given;
  if (name === 'AWS_DEFAULT_REGION' || name === 'AWS_REGION') return run.surroundings.region;
  return undefined;
}

function environ(run: Run): LibraryObject {
  const get = new NativeFunction('get', (args) => environment(args, run));
  const has = new NativeFunction('__contains__', ({ positional: [name = null] }) =>
    typeof name === 'string' ? variable(name, run) !== undefined : new Unknown('whether a variable is set'),
  );
  const made: LibraryObject = new LibraryObject(
    'environment',
    (name) => {
      if (name === '__contains__') return has;
      if (name === 'setdefault')
        return new NativeFunction(name, (args) => {
          const [key = null, value = null] = args.positional;
          const known = environment(args, run);
          if (known === value) setKey(run.environment, key, value);
          return known;
        });
      if (name === 'update')
        return new NativeFunction(name, (args) => {
          updateDict(run.environment, args);
          return null;
        });
      if (name === 'pop')
        return new NativeFunction(name, (args) => {
          const key = argument(args, 0);
          const known = typeof key === 'string' ? variable(key, run) : undefined;
          if (typeof key === 'string') run.environment.delete(key);
          return firstOf(known, argument(args, 1), new Unknown('an environment variable')) ?? null;
        });
      return name === 'get' ? get : undefined;
    },
    (key) =>
      typeof key === 'string' ? (variable(key, run) ?? new Unknown(`the environment variable ${key}`)) : undefined,
  );
  made.attributes.set('(variables)', run.environment);
  return made;
}

/** With a clock that stands still, chance does too: the same identifier each time. */
function identifier(): LibraryObject {
  const text = '00000000-0000-4000-8000-000000000000';
  return new LibraryObject('UUID', (name) =>
    name === 'hex' ? text.replaceAll('-', '') : name === '__str__' ? text : undefined,
  );
}

function copyOf(value: Data): Data {
  if (value instanceof List) {
    const made = new List([...value.items]);
    made.open = value.open;
    return made;
  }
  if (value instanceof Dict) return copyDict(value);
  return value instanceof SetData ? new SetData([...value.items]) : copyOfOther(value);
}

/** What is no container: values stay what they are, and what a copied object of the SDK does is not followed. */
function copyOfOther(value: Data): Data {
  if (value instanceof UserObject && value.made === undefined && value.content === undefined) {
    if (findInClass(value.type, '__copy__') !== undefined)
      return new Unknown(`a copy of an object of class ${value.className}`);
    return isMember(value) ? value : copyOfObject(value, (each) => each);
  }
  return value instanceof PyObject ? new Unknown(`a copy of an object of class ${value.className}`) : value;
}

function isMember(value: UserObject): boolean {
  return specialClassOf(value.type)?.kind === 'enum';
}

function copyOfObject(value: UserObject, copyOfValue: (value: Data) => Data): UserObject {
  const made = new UserObject(value.type);
  for (const [name, each] of value.attributes) made.attributes.set(name, copyOfValue(each));
  made.isFinished = value.isFinished;
  return made;
}

function deepCopyOfOther(value: Data): Data {
  const isPlain = value instanceof UserObject && value.made === undefined && value.content === undefined;
  if (!isPlain || isMember(value)) return copyOfOther(value);
  return ['__copy__', '__deepcopy__'].some((name) => findInClass(value.type, name) !== undefined)
    ? new Unknown(`a copy of an object of class ${value.className}`)
    : copyOfObject(value, (each) => deepCopy(each, (other) => (other === value ? other : deepCopyOfOther(other))));
}
