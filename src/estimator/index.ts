/**
 * The estimator core by itself: `new PyTorch({…}).fit({ inputs: 's3://…' })` gives the requests that SageMaker Python SDK 2.257.6
 * (or, in a world of `sdk: 'v1'`, 1.72.0) would send. Arguments have the SDK's own names; nothing is sent anywhere.
 */
import {
  FactorizationMachines as CoreFactorizationMachines,
  IPInsights as CoreIPInsights,
  KMeans as CoreKMeans,
  KNN as CoreKNN,
  LDA as CoreLDA,
  LinearLearner as CoreLinearLearner,
  NTM as CoreNTM,
  Object2Vec as CoreObject2Vec,
  PCA as CorePCA,
  RandomCutForest as CoreRandomCutForest,
} from './jobs/amazon/algorithms.js';
import { FrameworkProcessor as CoreFrameworkProcessor } from './jobs/processing/framework-processor.js';
import {
  ProcessingInput as CoreProcessingInput,
  ProcessingOutput as CoreProcessingOutput,
} from './jobs/processing/inputs.js';
import { NetworkConfig as CoreNetworkConfig } from './jobs/processing/network-config.js';
import { Processor as CoreProcessor } from './jobs/processing/processor.js';
import { ScriptProcessor as CoreScriptProcessor } from './jobs/processing/script-processor.js';
import { SKLearnProcessor as CoreSKLearnProcessor } from './jobs/processing/sklearn-processor.js';
import {
  PySparkProcessor as CorePySparkProcessor,
  SparkJarProcessor as CoreSparkJarProcessor,
} from './jobs/processing/spark-processor.js';
import {
  CategoricalParameter as CoreCategoricalParameter,
  ContinuousParameter as CoreContinuousParameter,
  IntegerParameter as CoreIntegerParameter,
} from './jobs/tuning/parameters.js';
import { HyperparameterTuner as CoreHyperparameterTuner } from './jobs/tuning/tuner.js';
import { SparkMLModel as CoreSparkMLModel } from './models/algorithm-models.js';
import {
  AsyncInferenceConfig as CoreAsyncInferenceConfig,
  DataCaptureConfig as CoreDataCaptureConfig,
  ServerlessInferenceConfig as CoreServerlessInferenceConfig,
} from './models/deploy-configs.js';
import { HuggingFaceModel as CoreHuggingFaceModel } from './models/huggingface-model.js';
import { Model as CoreModel } from './models/model.js';
import { MultiDataModel as CoreMultiDataModel } from './models/multi-data-model.js';
import { PipelineModel as CorePipelineModel } from './models/pipeline-model.js';
import { Predictor as CorePredictor } from './models/predictor.js';
import {
  ChainerModel as CoreChainerModel,
  MXNetModel as CoreMXNetModel,
  PyTorchModel as CorePyTorchModel,
  SKLearnModel as CoreSKLearnModel,
  XGBoostModel as CoreXGBoostModel,
} from './models/script-models.js';
import { TensorFlowModel as CoreTensorFlowModel } from './models/tensorflow-model.js';
import { Transformer as CoreTransformer } from './models/transformer.js';
import { plainClass } from './plain.js';
import { Session as CoreSession } from './session.js';
import { AlgorithmEstimator as CoreAlgorithmEstimator } from './training/algorithm-estimator.js';
import { Chainer as CoreChainer } from './training/chainer.js';
import {
  CollectionConfig as CoreCollectionConfig,
  DebuggerHookConfig as CoreDebuggerHookConfig,
  TensorBoardOutputConfig as CoreTensorBoardOutputConfig,
} from './training/debugger-configs.js';
import { Estimator as CoreEstimator } from './training/estimator.js';
import { HuggingFace as CoreHuggingFace } from './training/huggingface.js';
import {
  FileSystemInput as CoreFileSystemInput,
  RecordSet as CoreRecordSet,
  ShuffleConfig as CoreShuffleConfig,
  TrainingInput as CoreTrainingInput,
} from './training/inputs.js';
import { MXNet as CoreMXNet } from './training/mxnet.js';
import { ProfilerConfig as CoreProfilerConfig } from './training/profiler-config.js';
import { PyTorch as CorePyTorch } from './training/pytorch.js';
import { RLEstimator as CoreRLEstimator } from './training/rl.js';
import { SKLearn as CoreSKLearn } from './training/sklearn.js';
import { TensorFlow as CoreTensorFlow } from './training/tensorflow.js';
import { XGBoost as CoreXGBoost } from './training/xgboost.js';

export type { Requests } from '../aws/requests.js';
export { validateRequest } from '../aws/validate.js';
export type { Violation } from '../aws/violation.js';
export { PythonError } from '../data/errors.js';
export type { Json, Plain } from '../data/value.js';
export { Float, Template, Unknown } from '../data/value.js';
export type { PlainClass, PlainInput, PlainObject, PlainResult } from './plain.js';
export type { PlainArguments } from './sdk-object.js';
export {
  createWorld,
  DEFAULT_SETTINGS,
  type SdkVersion,
  type SentRequest,
  type Settings,
  type World,
} from './world.js';

/** `AlgorithmEstimator` of the SDK. */
export const AlgorithmEstimator = plainClass(CoreAlgorithmEstimator);
/** `AsyncInferenceConfig` of the SDK. */
export const AsyncInferenceConfig = plainClass(CoreAsyncInferenceConfig);
/** `CategoricalParameter` of the SDK. */
export const CategoricalParameter = plainClass(CoreCategoricalParameter);
/** `Chainer` of the SDK. */
export const Chainer = plainClass(CoreChainer);
/** `ChainerModel` of the SDK. */
export const ChainerModel = plainClass(CoreChainerModel);
/** `CollectionConfig` of the SDK. */
export const CollectionConfig = plainClass(CoreCollectionConfig);
/** `ContinuousParameter` of the SDK. */
export const ContinuousParameter = plainClass(CoreContinuousParameter);
/** `DataCaptureConfig` of the SDK. */
export const DataCaptureConfig = plainClass(CoreDataCaptureConfig);
/** `DebuggerHookConfig` of the SDK. */
export const DebuggerHookConfig = plainClass(CoreDebuggerHookConfig);
/** `Estimator` of the SDK. */
export const Estimator = plainClass(CoreEstimator);
/** `FactorizationMachines` of the SDK. */
export const FactorizationMachines = plainClass(CoreFactorizationMachines);
/** `FileSystemInput` of the SDK. */
export const FileSystemInput = plainClass(CoreFileSystemInput);
/** `FrameworkProcessor` of the SDK. */
export const FrameworkProcessor = plainClass(CoreFrameworkProcessor);
/** `HuggingFace` of the SDK. */
export const HuggingFace = plainClass(CoreHuggingFace);
/** `HuggingFaceModel` of the SDK. */
export const HuggingFaceModel = plainClass(CoreHuggingFaceModel);
/** `HyperparameterTuner` of the SDK. */
export const HyperparameterTuner = plainClass(CoreHyperparameterTuner);
/** `IPInsights` of the SDK. */
export const IPInsights = plainClass(CoreIPInsights);
/** `IntegerParameter` of the SDK. */
export const IntegerParameter = plainClass(CoreIntegerParameter);
/** `KMeans` of the SDK. */
export const KMeans = plainClass(CoreKMeans);
/** `KNN` of the SDK. */
export const KNN = plainClass(CoreKNN);
/** `LDA` of the SDK. */
export const LDA = plainClass(CoreLDA);
/** `LinearLearner` of the SDK. */
export const LinearLearner = plainClass(CoreLinearLearner);
/** `MXNet` of the SDK. */
export const MXNet = plainClass(CoreMXNet);
/** `MXNetModel` of the SDK. */
export const MXNetModel = plainClass(CoreMXNetModel);
/** `Model` of the SDK. */
export const Model = plainClass(CoreModel);
/** `MultiDataModel` of the SDK. */
export const MultiDataModel = plainClass(CoreMultiDataModel);
/** `NTM` of the SDK. */
export const NTM = plainClass(CoreNTM);
/** `NetworkConfig` of the SDK. */
export const NetworkConfig = plainClass(CoreNetworkConfig);
/** `Object2Vec` of the SDK. */
export const Object2Vec = plainClass(CoreObject2Vec);
/** `PCA` of the SDK. */
export const PCA = plainClass(CorePCA);
/** `PipelineModel` of the SDK. */
export const PipelineModel = plainClass(CorePipelineModel);
/** `Predictor` of the SDK. */
export const Predictor = plainClass(CorePredictor);
/** `ProcessingInput` of the SDK. */
export const ProcessingInput = plainClass(CoreProcessingInput);
/** `ProcessingOutput` of the SDK. */
export const ProcessingOutput = plainClass(CoreProcessingOutput);
/** `Processor` of the SDK. */
export const Processor = plainClass(CoreProcessor);
/** `ProfilerConfig` of the SDK. */
export const ProfilerConfig = plainClass(CoreProfilerConfig);
/** `PySparkProcessor` of the SDK. */
export const PySparkProcessor = plainClass(CorePySparkProcessor);
/** `PyTorch` of the SDK. */
export const PyTorch = plainClass(CorePyTorch);
/** `PyTorchModel` of the SDK. */
export const PyTorchModel = plainClass(CorePyTorchModel);
/** `RLEstimator` of the SDK. */
export const RLEstimator = plainClass(CoreRLEstimator);
/** `RandomCutForest` of the SDK. */
export const RandomCutForest = plainClass(CoreRandomCutForest);
/** `RecordSet` of the SDK. */
export const RecordSet = plainClass(CoreRecordSet);
/** `SKLearn` of the SDK. */
export const SKLearn = plainClass(CoreSKLearn);
/** `SKLearnModel` of the SDK. */
export const SKLearnModel = plainClass(CoreSKLearnModel);
/** `SKLearnProcessor` of the SDK. */
export const SKLearnProcessor = plainClass(CoreSKLearnProcessor);
/** `ScriptProcessor` of the SDK. */
export const ScriptProcessor = plainClass(CoreScriptProcessor);
/** `ServerlessInferenceConfig` of the SDK. */
export const ServerlessInferenceConfig = plainClass(CoreServerlessInferenceConfig);
/** `Session` of the SDK. */
export const Session = plainClass(CoreSession);
/** `ShuffleConfig` of the SDK. */
export const ShuffleConfig = plainClass(CoreShuffleConfig);
/** `SparkJarProcessor` of the SDK. */
export const SparkJarProcessor = plainClass(CoreSparkJarProcessor);
/** `SparkMLModel` of the SDK. */
export const SparkMLModel = plainClass(CoreSparkMLModel);
/** `TensorBoardOutputConfig` of the SDK. */
export const TensorBoardOutputConfig = plainClass(CoreTensorBoardOutputConfig);
/** `TensorFlow` of the SDK. */
export const TensorFlow = plainClass(CoreTensorFlow);
/** `TensorFlowModel` of the SDK. */
export const TensorFlowModel = plainClass(CoreTensorFlowModel);
/** `TrainingInput` of the SDK. */
export const TrainingInput = plainClass(CoreTrainingInput);
/** `Transformer` of the SDK. */
export const Transformer = plainClass(CoreTransformer);
/** `XGBoost` of the SDK. */
export const XGBoost = plainClass(CoreXGBoost);
/** `XGBoostModel` of the SDK. */
export const XGBoostModel = plainClass(CoreXGBoostModel);
