import { PythonError } from '../data/errors.js';
import { type Data, Tuple } from '../data/value.js';
import type { Signature } from '../sdk/api.js';
import type { CallArguments } from '../semantic/run/callables.js';

/** Arguments by the name of the parameter that takes them. */
export type Bound = Readonly<Record<string, Data>>;

/**
 * Parameters of base classes that a class fills in itself, so that its callers may leave them out, by canonical path (1.72.0 and
 * 2.257.6 sklearn/estimator.py: always one instance).
 */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  'sagemaker.sklearn.estimator.SKLearn': ['train_instance_count', 'instance_count'],
};

/**
 * Binds what a call passes to the parameters of an SDK callable, as Python does. Where the call passes more than is known
 * (`**config` of something unknown), every parameter that it doesn't name is unknown.
 *
 * Positional arguments that no parameter takes by name (`*args`) are bound to `args`.
 *
 * @param path canonical path of the function, or of the class
 * @param name the callable, for messages
 * @param rename the name under which the core takes a parameter
 * @throws PythonError `TypeError` for a missing or unknown argument, as Python would
 */
export function bindArguments(
  path: string,
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
    else if (parameter.default === undefined && !(FILLED_IN[path]?.includes(parameter.name) ?? false))
      throw new PythonError('TypeError', `${name} needs the argument ${parameter.name}`);
  }
  return bound;
}
