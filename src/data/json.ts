import { PythonError } from './errors.js';
import { concat, joinText, repr, reprOfNumber, type Text } from './text.js';
import {
  Bytes,
  type Data,
  Dict,
  Float,
  float,
  List,
  numberOf,
  SetData,
  Template,
  Tuple,
  Unknown,
  View,
} from './value.js';

/** Options of `json.dumps` that matter for the text. */
export interface DumpOptions {
  readonly indent?: number | undefined;
  readonly sortKeys?: boolean;
  /** Whether letters beyond ASCII stay as they are: `ensure_ascii=False`. */
  readonly keepsLetters?: boolean;
  /** Between items, and between a key and its value: `", "` and `": "` in Python. */
  readonly separators?: readonly [string, string] | undefined;
}

/**
 * Python's `json.dumps(value)`. What is unknown becomes a hole; a string with holes stays one inside its quotes.
 *
 * @throws PythonError `TypeError` for what has no JSON form
 */
export function dumpJson(value: Data, options: DumpOptions = {}): Text {
  return dump(value, { ...options, budget: { left: MAX_VALUES } }, 0);
}

/** Values that a JSON text may hold before it is no longer put together. */
const MAX_VALUES = 20_000;

interface DumpState extends DumpOptions {
  readonly budget: { left: number };
}

function dump(value: Data, options: DumpState, level: number): Text {
  options.budget.left -= 1;
  if (options.budget.left < 0) return new Template([new Unknown('a very large value')]);
  if (level > MAX_NESTING) throw new PythonError('ValueError', 'a value that holds itself has no JSON form');
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number' || value instanceof Float) return numberText(value);
  if (typeof value === 'string') return quoted(value, options);
  if (value instanceof Unknown) return new Template([value]);
  if (value instanceof Template)
    return concat([
      '"',
      ...value.parts.map((part) => (typeof part === 'string' ? quoted(part, options).slice(1, -1) : part)),
      '"',
    ]);
  if ((value instanceof List && !(value instanceof View)) || value instanceof Tuple) {
    if (value instanceof List && value.open !== undefined) return concat(['[', new Template([value.open]), ']']);
    const items: Text[] = value.items.map((item) => dump(item, options, level + 1));
    return layOut('[', items, ']', options, level);
  }
  if (value instanceof Dict) {
    // Where the entries stand that are not known isn't known either.
    if (value.open !== undefined) return concat(['{', new Template([value.open]), '}']);
    const keys = [...value.keys()];
    if (options.sortKeys === true) keys.sort((a, b) => (String(a) < String(b) ? -1 : 1));
    const colon = options.separators?.[1] ?? ': ';
    const items: Text[] = keys.map((key) => {
      if (key !== null && typeof key === 'object')
        throw new PythonError('TypeError', 'keys of JSON are texts, numbers, booleans or None');
      const name =
        typeof key === 'string' ? key : key === null ? 'null' : typeof key === 'boolean' ? String(key) : repr(key);
      return concat([
        typeof name === 'string' ? quoted(name, options) : name,
        colon,
        dump(value.get(key) ?? null, options, level + 1),
      ]);
    });
    return layOut('{', items, '}', options, level);
  }
  const type =
    value instanceof Bytes
      ? 'bytes'
      : value instanceof SetData
        ? 'set'
        : value instanceof List
          ? 'view'
          : value.className;
  throw new PythonError('TypeError', `an object of type ${type} has no JSON form`);
}

function layOut(start: string, items: readonly Text[], end: string, options: DumpOptions, level: number): Text {
  if (items.length === 0) return start + end;
  if (options.indent === undefined) return concat([start, joinText(options.separators?.[0] ?? ', ', items), end]);
  const inner = `\n${' '.repeat(options.indent * (level + 1))}`;
  const separator = (options.separators?.[0] ?? ',') + inner;
  return concat([start, inner, joinText(separator, items), `\n${' '.repeat(options.indent * level)}`, end]);
}

function numberText(value: number | Float): string {
  const number = numberOf(value) ?? 0;
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? 'Infinity' : '-Infinity';
  return reprOfNumber(value);
}

/** JSON's quoting as Python does it: everything beyond ASCII is escaped. */
function quoted(text: string, { keepsLetters = false }: DumpOptions): string {
  const plain = JSON.stringify(text);
  if (keepsLetters) return plain;
  return plain.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Python's `json.loads(text)`.
 *
 * @throws PythonError `JSONDecodeError` for what is no JSON
 */
export function loadJson(text: string): Data {
  let position = 0;
  const fail = (): never => {
    throw new PythonError('JSONDecodeError', `no JSON at character ${position}`);
  };
  const skip = (): void => {
    while (/\s/.test(text[position] ?? '')) position += 1;
  };
  const take = (token: string): boolean => {
    skip();
    if (!text.startsWith(token, position)) return false;
    position += token.length;
    return true;
  };
  const readString = (): string => {
    const from = position - 1;
    while (position < text.length && text[position] !== '"') position += text[position] === '\\' ? 2 : 1;
    position += 1;
    try {
      return String(JSON.parse(text.slice(from, position)));
    } catch {
      return fail();
    }
  };
  const read = (depth: number): Data => {
    if (depth > MAX_NESTING) fail();
    if (take('"')) return readString();
    if (take('{')) {
      const made = new Dict();
      if (take('}')) return made;
      do {
        if (!take('"')) fail();
        const key = readString();
        if (!take(':')) fail();
        made.set(key, read(depth + 1));
      } while (take(','));
      return take('}') ? made : fail();
    }
    if (take('[')) {
      const items: Data[] = [];
      if (take(']')) return new List(items);
      do items.push(read(depth + 1));
      while (take(','));
      return take(']') ? new List(items) : fail();
    }
    for (const [token, value] of WORDS) if (take(token)) return value;
    skip();
    const number = /^-?\d+(\.\d+)?([eE][-+]?\d+)?/.exec(text.slice(position, position + 400))?.[0];
    if (number === undefined) return fail();
    position += number.length;
    if (/[.eE]/.test(number)) return float(Number(number));
    return Number.isSafeInteger(Number(number)) ? Number(number) : new Unknown('a very large number');
  };
  const value = read(0);
  skip();
  return position === text.length ? value : fail();
}

/** Deeper than Python's own recursion goes. */
const MAX_NESTING = 500;

const WORDS: readonly (readonly [string, Data])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', new Float(Number.NaN)],
  ['Infinity', new Float(Number.POSITIVE_INFINITY)],
  ['-Infinity', new Float(Number.NEGATIVE_INFINITY)],
];
