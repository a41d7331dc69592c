import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveAlgorithmImageUriV1, retrieveFrameworkImageUriV1 } from '../../sdk/image-uris-v1-others.js';
import { orDefault } from '../conditions.js';
import { imageUri } from '../images.js';
import { argumentsOf, type PlainArguments, type SdkConstructor } from '../sdk-object.js';
import { sessionOf } from '../session.js';
import { createWorld, type World } from '../world.js';
import { Model } from './model.js';
import { Predictor } from './predictor.js';
import * as predictors from './predictors.js';
import { PredictorClass } from './sdk-class.js';
import { lookedUp } from './versions.js';

/** A model of an Amazon algorithm: image and predictor are the algorithm's own. SDK 2.257.6 and 1.72.0 amazon/*.py. */
abstract class AlgorithmModel extends Model {
  constructor(args: PlainArguments, world: World, algorithm: string, predictor: SdkConstructor) {
    const given = argumentsOf(args);
    const session = sessionOf(given.sagemaker_session, world);
    const image = imageUri({ region: session.boto_region_name }, ({ region }) =>
      world.settings.sdk === 'v1'
        ? retrieveAlgorithmImageUriV1(region ?? '', algorithm)
        : retrieveImageUri({ framework: algorithm, region: region ?? '', version: '1' }),
    );
    super(
      {
        ...given,
        image_uri: image,
        predictor_cls: new PredictorClass(predictor, world),
        sagemaker_session: session,
      },
      world,
    );
  }
}

/** SDK 2.257.6 amazon/factorization_machines.py. */
export class FactorizationMachinesModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'factorization-machines', predictors.FactorizationMachinesPredictor);
  }
}

/** SDK 2.257.6 amazon/ipinsights.py. */
export class IPInsightsModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'ipinsights', predictors.IPInsightsPredictor);
  }
}

/** SDK 2.257.6 amazon/kmeans.py. */
export class KMeansModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'kmeans', predictors.KMeansPredictor);
  }
}

/** SDK 2.257.6 amazon/knn.py. */
export class KNNModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'knn', predictors.KNNPredictor);
  }
}

/** SDK 2.257.6 amazon/lda.py. */
export class LDAModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'lda', predictors.LDAPredictor);
  }
}

/** SDK 2.257.6 amazon/linear_learner.py. */
export class LinearLearnerModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'linear-learner', predictors.LinearLearnerPredictor);
  }
}

/** SDK 2.257.6 amazon/ntm.py. */
export class NTMModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'ntm', predictors.NTMPredictor);
  }
}

/** SDK 2.257.6 amazon/object2vec.py: its predictor is a plain one. */
export class Object2VecModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'object2vec', Predictor);
  }
}

/** SDK 2.257.6 amazon/pca.py. */
export class PCAModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'pca', predictors.PCAPredictor);
  }
}

/** SDK 2.257.6 amazon/randomcutforest.py. */
export class RandomCutForestModel extends AlgorithmModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, 'randomcutforest', predictors.RandomCutForestPredictor);
  }
}

/** A model of Spark, served by MLeap. SDK 2.257.6 sparkml/model.py:73, 1.72.0 sparkml/model.py:59. */
export class SparkMLModel extends Model {
  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const isV1 = world.settings.sdk === 'v1';
    const version = lookedUp(orDefault(given.spark_version, isV1 ? '2.2' : '3.3'), isV1);
    const region = sessionOf(given.sagemaker_session, world).boto_region_name;
    const image = imageUri({ region, version }, (known) =>
      isV1
        ? retrieveFrameworkImageUriV1('sparkml-serving', known.region ?? '', known.version ?? 'None')
        : retrieveImageUri({ framework: 'sparkml-serving', region: known.region ?? '', version: known.version }),
    );
    super({ ...given, image_uri: image, predictor_cls: new PredictorClass(predictors.SparkMLPredictor, world) }, world);
  }
}
