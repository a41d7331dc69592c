import { str } from '../../../data/text.js';
import { type Data, Dict, float, isText, itemsOf, List, numberOf, Tuple, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, Callable, raise } from '../callables.js';
import { callValue } from '../calls.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import { binary } from '../operators.js';
import type { Run } from '../state.js';
import { Stream } from '../streams.js';
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
  const [written] = args.positional;
  // A group that has a name is written alike but for one letter; at the start Python says in the pattern how to read it.
  const ignoresCase = typeof written === 'string' && written.startsWith('(?i)');
  const text = typeof written === 'string' ? written.slice(ignoresCase ? 4 : 0).replaceAll('(?P<', '(?<') : undefined;
  if (text === undefined || text.length > MAX_LENGTH || !SHARED.test(text.replaceAll(/\(\?<[a-z]\w*>/gi, '(')))
    return undefined;
  // What repeats a group, or repeats often, may take longer than anybody waits.
  const repeats = text.match(/(?:^|[^\\])[*+{]/g)?.length ?? 0;
  const longest = LONGEST[repeats];
  if (/\)[*+{]/.test(text) || longest === undefined || (typeof subject === 'string' && subject.length > longest))
    return undefined;
  try {
    return new RegExp(text, ignoresCase ? `${flags}i` : flags);
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
    const found = new RegExp(`${start}(?:${pattern.source})${end}`, pattern.flags).exec(subject);
    return found === null ? null : matchObject(found);
  };
}

function isPlain(value: Data | undefined): value is string {
  return typeof value === 'string' && value.length < 10_000 && [...value].every((unit) => unit < '\x80');
}

function matchObject(found: RegExpExecArray): Data {
  const group = (index: number): Data =>
    index < found.length ? (found[index] ?? null) : raise('IndexError', 'the pattern has no such group');
  const groupAt = (key: Data): Data => {
    const number = numberOf(key);
    if (number !== undefined) return group(number);
    const names = found.groups;
    if (typeof key !== 'string' || names === undefined || !Object.hasOwn(names, key))
      return key instanceof Unknown ? new Unknown(key.reason) : raise('IndexError', 'the pattern has no such group');
    return names[key] ?? null;
  };
  return new LibraryObject(
    'match',
    (name) => {
      if (name === 'group')
        return new NativeFunction(name, ({ positional }) => {
          const values = (positional.length === 0 ? [0] : positional).map(groupAt);
          return values.length === 1 ? (values[0] ?? null) : new Tuple(values);
        });
      if (name === 'groups')
        return new NativeFunction(name, () => new Tuple(found.slice(1).map((each) => each ?? null)));
      if (name === 'groupdict')
        return new NativeFunction(
          name,
          () => new Dict(Object.entries(found.groups ?? {}).map(([key, value]) => [key, value ?? null])),
        );
      if (name === 'start') return new NativeFunction(name, () => found.index);
      if (name === 'end') return new NativeFunction(name, () => found.index + found[0].length);
      return undefined;
    },
    groupAt,
  );
}

/** What takes the place of a match: a text, in which `\\1` is a group, or what a function makes of the match. */
function replaced(found: RegExpExecArray, replacement: Data, run: Run): Data | undefined {
  if (replacement instanceof Callable) {
    const args = { positional: [matchObject(found)], named: new Map(), open: undefined };
    return run.at === undefined ? undefined : callValue(replacement, args, run.at, run);
  }
  if (typeof replacement !== 'string' || /\\(?![1-9](?!\d)|g<\w+>)/.test(replacement)) return undefined;
  return replacement.replace(
    /\\(?:([1-9])|g<(\w+)>)/g,
    (_, digit: string | undefined, name: string | undefined) =>
      (name === undefined || /^\d+$/.test(name) ? found[Number(digit ?? name)] : found.groups?.[name]) ?? '',
  );
}

const METHODS: Readonly<Record<string, (args: CallArguments, run: Run) => Data>> = {
  match: matcher('^', ''),
  fullmatch: matcher('^', '$'),
  search: matcher('', ''),
  escape: ({ positional: [text] }) =>
    typeof text === 'string'
      ? text.replace(/[\s#$&()*+\-.?[\\\]^{|}~]/g, (letter) => `\\${letter}`)
      : new Unknown('the result of re.escape()'),
  finditer: (args) => {
    const subject = args.positional[1];
    const pattern = patternOf(args, 'g', subject);
    if (pattern === undefined || !isPlain(subject) || args.positional.length + args.named.size > 2)
      return new Unknown('the result of re.finditer()');
    return new Stream([...subject.matchAll(pattern)].map(matchObject));
  },
  sub: (args, run) => {
    const [, replacement, subject] = args.positional;
    const pattern = patternOf(args, 'g', subject);
    const count = numberOf(args.positional[3] ?? args.named.get('count') ?? 0);
    const others = [...args.named.keys()].some((name) => name !== 'count');
    const isKnown = pattern !== undefined && count !== undefined && !others && args.positional.length <= 4;
    if (!isKnown || !isPlain(subject)) return new Unknown('the result of re.sub()');
    const parts: Data[] = [];
    let from = 0;
    for (const found of [...subject.matchAll(pattern)].slice(0, count > 0 ? count : undefined)) {
      const made = replaced(found, replacement ?? null, run);
      if (made === undefined) return new Unknown('the result of re.sub()');
      parts.push(subject.slice(from, found.index), made);
      from = found.index + found[0].length;
    }
    return [...parts, subject.slice(from)].reduce((text, more) => binary('+', text, more), '');
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
  compile: (args, run) => {
    const [pattern] = args.positional;
    if (args.positional.length + args.named.size > 1 || !isText(pattern)) return new Unknown('a compiled pattern');
    return new LibraryObject('pattern', (name) => {
      const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
      return (
        method &&
        new NativeFunction(name, (more) => method({ ...more, positional: [pattern, ...more.positional] }, run))
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
    pow: (args) => {
      const [base, power] = [numberOf(args.positional[0]), numberOf(args.positional[1])];
      return base === undefined || power === undefined || (base < 0 && !Number.isInteger(power))
        ? new Unknown('the result of a computation')
        : float(base ** power);
    },
    gcd: ({ positional }) => {
      const numbers = positional.map((each) => numberOf(each));
      const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));
      return numbers.includes(undefined)
        ? new Unknown('the result of a computation')
        : numbers.reduce((a: number, b) => divisor(a, b ?? 0), 0);
    },
    prod: (args) => {
      const items = itemsOf(args.positional[0])?.map((each) => numberOf(each));
      if (items === undefined || items.includes(undefined)) return new Unknown('the result of a computation');
      return (itemsOf(args.positional[0]) ?? []).reduce((a, b) => binary('*', a, b), 1);
    },
    isclose: (args) => {
      const [a, b] = [numberOf(args.positional[0]), numberOf(args.positional[1])];
      if (a === undefined || b === undefined || args.named.size > 0)
        return new Unknown('whether two numbers are close');
      return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    },
    isnan: (args) => {
      const number = numberOf(args.positional[0]);
      return number === undefined ? new Unknown('whether a value is a number') : Number.isNaN(number);
    },
    isinf: (args) => {
      const number = numberOf(args.positional[0]);
      return number === undefined ? new Unknown('whether a value is finite') : Math.abs(number) === Infinity;
    },
    exp: ofNumber(Math.exp),
    log2: ofNumber(Math.log2),
    log10: ofNumber(Math.log10),
  },
  (name) =>
    name === 'pi'
      ? Math.PI
      : name === 'e'
        ? Math.E
        : name === 'inf'
          ? float(Number.POSITIVE_INFINITY)
          : name === 'nan'
            ? float(Number.NaN)
            : undefined,
);

/** `string.Template`: `$name` and `${name}` stand for values. */
function placeholders(text: Data | undefined): Data {
  const fill = (isSafe: boolean) =>
    new NativeFunction('substitute', ({ positional: [table], named, open }) => {
      if (typeof text !== 'string' || open !== undefined) return new Unknown('a filled template');
      const values = new Map([...(table instanceof Dict ? table : [])].map(([key, value]) => [String(key), value]));
      for (const [name, value] of named) values.set(name, value);
      const parts = text.split(/(\$\$|\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\})/);
      return parts.reduce((before: Data, part): Data => {
        const name = /^\$\{?(\w+)\}?$/.exec(part)?.[1];
        if (name === undefined) return binary('+', before, part === '$$' ? '$' : part);
        const value = values.get(name);
        if (value !== undefined) return binary('+', before, str(value));
        if (table instanceof Dict && table.open !== undefined) return new Unknown(table.open.reason);
        return isSafe ? binary('+', before, part) : raise('KeyError', `nothing is given for ${part}`);
      }, '');
    });
  return new LibraryObject('template', (name) =>
    name === 'substitute' || name === 'safe_substitute' ? fill(name === 'safe_substitute') : undefined,
  );
}

const MODULES: Readonly<Record<string, Members>> = {
  string: functionsOf(
    {
      capwords: ({ positional: [text, separator] }) =>
        typeof text === 'string' && separator === undefined
          ? text
              .trim()
              .split(/\s+/)
              .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
              .join(' ')
          : new Unknown('the result of capwords()'),
      Template: ({ positional: [text] }) => placeholders(text),
    },
    (name) => (Object.hasOwn(STRING, name) ? STRING[name] : undefined),
  ),
  re: RE,
  math: MATH,
};

/** Modules of Python that compute with texts and numbers. */
export function textModule(path: string): Members | undefined {
  return Object.hasOwn(MODULES, path) ? MODULES[path] : undefined;
}
