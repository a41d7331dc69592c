import type { SdkVersion } from './api.js';
import { v1, v2 } from './tables.js';

/** The families of SDK classes that rules ask for. */
export type Role =
  | 'estimator'
  | 'framework-estimator'
  | 'amazon-estimator'
  | 'algorithm-estimator'
  | 'model'
  | 'pipeline-model'
  | 'predictor'
  | 'transformer'
  | 'tuner'
  | 'processor'
  | 'session'
  | 'automl'
  | 'monitor'
  | 'serializer'
  | 'deserializer';

/** The classes at the top of each family, of both versions. */
const heads: Readonly<Record<Role, readonly string[]>> = {
  estimator: ['sagemaker.estimator.EstimatorBase'],
  'framework-estimator': ['sagemaker.estimator.Framework'],
  'amazon-estimator': ['sagemaker.amazon.amazon_estimator.AmazonAlgorithmEstimatorBase'],
  'algorithm-estimator': ['sagemaker.algorithm.AlgorithmEstimator'],
  model: ['sagemaker.model.Model'],
  'pipeline-model': ['sagemaker.pipeline.PipelineModel'],
  predictor: ['sagemaker.predictor.RealTimePredictor', 'sagemaker.base_predictor.Predictor'],
  transformer: ['sagemaker.transformer.Transformer'],
  tuner: ['sagemaker.tuner.HyperparameterTuner'],
  processor: ['sagemaker.processing.Processor'],
  session: ['sagemaker.session.Session'],
  automl: ['sagemaker.automl.automl.AutoML'],
  monitor: ['sagemaker.model_monitor.model_monitoring.ModelMonitor'],
  serializer: [
    'sagemaker.base_serializers.BaseSerializer',
    'sagemaker.predictor._CsvSerializer',
    'sagemaker.predictor._JsonSerializer',
    'sagemaker.predictor._NPYSerializer',
    'sagemaker.amazon.common.numpy_to_record_serializer',
    'sagemaker.tensorflow.predictor._TFProtobufSerializer',
    'sagemaker.tensorflow.predictor._TFJsonSerializer',
    'sagemaker.tensorflow.predictor._TFCsvSerializer',
  ],
  deserializer: [
    'sagemaker.base_deserializers.BaseDeserializer',
    'sagemaker.predictor._CsvDeserializer',
    'sagemaker.predictor._JsonDeserializer',
    'sagemaker.predictor._NumpyDeserializer',
    'sagemaker.predictor.BytesDeserializer',
    'sagemaker.predictor.StringDeserializer',
    'sagemaker.predictor.StreamDeserializer',
    'sagemaker.amazon.common.record_deserializer',
    'sagemaker.tensorflow.predictor._TFProtobufDeserializer',
    'sagemaker.tensorflow.predictor._TFJsonDeserializer',
  ],
};

/** The class and its SDK base classes, by the version that knows the class; v1 first where both do. */
export function lineageOf(classPath: string, version?: SdkVersion): readonly string[] {
  if (version !== undefined) return (version === 'v1' ? v1 : v2).lineage(classPath);
  const lineage = v1.lineage(classPath);
  return lineage.length > 0 ? lineage : v2.lineage(classPath);
}

/** Whether the class belongs to a family: the head of it, or a subclass. */
export function hasRole(classPath: string, role: Role): boolean {
  return lineageOf(classPath).some((path) => heads[role].includes(path));
}

/** An estimator of any kind. @param path canonical class path of v1 or v2 */
export const isEstimator = (path: string): boolean => hasRole(path, 'estimator');
/** PyTorch, TensorFlow, SKLearn … and `Framework`. @param path canonical class path of v1 or v2 */
export const isFrameworkEstimator = (path: string): boolean => hasRole(path, 'framework-estimator');
/** KMeans, PCA, LinearLearner … @param path canonical class path of v1 or v2 */
export const isAmazonEstimator = (path: string): boolean => hasRole(path, 'amazon-estimator');
/** A model that is deployed alone; a `PipelineModel` is not one. @param path canonical class path of v1 or v2 */
export const isModel = (path: string): boolean => hasRole(path, 'model');
/** @param path canonical class path of v1 or v2 */
export const isPredictor = (path: string): boolean => hasRole(path, 'predictor');
/** @param path canonical class path of v1 or v2 */
export const isTransformer = (path: string): boolean => hasRole(path, 'transformer');
/** @param path canonical class path of v1 or v2 */
export const isTuner = (path: string): boolean => hasRole(path, 'tuner');
/** @param path canonical class path of v1 or v2 */
export const isProcessor = (path: string): boolean => hasRole(path, 'processor');
/** `Session` and `LocalSession`. @param path canonical class path of v1 or v2 */
export const isSession = (path: string): boolean => hasRole(path, 'session');
/** @param path canonical class path of v1 or v2 */
export const isSerializer = (path: string): boolean => hasRole(path, 'serializer');
/** @param path canonical class path of v1 or v2 */
export const isDeserializer = (path: string): boolean => hasRole(path, 'deserializer');
