import { describe, expect, it } from 'vitest';
import { callChange } from '../../src/sdk/call-changes.js';

const train = {
  train_instance_count: 'instance_count',
  train_instance_type: 'instance_type',
  train_volume_size: 'volume_size',
  train_volume_kms_key: 'volume_kms_key',
  train_max_run: 'max_run',
  train_use_spot_instances: 'use_spot_instances',
  train_max_wait: 'max_wait',
};

describe('positionalSafe', () => {
  // Compared by hand between the signatures of 1.72.0 and of every 2.x release.
  it.each<[string, string | undefined, number]>([
    ['algorithm.AlgorithmEstimator', 'create_model', 4],
    ['automl.automl.AutoML', 'deploy', 2],
    ['chainer.estimator.Chainer', undefined, 7],
    ['chainer.model.ChainerModel', undefined, 4],
    ['debugger.get_rule_container_image_uri', undefined, 0],
    ['estimator.Estimator', undefined, 4],
    ['estimator.Estimator', 'create_model', 3],
    ['estimator.EstimatorBase', undefined, 3],
    ['estimator.EstimatorBase', 'deploy', 2],
    ['estimator.Framework', undefined, 3],
    ['inputs.s3_input', undefined, 6],
    ['local.local_session.LocalSession', undefined, 1],
    ['model.FrameworkModel', undefined, 8],
    ['model.Model', undefined, 0],
    ['model.Model', 'deploy', 2],
    ['multidatamodel.MultiDataModel', 'deploy', 2],
    ['mxnet.estimator.MXNet', undefined, 1],
    ['mxnet.model.MXNetModel', undefined, 3],
    ['pipeline.PipelineModel', 'deploy', 2],
    ['predictor.RealTimePredictor', undefined, 4],
    ['predictor._NumpyDeserializer', undefined, 0],
    ['pytorch.estimator.PyTorch', undefined, 1],
    ['pytorch.model.PyTorchModel', undefined, 3],
    ['session.Session', undefined, 3],
    ['session.Session', 'create_model_from_job', 6],
    ['session.Session', 'train', 13],
    ['session.Session', 'transform', 5],
    ['session.Session', 'tune', 17],
    ['session.Session', 'upload_data', 3],
    ['sklearn.estimator.SKLearn', undefined, 2],
    ['sklearn.model.SKLearnModel', undefined, 3],
    ['sklearn.processing.SKLearnProcessor', undefined, 2],
    ['tensorflow.estimator.TensorFlow', undefined, 0],
    ['tensorflow.estimator.TensorFlow', 'create_model', 0],
    ['tensorflow.estimator.TensorFlow', 'fit', 5],
    ['tensorflow.estimator.TensorFlow', 'transformer', 12],
    ['tensorflow.model.TensorFlowModel', undefined, 4],
    ['tensorflow.serving.Model', 'deploy', 2],
    ['tensorflow.serving.Predictor', undefined, 4],
    ['transformer.Transformer', 'transform', 11],
    ['tuner.HyperparameterTuner', undefined, 8],
    ['tuner.HyperparameterTuner', 'create', 6],
    ['tuner.HyperparameterTuner', 'deploy', 2],
    ['workflow.airflow.model_config', undefined, 0],
    ['workflow.airflow.model_config_from_estimator', undefined, 0],
  ])('%s %s', (path, method, index) => {
    expect(callChange(`sagemaker.${path}`, method)?.positionalSafe).toBe(index);
  });

  it.each([
    'amazon.kmeans.KMeans',
    'amazon.lda.LDA',
    'algorithm.AlgorithmEstimator',
    'rl.estimator.RLEstimator',
    'xgboost.estimator.XGBoost',
    'xgboost.model.XGBoostModel',
    'multidatamodel.MultiDataModel',
    'session.container_def',
    'session.production_variant',
    'transformer.Transformer',
    'processing.Processor',
    'processing.ScriptProcessor',
    'processing.ProcessingInput',
  ])('%s keeps its order', (path) => {
    expect(callChange(`sagemaker.${path}`)?.positionalSafe).toBeUndefined();
  });
});

describe('renamed and removed keywords', () => {
  it('renames the train keywords of every estimator', () => {
    expect(callChange('sagemaker.amazon.kmeans.KMeans')?.renamed).toEqual(train);
    expect(callChange('sagemaker.estimator.Estimator')?.renamed).toEqual({ ...train, image_name: 'image_uri' });
    expect(callChange('sagemaker.tensorflow.estimator.TensorFlow')).toMatchObject({
      renamed: { ...train, image_name: 'image_uri', distributions: 'distribution' },
      removed: expect.arrayContaining(['script_mode', 'training_steps', 'requirements_file']),
    });
    expect(callChange('sagemaker.amazon.lda.LDA')?.renamed).not.toHaveProperty('train_instance_count');
  });

  it.each<[string, string | undefined, Record<string, string>]>([
    ['model.Model', undefined, { image: 'image_uri' }],
    ['tensorflow.serving.Model', undefined, { image: 'image_uri' }],
    ['predictor.RealTimePredictor', undefined, { endpoint: 'endpoint_name' }],
    ['sparkml.model.SparkMLPredictor', undefined, { endpoint: 'endpoint_name' }],
    ['s3.S3Uploader', 'upload', { session: 'sagemaker_session' }],
    ['session.Session', 'create_model_from_job', { primary_container_image: 'image_uri' }],
    ['session.Session', 'endpoint_from_job', { deployment_image: 'image_uri' }],
    ['session.container_def', undefined, { image: 'image_uri' }],
    ['workflow.airflow.transform_config_from_estimator', undefined, { image: 'image_uri' }],
    ['mxnet.estimator.MXNet', 'create_model', { image: 'image_uri', image_name: 'image_uri' }],
    ['pytorch.estimator.PyTorch', 'create_model', { image: 'image_uri' }],
  ])('%s %s', (path, method, renamed) => {
    expect(callChange(`sagemaker.${path}`, method)?.renamed).toEqual(renamed);
  });

  it('includes what deploy hands on to create_model', () => {
    expect(callChange('sagemaker.estimator.Estimator', 'deploy')?.removed).toEqual(
      expect.arrayContaining(['update_endpoint', 'content_type', 'accept']),
    );
    expect(callChange('sagemaker.estimator.Estimator', 'deploy')?.removed).not.toContain('serializer');
    expect(callChange('sagemaker.tensorflow.estimator.TensorFlow', 'deploy')?.removed).toContain('endpoint_type');
  });
});

describe('inherited methods', () => {
  it('come from the nearest class that defines them', () => {
    expect(callChange('sagemaker.pytorch.estimator.PyTorch', 'deploy')?.positionalSafe).toBe(2);
    expect(callChange('sagemaker.amazon.kmeans.KMeans', 'deploy')?.removed).toEqual(['update_endpoint']);
    expect(callChange('sagemaker.local.local_session.LocalSession', 'upload_data')?.positionalSafe).toBe(3);
    expect(callChange('sagemaker.pytorch.model.PyTorchModel', 'deploy')?.positionalSafe).toBe(2);
  });

  it('are hidden by an override that did not change', () => {
    expect(callChange('sagemaker.pytorch.estimator.PyTorch', 'fit')).toBeUndefined();
    expect(callChange('sagemaker.amazon.kmeans.KMeans', 'create_model')).toBeUndefined();
  });
});
