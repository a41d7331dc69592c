import { PythonError } from '../../data/errors.js';
import { type Data, type Key, PyCallable, type Unknown } from '../../data/value.js';

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
  return value === null || typeof value !== 'object' ? value : undefined;
}

/** Raises a Python exception. */
export function raise(type: string, message: string): never {
  throw new PythonError(type, message);
}
