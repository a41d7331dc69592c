import { PythonError } from '../../data/errors.js';
import { type Data, PyCallable } from '../../data/value.js';
import { Predictor } from '../models/predictor.js';
import type { Arguments } from '../sdk-object.js';
import type { EstimatorBase } from './estimator-base.js';

/** What a model's `predictor_cls` is where an estimator chooses it: a function that makes a plain predictor. */
export class PredictorMaker extends PyCallable {
  readonly #estimator: EstimatorBase;
  readonly #serde: Arguments;

  /** @param serde serializer and deserializer, content types in v1 */
  constructor(estimator: EstimatorBase, serde: Arguments = {}) {
    super();
    this.#estimator = estimator;
    this.#serde = serde;
  }

  override get className(): string {
    return 'function';
  }

  override call([endpoint_name, sagemaker_session]: readonly Data[]): Data {
    return new Predictor({ ...this.#serde, endpoint_name, sagemaker_session }, this.#estimator.world);
  }
}

/** What models take by name that an estimator doesn't set itself: SDK 2.257.6 model.py:167, 1.72.0 model.py:60 and :778. */
const MODEL_KEYWORDS = ['env', 'name', 'image_uri', 'predictor_cls', 'enable_network_isolation', 'model_kms_key'];
const MODEL_KEYWORDS_V2 = [
  'git_config',
  'image_config',
  'resources',
  'additional_model_data_sources',
  'model_reference_arn',
];
const CODE_KEYWORDS = ['entry_point', 'source_dir', 'dependencies', 'code_location', 'container_log_level'];

/**
 * Refuses what an estimator's `**kwargs` hand on and its model does not take.
 *
 * @param kind `plain`: the model of an image; `framework`: one whose code the estimator sets
 * @throws PythonError `TypeError`
 */
export function refuseKeywords(estimator: EstimatorBase, args: Arguments, kind: 'plain' | 'framework'): void {
  const more = kind === 'plain' ? [...MODEL_KEYWORDS_V2, ...CODE_KEYWORDS] : MODEL_KEYWORDS_V2;
  const known = [...MODEL_KEYWORDS, ...(estimator.isV1 ? (kind === 'plain' ? [] : ['git_config']) : more)];
  for (const name of Object.keys(args))
    if (!known.includes(name)) throw new PythonError('TypeError', `the model takes no argument ${name}`);
}

/** Some of the arguments. */
export function only(args: Arguments, names: readonly string[]): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.includes(name)));
}

/** The other arguments. */
export function without(args: Arguments, names: readonly string[]): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
}
