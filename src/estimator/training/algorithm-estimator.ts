import { PythonError } from '../../data/errors.js';
import { type Data, Dict, isText, Unknown } from '../../data/value.js';
import { orDefault } from '../conditions.js';
import { Model } from '../models/model.js';
import { ModelPackage } from '../models/model-package.js';
import type { Transformer } from '../models/transformer.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { EstimatorBase } from './estimator-base.js';
import { estimatorArguments } from './estimator-fields.js';
import { namedHyperparameters } from './framework.js';
import { modelKeywordsOf, only, PredictorMaker, SERDE } from './model-arguments.js';
import { makeTransformer } from './transformers.js';

/** What the constructor hands on to `EstimatorBase`: its `**kwargs` are dropped. SDK 2.257.6 algorithm.py:52. */
const PARAMETERS = [
  'role',
  'instance_count',
  'instance_type',
  'volume_size',
  'volume_kms_key',
  'max_run',
  'input_mode',
  'output_path',
  'output_kms_key',
  'base_job_name',
  'sagemaker_session',
  'tags',
  'subnets',
  'security_group_ids',
  'model_uri',
  'model_channel_name',
  'metric_definitions',
  'encrypt_inter_container_traffic',
  'use_spot_instances',
  'max_wait',
];

/**
 * Trains with an algorithm of the account or the Marketplace. SDK 2.257.6 algorithm.py. Only the service tells which hyperparameters
 * the algorithm has, so numbers among them are unknown (`10` may be sent as `10.0`), and there may be more.
 */
export class AlgorithmEstimator extends EstimatorBase {
  algorithm_arn: Data;

  constructor(args: PlainArguments, world?: World) {
    const given = estimatorArguments(args);
    super(only(given, PARAMETERS), world);
    this.algorithm_arn = given.algorithm_arn ?? null;
    this._hyperparameters.open = new Unknown('the defaults of an algorithm');
    if (given.hyperparameters instanceof Dict) this.#add(given.hyperparameters);
  }

  override get algorithmArn(): Data {
    return this.algorithm_arn;
  }

  override training_image_uri(): Data {
    return new Unknown('the image of an algorithm');
  }

  override enable_network_isolation(): Data {
    return new Unknown('whether an algorithm is of the Marketplace');
  }

  override hyperparameters(): Dict {
    return this._hyperparameters;
  }

  set_hyperparameters(args: Arguments): Data {
    this.#add(namedHyperparameters(args));
    return null;
  }

  override defaultBaseName(): Data {
    const arn = this.algorithm_arn;
    return typeof arn === 'string' ? arn.slice(arn.lastIndexOf('/') + 1) : arn;
  }

  protected override get modelKeywords(): readonly string[] {
    return modelKeywordsOf(this, 'plain');
  }

  protected override makeModel(args: Arguments): Data {
    const { role, predictor_cls, vpc_config_override, serializer, deserializer, ...rest } = args;
    const serde = this.isV1 ? only(args, SERDE) : { serializer, deserializer };
    return new ModelPackage(
      {
        ...rest,
        role: this.roleOr(role),
        algorithm_arn: this.algorithm_arn,
        model_data: this.model_data,
        vpc_config: this.get_vpc_config({ vpc_config_override }),
        sagemaker_session: this.sagemaker_session,
        predictor_cls: orDefault(predictor_cls, new PredictorMaker(this, serde)),
      },
      this.world,
    );
  }

  /** @throws PythonError `RuntimeError` before the first training job */
  override transformer(args: PlainArguments = {}): Transformer {
    const given = argumentsOf(args);
    if (this.latest_training_job === null) throw new PythonError('RuntimeError', 'there is no training job yet');
    const model = this.create_model({ role: this.roleOr(given.role) });
    if (model instanceof Model) model.createSagemakerModel({});
    const name = model instanceof Model ? model.name : model;
    return makeTransformer(this, given, name, new Unknown('whether an algorithm is of the Marketplace'), this.tags);
  }

  #add(hyperparameters: Dict): void {
    if (hyperparameters.open !== undefined) this._hyperparameters.mix(hyperparameters.open);
    for (const [name, value] of hyperparameters) {
      const isKnown = isText(value) || value instanceof Unknown;
      this._hyperparameters.set(name, isKnown ? value : new Unknown('a number whose type an algorithm tells'));
    }
  }
}
