import { PythonError } from '../../data/errors.js';
import { type Data, type Dict, numberOf, Unknown } from '../../data/value.js';
import { choose, isFalse, or } from '../conditions.js';
import { Model } from '../models/model.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { EstimatorBase, jsonEncoded } from './estimator-base.js';
import { copyOf, estimatorArguments } from './estimator-fields.js';
import { namedHyperparameters } from './framework.js';
import { modelKeywordsOf, only, PredictorMaker, refuseKeywords, SERDE, without } from './model-arguments.js';

/** Trains with any image. SDK 2.257.6 estimator.py `Estimator`. */
export class Estimator extends EstimatorBase {
  image_uri: Data;

  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    this.image_uri = estimatorArguments(args).image_uri ?? null;
    const names = [...this._hyperparameters.keys()];
    if (!this.isV1 && names.some((name) => typeof name !== 'string'))
      throw new PythonError('TypeError', 'names of hyperparameters are strings');
    this.#add(copyOf(this._hyperparameters));
  }

  /** v1's name of the hyperparameters. */
  get hyperparam_dict(): Dict {
    return this._hyperparameters;
  }

  override training_image_uri(): Data {
    return this.image_uri;
  }

  override hyperparameters(): Dict {
    return this._hyperparameters;
  }

  set_hyperparameters(args: Arguments): Data {
    this.#add(namedHyperparameters(args));
    return null;
  }

  protected override get modelKeywords(): readonly string[] {
    return modelKeywordsOf(this, 'plain');
  }

  protected override makeModel(args: Arguments): Data {
    const { role, image_uri: image, predictor_cls, vpc_config_override, ...rest } = args;
    const serde = this.isV1 ? only(rest, SERDE) : {};
    const own = this.isV1 ? without(rest, SERDE) : rest;
    refuseKeywords(this, own, 'plain');
    return new Model(
      {
        enable_network_isolation: this.enable_network_isolation(),
        ...own,
        image_uri: or(image, this.training_image_uri()),
        model_data: this.model_data,
        role: this.roleOr(role),
        vpc_config: this.get_vpc_config({ vpc_config_override }),
        sagemaker_session: this.sagemaker_session,
        predictor_cls: predictor_cls ?? new PredictorMaker(this, serde),
      },
      this.world,
    );
  }

  /** With a source directory values are written as JSON, as those of frameworks. */
  #add(hyperparameters: Dict): void {
    const { source_dir: code } = this;
    const isPlain = this.isV1 || isFalse(code);
    if (hyperparameters.open !== undefined) this._hyperparameters.mix(hyperparameters.open);
    const encoded = isPlain ? hyperparameters : jsonEncoded(hyperparameters);
    for (const [name, value] of hyperparameters) {
      const json = encoded.get(name) ?? value;
      const isAlike = numberOf(value) !== undefined;
      this._hyperparameters.set(name, code instanceof Unknown && !isAlike ? choose(code, json, value) : json);
    }
  }
}
