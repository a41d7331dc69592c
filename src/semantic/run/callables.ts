import { PythonError } from '../../data/errors.js';
import { repr } from '../../data/text.js';
import { type Data, Float, type Key, PyCallable, PyObject, Tuple, type Unknown } from '../../data/value.js';

/** What the evaluator can call: `invoke` gets the arguments with all that is known of them. */
export abstract class Callable extends PyCallable {
  abstract invoke(args: CallArguments): Data;

  override call(positional: readonly Data[], named: ReadonlyMap<string, Data>): Data {
    return this.invoke({ positional, named, open: undefined });
  }
}

/** The arguments that a call passes. */
export interface CallArguments {
  readonly positional: readonly Data[];
  readonly named: ReadonlyMap<string, Data>;
  /** Set where there may be more: `*x` or `**x` of something unknown. */
  readonly open: Unknown | undefined;
  /** A keyword that is passed twice, which Python refuses when it makes the call. */
  readonly repeated?: string | undefined;
}

/** The argument at a position or of a name; undefined where it isn't given. */
export function argument(args: CallArguments, index: number, ...names: readonly string[]): Data | undefined {
  const placed = args.positional[index];
  if (placed !== undefined) return placed;
  for (const name of names) {
    const value = args.named.get(name);
    if (value !== undefined) return value;
  }
  return args.open;
}

/** The first of some values that is there at all; Python's None is a value. */
export function firstOf(...values: readonly (Data | undefined)[]): Data | undefined {
  return values.find((value) => value !== undefined);
}

/** The value as a dictionary's key; undefined for what can't be one here. */
export function keyOf(value: Data): Key | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Float) return value.value;
  if (value instanceof Tuple) return value.items.every((item) => keyOf(item) !== undefined) ? value : undefined;
  return value instanceof PyObject && value.isKey ? value : undefined;
}

/** A key for a person. */
export function keyText(key: Key): string {
  const text = repr(key);
  return typeof text === 'string' ? text.replace(/^'(.*)'$/, '$1') : 'that is computed';
}

/** Raises a Python exception. */
export function raise(type: string, message: string): never {
  throw new PythonError(type, message);
}
