import { PythonError } from '../data/errors.js';
import { type Data, Tuple } from '../data/value.js';
import type { Signature } from '../sdk/api.js';
import type { CallArguments } from '../semantic/run/state.js';

/** Arguments by the name of the parameter that takes them. */
export type Bound = Readonly<Record<string, Data>>;

/**
 * Binds what a call passes to the parameters of an SDK callable, as Python does. Where the call passes more than is known
 * (`**config` of something unknown), every parameter that it doesn't name is unknown.
 *
 * Positional arguments that no parameter takes by name (`*args`) are bound to `args`.
 *
 * @param name the callable, for messages
 * @param rename the name under which the core takes a parameter
 * @throws PythonError `TypeError` for a missing or unknown argument, as Python would
 */
export function bindArguments(
  name: string,
  signature: Signature | undefined,
  args: CallArguments,
  rename: (parameter: string) => string,
): Bound {
  const bound: Record<string, Data> = {};
  if (signature === undefined) {
    for (const [key, value] of args.named) bound[key] = value;
    if (args.positional.length > 0) bound.args = new Tuple(args.positional);
    return bound;
  }
  const places = signature.parameters.filter((parameter) => parameter.kind === 'positional');
  for (const [index, value] of args.positional.entries()) {
    const parameter = places[index];
    if (parameter !== undefined) bound[rename(parameter.name)] = value;
    else if (!signature.acceptsAnyPositional)
      throw new PythonError(
        'TypeError',
        `${name} takes ${places.length} positional arguments, ${args.positional.length} are given`,
      );
  }
  if (args.positional.length > places.length) bound.args = new Tuple(args.positional.slice(places.length));
  const known = new Set(signature.parameters.map((parameter) => parameter.name));
  for (const [key, value] of args.named) {
    if (!known.has(key) && !signature.acceptsAnyKeyword)
      throw new PythonError('TypeError', `${name} has no parameter ${key}`);
    if (Object.hasOwn(bound, rename(key))) throw new PythonError('TypeError', `${name} gets ${key} twice`);
    bound[rename(key)] = value;
  }
  for (const parameter of signature.parameters) {
    if (Object.hasOwn(bound, rename(parameter.name))) continue;
    if (args.open !== undefined) bound[rename(parameter.name)] = args.open;
    else if (parameter.default === undefined)
      throw new PythonError('TypeError', `${name} needs the argument ${parameter.name}`);
  }
  return bound;
}
