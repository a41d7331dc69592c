import type { Data } from '../../data/value.js';
import { contentTypes } from '../../sdk/content-types.js';
import type { SdkConstructor, SdkFunction } from '../sdk-object.js';
import * as algorithms from './algorithm-models.js';
import { AsyncPredictor } from './async-predictor.js';
import { containerDef, pipelineContainerDef, productionVariant } from './container-def.js';
import * as configs from './deploy-configs.js';
import * as explainer from './explainer-configs.js';
import { FrameworkModel } from './framework-model.js';
import { HuggingFaceModel } from './huggingface-model.js';
import { Model } from './model.js';
import { ModelPackage } from './model-package.js';
import { MultiDataModel } from './multi-data-model.js';
import * as metadata from './package-metadata.js';
import { PipelineModel } from './pipeline-model.js';
import { Predictor } from './predictor.js';
import * as predictors from './predictors.js';
import * as scripts from './script-models.js';
import { serdeClasses } from './serde-classes.js';
import { TensorFlowModel, TensorFlowServingModel } from './tensorflow-model.js';
import { Transformer } from './transformer.js';

const algorithmClasses: Readonly<Record<string, SdkConstructor>> = {
  'factorization_machines.FactorizationMachinesModel': algorithms.FactorizationMachinesModel,
  'factorization_machines.FactorizationMachinesPredictor': predictors.FactorizationMachinesPredictor,
  'ipinsights.IPInsightsModel': algorithms.IPInsightsModel,
  'ipinsights.IPInsightsPredictor': predictors.IPInsightsPredictor,
  'kmeans.KMeansModel': algorithms.KMeansModel,
  'kmeans.KMeansPredictor': predictors.KMeansPredictor,
  'knn.KNNModel': algorithms.KNNModel,
  'knn.KNNPredictor': predictors.KNNPredictor,
  'lda.LDAModel': algorithms.LDAModel,
  'lda.LDAPredictor': predictors.LDAPredictor,
  'linear_learner.LinearLearnerModel': algorithms.LinearLearnerModel,
  'linear_learner.LinearLearnerPredictor': predictors.LinearLearnerPredictor,
  'ntm.NTMModel': algorithms.NTMModel,
  'ntm.NTMPredictor': predictors.NTMPredictor,
  'object2vec.Object2VecModel': algorithms.Object2VecModel,
  'pca.PCAModel': algorithms.PCAModel,
  'pca.PCAPredictor': predictors.PCAPredictor,
  'randomcutforest.RandomCutForestModel': algorithms.RandomCutForestModel,
  'randomcutforest.RandomCutForestPredictor': predictors.RandomCutForestPredictor,
};

const frameworkClasses: Readonly<Record<string, SdkConstructor>> = {
  'chainer.model.ChainerModel': scripts.ChainerModel,
  'chainer.model.ChainerPredictor': predictors.ChainerPredictor,
  'huggingface.model.HuggingFaceModel': HuggingFaceModel,
  'huggingface.model.HuggingFacePredictor': predictors.HuggingFacePredictor,
  'mxnet.model.MXNetModel': scripts.MXNetModel,
  'mxnet.model.MXNetPredictor': predictors.MXNetPredictor,
  'pytorch.model.PyTorchModel': scripts.PyTorchModel,
  'pytorch.model.PyTorchPredictor': predictors.PyTorchPredictor,
  'sklearn.model.SKLearnModel': scripts.SKLearnModel,
  'sklearn.model.SKLearnPredictor': predictors.SKLearnPredictor,
  'sparkml.model.SparkMLModel': algorithms.SparkMLModel,
  'sparkml.model.SparkMLPredictor': predictors.SparkMLPredictor,
  'tensorflow.model.TensorFlowModel': TensorFlowModel,
  'tensorflow.model.TensorFlowPredictor': predictors.TensorFlowPredictor,
  'tensorflow.serving.Model': TensorFlowServingModel,
  'tensorflow.serving.Predictor': predictors.TensorFlowServingPredictor,
  'xgboost.model.XGBoostModel': scripts.XGBoostModel,
  'xgboost.model.XGBoostPredictor': predictors.XGBoostPredictor,
};

const clarify = 'sagemaker.explainer.clarify_explainer_config';

/** Models, predictors, serializers, transformers. */
export const modelClasses: Readonly<Record<string, SdkConstructor>> = {
  ...below('sagemaker.amazon', algorithmClasses),
  ...below('sagemaker', frameworkClasses),
  ...serdeClasses,
  'sagemaker.async_inference.async_inference_config.AsyncInferenceConfig': configs.AsyncInferenceConfig,
  // Of several paths of one class the last is the one that it is known by.
  'sagemaker.predictor.RealTimePredictor': Predictor,
  'sagemaker.base_predictor.RealTimePredictor': Predictor,
  'sagemaker.base_predictor.Predictor': Predictor,
  'sagemaker.compute_resource_requirements.resource_requirements.ResourceRequirements': configs.ResourceRequirements,
  'sagemaker.drift_check_baselines.DriftCheckBaselines': metadata.DriftCheckBaselines,
  'sagemaker.explainer.explainer_config.ExplainerConfig': explainer.ExplainerConfig,
  [`${clarify}.ClarifyExplainerConfig`]: explainer.ClarifyExplainerConfig,
  [`${clarify}.ClarifyInferenceConfig`]: explainer.ClarifyInferenceConfig,
  [`${clarify}.ClarifyShapBaselineConfig`]: explainer.ClarifyShapBaselineConfig,
  [`${clarify}.ClarifyShapConfig`]: explainer.ClarifyShapConfig,
  [`${clarify}.ClarifyTextConfig`]: explainer.ClarifyTextConfig,
  'sagemaker.inputs.BatchDataCaptureConfig': configs.BatchDataCaptureConfig,
  'sagemaker.metadata_properties.MetadataProperties': metadata.MetadataProperties,
  'sagemaker.model.FrameworkModel': FrameworkModel,
  'sagemaker.model.Model': Model,
  'sagemaker.model.ModelPackage': ModelPackage,
  'sagemaker.model_life_cycle.ModelLifeCycle': metadata.ModelLifeCycle,
  'sagemaker.model_metrics.FileSource': metadata.FileSource,
  'sagemaker.model_metrics.MetricsSource': metadata.MetricsSource,
  'sagemaker.model_metrics.ModelMetrics': metadata.ModelMetrics,
  'sagemaker.model_monitor.data_capture_config.DataCaptureConfig': configs.DataCaptureConfig,
  'sagemaker.multidatamodel.MultiDataModel': MultiDataModel,
  'sagemaker.pipeline.PipelineModel': PipelineModel,
  'sagemaker.predictor_async.AsyncPredictor': AsyncPredictor,
  'sagemaker.serverless.serverless_inference_config.ServerlessInferenceConfig': configs.ServerlessInferenceConfig,
  'sagemaker.transformer.Transformer': Transformer,
};

/** Functions of the same modules. */
export const modelFunctions: Readonly<Record<string, SdkFunction>> = {
  'sagemaker.session.container_def': (args, world) =>
    containerDef(world, { ...args, image_uri: args.image_uri ?? null }),
  'sagemaker.session.pipeline_container_def': (args) => pipelineContainerDef(args),
  'sagemaker.session.production_variant': (args, world) => productionVariant(world, args),
};

/** Constants that the same modules offer; members of enumerations are known by their value. */
export const modelConstants: Readonly<Record<string, Data>> = {
  ...contentTypes,
  ...Object.fromEntries(
    Object.entries(contentTypes).map(([path, type]) => [path.replace('.content_types.', '.predictor.'), type]),
  ),
  'sagemaker.enums.EndpointType.INFERENCE_COMPONENT_BASED': 'InferenceComponentBased',
  'sagemaker.enums.EndpointType.MODEL_BASED': 'ModelBased',
  'sagemaker.enums.RoutingStrategy.LEAST_OUTSTANDING_REQUESTS': 'LEAST_OUTSTANDING_REQUESTS',
  'sagemaker.enums.RoutingStrategy.RANDOM': 'RANDOM',
  'sagemaker.multidatamodel.MULTI_MODEL_CONTAINER_MODE': 'MultiModel',
};

function below(module: string, entries: Readonly<Record<string, SdkConstructor>>): Record<string, SdkConstructor> {
  return Object.fromEntries(Object.entries(entries).map(([path, type]) => [`${module}.${path}`, type]));
}
