import { PythonError } from '../../data/errors.js';
import { type Data, PyCallable } from '../../data/value.js';
import { Predictor } from '../models/predictor.js';
import { type Arguments, MORE } from '../sdk-object.js';
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

/** What of the model's the estimators' own `create_model` takes by name. */
const CREATION_KEYWORDS = ['role', 'vpc_config_override'];
const SCRIPT_KEYWORDS = ['model_server_workers', 'entry_point', 'source_dir', 'dependencies'];

/** v1's are the model's, v2's the deployment's. */
export const SERDE = ['serializer', 'deserializer', 'content_type', 'accept'];

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

/** What the models of Amazon's algorithms have of their own: they take none. SDK 2.257.6 amazon/*.py. */
export const OWN_IMAGE_KEYWORDS: readonly string[] = ['image_uri', 'predictor_cls'];

/** `plain`: the model of an image; `framework`: one whose code the estimator sets; `algorithm`: one of Amazon's. */
type ModelKind = 'plain' | 'framework' | 'algorithm';

function handedOn({ isV1 }: Pick<EstimatorBase, 'isV1'>, kind: ModelKind): readonly string[] {
  if (kind === 'algorithm') return handedOn({ isV1 }, 'plain').filter((name) => !OWN_IMAGE_KEYWORDS.includes(name));
  if (isV1) return kind === 'plain' ? MODEL_KEYWORDS : [...MODEL_KEYWORDS, 'git_config'];
  return [...MODEL_KEYWORDS, ...MODEL_KEYWORDS_V2, ...(kind === 'plain' ? CODE_KEYWORDS : [])];
}

/**
 * Refuses what an estimator's `**kwargs` hand on and its model does not take.
 *
 * @throws PythonError `TypeError`
 */
export function refuseKeywords(estimator: EstimatorBase, args: Arguments, kind: ModelKind): void {
  const known = handedOn(estimator, kind);
  for (const name of Object.keys(args))
    if (!known.includes(name)) throw new PythonError('TypeError', `the model takes no argument ${name}`);
}

/** All that `create_model` of an estimator takes by name, and hands on. */
export function modelKeywordsOf(estimator: EstimatorBase, kind: ModelKind): readonly string[] {
  if (kind === 'algorithm') return ['vpc_config_override', ...handedOn(estimator, kind)];
  const own = kind === 'plain' ? (estimator.isV1 ? SERDE : []) : SCRIPT_KEYWORDS;
  return [...CREATION_KEYWORDS, ...own, ...handedOn(estimator, kind)];
}

/** Arguments in which each of these names is unknown that may have been given without being named. */
export function opened(args: Arguments, names: readonly string[]): Arguments {
  const { [MORE]: more, ...named } = args;
  return more === undefined ? args : { ...Object.fromEntries(names.map((name) => [name, more])), ...named };
}

/** Some of the arguments. */
export function only(args: Arguments, names: readonly string[]): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.includes(name)));
}

/** The other arguments, and what there may be of more. */
export function without(args: Arguments, names: readonly string[]): Arguments {
  const others = Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
  return args[MORE] === undefined ? others : { ...others, [MORE]: args[MORE] };
}
