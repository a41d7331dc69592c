import { concat, joinText, type Text } from '../../data/text.js';
import {
  Bytes,
  type Data,
  Dict,
  isText,
  List,
  numberOf,
  SetData,
  type Template,
  Tuple,
  Unknown,
} from '../../data/value.js';
import { argument, type CallArguments, raise } from './callables.js';
import { formatBraces } from './format.js';
import { iterate } from './items.js';
import { NativeFunction } from './library-objects.js';

function stringAt(args: CallArguments, index: number, ...names: readonly string[]): string | undefined {
  const value = argument(args, index, ...names);
  return typeof value === 'string' ? value : undefined;
}

function numberAt(args: CallArguments, index: number, ...names: readonly string[]): number | undefined {
  return numberOf(argument(args, index, ...names));
}

/** Methods whose result is known from a known string. A method that gives undefined does not know either. */
const METHODS: Readonly<Record<string, (text: string, args: CallArguments) => Data | undefined>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  casefold: (text) => text.replaceAll('ß', 'ss').replaceAll('ẞ', 'ss').toLowerCase(),
  title: (text) => text.toLowerCase().replace(/[a-z]+/g, capital),
  capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
  swapcase: (text) => [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(''),
  strip: (text, args) => strip(text, args, true, true),
  lstrip: (text, args) => strip(text, args, true, false),
  rstrip: (text, args) => strip(text, args, false, true),
  replace: (text, args) => {
    const [from, to] = [stringAt(args, 0, 'old'), argument(args, 1, 'new')];
    if (from === undefined || !isText(to)) return undefined;
    if (typeof to === 'string') return replaceAll(text, from, to, numberAt(args, 2, 'count'));
    return joinText(to, text.split(from));
  },
  split: (text, args) => split(text, args),
  rsplit: (text, args) => rsplit(text, args),
  splitlines: (text, args) => {
    if (args.positional.length + args.named.size > 0) return undefined;
    return new List(text === '' ? [] : text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/));
  },
  partition: (text, args) => cut(text, stringAt(args, 0), text.indexOf(stringAt(args, 0) ?? '')),
  rpartition: (text, args) => cut(text, stringAt(args, 0), text.lastIndexOf(stringAt(args, 0) ?? ''), true),
  startswith: (text, args) => test(args, (each) => part(text, args)?.text.startsWith(each)),
  endswith: (text, args) => test(args, (each) => part(text, args)?.text.endsWith(each)),
  find: (text, args) => findIn(text, args, (part, each) => part.indexOf(each)),
  rfind: (text, args) => findIn(text, args, (part, each) => part.lastIndexOf(each)),
  rindex: (text, args) => orMissing(findIn(text, args, (part, each) => part.lastIndexOf(each))),
  index: (text, args) => orMissing(findIn(text, args, (part, each) => part.indexOf(each))),
  count: (text, args) =>
    mapString(args, (each) => {
      const searched = part(text, args)?.text;
      if (searched === undefined) return new Unknown('how often a string contains another');
      return each === '' ? searched.length + 1 : searched.split(each).length - 1;
    }),
  isdigit: (text) => /^\d+$/.test(text),
  isnumeric: (text) => /^\d+$/.test(text),
  isalpha: (text) => /^\p{L}+$/u.test(text),
  isalnum: (text) => /^[\p{L}\d]+$/u.test(text),
  isupper: (text) => text !== text.toLowerCase() && text === text.toUpperCase(),
  islower: (text) => text !== text.toUpperCase() && text === text.toLowerCase(),
  isspace: (text) => /^\s+$/.test(text),
  zfill: (text, args) =>
    mapNumber(args, (width) => {
      const sign = /^[-+]/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(Math.min(width, MAX_WIDTH) - sign.length, '0');
    }),
  ljust: (text, args) => mapNumber(args, (width) => text.padEnd(Math.min(width, MAX_WIDTH), stringAt(args, 1) ?? ' ')),
  rjust: (text, args) =>
    mapNumber(args, (width) => text.padStart(Math.min(width, MAX_WIDTH), stringAt(args, 1) ?? ' ')),
  center: (text, args) =>
    mapNumber(args, (width) => {
      const missing = Math.max(0, Math.min(width, MAX_WIDTH) - text.length);
      const left = Math.floor(missing / 2) + (missing & width & 1);
      const filler = stringAt(args, 1) ?? ' ';
      return filler.repeat(left) + text + filler.repeat(missing - left);
    }),
  removeprefix: (text, args) => mapString(args, (each) => (text.startsWith(each) ? text.slice(each.length) : text)),
  removesuffix: (text, args) =>
    mapString(args, (each) => (each !== '' && text.endsWith(each) ? text.slice(0, -each.length) : text)),
  encode: (text, args) => {
    const encoding = argument(args, 0, 'encoding') ?? 'utf-8';
    const isKnown = typeof encoding === 'string' && /^(?:utf[-_]?8|ascii)$/i.test(encoding);
    return isKnown && text.length <= MAX_ENCODED ? new Bytes(utf8(text)) : undefined;
  },
  expandtabs: (text, args) => {
    const size = numberAt(args, 0, 'tabsize') ?? 8;
    let column = 0;
    let out = '';
    for (const letter of text) {
      const piece = letter === '\t' ? ' '.repeat(size <= 0 ? 0 : Math.min(size, MAX_WIDTH) - (column % size)) : letter;
      out += piece;
      column = letter === '\n' || letter === '\r' ? 0 : column + piece.length;
    }
    return out;
  },
  translate: (text, args) => {
    const table = argument(args, 0);
    if (!(table instanceof Dict) || table.open !== undefined) return undefined;
    const parts = [...text].map((letter): Data | undefined => {
      const found = table.get(letter.codePointAt(0) ?? 0);
      if (found === undefined) return letter;
      if (found === null) return '';
      return typeof found === 'number' ? String.fromCodePoint(found) : found;
    });
    return parts.every((each) => typeof each === 'string') ? parts.join('') : undefined;
  },
  isidentifier: (text) => (isAscii(text) ? /^[A-Za-z_]\w*$/.test(text) : undefined),
  isdecimal: (text) => (isAscii(text) ? /^\d+$/.test(text) : undefined),
  isascii: (text) => isAscii(text),
  isprintable: (text) => (isAscii(text) ? [...text].every((letter) => letter >= ' ' && letter !== '\x7f') : undefined),
  istitle: (text) =>
    isAscii(text) ? /[A-Za-z]/.test(text) && text === text.toLowerCase().replace(/[a-z]+/g, capital) : undefined,
  format_map: (text, args) => {
    const table = argument(args, 0);
    if (!(table instanceof Dict) || table.constructor !== Dict) return undefined;
    const named = new Map([...table].map(([key, value]): [string, Data] => [String(key), value]));
    const made = formatBraces(text, [], named, table.open);
    return made instanceof Unknown ? undefined : made;
  },
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function isAscii(text: string): boolean {
  return [...text].every((letter) => letter < '\x80');
}

/** The stretch of a text that `start` and `end` behind the first argument name; undefined where they are not known. */
function part(text: string, args: CallArguments): { readonly text: string; readonly from: number } | undefined {
  const places = [args.positional[1] ?? null, args.positional[2] ?? null].map((each) =>
    each === null ? null : numberOf(each),
  );
  if (args.named.size > 0 || places.includes(undefined)) return undefined;
  const size = text.length;
  const [from, to] = places.map((at, index) => {
    const place = at ?? (index === 0 ? 0 : size);
    return Math.max(0, place < 0 ? place + size : place);
  });
  // Behind the end there is nothing, not even an empty string.
  return from === undefined || from > size ? undefined : { text: text.slice(from, to), from };
}

function findIn(text: string, args: CallArguments, find: (part: string, wanted: string) => number): Data | undefined {
  const searched = part(text, args);
  if (searched === undefined) return undefined;
  return mapString(args, (each) => {
    const at = find(searched.text, each);
    return at < 0 ? at : at + searched.from;
  });
}

function orMissing(place: Data | undefined): Data | undefined {
  return place === -1 ? raise('ValueError', 'the string does not contain it') : place;
}

/** The bytes of a text in UTF-8, one character each. */
function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text.slice(0, MAX_ENCODED)));
}

const MAX_ENCODED = 10_000;
const MAX_WIDTH = 1000;

/** A method of a string as a value; undefined where strings have none of that name. */
export function textMethod(text: Text, name: string): Data | undefined {
  if (name === 'maketrans') return new NativeFunction(name, letterTable);
  if (name === 'join') return new NativeFunction(name, (args) => join(text, args));
  if (name === 'format')
    return new NativeFunction(name, ({ positional, named, open }) =>
      typeof text === 'string'
        ? formatBraces(text, positional, named, open)
        : new Unknown('a string with holes as a pattern'),
    );
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method === undefined)
    return STRING_ATTRIBUTES.has(name)
      ? new NativeFunction(name, () => new Unknown(`the result of ${name}() of a string`))
      : undefined;
  return new NativeFunction(name, (args) =>
    typeof text === 'string' ? (method(text, args) ?? doubtOf(args, name)) : ofTemplate(text, name, args),
  );
}

const STRING_ATTRIBUTES: ReadonlySet<string> = new Set(['decode', '__len__', '__class__', '__doc__']);

/** `str.maketrans(…)`: numbers of letters, with what takes their place. */
export function letterTable({ positional: [from, to, gone] }: CallArguments): Data {
  const made = new Dict();
  if (from instanceof Dict && to === undefined) {
    for (const [key, value] of from) made.set(typeof key === 'string' ? (key.codePointAt(0) ?? 0) : key, value);
    made.open = from.open;
    return made;
  }
  if (typeof from !== 'string' || typeof to !== 'string') return new Unknown('a table of letters');
  const others = [...to];
  for (const [index, letter] of [...from].entries())
    made.set(letter.codePointAt(0) ?? 0, (others[index] ?? '').codePointAt(0) ?? 0);
  for (const letter of typeof gone === 'string' ? [...gone] : []) made.set(letter.codePointAt(0) ?? 0, null);
  return made;
}

function doubtOf(args: CallArguments, name: string): Unknown {
  const doubt = [...args.positional, ...args.named.values()].find((each) => each instanceof Unknown);
  return doubt instanceof Unknown ? new Unknown(doubt.reason) : new Unknown(`the result of ${name}() of a string`);
}

function join(separator: Text, args: CallArguments): Data {
  const value = argument(args, 0);
  const items = value === undefined ? undefined : iterate(value);
  if (items === undefined) return raise('TypeError', 'join() needs a list');
  if (items instanceof Unknown) return new Unknown(items.reason);
  if (value instanceof SetData && items.length > 1) return new Unknown('the items of a set, in no order');
  const texts = items.map((item) =>
    isText(item) || item instanceof Unknown ? item : raise('TypeError', 'join() wants strings'),
  );
  return joinText(separator, texts);
}

/** Methods of a string with holes that depend on its known parts only. */
function ofTemplate(text: Template, name: string, args: CallArguments): Data {
  const wanted = argument(args, 0);
  const [first, last] = [text.parts[0], text.parts.at(-1)];
  if (name === 'startswith' && typeof wanted === 'string' && typeof first === 'string') {
    if (first.startsWith(wanted)) return true;
    if (!wanted.startsWith(first)) return false;
  }
  if (name === 'endswith' && typeof wanted === 'string' && typeof last === 'string') {
    if (last.endsWith(wanted)) return true;
    if (!wanted.endsWith(last)) return false;
  }
  if ((name === 'rstrip' || name === 'strip') && typeof last === 'string' && typeof wanted === 'string') {
    const cutText = strip(last, args, false, true);
    if (
      typeof cutText === 'string' &&
      cutText !== '' &&
      (name === 'rstrip' || typeof first !== 'string' || strip(first, args, true, false) === first)
    )
      return concat([...text.parts.slice(0, -1), cutText]);
  }
  return new Unknown(`the result of ${name}() of a string with holes`);
}

function strip(text: string, args: CallArguments, atStart: boolean, atEnd: boolean): Data | undefined {
  const given = argument(args, 0, 'chars');
  if (given !== undefined && given !== null && typeof given !== 'string') return undefined;
  const isCut = (character: string): boolean =>
    typeof given === 'string' ? given.includes(character) : /\s/.test(character);
  const characters = [...text];
  let [start, end] = [0, characters.length];
  while (atStart && start < end && isCut(characters[start] ?? '')) start += 1;
  while (atEnd && end > start && isCut(characters[end - 1] ?? '')) end -= 1;
  return characters.slice(start, end).join('');
}

function replaceAll(text: string, from: string, to: string, count: number | undefined): string {
  if (count === undefined || count < 0) return text.split(from).join(to);
  const parts = text.split(from);
  return (
    parts.slice(0, count + 1).join(to) +
    parts
      .slice(count + 1)
      .map((part) => from + part)
      .join('')
  );
}

function split(text: string, args: CallArguments): Data | undefined {
  const separator = argument(args, 0, 'sep');
  const most = numberAt(args, 1, 'maxsplit') ?? -1;
  if (separator === undefined || separator === null) {
    const words = text
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    return most < 0 || words.length <= most ? new List(words) : undefined;
  }
  if (typeof separator !== 'string') return undefined;
  const parts = text.split(separator);
  if (most < 0 || parts.length <= most + 1) return new List(parts);
  return new List([...parts.slice(0, most), parts.slice(most).join(separator)]);
}

function rsplit(text: string, args: CallArguments): Data | undefined {
  const separator = stringAt(args, 0, 'sep');
  const most = numberAt(args, 1, 'maxsplit') ?? -1;
  if (separator === undefined) return split(text, args);
  const parts = text.split(separator);
  if (most < 0 || parts.length <= most + 1) return new List(parts);
  const kept = parts.length - most;
  return new List([parts.slice(0, kept).join(separator), ...parts.slice(kept)]);
}

function cut(text: string, separator: string | undefined, at: number, fromEnd = false): Data | undefined {
  if (separator === undefined) return undefined;
  if (at < 0) return new Tuple(fromEnd ? ['', '', text] : [text, '', '']);
  return new Tuple([text.slice(0, at), separator, text.slice(at + separator.length)]);
}

function test(args: CallArguments, holds: (text: string) => boolean | undefined): Data | undefined {
  const wanted = argument(args, 0);
  if (typeof wanted === 'string') return holds(wanted);
  if (!(wanted instanceof Tuple)) return undefined;
  const outcomes = wanted.items.map((each) => (typeof each === 'string' ? holds(each) : undefined));
  return outcomes.includes(undefined) ? undefined : outcomes.includes(true);
}

function mapString(args: CallArguments, map: (text: string) => Data): Data | undefined {
  const value = stringAt(args, 0);
  return value === undefined ? undefined : map(value);
}

function mapNumber(args: CallArguments, map: (value: number) => Data): Data | undefined {
  const value = numberAt(args, 0);
  return value === undefined ? undefined : map(value);
}
