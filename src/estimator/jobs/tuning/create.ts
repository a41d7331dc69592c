import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, Unknown } from '../../../data/value.js';
import type { Arguments } from '../../sdk-object.js';
import type { World } from '../../world.js';
import { validateDictionary } from './dictionaries.js';
import { HyperparameterTuner } from './tuner.js';

/** Arguments of a tuner's constructor that are dictionaries in `create`, by estimator. */
const BY_ESTIMATOR = [
  ['estimator', 'estimator_dict'],
  ['objective_metric_name', 'objective_metric_name_dict'],
  ['hyperparameter_ranges', 'hyperparameter_ranges_dict'],
  ['metric_definitions', 'metric_definitions_dict'],
  ['hyperparameters_to_keep_static', 'hyperparameters_to_keep_static_dict'],
] as const;

/**
 * A tuner of several estimators: SDK 2.257.6 tuner.py `HyperparameterTuner.create`.
 *
 * @throws PythonError `ValueError` without estimators, and for dictionaries with other keys than theirs
 */
export function createTuner(args: Arguments, world: World): Data {
  const { estimator_dict: estimators = null } = args;
  if (estimators instanceof Unknown) return new Unknown(`a tuner of ${estimators.reason}`);
  if (!(estimators instanceof Dict)) throw new PythonError('ValueError', 'a tuner needs an estimator');
  if (estimators.open !== undefined) return new Unknown(`a tuner of ${estimators.open.reason}`);
  if (estimators.size === 0) throw new PythonError('ValueError', 'a tuner needs an estimator');
  if (estimators.has(null)) throw new PythonError('ValueError', 'an estimator of a tuner has no name');
  const names = [...estimators.keys()].map(String).sort();
  for (const [, argument] of BY_ESTIMATOR.slice(1)) {
    const isComplete = argument === 'objective_metric_name_dict' || argument === 'hyperparameter_ranges_dict';
    validateDictionary(argument, args[argument] ?? null, names, isComplete);
  }
  const [first = '', ...others] = names;
  const shared = Object.entries(args).filter(([name]) => !BY_ESTIMATOR.some(([, argument]) => argument === name));
  const tuner = new HyperparameterTuner(
    { ...Object.fromEntries(shared), ...argumentsFor(first, args), estimator_name: first },
    world,
  );
  for (const name of others) tuner.addEstimator(name, argumentsFor(name, args));
  return tuner;
}

function argumentsFor(name: string, args: Arguments): Arguments {
  return Object.fromEntries(
    BY_ESTIMATOR.map(([single, argument]) => {
      const dictionary = args[argument] ?? null;
      return [single, dictionary instanceof Dict ? (dictionary.get(name) ?? dictionary.open ?? null) : dictionary];
    }),
  );
}
