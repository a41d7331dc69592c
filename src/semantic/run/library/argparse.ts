import { eitherOf } from '../../../data/either.js';
import { type Data, itemsOf, List, Tuple, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, firstOf } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Run } from '../state.js';
import { namespaceOf } from './classes.js';
import { type CommandLine, EITHER_WAY, isNeeded, readLine, typed } from './command-line.js';
import type { Members } from './index.js';

/** What says that an option has no default. */
const SUPPRESSED = '==SUPPRESS==';

/** `argparse`: what `parse_args()` gives where the command line says nothing. */
export function argparseModule(path: string): Members | undefined {
  return path === 'argparse'
    ? (name, run) => {
        if (name === 'ArgumentParser') return new NativeFunction(name, (args) => parser(run, lineWith(args)));
        if (name === 'Namespace') return new NativeFunction(name, ({ named }) => namespaceOf(named));
        if (name === 'BooleanOptionalAction') return EITHER_WAY;
        return name === 'SUPPRESS' ? SUPPRESSED : undefined;
      }
    : undefined;
}

/** What an option without a value of its own stores. */
const FLAGS: ReadonlyMap<Data, boolean> = new Map([
  ['store_true', false],
  ['store_false', true],
]);

/** What the parsers of a run were told. */
const lines = new WeakMap<LibraryObject, CommandLine>();

/** The command line of a new parser: with what its `parents` were told. */
function lineWith({ named }: CallArguments): CommandLine {
  const parents = (itemsOf(named.get('parents') ?? null) ?? []).flatMap((each) =>
    each instanceof LibraryObject ? (lines.get(each) ?? []) : [],
  );
  return {
    options: parents.flatMap(({ options }) => options),
    defaults: new Map(parents.flatMap(({ defaults }) => [...defaults])),
    commands: undefined,
  };
}

function parser(run: Run, line: CommandLine): LibraryObject {
  const { defaults, options } = line;
  const add = new NativeFunction('add_argument', (args) => {
    const stored = optionOf(args);
    if (stored === undefined) return null;
    const names = args.positional.filter((each) => typeof each === 'string');
    options.push({ names, stored, args });
    if (args.named.get('default') === SUPPRESSED) return null;
    defaults.set(stored, firstOf(run.surroundings.given.get(stored), defaultOf(args, stored, run)) ?? null);
    return null;
  });
  const parse = (
    args: CallArguments,
    takesAll: boolean,
  ): { readonly values: Map<string, Data>; readonly rest: Data } => {
    const values = new Map(defaults);
    const written = argument(args, 0, 'args') ?? null;
    if (written === null) {
      chooseCommand(line, values, run);
      return { values, rest: new List() };
    }
    const words = itemsOf(written);
    const rest = words === undefined ? undefined : readLine(words, line, values, run);
    if (rest !== undefined && (takesAll || rest.length === 0)) return { values, rest: new List(rest) };
    for (const name of storedNames(line))
      values.set(name, new Unknown(`the argument ${name} of a computed command line`));
    return { values, rest: new Unknown('the rest of a computed command line') };
  };
  const made: LibraryObject = new LibraryObject('parser', (name) => {
    if (name === 'add_argument') return add;
    if (name === 'add_argument_group' || name === 'add_mutually_exclusive_group')
      return new NativeFunction(name, () => made);
    if (name === 'add_subparsers') return new NativeFunction(name, (args) => commandsOf(args, line, run));
    if (name === 'set_defaults')
      return new NativeFunction(name, ({ named }) => {
        for (const [key, value] of named) defaults.set(key, firstOf(run.surroundings.given.get(key), value) ?? null);
        return null;
      });
    if (name === 'parse_args') return new NativeFunction(name, (args) => namespaceOf(parse(args, false).values));
    if (name === 'parse_known_args')
      return new NativeFunction(name, (args) => {
        const { values, rest } = parse(args, true);
        return new Tuple([namespaceOf(values), rest]);
      });
    return undefined;
  });
  lines.set(made, line);
  return made;
}

/** `add_subparsers(…)`: what makes the parsers of commands. */
function commandsOf({ named }: CallArguments, line: CommandLine, run: Run): LibraryObject {
  const stored = named.get('dest');
  const commands = new Map<string, CommandLine>();
  const absent = named.get('required') === true ? [] : [null];
  line.commands = { stored: typeof stored === 'string' ? stored : undefined, lines: commands, absent };
  return new LibraryObject('commands of a parser', (name) =>
    name === 'add_parser'
      ? new NativeFunction(name, (args) => {
          const made = lineWith(args);
          const command = argument(args, 0, 'name');
          if (typeof command === 'string') commands.set(command, made);
          return parser(run, made);
        })
      : undefined,
  );
}

/** Where the command line is not known, so is the command: what only one of them can have said is told. */
function chooseCommand({ commands }: CommandLine, values: Map<string, Data>, run: Run): void {
  if (commands === undefined) return;
  const { stored, lines, absent } = commands;
  const given = stored === undefined ? undefined : run.surroundings.given.get(stored);
  const chosen = typeof given === 'string' ? lines.get(given) : undefined;
  if (stored !== undefined)
    values.set(
      stored,
      given ?? new Unknown(`the argument ${stored} of the command line`, [...absent, ...lines.keys()]),
    );
  const possible = chosen === undefined ? [...lines.values()] : [chosen];
  for (const name of new Set(possible.flatMap(({ defaults }) => [...defaults.keys()]))) {
    const known = possible.flatMap(({ defaults }) => (defaults.has(name) ? [defaults.get(name) ?? null] : []));
    const [first = null] = known;
    const isOne = known.every((each) => Object.is(each, first));
    values.set(name, isOne ? first : eitherOf(`the argument ${name} of the command line`, known));
  }
}

/** Every name that parsing stores something under. */
function storedNames({ options, commands }: CommandLine): string[] {
  const own = options.map(({ stored }) => stored);
  if (commands === undefined) return own;
  const { stored, lines } = commands;
  return [...own, ...(stored === undefined ? [] : [stored]), ...[...lines.values()].flatMap(storedNames)];
}

/** The attribute that an option is stored under. */
function optionOf(args: CallArguments): string | undefined {
  const dest = args.named.get('dest');
  if (typeof dest === 'string') return dest;
  const names = args.positional.filter((each) => typeof each === 'string');
  const chosen = names.find((name) => name.startsWith('--')) ?? names[0];
  return chosen?.replace(/^-+/, '').replaceAll('-', '_');
}

function defaultOf(args: CallArguments, option: string, run: Run): Data {
  const given = argument(args, 99, 'default');
  if (given === undefined || given === args.open) {
    const flag = FLAGS.get(args.named.get('action') ?? null);
    if (flag !== undefined) return flag;
    return isNeeded(args) ? new Unknown(`the argument ${option} of the command line`) : null;
  }
  // As argparse does, the type is applied to a default that is a string.
  return typeof given === 'string' ? typed(given, args.named.get('type'), option, run) : given;
}
