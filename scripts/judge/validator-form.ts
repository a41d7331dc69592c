import { Bytes, type Data, Dict, Float, List, SetData, Tuple } from '../../src/data/value.js';

/** JSON that keeps Python's types apart: `{"$float": 2}`, `$tuple`, `$set`, `$bytes`, and `{"$dict": [[key, value]]}` for odd keys. */
export type Form = null | boolean | number | string | readonly Form[] | { readonly [key: string]: Form };

/** Data in the form that validator.py and the recorded sample read. */
export function toForm(value: Data): Form {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Float) return { $float: value.value };
  if (value instanceof Tuple) return { $tuple: value.items.map(toForm) };
  if (value instanceof SetData) return { $set: value.items.map(toForm) };
  if (value instanceof Bytes) return { $bytes: value.latin1 };
  if (value instanceof List) return value.items.map(toForm);
  if (!(value instanceof Dict)) throw new TypeError('no form for unknown values');
  const entries = [...value].map(([key, item]): [Form, Form] => [toForm(key), toForm(item)]);
  const isPlain = entries.every(([key]) => typeof key === 'string' && !key.startsWith('$') && !/^\d+$/.test(key));
  return isPlain ? Object.fromEntries(entries) : { $dict: entries };
}

/** The data again. */
export function fromForm(form: Form): Data {
  if (form === null || typeof form !== 'object') return form;
  if (isList(form)) return new List(form.map(fromForm));
  const items = (key: string): Data[] =>
    isList(form[key] ?? null) ? (form[key] as readonly Form[]).map(fromForm) : [];
  if ('$float' in form) return new Float(Number(form.$float));
  if ('$tuple' in form) return new Tuple(items('$tuple'));
  if ('$set' in form) return new SetData(items('$set'));
  if ('$bytes' in form) return new Bytes(String(form.$bytes));
  if ('$dict' in form) {
    const pairs = form.$dict as readonly (readonly [string | number | boolean | null, Form])[];
    return new Dict(pairs.map(([key, item]) => [key, fromForm(item)]));
  }
  return new Dict(Object.entries(form).map(([key, item]) => [key, fromForm(item)]));
}

function isList(form: Form): form is readonly Form[] {
  return Array.isArray(form);
}
