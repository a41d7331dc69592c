import { concat, repr, str, type Text } from '../../data/text.js';
import {
  type Data,
  Dict,
  Float,
  float,
  isFloat,
  isText,
  List,
  numberOf,
  Template,
  Tuple,
  Unknown,
} from '../../data/value.js';
import { Callable, raise } from './callables.js';
import { LibraryObject } from './library-objects.js';
import { mixedValue } from './records.js';
import { callSpecial, extendsSpecial, UserObject } from './user-objects.js';

/** Python's `format(value, specifier)`. */
export function formatValue(value: Data, specifier: string): Text | Unknown {
  const own = formatOwn(value, specifier);
  if (own !== undefined) return own;
  const mixed = mixedValue(value);
  if (mixed !== undefined && value instanceof UserObject)
    return extendsSpecial(value.type, 'IntEnum', 'StrEnum')
      ? formatValue(mixed, specifier)
      : new Unknown('a member of an enumeration, which versions of Python show in different ways');
  if (specifier === '') return value instanceof Unknown ? value : str(value);
  const parsed = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/su.exec(specifier);
  if (value instanceof Unknown) return value;
  if (parsed === null) return new Unknown('a value in a format of its own');
  const [, fill, align, sign, alternate, zero, width, comma, precision, type] = parsed;
  if (value instanceof Template) return value;
  const number = typeof value === 'boolean' ? Number(value) : numberOf(value);
  const isNumber = number !== undefined && type !== 's';
  let text: Text;
  if (isNumber)
    text = formatNumber(number, isFloat(value) || value instanceof Float, {
      ...{ sign, comma, precision, type },
      prefix: alternate === undefined ? '' : (PREFIXES[type ?? ''] ?? ''),
    });
  else {
    const whole = str(value);
    text = typeof whole === 'string' && precision !== undefined ? whole.slice(0, Number(precision)) : whole;
  }
  if (typeof text !== 'string' || width === undefined) return text;
  const filler = fill ?? (zero === undefined ? ' ' : '0');
  const side = align ?? (zero !== undefined && isNumber ? '=' : isNumber ? '>' : '<');
  return pad(text, Number(width), filler, side);
}

/** What an object's own `__format__` gives; undefined where it has none. */
function formatOwn(value: Data, specifier: string): Text | Unknown | undefined {
  const method = value instanceof LibraryObject ? value.member('__format__') : undefined;
  const text =
    method instanceof Callable ? method.call([specifier], new Map()) : callSpecial(value, '__format__', specifier);
  if (text === undefined) return undefined;
  return isText(text) || text instanceof Unknown ? text : new Unknown('a value in a format of its own');
}

/** What `#` puts before the digits. */
const PREFIXES: Readonly<Record<string, string>> = { x: '0x', X: '0X', o: '0o', b: '0b' };

function pad(text: string, width: number, filler: string, side: string): string {
  const missing = Math.min(width, MAX_WIDTH) - text.length;
  if (missing <= 0) return text;
  if (side === '<') return text + filler.repeat(missing);
  if (side === '^') return filler.repeat(Math.floor(missing / 2)) + text + filler.repeat(Math.ceil(missing / 2));
  const sign = side === '=' ? (/^[-+ ]?(?:0[xXob])?(?=[\da-fA-F])/.exec(text)?.[0] ?? '') : '';
  return sign + filler.repeat(missing) + text.slice(sign.length);
}

/** Columns beyond which a width is a mistake. */
const MAX_WIDTH = 1000;

interface NumberFormat {
  readonly sign: string | undefined;
  readonly comma: string | undefined;
  readonly precision: string | undefined;
  readonly type: string | undefined;
  readonly prefix: string;
}

function formatNumber(number: number, isReal: boolean, { sign, comma, precision, type, prefix }: NumberFormat): string {
  const size = Math.abs(number);
  const isNegative = number < 0 || Object.is(number, -0);
  let digits: string;
  const places = precision === undefined ? 6 : Math.min(Number(precision), 100);
  if (type === 'f' || type === 'F') digits = fixed(size, places);
  else if (type === '%') digits = `${fixed(size * 100, places)}%`;
  else if (type === 'e' || type === 'E') digits = exponent(size, places, type);
  else if (type === 'g' || type === 'G' || (isReal && precision !== undefined)) digits = general(size, places);
  else if (type === 'x') digits = size.toString(16);
  else if (type === 'X') digits = size.toString(16).toUpperCase();
  else if (type === 'o') digits = size.toString(8);
  else if (type === 'b') digits = size.toString(2);
  else {
    const text = str(isReal ? float(size) : size);
    digits = typeof text === 'string' ? text : String(size);
  }
  if (comma !== undefined) {
    const [whole = '', rest] = digits.split('.');
    const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, comma);
    digits = rest === undefined ? grouped : `${grouped}.${rest}`;
  }
  const mark = isNegative ? '-' : sign === '+' || sign === ' ' ? sign : '';
  return mark + prefix + digits;
}

/** As Python rounds: a tie goes to the even digit, where JavaScript takes the larger one. */
function fixed(size: number, places: number): string {
  const text = size.toFixed(places);
  const isTie = places < 50 && /^50*$/.test(size.toFixed(places + 50).slice(text.length + (places === 0 ? 1 : 0)));
  if (!isTie || Number(text) < size) return text;
  return /[13579]$/.test(text) ? (Number(text) - 10 ** -places).toFixed(places) : text;
}

function exponent(size: number, places: number, type: string): string {
  const [digits = '0', power = '0'] = size.toExponential(places).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${digits}${type}${sign}${power.replace(/^[-+]/, '').padStart(2, '0')}`;
}

function general(size: number, places: number): string {
  const power = size === 0 ? 0 : Math.floor(Math.log10(size));
  const digits = Math.max(1, places);
  if (power >= -4 && power < digits) return String(Number(size.toPrecision(digits)));
  return exponent(size, digits - 1, 'e').replace(/\.?0+e/, 'e');
}

/** Python's `text.format(*args, **kwargs)`. */
export function formatBraces(
  text: string,
  positional: readonly Data[],
  named: ReadonlyMap<string, Data>,
  open: Unknown | undefined,
): Text | Unknown {
  const parts: (Text | Unknown)[] = [];
  let next = 0;
  let from = 0;
  const resolve = (field: string): Data => {
    const [name = '', ...path] = field.split(/[.[]/);
    const isPlace = name === '' || /^\d+$/.test(name);
    const given = isPlace ? positional[name === '' ? next : Number(name)] : named.get(name);
    if (name === '') next += 1;
    const value = given === undefined ? open : given;
    if (value === undefined) return raise(isPlace ? 'IndexError' : 'KeyError', `nothing is given for {${field}}`);
    return path.reduce((at, step) => partOf(at, step.replace(/\]$/, '')), value);
  };
  const pattern = /\{\{|\}\}|\{([^{}!:]*)(![rsa])?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === '{{' || match[0] === '}}') {
      parts.push(match[0].slice(1));
      continue;
    }
    const [, field = '', conversion, specifier = ''] = match;
    const value = resolve(field);
    const converted = conversion === '!r' ? repr(value) : conversion === '!s' ? str(value) : value;
    const pieces = specifier
      .split(/\{([^{}]*)\}/)
      .map((piece, index) => (index % 2 === 0 ? piece : str(resolve(piece))));
    const written = concat(pieces);
    parts.push(
      typeof written === 'string'
        ? formatValue(converted, written)
        : new Unknown('a string formatted with a computed width'),
    );
  }
  parts.push(text.slice(from));
  return concat(parts);
}

function partOf(value: Data, key: string): Data {
  const index = Number(key);
  if (value instanceof Dict) return value.get(key) ?? value.get(index) ?? new Unknown('an item of a dictionary');
  if (value instanceof List && value.open !== undefined) return value.open;
  if (value instanceof Tuple || value instanceof List) return value.items[index] ?? new Unknown('an item of a tuple');
  const attribute = value instanceof UserObject || value instanceof LibraryObject ? value.getAttribute(key) : undefined;
  return attribute === undefined ? new Unknown(`the attribute ${key} of a value`) : attribute;
}

/** Python's `text % value`. */
export function formatPercent(text: Text, value: Data): Data {
  if (text instanceof Template) return new Unknown('a string with holes as a pattern');
  const values = value instanceof Tuple ? value.items : [value];
  const parts: (Text | Unknown)[] = [];
  let next = 0;
  let from = 0;
  const pattern = /%(?:\((\w+)\))?([-+ #0]*)(\*|\d+)?(?:\.(\d*))?[lhL]?([%diouxXeEfFgGcrsa])/g;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, name, flags = '', width, precision, type = 's'] = match;
    if (type === '%') {
      parts.push('%');
      continue;
    }
    const computed = width === '*' ? numberOf(values[next++]) : undefined;
    const item: Data | undefined =
      name === undefined ? values[next] : value instanceof Dict ? (value.get(name) ?? value.open) : undefined;
    if (name === undefined) next += 1;
    if (item === undefined && value instanceof Unknown) parts.push(value);
    else if (item === undefined) return raise('TypeError', 'a string pattern has more places than values');
    else
      parts.push(formatOne(item, type, flags, computed === undefined ? width : String(Math.abs(computed)), precision));
  }
  parts.push(text.slice(from));
  if (!(value instanceof Unknown) && !(value instanceof Dict) && next < values.length && next > 0)
    return raise('TypeError', 'a string pattern has fewer places than values');
  return concat(parts);
}

function formatOne(
  value: Data,
  type: string,
  flags: string,
  width: string | undefined,
  precision: string | undefined,
): Text | Unknown {
  if (value instanceof Unknown) return value;
  if (width === '*') return new Unknown('a string formatted with a computed width');
  const number = typeof value === 'boolean' ? Number(value) : numberOf(value);
  const align = flags.includes('-') ? '<' : '';
  const zero = flags.includes('0') && align === '' ? '0' : '';
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const size = precision === undefined ? '' : `.${precision || '0'}`;
  if (type === 's' || type === 'r' || type === 'a') {
    const text = type === 's' ? str(value) : repr(value);
    return formatValue(text, `${align === '' ? (width === undefined ? '' : '>') : align}${width ?? ''}${size}`);
  }
  if (type === 'c')
    return isText(value) ? value : number === undefined ? new Unknown('a character') : String.fromCodePoint(number);
  if (number === undefined) return raise('TypeError', `%${type} wants a number`);
  const kind = type === 'i' || type === 'u' ? 'd' : type;
  const wanted = kind === 'd' ? Math.trunc(number) : number;
  return formatValue(
    kind === 'd' ? wanted : value,
    `${align}${sign}${zero}${width ?? ''}${kind === 'd' ? '' : size}${kind}`,
  );
}
