import {
  Bytes,
  type Data,
  Dict,
  Float,
  isFloat,
  List,
  numberOf,
  PyObject,
  SetData,
  Template,
  Tuple,
  Unknown,
  View,
} from './value.js';

/** A string, or one with holes. */
export type Text = string | Template;

/** Strings and holes put together; without a hole it is a plain string. */
export function concat(parts: readonly (Text | Unknown)[]): Text {
  const flat: (string | Unknown)[] = [];
  const add = (part: string | Unknown): void => {
    const last = flat.at(-1);
    if (typeof part === 'string' && typeof last === 'string') flat[flat.length - 1] = last + part;
    else if (part !== '') flat.push(part);
  };
  for (const part of parts) {
    if (part instanceof Template) for (const inner of part.parts) add(inner);
    else add(part);
  }
  if (flat.length === 0) return '';
  const [only] = flat;
  return flat.length === 1 && typeof only === 'string' ? only : new Template(flat);
}

/** Python's `str(value)`; an unknown value is one hole. */
export function str(value: Data): Text {
  if (typeof value === 'string' || value instanceof Template) return value;
  return (value instanceof PyObject ? value.textForm(false) : undefined) ?? repr(value);
}

/** Values whose text is still of use: lists that hold a list twice, over and over, have more than anybody could write. */
const MAX_VALUES = 20_000;

/** Python's `repr(value)`; of a value that holds itself, or far too many others, not all is known. */
export function repr(value: Data): Text {
  return reprWithin(value, { left: MAX_VALUES, depth: 0 });
}

interface Budget {
  left: number;
  depth: number;
}

/** Containers in containers whose text is still of use. */
const MAX_DEPTH = 60;

function reprWithin(value: Data, budget: Budget): Text {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return reprOfString(value);
  if (value instanceof Template) return concat(["'", value, "'"]);
  if (value instanceof Unknown) return new Template([value]);
  if (typeof value === 'number' || value instanceof Float) return reprOfNumber(value);
  if (value instanceof Bytes)
    return `b${reprOfString(value.latin1).replace(/[\x80-\xff]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`)}`;
  if (value instanceof PyObject)
    return value.textForm(true) ?? new Template([new Unknown(`the text of an object of class ${value.className}`)]);
  // Dictionaries of other classes (`OrderedDict`) have other texts.
  if (value instanceof Dict && value.hasOwnText) return new Template([new Unknown('the text of a dictionary')]);
  budget.left -= value instanceof Dict ? value.size : value.items.length;
  if (budget.left < 0 || budget.depth > MAX_DEPTH) return new Template([new Unknown('a very large value')]);
  budget.depth += 1;
  const text = reprOfContainer(value, budget);
  budget.depth -= 1;
  return text;
}

function reprOfContainer(value: List | Tuple | SetData | Dict, budget: Budget): Text {
  if (!(value instanceof Tuple) && value.open !== undefined) {
    const hole = new Template([value.open]);
    if (value instanceof SetData) return hole;
    return value instanceof List ? concat(['[', hole, ']']) : concat(['{', hole, '}']);
  }
  if (value instanceof Dict) {
    const entries = [...value].map(([key, item]) => concat([repr(key), ': ', reprWithin(item, budget)]));
    return enclose('{', entries, '}');
  }
  const items = value.items.map((item) => reprWithin(item, budget));
  if (value instanceof Tuple) return items.length === 1 ? concat(['(', ...items, ',)']) : enclose('(', items, ')');
  if (value instanceof List) {
    if (value instanceof View && 'text' in value.shown) return value.shown.text;
    const list = enclose('[', items, ']');
    return value instanceof View && 'name' in value.shown ? concat([value.shown.name, '(', list, ')']) : list;
  }
  // Python's order is that of the hashes: known for a few small numbers, and for strings another in every run.
  const isOrdered = items.length <= 4 && items.every((item) => typeof item === 'string' && /^[0-7]$/.test(item));
  if (items.length > 1 && !isOrdered) return new Template([new Unknown('the text of a set')]);
  if (isOrdered) items.sort();
  return value.items.length === 0 ? 'set()' : enclose('{', items, '}');
}

function enclose(start: string, items: readonly Text[], end: string): Text {
  return concat([start, joinText(', ', items), end]);
}

/** Python's `separator.join(items)`. */
export function joinText(separator: Text, items: readonly (Text | Unknown)[]): Text {
  return concat(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

/** Whether Python shows a letter as it is: what is seen, and no space but the plain one. */
function isPrinted(character: string): boolean {
  return character === ' ' || character < '\x7f' || !/[\p{C}\p{Z}]/u.test(character);
}

function escapeOf(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

function reprOfString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = '';
  for (const character of text) {
    if (character === quote || character === '\\') out += `\\${character}`;
    else if (character === '\n') out += '\\n';
    else if (character === '\r') out += '\\r';
    else if (character === '\t') out += '\\t';
    else if (character < ' ' || character === '\x7f')
      out += `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
    else out += isPrinted(character) ? character : escapeOf(character.codePointAt(0) ?? 0);
  }
  return quote + out + quote;
}

/** Python's text of an integer or a float: floats switch to an exponent below 1e-4 and from 1e16 on, always with two digits. */
export function reprOfNumber(value: number | Float): string {
  const number = numberOf(value) ?? 0;
  if (!isFloat(value)) return BigInt(number).toString();
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf';
  if (Object.is(number, -0)) return '-0.0';
  const [digits = '0', exponentText = '0'] = number.toExponential().split('e');
  const exponent = Number(exponentText);
  if (number !== 0 && (exponent < -4 || exponent >= 16)) {
    const sign = exponent < 0 ? '-' : '+';
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const plain = String(number);
  if (plain.includes('e')) return number.toFixed(Math.max(1, -exponent + (digits.replace(/[-.]/g, '').length - 1)));
  return plain.includes('.') ? plain : `${plain}.0`;
}
