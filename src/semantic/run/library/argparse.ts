import { type Data, float, itemsOf, List, numberOf, Tuple, truthOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, Callable, firstOf } from '../callables.js';
import { callValue } from '../calls.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Run } from '../state.js';
import { UserFunction } from '../user-objects.js';
import { namespaceOf } from './classes.js';
import type { Members } from './index.js';

/** What says that an option has no default. */
const SUPPRESSED = '==SUPPRESS==';

/** `argparse`: what `parse_args()` gives where the command line says nothing. */
export function argparseModule(path: string): Members | undefined {
  return path === 'argparse'
    ? (name, run) => {
        if (name === 'ArgumentParser') return new NativeFunction(name, () => parser(run));
        if (name === 'Namespace') return new NativeFunction(name, ({ named }) => namespaceOf(named));
        return name === 'SUPPRESS' ? SUPPRESSED : undefined;
      }
    : undefined;
}

/** One `add_argument(…)`. */
interface Option {
  readonly names: readonly string[];
  readonly stored: string;
  readonly args: CallArguments;
}

function parser(run: Run): LibraryObject {
  const defaults = new Map<string, Data>();
  const options: Option[] = [];
  const add = new NativeFunction('add_argument', (args) => {
    const stored = optionOf(args);
    if (stored === undefined) return null;
    const names = args.positional.filter((each) => typeof each === 'string');
    options.push({ names, stored, args });
    if (args.named.get('default') === SUPPRESSED) return null;
    defaults.set(stored, firstOf(run.surroundings.given.get(stored), defaultOf(args, stored)) ?? null);
    return null;
  });
  const parse = (args: CallArguments): { readonly values: Map<string, Data>; readonly rest: Data } => {
    const values = new Map(defaults);
    const line = argument(args, 0, 'args') ?? null;
    if (line === null) return { values, rest: new List() };
    const words = itemsOf(line);
    const rest = words === undefined ? undefined : readLine(words, options, values, run);
    if (rest !== undefined) return { values, rest: new List(rest) };
    for (const { stored } of options)
      values.set(stored, new Unknown(`the argument ${stored} of a computed command line`));
    return { values, rest: new Unknown('the rest of a computed command line') };
  };
  const made: LibraryObject = new LibraryObject('parser', (name) => {
    if (name === 'add_argument') return add;
    if (name === 'add_argument_group' || name === 'add_mutually_exclusive_group')
      return new NativeFunction(name, () => made);
    if (name === 'set_defaults')
      return new NativeFunction(name, ({ named }) => {
        for (const [key, value] of named) defaults.set(key, firstOf(run.surroundings.given.get(key), value) ?? null);
        return null;
      });
    if (name === 'parse_args') return new NativeFunction(name, (args) => namespaceOf(parse(args).values));
    if (name === 'parse_known_args')
      return new NativeFunction(name, (args) => {
        const { values, rest } = parse(args);
        return new Tuple([namespaceOf(values), rest]);
      });
    return undefined;
  });
  return made;
}

/** Reads a command line that the program writes itself; undefined where a word or option is not understood. */
function readLine(
  words: readonly Data[],
  options: readonly Option[],
  values: Map<string, Data>,
  run: Run,
): Data[] | undefined {
  const left = [...words];
  const rest: Data[] = [];
  const places = options.filter(({ names }) => names.every((name) => !name.startsWith('-')));
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (typeof word !== 'string') return undefined;
    const cut = word.startsWith('--') ? word.indexOf('=') : -1;
    const name = cut < 0 ? word : word.slice(0, cut);
    const option = name.startsWith('-') ? options.find(({ names }) => names.includes(name)) : places.shift();
    if (option === undefined) {
      rest.push(word);
      continue;
    }
    const { named } = option.args;
    const action = named.get('action') ?? 'store';
    if (action === 'store_true' || action === 'store_false') values.set(option.stored, action === 'store_true');
    else if (action === 'store_const') values.set(option.stored, named.get('const') ?? null);
    else if (action === 'store' && !named.has('nargs')) {
      const written = name.startsWith('-') ? (cut < 0 ? left.shift() : word.slice(cut + 1)) : word;
      if (written === undefined) return undefined;
      values.set(option.stored, typed(written, named.get('type'), option.stored, run));
    } else return undefined;
  }
  return rest;
}

/** A word of the command line as the type of its option makes it. */
function typed(word: Data, type: Data | undefined, option: string, run: Run): Data {
  if (type === undefined || type === null) return word;
  const isPlain = type instanceof NativeFunction && ['int', 'float', 'str'].includes(type.name);
  if (!(type instanceof Callable) || !(isPlain || type instanceof UserFunction) || run.at === undefined)
    return new Unknown(`the argument ${option} of the command line`);
  return callValue(type, { positional: [word], named: new Map(), open: undefined }, run.at, run);
}

/** The attribute that an option is stored under. */
function optionOf(args: CallArguments): string | undefined {
  const dest = args.named.get('dest');
  if (typeof dest === 'string') return dest;
  const names = args.positional.filter((each) => typeof each === 'string');
  const chosen = names.find((name) => name.startsWith('--')) ?? names[0];
  return chosen?.replace(/^-+/, '').replaceAll('-', '_');
}

function defaultOf(args: CallArguments, option: string): Data {
  const given = argument(args, 99, 'default');
  const action = args.named.get('action');
  if (given === undefined || given === args.open) {
    if (action === 'store_true') return false;
    if (action === 'store_false') return true;
    const isPositional = args.positional.every((each) => typeof each === 'string' && !each.startsWith('-'));
    const isNeeded = truthOf(args.named.get('required') ?? false) === true || isPositional;
    return isNeeded ? new Unknown(`the argument ${option} of the command line`) : null;
  }
  // As argparse does, the type is applied to a default that is a string.
  const type = args.named.get('type');
  if (typeof given === 'string' && type instanceof NativeFunction) {
    const number = Number(given);
    if (type.name === 'int' && given !== '' && Number.isInteger(number)) return number;
    if (type.name === 'float' && numberOf(number) !== undefined && given !== '') return float(number);
    if (type.name !== 'str') return new Unknown(`the argument ${option} of the command line`);
  }
  return given;
}
