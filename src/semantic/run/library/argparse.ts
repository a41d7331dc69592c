import { type Data, float, List, numberOf, Tuple, truthOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, firstOf } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Run } from '../state.js';
import type { Members } from './index.js';

/** `argparse`: what `parse_args()` gives where the command line says nothing. */
export function argparseModule(path: string): Members | undefined {
  return path === 'argparse'
    ? (name, run) => (name === 'ArgumentParser' ? new NativeFunction(name, () => parser(run)) : undefined)
    : undefined;
}

function parser(run: Run): LibraryObject {
  const defaults = new Map<string, Data>();
  const add = new NativeFunction('add_argument', (args) => {
    const option = optionOf(args);
    if (option !== undefined)
      defaults.set(option, firstOf(run.surroundings.given.get(option), defaultOf(args, option)) ?? null);
    return null;
  });
  const made: LibraryObject = new LibraryObject('parser', (name) => {
    if (name === 'add_argument') return add;
    if (name === 'add_argument_group' || name === 'add_mutually_exclusive_group')
      return new NativeFunction(name, () => made);
    if (name === 'set_defaults')
      return new NativeFunction(name, ({ named }) => {
        for (const [key, value] of named) defaults.set(key, value);
        return null;
      });
    if (name === 'parse_args') return new NativeFunction(name, () => namespace(defaults));
    if (name === 'parse_known_args')
      return new NativeFunction(name, () => new Tuple([namespace(defaults), new List()]));
    return undefined;
  });
  return made;
}

function namespace(values: ReadonlyMap<string, Data>): LibraryObject {
  const made = new LibraryObject('namespace', () => undefined);
  for (const [name, value] of values) made.attributes.set(name, value);
  return made;
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
