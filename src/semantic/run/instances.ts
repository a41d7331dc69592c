import {
  Bytes,
  type Data,
  Dict,
  isFloat,
  isText,
  List,
  PyObject,
  SetData,
  Tuple,
  Unknown,
  View,
} from '../../data/value.js';
import { NativeFunction, SdkSymbolValue } from './library-objects.js';
import { foreignBase, sdkBaseOf } from './members.js';
import { mixedValue, tupleOf } from './records.js';
import type { Run } from './state.js';
import { classesOf, UserClass, UserObject } from './user-objects.js';

/** Which values are of Python's own classes. */
export const TYPES: Readonly<Record<string, (value: Data) => boolean>> = {
  str: isText,
  int: (value) => typeof value === 'boolean' || (typeof value === 'number' && !isFloat(value)),
  float: (value) => isFloat(value),
  bool: (value) => typeof value === 'boolean',
  list: (value) => value instanceof List && !(value instanceof View),
  tuple: (value) => value instanceof Tuple,
  dict: (value) => value instanceof Dict,
  set: (value) => value instanceof SetData,
  bytes: (value) => value instanceof Bytes,
  NoneType: (value) => value === null,
};

/** Whether a value is of a class, or of one of several. */
export function isInstance(value: Data, type: Data, run: Run): Data {
  if (value instanceof Unknown) return new Unknown(value.reason);
  if (type instanceof Tuple) {
    const outcomes = type.items.map((each) => isInstance(value, each, run));
    return outcomes.includes(true) || (outcomes.find((each) => each instanceof Unknown) ?? false);
  }
  if (type instanceof UserClass) return value instanceof UserObject && classesOf(value.type).includes(type);
  if (type instanceof NativeFunction && value instanceof UserObject && value.content !== undefined)
    return TYPES[type.name]?.(value.content) ?? false;
  const mixed = type instanceof NativeFunction ? mixedValue(value) : undefined;
  if (mixed !== undefined) return isInstance(mixed, type, run);
  if (type instanceof NativeFunction && value instanceof UserObject && foreignBase(value.type) === undefined)
    return type.name === 'tuple' && tupleOf(value) !== undefined;
  if (type instanceof NativeFunction && !(value instanceof UserObject))
    return TYPES[type.name]?.(value) ?? new Unknown('whether a value is of a class');
  if (
    type instanceof SdkSymbolValue &&
    (value === null || typeof value !== 'object' || value instanceof Dict || value instanceof List)
  )
    return false;
  const path = type instanceof SdkSymbolValue ? run.sdk.resolve(type.path)?.path : undefined;
  const own = sdkClassOf(value, run);
  if (path !== undefined && own !== undefined) return run.sdk.lineage(own).includes(path);
  if (path !== undefined && value instanceof UserObject && foreignBase(value.type) === undefined) return false;
  return new Unknown('whether a value is of a class');
}

/** The path of the SDK class that an object is of, or that its class extends; undefined where that is not known. */
function sdkClassOf(value: Data, run: Run): string | undefined {
  if (value instanceof UserObject) return sdkBaseOf(value.type, run);
  return value instanceof PyObject ? run.classes.get(value) : undefined;
}
