import { type Data, Unknown } from './value.js';

/** One of some values, of which those that are unknown may be anything, or one of a few themselves. */
export function eitherOf(reason: string, values: readonly Data[]): Unknown {
  const few = values.flatMap((value) => (value instanceof Unknown && value.values.length > 0 ? value.values : [value]));
  return few.some((value) => value instanceof Unknown) ? new Unknown(reason) : new Unknown(reason, [...new Set(few)]);
}
