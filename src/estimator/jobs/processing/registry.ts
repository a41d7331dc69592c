import type { SdkConstructor } from '../../sdk-object.js';
import { DataConfig, DataWranglerProcessor, SageMakerClarifyProcessor } from './clarify-processor.js';
import {
  AthenaDatasetDefinition,
  DatasetDefinition,
  FeatureStoreOutput,
  RedshiftDatasetDefinition,
  S3Input,
} from './datasets.js';
import { FrameworkProcessor } from './framework-processor.js';
import {
  HuggingFaceProcessor,
  MXNetProcessor,
  PyTorchProcessor,
  TensorFlowProcessor,
  XGBoostProcessor,
} from './framework-processors.js';
import { ProcessingInput, ProcessingOutput } from './inputs.js';
import { NetworkConfig } from './network-config.js';
import { Processor } from './processor.js';
import { ScriptProcessor } from './script-processor.js';
import { SKLearnProcessor } from './sklearn-processor.js';
import { PySparkProcessor, SparkJarProcessor } from './spark-processor.js';

/** Processors, their inputs and outputs, by canonical path. */
export const processingClasses: Readonly<Record<string, SdkConstructor>> = {
  'sagemaker.clarify.DataConfig': DataConfig,
  'sagemaker.clarify.SageMakerClarifyProcessor': SageMakerClarifyProcessor,
  'sagemaker.dataset_definition.inputs.AthenaDatasetDefinition': AthenaDatasetDefinition,
  'sagemaker.dataset_definition.inputs.DatasetDefinition': DatasetDefinition,
  'sagemaker.dataset_definition.inputs.RedshiftDatasetDefinition': RedshiftDatasetDefinition,
  'sagemaker.dataset_definition.inputs.S3Input': S3Input,
  'sagemaker.huggingface.processing.HuggingFaceProcessor': HuggingFaceProcessor,
  'sagemaker.mxnet.processing.MXNetProcessor': MXNetProcessor,
  'sagemaker.network.NetworkConfig': NetworkConfig,
  'sagemaker.processing.FeatureStoreOutput': FeatureStoreOutput,
  'sagemaker.processing.FrameworkProcessor': FrameworkProcessor,
  'sagemaker.processing.ProcessingInput': ProcessingInput,
  'sagemaker.processing.ProcessingOutput': ProcessingOutput,
  'sagemaker.processing.Processor': Processor,
  'sagemaker.processing.ScriptProcessor': ScriptProcessor,
  'sagemaker.pytorch.processing.PyTorchProcessor': PyTorchProcessor,
  'sagemaker.sklearn.processing.SKLearnProcessor': SKLearnProcessor,
  'sagemaker.spark.processing.PySparkProcessor': PySparkProcessor,
  'sagemaker.spark.processing.SparkJarProcessor': SparkJarProcessor,
  'sagemaker.tensorflow.processing.TensorFlowProcessor': TensorFlowProcessor,
  'sagemaker.wrangler.processing.DataWranglerProcessor': DataWranglerProcessor,
  'sagemaker.xgboost.processing.XGBoostProcessor': XGBoostProcessor,
};
