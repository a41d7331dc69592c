import { alternatives, isNone, type Value } from '../../semantic/values.js';
import { type BoundArgument, findArgument, type SdkCall } from '../sdk-call.js';

/** What a call says for a parameter. */
export type Given =
  /** Not passed at all. */
  | { readonly kind: 'absent' }
  /** `None`, in every flow. */
  | { readonly kind: 'none'; readonly argument: BoundArgument }
  /** `None` in one flow, something else in another. */
  | { readonly kind: 'maybe-none'; readonly argument: BoundArgument }
  /** Something; `values` are its possible values where all are known. */
  | { readonly kind: 'value'; readonly argument: BoundArgument; readonly values: readonly Constant[] | undefined }
  /** May be in a `*` or `**` that is not understood. */
  | { readonly kind: 'hidden' };

type Constant = string | number | boolean;

/** What the call says for the parameter that goes by one of the names. */
export function givenFor(call: SdkCall, ...names: readonly string[]): Given {
  const argument = findArgument(call, ...names);
  if (argument === undefined)
    return call.hasOpaqueKeywords || call.hasOpaquePositional ? { kind: 'hidden' } : { kind: 'absent' };
  const parts = alternatives(argument.value);
  if (parts.every(isNone)) return { kind: 'none', argument };
  if (parts.some(isNone)) return { kind: 'maybe-none', argument };
  const values = parts.map(constantOf);
  return { kind: 'value', argument, values: values.every((value) => value !== undefined) ? values : undefined };
}

/** Whether the parameter is as if it were not passed: absent, or `None`. */
export function isUnset(given: Given): boolean {
  return given.kind === 'absent' || given.kind === 'none';
}

/** Whether an image is certainly given to a constructor, under any of its names. */
export function hasImage(call: SdkCall): boolean {
  return ['image_name', 'image', 'image_uri'].some((name) => givenFor(call, name).kind === 'value');
}

/** The one string that the parameter certainly is; undefined for all else. */
export function onlyString(given: Given): string | undefined {
  if (given.kind !== 'value' || given.values?.length !== 1) return undefined;
  const [value] = given.values;
  return typeof value === 'string' ? value : undefined;
}

function constantOf(value: Value): Constant | undefined {
  return value.kind === 'constant' && value.value !== null ? value.value : undefined;
}
