import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, dictOf, type Key, List, Unknown } from '../../../data/value.js';
import { Framework } from '../../training/framework.js';
import { AmazonAlgorithmEstimatorBase } from '../amazon/estimator.js';
import { validateHyperparameter } from '../amazon/hyperparameters.js';
import { ParameterRange, RANGE_KINDS, type RangeKind } from './parameters.js';

/**
 * Checks the ranges of an Amazon algorithm's hyperparameters against their limits: SDK 2.257.6 tuner.py
 * `_validate_parameter_ranges`.
 *
 * @throws PythonError `ValueError` for a range that goes beyond
 */
export function validateRanges(estimator: Data, ranges: Data): void {
  if (!(estimator instanceof AmazonAlgorithmEstimatorBase)) return;
  if (ranges === null) throw new PythonError('TypeError', 'an Amazon algorithm is tuned in ranges only');
  if (!(ranges instanceof Dict)) return;
  for (const [attribute, hyperparameter] of Object.entries(estimator.allHyperparameters)) {
    const name = hyperparameter.wire ?? attribute;
    const range = ranges.get(name);
    if (range instanceof ParameterRange)
      for (const limit of range.limits()) validateHyperparameter(hyperparameter, name, limit);
  }
}

/** The API's `ParameterRanges`: a list a kind. SDK 2.257.6 tuner.py `_prepare_parameter_ranges_for_tuning`. */
export function rangesRequest(ranges: Data, estimator: Data): Data {
  if (!(ranges instanceof Dict)) return ranges;
  return dictOf(
    Object.fromEntries(RANGE_KINDS.map((kind) => [`${kind}ParameterRanges`, rangesOf(kind, ranges, estimator)])),
  );
}

function rangesOf(kind: RangeKind, ranges: Dict, estimator: Data): Data {
  const list = new List();
  for (const [name, range] of ranges.placed) {
    // What is not known may be a range of any kind.
    if (range instanceof Unknown) list.open = range;
    else if (range instanceof ParameterRange) {
      if (range.kind === kind) list.add(rangeFor(estimator, name, range));
    } else if (range !== null) throw new PythonError('AttributeError', `the range of ${name} is no parameter range`);
  }
  list.open ??= ranges.open;
  return list;
}

/** Frameworks read values as JSON; whether an estimator of which nothing is known is one, isn't known. */
function rangeFor(estimator: Data, name: Key, range: ParameterRange): Data {
  if (estimator instanceof Framework) return range.toFrameworkRange(name);
  const plain = range.as_tuning_range({ name });
  if (estimator instanceof Unknown && plain instanceof Dict && plain.has('Values')) plain.set('Values', estimator);
  return plain;
}
