import type { Data, Dict } from '../../data/value.js';
import { isFalse } from '../conditions.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { EstimatorBase, jsonEncoded } from './estimator-base.js';
import { copyOf, estimatorArguments } from './estimator-fields.js';
import { namedHyperparameters } from './framework.js';

/** Trains with any image. SDK 2.257.6 estimator.py `Estimator`. */
export class Estimator extends EstimatorBase {
  image_uri: Data;

  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    this.image_uri = estimatorArguments(args).image_uri ?? null;
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

  /** With a source directory values are written as JSON, as those of frameworks. */
  #add(hyperparameters: Dict): void {
    const added = this.isV1 || isFalse(this.source_dir) ? hyperparameters : jsonEncoded(hyperparameters);
    for (const [name, value] of added) this._hyperparameters.set(name, value);
  }
}
