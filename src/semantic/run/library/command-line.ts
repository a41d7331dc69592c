import { type Data, List, truthOf, Unknown } from '../../../data/value.js';
import { type CallArguments, Callable } from '../callables.js';
import { callValue } from '../calls.js';
import type { Run } from '../state.js';

/** What `argparse.BooleanOptionalAction` is here: an option that has a `--no-` form. */
export const EITHER_WAY = '==BOOLEAN==';

/** One `add_argument(…)`. */
export interface Option {
  readonly names: readonly string[];
  readonly stored: string;
  readonly args: CallArguments;
}

/** What a parser was told of its command line. */
export interface CommandLine {
  readonly options: Option[];
  readonly defaults: Map<string, Data>;
  commands: Commands | undefined;
}

/** `add_subparsers(…)`. */
export interface Commands {
  /** Where the command's name is stored. */
  readonly stored: string | undefined;
  readonly lines: Map<string, CommandLine>;
  /** What is stored where the command line names none; nothing where it has to. */
  readonly absent: readonly null[];
}

/**
 * Reads a command line that the program writes itself, as argparse does. What is stored goes into `values`.
 *
 * @returns the words that no option takes; undefined where a word or option is not understood, or argparse would refuse
 */
export function readLine(
  words: readonly Data[],
  line: CommandLine,
  values: Map<string, Data>,
  run: Run,
): Data[] | undefined {
  const left: string[] = [];
  for (const word of words) {
    if (typeof word !== 'string') return undefined;
    left.push(word);
  }
  const rest: Data[] = [];
  const places = line.options.filter(({ names }) => names.every((name) => !name.startsWith('-')));
  for (const { stored, args } of places) if (isOptional(args)) values.set(stored, args.named.get('default') ?? null);
  while (left.length > 0) {
    const word = left[0] ?? '';
    if (isOptionWord(word, line)) {
      left.shift();
      const found = findOption(word, line);
      if (found === undefined) rest.push(word);
      else if (!readOption(found, left, line, values, run)) return undefined;
      continue;
    }
    const option = places.shift();
    if (option === undefined && line.commands !== undefined) {
      const { stored, lines } = line.commands;
      const chosen = lines.get(word);
      if (chosen === undefined) return undefined;
      if (stored !== undefined) values.set(stored, word);
      for (const [name, value] of chosen.defaults) values.set(name, value);
      const more = readLine(left.slice(1), chosen, values, run);
      return more === undefined ? undefined : [...rest, ...more];
    }
    if (option === undefined) rest.push(left.shift() ?? '');
    else if (!readWords(option, left, line, values, run, places.length)) return undefined;
  }
  return rest;
}

/** Whether a positional argument may be left out. */
function isOptional({ named }: CallArguments): boolean {
  return named.get('nargs') === '?' || named.get('nargs') === '*';
}

/** Whether argparse takes a word for the name of an option: not where it is a negative number. */
function isOptionWord(word: string, { options }: CommandLine): boolean {
  if (!word.startsWith('-') || word === '-') return false;
  const looksLikeNumber = (text: string): boolean => /^-(?:\d+|\d*\.\d+)$/.test(text);
  return !looksLikeNumber(word) || options.some(({ names }) => names.some(looksLikeNumber));
}

interface FoundOption {
  readonly option: Option;
  /** The name under which it was written, in full. */
  readonly name: string;
  /** What is written in the same word: `--lr=0.1`, `-e5`. */
  readonly attached: string | undefined;
}

/** The option of a word: by its name, by the one name that begins so, or by one letter with the value behind it. */
function findOption(word: string, { options }: CommandLine): FoundOption | undefined {
  const named = options.flatMap((option) => namesOf(option).map((name) => ({ option, name })));
  const exact = named.find(({ name }) => name === word);
  if (exact !== undefined) return { ...exact, attached: undefined };
  const cut = word.indexOf('=');
  const [start, attached] = cut < 0 ? [word, undefined] : [word.slice(0, cut), word.slice(cut + 1)];
  const whole = named.find(({ name }) => name === start);
  if (whole !== undefined) return { ...whole, attached };
  if (word.startsWith('--')) {
    const [only, ...others] = named.filter(({ name }) => name.startsWith(start));
    return only === undefined || others.length > 0 ? undefined : { ...only, attached };
  }
  const short = named.find(({ name }) => name === word.slice(0, 2));
  return short === undefined ? undefined : { ...short, attached: word.slice(2) };
}

function namesOf({ names, args }: Option): readonly string[] {
  if (args.named.get('action') !== EITHER_WAY) return names;
  return names.flatMap((name) => (name.startsWith('--') ? [name, `--no-${name.slice(2)}`] : [name]));
}

/** Stores what an option says. @returns whether it is understood */
function readOption(
  { option, name, attached }: FoundOption,
  left: string[],
  line: CommandLine,
  values: Map<string, Data>,
  run: Run,
): boolean {
  const { stored, args } = option;
  const action = args.named.get('action') ?? 'store';
  const before = values.get(stored) ?? null;
  if (action === 'store' || action === 'append' || action === 'extend') {
    if (attached !== undefined) left.unshift(attached);
    return readWords(option, left, line, values, run, 0, attached !== undefined);
  }
  if (attached !== undefined) return false;
  if (action === 'store_true' || action === 'store_false') values.set(stored, action === 'store_true');
  else if (action === EITHER_WAY) values.set(stored, !name.startsWith('--no-'));
  else if (action === 'store_const') values.set(stored, args.named.get('const') ?? null);
  else if (action === 'count' && (before === null || typeof before === 'number')) values.set(stored, (before ?? 0) + 1);
  else return false;
  return true;
}

/** Takes an argument's words off the line and stores them. @returns whether it is understood */
function readWords(
  { stored, args }: Option,
  left: string[],
  line: CommandLine,
  values: Map<string, Data>,
  run: Run,
  placesAfter: number,
  isAttached = false,
): boolean {
  const { named } = args;
  const nargs = named.get('nargs') ?? null;
  const end = left.findIndex((word, index) => !(isAttached && index === 0) && isOptionWord(word, line));
  const free = end < 0 ? left.length : end;
  const taken =
    nargs === null || nargs === '?'
      ? Math.min(1, free)
      : nargs === '*' || nargs === '+'
        ? Math.max(0, free - placesAfter)
        : nargs;
  if (typeof taken !== 'number' || taken > free) return false;
  if (taken === 0 && (nargs === null || nargs === '+')) return false;
  const words = left.splice(0, isAttached ? Math.min(1, taken) : taken);
  const read = words.map((word) => typed(word, named.get('type'), stored, run));
  if (named.has('choices') && !read.every((word) => isChosen(word, named.get('choices') ?? null))) return false;
  const single = words.length === 0 && nargs === '?' ? (named.get('const') ?? null) : (read[0] ?? null);
  const value = nargs === null || nargs === '?' ? single : new List(read);
  const action = named.get('action') ?? 'store';
  if (action === 'store') values.set(stored, value);
  else {
    const before = values.get(stored) ?? new List();
    const added = action === 'extend' && value instanceof List ? value.items : [value];
    if (!(before === null || (before instanceof List && before.open === undefined))) return false;
    values.set(stored, new List([...(before?.items ?? []), ...added]));
  }
  return true;
}

/** Whether a value is one of the choices, or may be. */
function isChosen(value: Data, choices: Data): boolean {
  if (typeof value !== 'string' || !(choices instanceof List) || choices.open !== undefined) return true;
  return choices.items.some((each) => typeof each !== 'string' || each === value);
}

/** A word of the command line, or a default that is a string, as the type of its option makes it. */
export function typed(word: Data, type: Data | undefined, option: string, run: Run): Data {
  if (type === undefined || type === null) return word;
  if (!(type instanceof Callable) || run.at === undefined)
    return new Unknown(`the argument ${option} of the command line`);
  return callValue(type, { positional: [word], named: new Map(), open: undefined }, run.at, run);
}

/** Whether the command line has to say something for an argument. */
export function isNeeded({ positional, named }: CallArguments): boolean {
  const isPositional = positional.every((each) => typeof each === 'string' && !each.startsWith('-'));
  return truthOf(named.get('required') ?? false) === true || isPositional;
}
