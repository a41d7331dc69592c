import { type Data, float, isText, List, numberOf, Tuple, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, raise } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

const STRING: Readonly<Record<string, string>> = {
  ascii_lowercase: LOWER,
  ascii_uppercase: LOWER.toUpperCase(),
  ascii_letters: LOWER + LOWER.toUpperCase(),
  digits: DIGITS,
  hexdigits: `${DIGITS}abcdefABCDEF`,
};

/** What Python and JavaScript write alike in a pattern, and mean alike on text without line ends beyond ASCII. */
const SHARED =
  /^(?:[^\\()[\]{}]|\\[dDwWsSnrt.\\/\-+*?()[\]{}|^$"'_:]|\((?!\?)|\(\?:|\)|\[[^[\]\\]*(?:\\.[^[\]\\]*)*\]|\{\d*,?\d*\})*$/;

/** The JavaScript pattern for one of Python; undefined where they may differ. */
function patternOf(args: CallArguments, flags: string, subject: Data | undefined): RegExp | undefined {
  const [text] = args.positional;
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !SHARED.test(text)) return undefined;
  // What repeats a group, or repeats often, may take longer than anybody waits.
  const repeats = text.match(/(?:^|[^\\])[*+{]/g)?.length ?? 0;
  const longest = LONGEST[repeats];
  if (/\)[*+{]/.test(text) || longest === undefined || (typeof subject === 'string' && subject.length > longest))
    return undefined;
  try {
    return new RegExp(text, flags);
  } catch {
    return undefined;
  }
}
/** Characters of a pattern. */
const MAX_LENGTH = 200;
/** Characters of the text that a pattern with so many repetitions is tried on: the time grows with their power. */
const LONGEST = [10_000, 1000, 300, 100];

function matcher(start: string, end: string): (args: CallArguments) => Data {
  return (args) => {
    const subject = args.positional[1];
    const pattern = patternOf(args, 's', subject);
    if (pattern === undefined || !isPlain(subject) || args.positional.length + args.named.size > 2)
      return new Unknown('the match of a pattern');
    const found = new RegExp(`${start}(?:${pattern.source})${end}`).exec(subject);
    return found === null ? null : matchObject(found);
  };
}

function isPlain(value: Data | undefined): value is string {
  return typeof value === 'string' && value.length < 10_000 && [...value].every((unit) => unit < '\x80');
}

function matchObject(found: RegExpExecArray): Data {
  const group = (index: number): Data =>
    index < found.length ? (found[index] ?? null) : raise('IndexError', 'the pattern has no such group');
  return new LibraryObject(
    'match',
    (name) => {
      if (name === 'group')
        return new NativeFunction(name, ({ positional }) => {
          const numbers = (positional.length === 0 ? [0] : positional).map((each) => numberOf(each));
          const values = numbers.map((each) => (each === undefined ? new Unknown('a named group') : group(each)));
          return values.length === 1 ? (values[0] ?? null) : new Tuple(values);
        });
      if (name === 'groups')
        return new NativeFunction(name, () => new Tuple(found.slice(1).map((each) => each ?? null)));
      if (name === 'start') return new NativeFunction(name, () => found.index);
      if (name === 'end') return new NativeFunction(name, () => found.index + found[0].length);
      return undefined;
    },
    (key) => (typeof key === 'number' ? group(key) : undefined),
  );
}

const METHODS: Readonly<Record<string, (args: CallArguments) => Data>> = {
  match: matcher('^', ''),
  fullmatch: matcher('^', '$'),
  search: matcher('', ''),
  sub: (args) => {
    const [, replacement, subject] = args.positional;
    const pattern = patternOf(args, 'g', subject);
    const isKnown = typeof replacement === 'string' && !replacement.includes('\\') && isPlain(subject);
    if (pattern === undefined || !isKnown || args.positional.length + args.named.size > 3)
      return new Unknown('the result of re.sub()');
    return subject.replace(pattern, () => replacement);
  },
  findall: (args) => {
    const subject = args.positional[1];
    const pattern = patternOf(args, 'g', subject);
    if (pattern === undefined || !isPlain(subject) || args.positional.length + args.named.size > 2)
      return new Unknown('the result of re.findall()');
    return new List(
      [...subject.matchAll(pattern)].map((found) => {
        const groups = found.slice(1).map((each) => each ?? '');
        return groups.length === 0 ? found[0] : groups.length === 1 ? (groups[0] ?? '') : new Tuple(groups);
      }),
    );
  },
  split: (args) => {
    const subject = args.positional[1];
    const pattern = patternOf(args, 'g', subject);
    return pattern === undefined ||
      !isPlain(subject) ||
      pattern.test('') ||
      args.positional.length + args.named.size > 2
      ? new Unknown('the result of re.split()')
      : new List(subject.split(pattern).map((each) => each ?? null));
  },
};

const RE = functionsOf({
  ...METHODS,
  compile: (args) => {
    const [pattern] = args.positional;
    if (args.positional.length + args.named.size > 1 || !isText(pattern)) return new Unknown('a compiled pattern');
    return new LibraryObject('pattern', (name) => {
      const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
      return (
        method && new NativeFunction(name, (more) => method({ ...more, positional: [pattern, ...more.positional] }))
      );
    });
  },
});

function ofNumber(use: (value: number) => number, isWhole = false): (args: CallArguments) => Data {
  return (args) => {
    const number = numberOf(argument(args, 0));
    if (number === undefined) return new Unknown('the result of a computation');
    const result = use(number);
    if (Number.isNaN(result) && !Number.isNaN(number)) return raise('ValueError', 'a number outside the domain');
    return isWhole ? result : float(result);
  };
}

const MATH = functionsOf(
  {
    ceil: ofNumber(Math.ceil, true),
    floor: ofNumber(Math.floor, true),
    trunc: ofNumber(Math.trunc, true),
    sqrt: ofNumber(Math.sqrt),
    fabs: ofNumber(Math.abs),
    log: (args) => {
      const [number, base] = [numberOf(argument(args, 0)), numberOf(argument(args, 1))];
      const isPlain = number !== undefined && number > 0 && args.positional.length === 1;
      if (isPlain) return float(Math.log(number));
      return number !== undefined && number > 0 && base !== undefined && base > 0 && base !== 1
        ? float(Math.log(number) / Math.log(base))
        : new Unknown('a logarithm');
    },
    log2: ofNumber(Math.log2),
    log10: ofNumber(Math.log10),
  },
  (name) =>
    name === 'pi' ? Math.PI : name === 'e' ? Math.E : name === 'inf' ? float(Number.POSITIVE_INFINITY) : undefined,
);

const MODULES: Readonly<Record<string, Members>> = {
  string: (name) => (Object.hasOwn(STRING, name) ? STRING[name] : undefined),
  re: RE,
  math: MATH,
};

/** Modules of Python that compute with texts and numbers. */
export function textModule(path: string): Members | undefined {
  return Object.hasOwn(MODULES, path) ? MODULES[path] : undefined;
}
