import { castList } from '../../../data/cast.js';
import { PythonError } from '../../../data/errors.js';
import { dumpJson } from '../../../data/json.js';
import { str } from '../../../data/text.js';
import { type Data, Dict, List, Unknown } from '../../../data/value.js';
import { isTrue } from '../../conditions.js';
import type { EstimatorBase } from '../../training/estimator-base.js';
import { Framework } from '../../training/framework.js';
import { moduleOf } from './class-module.js';
import type { Tuned } from './tuner-fields.js';
import type { TunedHyperparameters } from './tuning-job.js';

/**
 * The hyperparameters that a tuner does not tune: SDK 2.257.6 tuner.py `_prepare_static_hyperparameters`. The class of a
 * framework's estimator is among them.
 */
export function staticHyperparameters(estimator: EstimatorBase, ranges: Data, includeClass: Data): Dict {
  const made = new Dict();
  const all = estimator.hyperparameters();
  made.open = all.open;
  for (const [name, value] of all) made.set(String(str(name)), value instanceof Unknown ? value : str(value));
  if (ranges instanceof Dict) for (const name of ranges.keys()) made.delete(name);
  const hole = ranges instanceof Dict ? ranges.open : ranges;
  if (hole instanceof Unknown) {
    for (const name of made.keys()) made.set(name, new Unknown(`it may be tuned: ${hole.reason}`));
    made.open = hole;
  }
  if (isTrue(includeClass) || estimator instanceof Framework) {
    const module = moduleOf(estimator);
    made.set('sagemaker_estimator_class_name', dumpJson(estimator.className));
    made.set('sagemaker_estimator_module', module instanceof Unknown ? module : dumpJson(module));
  } else if (includeClass instanceof Unknown) made.open = includeClass;
  return made;
}

/** What of the static hyperparameters `autotune` takes over: SDK 2.257.6 tuner.py `_prepare_auto_parameters`. */
export function splitAutoParameters(all: Dict, tuned: Tuned, autotune: Data): TunedHyperparameters {
  if (autotune instanceof Unknown) return { fixed: autotune, auto: autotune };
  if (!isTrue(autotune)) return { fixed: all, auto: null };
  const kept = tuned.keepStatic === null ? new List() : castList(tuned.keepStatic);
  const hole = kept instanceof List ? (kept.open ?? kept.items.find((name) => name instanceof Unknown)) : kept;
  if (!(kept instanceof List) || hole !== undefined) return { fixed: hole ?? kept, auto: hole ?? kept };
  if (all.open === undefined && !kept.items.every((name) => typeof name !== 'string' || all.has(name)))
    throw new PythonError('ValueError', 'hyperparameters_to_keep_static names what the estimator does not have');
  const [fixed, auto] = [new Dict(), new Dict()];
  for (const [name, value] of all) (kept.items.includes(name) ? fixed : auto).set(name, value);
  for (const part of [fixed, auto]) part.open = all.open;
  return { fixed, auto };
}
