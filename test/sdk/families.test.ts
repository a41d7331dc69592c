import { describe, expect, it } from 'vitest';
import { imageVersion } from '../../src/sdk/image-versions.js';
import { attributeResult, functionResult, methodResult } from '../../src/sdk/returns.js';
import * as roles from '../../src/sdk/roles.js';
import { acceptOf, contentTypeOf, serdeDefaults } from '../../src/sdk/serde.js';
import { v1, v2 } from '../../src/sdk/tables.js';

describe('roles', () => {
  it('follow the base classes', () => {
    expect(roles.isEstimator('sagemaker.amazon.kmeans.KMeans')).toBe(true);
    expect(roles.isAmazonEstimator('sagemaker.amazon.kmeans.KMeans')).toBe(true);
    expect(roles.isFrameworkEstimator('sagemaker.rl.estimator.RLEstimator')).toBe(true);
    expect(roles.isFrameworkEstimator('sagemaker.estimator.Estimator')).toBe(false);
    expect(roles.isFrameworkEstimator('sagemaker.huggingface.estimator.HuggingFace')).toBe(true);
    expect(roles.isPredictor('sagemaker.amazon.kmeans.KMeansPredictor')).toBe(true);
    expect(roles.isPredictor('sagemaker.base_predictor.Predictor')).toBe(true);
    expect(roles.isModel('sagemaker.tensorflow.serving.Model')).toBe(true);
    expect(roles.isModel('sagemaker.pipeline.PipelineModel')).toBe(false);
    expect(roles.isSession('sagemaker.local.local_session.LocalSession')).toBe(true);
    expect(roles.isProcessor('sagemaker.sklearn.processing.SKLearnProcessor')).toBe(true);
    expect(roles.isTuner('sagemaker.tuner.HyperparameterTuner')).toBe(true);
    expect(roles.isTransformer('sagemaker.transformer.Transformer')).toBe(true);
    expect(roles.isSerializer('sagemaker.predictor._CsvSerializer')).toBe(true);
    expect(roles.isSerializer('sagemaker.base_serializers.LibSVMSerializer')).toBe(true);
    expect(roles.isDeserializer('sagemaker.base_deserializers.CSVDeserializer')).toBe(true);
    expect(roles.isEstimator('pandas.DataFrame')).toBe(false);
  });
});

describe('returned objects', () => {
  const predictor = { kind: 'instance', overriddenBy: 'predictor_cls' };
  it.each([
    ['v1', 'sagemaker.estimator.Estimator', ['sagemaker.predictor.RealTimePredictor']],
    ['v2', 'sagemaker.estimator.Estimator', ['sagemaker.base_predictor.Predictor']],
    ['v1', 'sagemaker.pytorch.estimator.PyTorch', ['sagemaker.pytorch.model.PyTorchPredictor']],
    ['v1', 'sagemaker.amazon.kmeans.KMeans', ['sagemaker.amazon.kmeans.KMeansPredictor']],
    ['v1', 'sagemaker.amazon.object2vec.Object2Vec', ['sagemaker.predictor.RealTimePredictor']],
    ['v2', 'sagemaker.tensorflow.estimator.TensorFlow', ['sagemaker.tensorflow.model.TensorFlowPredictor']],
    [
      'v1',
      'sagemaker.tensorflow.estimator.TensorFlow',
      ['sagemaker.tensorflow.serving.Predictor', 'sagemaker.tensorflow.model.TensorFlowPredictor'],
    ],
    ['v1', 'sagemaker.xgboost.model.XGBoostModel', ['sagemaker.xgboost.model.XGBoostPredictor']],
    ['v1', 'sagemaker.model.Model', []],
    ['v1', 'sagemaker.pipeline.PipelineModel', []],
  ] as const)('%s %s.deploy', (version, path, paths) => {
    expect(methodResult(version, path, 'deploy')).toEqual({ ...predictor, paths });
  });

  it('covers create_model, transformer, attach, the tuner and strings', () => {
    expect(methodResult('v1', 'sagemaker.sklearn.estimator.SKLearn', 'create_model')).toEqual({
      kind: 'instance',
      paths: ['sagemaker.sklearn.model.SKLearnModel'],
    });
    expect(methodResult('v1', 'sagemaker.amazon.pca.PCA', 'transformer')).toMatchObject({
      paths: ['sagemaker.transformer.Transformer'],
    });
    expect(methodResult('v1', 'sagemaker.mxnet.estimator.MXNet', 'attach')).toEqual({ kind: 'same-class' });
    const tuner = 'sagemaker.tuner.HyperparameterTuner';
    expect(methodResult('v1', tuner, 'best_estimator')).toEqual({ kind: 'argument', name: 'estimator' });
    expect(methodResult('v1', tuner, 'deploy')).toEqual({ kind: 'deployed', name: 'estimator' });
    expect(attributeResult('v1', 'sagemaker.amazon.knn.KNN', 'latest_training_job')).toMatchObject({
      paths: ['sagemaker.estimator._TrainingJob'],
    });
    expect(functionResult('sagemaker.session.get_execution_role')).toEqual({ kind: 'builtin', type: 'str' });
    expect(methodResult('v1', 'sagemaker.estimator.Estimator', 'fit')).toBeUndefined();
  });

  it('names only classes that exist', () => {
    for (const [api, names] of [
      [v1, ['pytorch.estimator.PyTorch', 'rl.estimator.RLEstimator', 'xgboost.estimator.XGBoost', 'amazon.lda.LDA']],
      [v2, ['pytorch.estimator.PyTorch', 'rl.estimator.RLEstimator', 'xgboost.estimator.XGBoost', 'amazon.lda.LDA']],
    ] as const) {
      for (const name of names) {
        for (const method of ['deploy', 'create_model']) {
          const result = methodResult(api.version, `sagemaker.${name}`, method);
          expect(result?.kind).toBe('instance');
          if (result?.kind !== 'instance') continue;
          for (const path of result.paths) expect(api.resolve(path)).toEqual({ path, kind: 'class' });
        }
      }
    }
  });
});

describe('serializers', () => {
  it.each([
    [
      'v1',
      'sagemaker.amazon.kmeans.KMeansPredictor',
      'application/x-recordio-protobuf',
      'application/x-recordio-protobuf',
    ],
    ['v1', 'sagemaker.sklearn.model.SKLearnPredictor', 'application/x-npy', 'application/x-npy'],
    ['v1', 'sagemaker.mxnet.model.MXNetPredictor', 'application/json', 'application/json'],
    ['v1', 'sagemaker.tensorflow.serving.Predictor', 'application/json', 'application/json'],
    ['v1', 'sagemaker.sparkml.model.SparkMLPredictor', 'text/csv', undefined],
    ['v1', 'sagemaker.xgboost.model.XGBoostPredictor', 'application/x-npy', 'text/csv'],
    ['v2', 'sagemaker.xgboost.model.XGBoostPredictor', 'text/libsvm', 'text/csv'],
    ['v1', 'sagemaker.predictor.RealTimePredictor', undefined, undefined],
    ['v2', 'sagemaker.base_predictor.Predictor', 'application/octet-stream', '*/*'],
    ['v2', 'sagemaker.amazon.ipinsights.IPInsightsPredictor', 'text/csv', 'application/json'],
  ] as const)('%s %s sends %s, wants %s', (version, path, contentType, accept) => {
    const defaults = serdeDefaults(version, path);
    expect(contentTypeOf(defaults?.serializer ?? '')).toBe(contentType);
    expect(acceptOf(defaults?.deserializer ?? '')).toBe(accept);
  });
});

describe('imageVersion', () => {
  it('resolves aliases and refuses what retrieve refuses', () => {
    expect(imageVersion('mxnet', '1.2', 'py2')).toMatchObject({ isAccepted: true, fullVersion: '1.2.1' });
    expect(imageVersion('mxnet', '1.2.0', 'py2')?.isAccepted).toBe(false);
    expect(imageVersion('pytorch', '0.4', 'py3')?.isAccepted).toBe(true);
    expect(imageVersion('tensorflow', '1.15', 'py2')?.isAccepted).toBe(false);
    expect(imageVersion('tensorflow', '1.15.3', 'py2')?.isAccepted).toBe(true);
    expect(imageVersion('tensorflow', '2.2', 'py37')?.isAccepted).toBe(true);
    expect(imageVersion('tensorflow', '2.2', 'py3')?.isAccepted).toBe(false);
    expect(imageVersion('sklearn', '0.20.0', 'py2')?.isAccepted).toBe(false);
    expect(imageVersion('xgboost', '1.0')?.isAccepted).toBe(false);
    expect(imageVersion('xgboost', '1.0-1')?.isAccepted).toBe(true);
    expect(imageVersion('tensorflow', '1.13.1', undefined, 'inference')?.isAccepted).toBe(false);
    expect(imageVersion('tensorflow', '1.11', undefined, 'inference')?.isAccepted).toBe(true);
    expect(imageVersion('kmeans', 'latest')).toMatchObject({ isAccepted: true, fullVersion: '1' });
    expect(imageVersion('caffe', '1')).toBeUndefined();
  });
});
