import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, Unknown } from '../../../data/value.js';

/**
 * Checks a dictionary whose keys are names of estimators: SDK 2.257.6 tuner.py `_validate_dict_argument`.
 *
 * @param isComplete whether every name must be there
 * @throws PythonError `ValueError` for another type, other keys or missing ones
 */
export function validateDictionary(argument: string, value: Data, names: readonly string[], isComplete = false): void {
  if (value === null || value instanceof Unknown) return;
  if (!(value instanceof Dict)) throw new PythonError('ValueError', `${argument} is a dictionary by estimator`);
  const keys = [...value.keys()].map(String);
  const other = keys.find((key) => !names.includes(key));
  if (other !== undefined) throw new PythonError('ValueError', `${argument} has ${other}, which is no estimator`);
  const missing = names.find((name) => !keys.includes(name));
  if (isComplete && missing !== undefined && value.open === undefined)
    throw new PythonError('ValueError', `${argument} has nothing for the estimator ${missing}`);
}
