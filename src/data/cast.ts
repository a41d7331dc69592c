import { PythonError } from './errors.js';
import { repr } from './text.js';
import {
  Bytes,
  type Data,
  Dict,
  Float,
  float,
  isUnknown,
  List,
  numberOf,
  PyObject,
  SetData,
  Template,
  Tuple,
  truthOf,
  Unknown,
} from './value.js';

/**
 * Python's `int(value)`.
 *
 * @throws PythonError `ValueError` for a string that is no whole number, `TypeError` for what is no number
 */
export function castInt(value: Data): Data {
  const number = truthNumber(value);
  if (number !== undefined) return Number.isFinite(number) ? Math.trunc(number) : refuse('OverflowError', 'int', value);
  if (typeof value === 'string') {
    const text = value.trim().replace(/(?<=\d)_(?=\d)/g, '');
    if (!/^[+-]?\d+$/.test(text)) return refuse('ValueError', 'int', value);
    return Number.isSafeInteger(Number(text)) ? Number(text) : new Unknown('a very large number');
  }
  return unlessUnknown('int', value);
}

/**
 * Python's `float(value)`.
 *
 * @throws PythonError `ValueError` for a string that is no number, `TypeError` for what is no number
 */
export function castFloat(value: Data): Data {
  const number = truthNumber(value);
  if (number !== undefined) return float(number);
  if (typeof value === 'string') {
    const text = value
      .trim()
      .toLowerCase()
      .replace(/(?<=\d)_(?=\d)/g, '');
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text)) return float(Number(text));
    const special = /^([+-]?)(inf|infinity|nan)$/.exec(text);
    if (special === null) return refuse('ValueError', 'float', value);
    return new Float(special[2] === 'nan' ? Number.NaN : special[1] === '-' ? -Infinity : Infinity);
  }
  return unlessUnknown('float', value);
}

/** Python's `bool(value)`. */
export function castBool(value: Data): Data {
  return truthOf(value);
}

/**
 * Python's `list(value)`: a new list.
 *
 * @throws PythonError `TypeError` for what has no items
 */
export function castList(value: Data): Data {
  if (value instanceof List || value instanceof Tuple || value instanceof SetData) {
    const made = new List([...value.items]);
    if (!(value instanceof Tuple)) made.open = value.open;
    return made;
  }
  if (value instanceof Dict) {
    const made = new List([...value.keys()]);
    made.open = value.open;
    return made;
  }
  if (typeof value === 'string') return new List([...value]);
  return unlessUnknown('list', value);
}

function truthNumber(value: Data): number | undefined {
  return typeof value === 'boolean' ? Number(value) : numberOf(value);
}

function unlessUnknown(type: string, value: Data): Unknown {
  if (isUnknown(value)) return new Unknown(`${type} of ${value.reason}`);
  if (value instanceof Template || value instanceof PyObject || value instanceof Bytes)
    return new Unknown(`${type} of ${value instanceof Template ? 'a string with holes' : 'an object'}`);
  throw new PythonError('TypeError', `${type}() takes no ${value === null ? 'None' : 'container'}`);
}

function refuse(error: string, type: string, value: Data): never {
  const shown = repr(value);
  throw new PythonError(error, `${typeof shown === 'string' ? shown : 'the value'} is no ${type}`);
}
