import type { SdkVersion } from './api.js';
import { lineageOf } from './roles.js';

/** What a method call, an attribute or a function call of the SDK gives. */
export type Returned =
  /** An instance of one of these classes; of the class passed as keyword `overriddenBy` (to the call or the constructor) first. */
  | { readonly kind: 'instance'; readonly paths: readonly string[]; readonly overriddenBy?: 'predictor_cls' }
  /** An instance of the receiver's own class. */
  | { readonly kind: 'same-class' }
  /** The object that the receiver's constructor got as this argument. */
  | { readonly kind: 'argument'; readonly name: string }
  /** What `deploy` of the receiver's constructor argument gives. */
  | { readonly kind: 'deployed'; readonly name: string }
  /** A value of a Python type. */
  | { readonly kind: 'builtin'; readonly type: 'str' | 'dict' | 'list' | 'bool' };

/** One class of v1 and what stands at its place in v2. */
type ByVersion = Readonly<Record<SdkVersion, readonly string[]>>;

const genericPredictor: ByVersion = {
  v1: ['sagemaker.predictor.RealTimePredictor'],
  v2: ['sagemaker.base_predictor.Predictor'],
};

/** `amazon/<module>.py`: estimator, its model and its predictor share a name. */
const amazonFamilies: Readonly<Record<string, string>> = {
  factorization_machines: 'FactorizationMachines',
  ipinsights: 'IPInsights',
  kmeans: 'KMeans',
  knn: 'KNN',
  lda: 'LDA',
  linear_learner: 'LinearLearner',
  ntm: 'NTM',
  object2vec: 'Object2Vec',
  pca: 'PCA',
  randomcutforest: 'RandomCutForest',
};

/** `<module>/estimator.py` and `<module>/model.py`. */
const frameworkFamilies: Readonly<Record<string, string>> = {
  chainer: 'Chainer',
  mxnet: 'MXNet',
  pytorch: 'PyTorch',
  sklearn: 'SKLearn',
  xgboost: 'XGBoost',
};

function both(...paths: string[]): ByVersion {
  return { v1: paths, v2: paths };
}

/** Estimator class → classes of `create_model()`. */
const models = new Map<string, ByVersion>([
  ['sagemaker.estimator.Estimator', both('sagemaker.model.Model')],
  ['sagemaker.algorithm.AlgorithmEstimator', both('sagemaker.model.ModelPackage')],
  // v1 chooses by script mode: TensorFlow Serving, or the legacy model.
  [
    'sagemaker.tensorflow.estimator.TensorFlow',
    {
      v1: ['sagemaker.tensorflow.serving.Model', 'sagemaker.tensorflow.model.TensorFlowModel'],
      v2: ['sagemaker.tensorflow.model.TensorFlowModel'],
    },
  ],
  [
    'sagemaker.rl.estimator.RLEstimator',
    {
      v1: ['sagemaker.model.FrameworkModel', 'sagemaker.tensorflow.serving.Model', 'sagemaker.mxnet.model.MXNetModel'],
      v2: [
        'sagemaker.model.FrameworkModel',
        'sagemaker.tensorflow.model.TensorFlowModel',
        'sagemaker.mxnet.model.MXNetModel',
      ],
    },
  ],
  ...Object.entries(amazonFamilies).map(([module, name]): [string, ByVersion] => [
    `sagemaker.amazon.${module}.${name}`,
    both(`sagemaker.amazon.${module}.${name}Model`),
  ]),
  ...Object.entries(frameworkFamilies).map(([module, name]): [string, ByVersion] => [
    `sagemaker.${module}.estimator.${name}`,
    both(`sagemaker.${module}.model.${name}Model`),
  ]),
]);

/** Model class → predictor of `deploy()` when no `predictor_cls` was given; without an entry `deploy()` gives None. */
const predictors = new Map<string, ByVersion>([
  ...Object.entries(amazonFamilies).map(([module, name]): [string, ByVersion] => [
    `sagemaker.amazon.${module}.${name}Model`,
    name === 'Object2Vec' ? genericPredictor : both(`sagemaker.amazon.${module}.${name}Predictor`),
  ]),
  ...Object.entries(frameworkFamilies).map(([module, name]): [string, ByVersion] => [
    `sagemaker.${module}.model.${name}Model`,
    both(`sagemaker.${module}.model.${name}Predictor`),
  ]),
  ['sagemaker.sparkml.model.SparkMLModel', both('sagemaker.sparkml.model.SparkMLPredictor')],
  ['sagemaker.tensorflow.serving.Model', both('sagemaker.tensorflow.serving.Predictor')],
  ['sagemaker.tensorflow.model.TensorFlowModel', both('sagemaker.tensorflow.model.TensorFlowPredictor')],
]);

/** Estimators whose `create_model()` wraps a generic predictor into the model (v1 estimator.py, algorithm.py). */
const generic: ReadonlySet<string> = new Set([
  'sagemaker.estimator.Estimator',
  'sagemaker.algorithm.AlgorithmEstimator',
]);

function instance(...paths: string[]): Returned {
  return { kind: 'instance', paths };
}

const text: Returned = { kind: 'builtin', type: 'str' };
const dict: Returned = { kind: 'builtin', type: 'dict' };
const sameClass: Returned = { kind: 'same-class' };
const tuner = instance('sagemaker.tuner.HyperparameterTuner');
const session = instance('sagemaker.session.Session');

/** `Class.method` of either version, with the file of the SDK that says so. */
const methods: Readonly<Record<string, Returned>> = {
  // estimator.py
  'sagemaker.estimator.EstimatorBase.attach': sameClass,
  'sagemaker.estimator.EstimatorBase.transformer': instance('sagemaker.transformer.Transformer'),
  'sagemaker.estimator.EstimatorBase.hyperparameters': dict,
  'sagemaker.estimator.EstimatorBase.train_image': text,
  'sagemaker.estimator.EstimatorBase.training_image_uri': text,
  'sagemaker.estimator.EstimatorBase.enable_network_isolation': { kind: 'builtin', type: 'bool' },
  // amazon/amazon_estimator.py
  'sagemaker.amazon.amazon_estimator.AmazonAlgorithmEstimatorBase.record_set': instance(
    'sagemaker.amazon.amazon_estimator.RecordSet',
  ),
  // model.py, pipeline.py
  'sagemaker.model.Model.compile': sameClass,
  'sagemaker.model.Model.transformer': instance('sagemaker.transformer.Transformer'),
  'sagemaker.pipeline.PipelineModel.transformer': instance('sagemaker.transformer.Transformer'),
  // transformer.py
  'sagemaker.transformer.Transformer.attach': sameClass,
  // tuner.py
  'sagemaker.tuner.HyperparameterTuner.attach': sameClass,
  'sagemaker.tuner.HyperparameterTuner.create': sameClass,
  'sagemaker.tuner.HyperparameterTuner.best_estimator': { kind: 'argument', name: 'estimator' },
  'sagemaker.tuner.HyperparameterTuner.deploy': { kind: 'deployed', name: 'estimator' },
  'sagemaker.tuner.HyperparameterTuner.best_training_job': text,
  'sagemaker.tuner.HyperparameterTuner.analytics': instance('sagemaker.analytics.HyperparameterTuningJobAnalytics'),
  'sagemaker.tuner.HyperparameterTuner.identical_dataset_and_algorithm_tuner': sameClass,
  'sagemaker.tuner.HyperparameterTuner.transfer_learning_tuner': sameClass,
  // session.py, s3.py
  'sagemaker.session.Session.default_bucket': text,
  'sagemaker.session.Session.upload_data': text,
  'sagemaker.session.Session.upload_string_as_file_body': text,
  'sagemaker.session.Session.read_s3_file': text,
  'sagemaker.session.Session.list_s3_files': { kind: 'builtin', type: 'list' },
  'sagemaker.session.Session.get_caller_identity_arn': text,
  'sagemaker.s3.S3Uploader.upload': text,
  'sagemaker.s3.S3Uploader.upload_string_as_file_body': text,
  'sagemaker.s3.S3Downloader.read_file': text,
  'sagemaker.s3.S3Downloader.list': { kind: 'builtin', type: 'list' },
  // automl/automl.py
  'sagemaker.automl.automl.AutoML.attach': sameClass,
  // model_monitor/model_monitoring.py
  'sagemaker.model_monitor.model_monitoring.ModelMonitor.attach': sameClass,
};

/** `Class.attribute` of either version. */
const attributes: Readonly<Record<string, Returned>> = {
  'sagemaker.estimator.EstimatorBase.latest_training_job': instance('sagemaker.estimator._TrainingJob'),
  'sagemaker.estimator.EstimatorBase.training_job_analytics': instance('sagemaker.analytics.TrainingJobAnalytics'),
  'sagemaker.estimator.EstimatorBase.sagemaker_session': session,
  'sagemaker.model.Model.sagemaker_session': session,
  'sagemaker.pipeline.PipelineModel.sagemaker_session': session,
  'sagemaker.predictor.RealTimePredictor.sagemaker_session': session,
  'sagemaker.base_predictor.Predictor.sagemaker_session': session,
  'sagemaker.processing.Processor.latest_job': instance('sagemaker.processing.ProcessingJob'),
  'sagemaker.processing.Processor.sagemaker_session': session,
  'sagemaker.transformer.Transformer.latest_transform_job': instance('sagemaker.transformer._TransformJob'),
  'sagemaker.transformer.Transformer.sagemaker_session': session,
  'sagemaker.tuner.HyperparameterTuner.latest_tuning_job': instance('sagemaker.tuner._TuningJob'),
  'sagemaker.tuner.HyperparameterTuner.estimator': { kind: 'argument', name: 'estimator' },
  'sagemaker.tuner.HyperparameterTuner.sagemaker_session': session,
  'sagemaker.automl.automl.AutoML.latest_auto_ml_job': instance('sagemaker.automl.automl.AutoMLJob'),
};

/** Functions of either version by canonical path. */
const functions: Readonly<Record<string, Returned>> = {
  'sagemaker.session.get_execution_role': text,
  'sagemaker.session.container_def': dict,
  'sagemaker.session.pipeline_container_def': dict,
  'sagemaker.session.production_variant': dict,
  'sagemaker.amazon.amazon_estimator.get_image_uri': text,
  'sagemaker.amazon.amazon_estimator.registry': text,
  'sagemaker.fw_registry.default_framework_uri': text,
  'sagemaker.fw_registry.registry': text,
  'sagemaker.fw_utils.create_image_uri': text,
  'sagemaker.image_uris.retrieve': text,
  'sagemaker.debugger.get_rule_container_image_uri': text,
  'sagemaker.utils.name_from_base': text,
  'sagemaker.utils.name_from_image': text,
  'sagemaker.utils.base_name_from_image': text,
  'sagemaker.utils.unique_name_from_base': text,
  'sagemaker.utils.sagemaker_timestamp': text,
  'sagemaker.tuner.create_identical_dataset_and_algorithm_tuner': tuner,
  'sagemaker.tuner.create_transfer_learning_tuner': tuner,
};

function findByLineage<T>(
  version: SdkVersion,
  classPath: string,
  find: (owner: string) => T | undefined,
): T | undefined {
  for (const owner of lineageOf(classPath, version)) {
    const found = find(owner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function modelPaths(version: SdkVersion, classPath: string): readonly string[] | undefined {
  return findByLineage(version, classPath, (owner) => models.get(owner)?.[version]);
}

/** The predictor that deploying gives; no path at all where that is None unless `predictor_cls` says otherwise. */
function deployed(version: SdkVersion, classPath: string): Returned | undefined {
  const lineage = lineageOf(classPath, version);
  const predictorOf = (model: string) =>
    findByLineage(version, model, (owner) => predictors.get(owner)?.[version]) ?? [];
  const created = modelPaths(version, classPath);
  if (created !== undefined) {
    const paths = lineage.some((owner) => generic.has(owner))
      ? genericPredictor[version]
      : created.flatMap(predictorOf);
    return { kind: 'instance', paths, overriddenBy: 'predictor_cls' };
  }
  const isDeployable = ['sagemaker.model.Model', 'sagemaker.pipeline.PipelineModel', 'sagemaker.automl.automl.AutoML'];
  if (!lineage.some((owner) => isDeployable.includes(owner))) return undefined;
  return { kind: 'instance', paths: predictorOf(classPath), overriddenBy: 'predictor_cls' };
}

/**
 * What a method of an SDK class returns; undefined where that is not known.
 *
 * @param classPath canonical class path of that version
 */
export function methodResult(version: SdkVersion, classPath: string, method: string): Returned | undefined {
  const listed = findByLineage(version, classPath, (owner) => methods[`${owner}.${method}`]);
  if (listed !== undefined) return listed;
  if (method === 'deploy') return deployed(version, classPath);
  if (method !== 'create_model' && method !== 'compile_model') return undefined;
  const paths = modelPaths(version, classPath);
  return paths && { kind: 'instance', paths };
}

/**
 * What an attribute of an SDK object holds; undefined where that is not known.
 *
 * @param classPath canonical class path of that version
 */
export function attributeResult(version: SdkVersion, classPath: string, attribute: string): Returned | undefined {
  return findByLineage(version, classPath, (owner) => attributes[`${owner}.${attribute}`]);
}

/** What a function of the SDK returns; undefined where that is not known. @param path canonical path */
export function functionResult(path: string): Returned | undefined {
  return functions[path];
}
