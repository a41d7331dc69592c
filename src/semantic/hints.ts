import type { PyNode } from '../python/node.js';
import { createInstance, type Machine } from './machine.js';
import type { Instance, SdkValue } from './values.js';

/**
 * Names that in SDK code nearly always stand for one thing. They speak only for names that nothing in the program
 * binds, and what rests on them is `assumed`.
 */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/(^|_)(tf|tensorflow)_?(estimator|est)$/, 'sagemaker.tensorflow.estimator.TensorFlow'],
  [/(^|_)(pytorch|torch)_?(estimator|est)$/, 'sagemaker.pytorch.estimator.PyTorch'],
  [/(^|_)(mxnet|mx)_?(estimator|est)$/, 'sagemaker.mxnet.estimator.MXNet'],
  [/(^|_)algo(rithm)?(_estimator)?$/, 'sagemaker.algorithm.AlgorithmEstimator'],
  [/(^|_)(estimator|est)\d*$/, 'sagemaker.estimator.Estimator'],
  [/(^|_)predictor\d*$/, 'sagemaker.predictor.RealTimePredictor'],
  [/(^|_)transformer\d*$/, 'sagemaker.transformer.Transformer'],
  [/(^|_)tuner\d*$/, 'sagemaker.tuner.HyperparameterTuner'],
  [/^(sagemaker_session|sm_session|sess|smsess)$/, 'sagemaker.session.Session'],
  [/^(automl|auto_ml)$/, 'sagemaker.automl.automl.AutoML'],
  [/^(model|sagemaker_model|sm_model)$/, 'sagemaker.model.Model'],
];

/**
 * Names that the SDK gives its classes, functions and objects, by the module that people import them from. A fragment
 * that uses one without any import (a cell, a snippet) means the SDK's. Names that other libraries have too (`Model`,
 * `Session`, `Predictor`, `Processor`) are left out.
 */
const SYMBOLS: Readonly<Record<string, string>> = {
  'sagemaker.estimator': 'Estimator Framework',
  'sagemaker.algorithm': 'AlgorithmEstimator',
  'sagemaker.tensorflow': 'TensorFlow TensorFlowModel',
  'sagemaker.mxnet': 'MXNet MXNetModel MXNetPredictor',
  'sagemaker.pytorch': 'PyTorch PyTorchModel PyTorchPredictor',
  'sagemaker.chainer': 'Chainer ChainerModel ChainerPredictor',
  'sagemaker.sklearn': 'SKLearn SKLearnModel SKLearnPredictor',
  'sagemaker.sklearn.processing': 'SKLearnProcessor',
  'sagemaker.xgboost': 'XGBoost XGBoostModel XGBoostPredictor',
  'sagemaker.rl': 'RLEstimator',
  'sagemaker.sparkml': 'SparkMLModel SparkMLPredictor',
  sagemaker:
    'KMeans KMeansPredictor PCA PCAPredictor LDA LDAPredictor NTM NTMPredictor KNN KNNPredictor LinearLearner ' +
    'LinearLearnerPredictor FactorizationMachines FactorizationMachinesPredictor RandomCutForest ' +
    'RandomCutForestPredictor IPInsights IPInsightsPredictor Object2Vec',
  'sagemaker.multidatamodel': 'MultiDataModel',
  'sagemaker.pipeline': 'PipelineModel',
  'sagemaker.tuner': 'HyperparameterTuner',
  'sagemaker.session': 's3_input ShuffleConfig container_def',
  'sagemaker.s3': 'S3Uploader S3Downloader',
  'sagemaker.predictor':
    'RealTimePredictor csv_serializer json_serializer npy_serializer csv_deserializer json_deserializer ' +
    'numpy_deserializer StringDeserializer BytesDeserializer StreamDeserializer _CsvSerializer _JsonSerializer ' +
    '_NPYSerializer _CsvDeserializer _JsonDeserializer _NumpyDeserializer',
  'sagemaker.amazon.common': 'numpy_to_record_serializer record_deserializer',
  'sagemaker.amazon.amazon_estimator': 'get_image_uri',
  'sagemaker.fw_utils': 'create_image_uri',
  'sagemaker.workflow.airflow': 'model_config model_config_from_estimator transform_config_from_estimator',
};
let symbols: Map<string, string> | undefined;

/** Modules of v1 by their last name, and what is read from them there and from nothing else of that name. */
const MODULES: Readonly<Record<string, readonly [path: string, members: string]>> = {
  amazon_estimator: ['sagemaker.amazon.amazon_estimator', 'get_image_uri registry'],
  fw_registry: ['sagemaker.fw_registry', 'default_framework_uri registry'],
  fw_utils: ['sagemaker.fw_utils', 'create_image_uri parse_s3_url'],
  inputs: ['sagemaker.inputs', 's3_input'],
  session: ['sagemaker.session', 's3_input ShuffleConfig'],
};

/** The SDK symbol that an unbound name suggests; none where a star import of another package may bind it. */
export function symbolFor(machine: Machine, node: PyNode): SdkValue | undefined {
  if (machine.hasForeignStar || machine.isElsewhere) return undefined;
  const name = node.text;
  symbols ??= new Map(
    Object.entries(SYMBOLS).flatMap(([module, names]) => names.split(' ').map((each) => [each, `${module}.${each}`])),
  );
  const path = symbols.get(name) ?? moduleFor(name, node);
  return path === undefined ? undefined : { kind: 'sdk', path, evidence: 'name', binding: undefined };
}

function moduleFor(name: string, node: PyNode): string | undefined {
  if (!Object.hasOwn(MODULES, name) || node.parent?.type !== 'attribute') return undefined;
  const [path, members] = MODULES[name] ?? [];
  return members?.split(' ').includes(node.parent.children[1]?.text ?? '') === true ? path : undefined;
}

/** The object that an unbound name suggests; one per name, so that what is assigned to it comes together. */
export function hintFor(machine: Machine, name: string): Instance | undefined {
  if (machine.isElsewhere) return undefined;
  const known = machine.hinted.get(name);
  if (known !== undefined) return known;
  const classPath = HINTS.find(([pattern]) => pattern.test(name))?.[1];
  if (classPath === undefined) return undefined;
  const instance = createInstance(classPath, 'name');
  machine.hinted.set(name, instance);
  return instance;
}
