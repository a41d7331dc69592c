import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, numberOf, Unknown } from '../../../data/value.js';
import { ALGORITHM_HYPERPARAMETERS as TABLES } from '../../../sdk/algorithms.js';
import { isTrue } from '../../conditions.js';
import {
  FactorizationMachinesModel,
  IPInsightsModel,
  KMeansModel,
  KNNModel,
  LDAModel,
  LinearLearnerModel,
  NTMModel,
  Object2VecModel,
  PCAModel,
  RandomCutForestModel,
} from '../../models/algorithm-models.js';
import { argumentsOf, type PlainArguments } from '../../sdk-object.js';
import type { World } from '../../world.js';
import { AmazonAlgorithmEstimatorBase, type MiniBatchSize, refuseBatchSizeBeyond } from './estimator.js';

/** SDK 2.257.6 amazon/kmeans.py. */
export class KMeans extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'kmeans';
  protected override readonly modelClass = KMeansModel;

  protected override ownHyperparameters() {
    return TABLES.KMeans;
  }

  override hyperparameters(): Dict {
    const set = super.hyperparameters();
    const sent = new Dict([['force_dense', 'True'], ...set]);
    sent.open = set.open;
    return sent;
  }

  /** Only a tuner leaves the batch size to the method's own default. */
  protected override miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    return given === undefined ? 5000 : given;
  }
}

/** SDK 2.257.6 amazon/pca.py. */
export class PCA extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'pca';
  protected override readonly modelClass = PCAModel;

  protected override ownHyperparameters() {
    return TABLES.PCA;
  }

  protected override miniBatchSize(records: Data, given: MiniBatchSize): Data {
    return this.batchSizeByRecords(records, given, 500);
  }
}

/** SDK 2.257.6 amazon/linear_learner.py. */
export class LinearLearner extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'linear-learner';
  protected override readonly modelClass = LinearLearnerModel;

  /** @throws PythonError `ValueError` for several classes without their number */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const { predictor_type, num_classes = null } = argumentsOf(args);
    const isMany = predictor_type === 'multiclass_classifier';
    const count = typeof num_classes === 'string' ? Number(num_classes) : numberOf(num_classes);
    if (isMany && (num_classes === null || (count !== undefined && count < 3)))
      throw new PythonError('ValueError', 'a classifier of several classes needs num_classes, 3 at least');
  }

  protected override ownHyperparameters() {
    return TABLES.LinearLearner;
  }

  protected override miniBatchSize(records: Data, given: MiniBatchSize): Data {
    return this.batchSizeByRecords(records, given, 1000);
  }
}

/** SDK 2.257.6 amazon/factorization_machines.py. */
export class FactorizationMachines extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'factorization-machines';
  protected override readonly modelClass = FactorizationMachinesModel;

  protected override ownHyperparameters() {
    return TABLES.FactorizationMachines;
  }
}

/** SDK 2.257.6 amazon/lda.py: one instance, whatever was asked for. */
export class LDA extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'lda';
  protected override readonly modelClass = LDAModel;

  constructor(args: PlainArguments, world?: World) {
    super({ ...args, instance_count: 1 }, world);
  }

  protected override ownHyperparameters() {
    return TABLES.LDA;
  }

  /** @throws PythonError `ValueError` without a batch size */
  protected override miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    if (given === undefined || given === null)
      throw new PythonError(given === null ? 'ValueError' : 'TypeError', 'LDA needs mini_batch_size');
    return given;
  }
}

/** SDK 2.257.6 amazon/ntm.py. */
export class NTM extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'ntm';
  protected override readonly modelClass = NTMModel;

  protected override ownHyperparameters() {
    return TABLES.NTM;
  }

  /** @throws PythonError `ValueError` beyond 10000 */
  protected override miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    if (given === undefined) throw new PythonError('TypeError', 'NTM needs mini_batch_size');
    refuseBatchSizeBeyond(given, 10_000);
    return given;
  }
}

/** SDK 2.257.6 amazon/randomcutforest.py. */
export class RandomCutForest extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'randomcutforest';
  protected override readonly modelClass = RandomCutForestModel;

  protected override ownHyperparameters() {
    return TABLES.RandomCutForest;
  }

  /** @throws PythonError `ValueError` for any other than the algorithm's own */
  protected override miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    if (given === undefined || given === null) return 1000;
    if (!(given instanceof Unknown) && numberOf(given) !== 1000)
      throw new PythonError('ValueError', 'the batch size of Random Cut Forest is 1000 always');
    return given;
  }
}

/** SDK 2.257.6 amazon/knn.py. */
export class KNN extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'knn';
  protected override readonly modelClass = KNNModel;

  /** @throws PythonError `ValueError` for a reduction of dimensions without a target */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const { dimension_reduction_type: type, dimension_reduction_target: target } = argumentsOf(args);
    if (isTrue(type) && !(target instanceof Unknown) && !isTrue(target))
      throw new PythonError('ValueError', 'dimension_reduction_type needs dimension_reduction_target');
  }

  protected override ownHyperparameters() {
    return TABLES.KNN;
  }
}

/** SDK 2.257.6 amazon/ipinsights.py. */
export class IPInsights extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'ipinsights';
  protected override readonly modelClass = IPInsightsModel;

  protected override ownHyperparameters() {
    return TABLES.IPInsights;
  }

  /** @throws PythonError `ValueError` beyond 500000 */
  protected override miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    refuseBatchSizeBeyond(given, 500_000);
    return given ?? null;
  }
}

/** SDK 2.257.6 amazon/object2vec.py. */
export class Object2Vec extends AmazonAlgorithmEstimatorBase {
  override readonly repo_name = 'object2vec';
  protected override readonly modelClass = Object2VecModel;

  protected override ownHyperparameters() {
    return TABLES.Object2Vec;
  }

  protected override miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    return given ?? 32;
  }
}
