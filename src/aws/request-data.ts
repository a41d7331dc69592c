import {
  Bytes,
  type Data,
  Dict,
  Float,
  List,
  type Plain,
  PyObject,
  SetData,
  Template,
  Tuple,
  Unknown,
} from '../data/value.js';

/**
 * Data of a request that may be plain arrays and objects, with unknown values as in JSON (`{"$unknown": reason}`,
 * `{"$template": text}`); data stays as it is.
 */
export function dataOf(value: Plain): Data {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return new List(value.map(dataOf));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value as Data;
  const { $unknown: unknown, $template: template, ...rest } = value as { readonly [key: string]: Plain | undefined };
  if (typeof template === 'string') return new Template([new Unknown(template)]);
  const known = Object.entries(rest).filter(([, item]) => item !== undefined);
  if (typeof unknown === 'string' && known.length === 0) return new Unknown(unknown);
  const made = new Dict(known.map(([key, item]) => [key, dataOf(item)]));
  if (typeof unknown === 'string') made.open = new Unknown(unknown);
  return made;
}

/** Whether nothing can be said about the value: it is unknown, has holes, or is an object with a life of its own. */
export function isHidden(value: Data | undefined): boolean {
  return value instanceof Unknown || value instanceof Template || value instanceof PyObject;
}

/** The items of a list, and whether there may be more or fewer than these. */
export function listItems(value: Data | undefined): { items: readonly Data[]; isOpen: boolean } | undefined {
  if (value instanceof Tuple) return { items: value.items, isOpen: false };
  if (!(value instanceof List)) return undefined;
  // JSON writes what may follow a list as an unknown item at its end.
  return { items: value.items, isOpen: value.open !== undefined || value.items.at(-1) instanceof Unknown };
}

/** What Python calls the value's type, with an article. */
export function typeName(value: Data): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return 'a boolean';
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a float';
  if (value instanceof Float) return 'a float';
  if (value instanceof Bytes) return 'bytes';
  if (value instanceof Dict) return 'a dictionary';
  if (value instanceof SetData) return 'a set';
  return value instanceof List || value instanceof Tuple ? 'a list' : 'another object';
}
