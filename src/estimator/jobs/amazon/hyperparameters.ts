import { castBool, castFloat, castInt, castList } from '../../../data/cast.js';
import { PythonError } from '../../../data/errors.js';
import { dumpJson } from '../../../data/json.js';
import { str } from '../../../data/text.js';
import { type Data, Dict, isText, List, numberOf, Template, Unknown } from '../../../data/value.js';
import type { Hyperparameter } from '../../../sdk/algorithms.js';

const CASTS: Readonly<Record<Hyperparameter['type'], (value: Data) => Data>> = {
  int: castInt,
  float: castFloat,
  str: (value) => (value instanceof Unknown ? value : str(value)),
  bool: castBool,
  list: castList,
};

/**
 * A value as a hyperparameter keeps it: SDK 2.257.6 amazon/hyperparameter.py.
 *
 * @param name the algorithm's name of it, for messages
 * @throws PythonError `ValueError` or `TypeError` for what the algorithm doesn't take
 */
export function castHyperparameter(hyperparameter: Hyperparameter, name: string, value: Data): Data {
  if (value === null) return null;
  const made = CASTS[hyperparameter.type](value);
  validateHyperparameter(hyperparameter, name, made);
  return made;
}

/**
 * Checks a value against the limits of a hyperparameter; what isn't known is never refused.
 *
 * @throws PythonError `ValueError` beyond the limits, `TypeError` for a value that has no order among numbers
 */
export function validateHyperparameter(hyperparameter: Hyperparameter, name: string, value: Data): void {
  if (value === null || value instanceof Unknown || value instanceof Template) return;
  const { above, least, below, most, oneOf, subsetOf } = hyperparameter;
  const limits = [above, least, below, most].filter((limit) => limit !== undefined);
  if (limits.length > 0) {
    const number = typeof value === 'boolean' ? Number(value) : numberOf(value);
    if (number === undefined) throw new PythonError('TypeError', `${name} is compared with numbers`);
    const fits =
      !(above !== undefined && number <= above) &&
      !(least !== undefined && number < least) &&
      !(below !== undefined && number >= below) &&
      !(most !== undefined && number > most);
    if (!fits) throw new PythonError('ValueError', `${name} must be ${rangeText(hyperparameter)}, not ${number}`);
  }
  if (oneOf !== undefined && !(typeof value === 'string' && oneOf.includes(value)))
    throw new PythonError('ValueError', `${name} is one of ${oneOf.join(', ')}`);
  const words = typeof value === 'string' ? value.split(',').map((word) => word.trim()) : undefined;
  if (subsetOf !== undefined && !words?.every((word) => subsetOf.includes(word)))
    throw new PythonError('ValueError', `${name} is a list, with commas, of ${subsetOf.join(', ')}`);
}

function rangeText({ above, least, below, most }: Hyperparameter): string {
  const lower = above === undefined ? (least === undefined ? '' : `at least ${least}`) : `above ${above}`;
  const upper = below === undefined ? (most === undefined ? '' : `at most ${most}`) : `below ${below}`;
  return [lower, upper].filter((text) => text !== '').join(' and ');
}

/** The hyperparameters that are sent: those that aren't None, as strings. */
export function serializeHyperparameters(values: Dict): Dict {
  const made = new Dict();
  made.open = values.open;
  for (const [name, value] of values) if (value !== null) made.set(name, serialized(value));
  return made;
}

function serialized(value: Data): Data {
  if (value instanceof Unknown || isText(value)) return value;
  return value instanceof List ? dumpJson(value) : str(value);
}
