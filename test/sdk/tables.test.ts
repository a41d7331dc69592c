import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SdkApi, Signature } from '../../src/sdk/api.js';
import { v1, v2 } from '../../src/sdk/tables.js';

function names(signature: Signature | undefined, kind: 'positional' | 'keyword'): string[] {
  return (signature?.parameters ?? []).filter((parameter) => parameter.kind === kind).map(({ name }) => name);
}

function defaultOf(signature: Signature | undefined, name: string): string | undefined {
  return signature?.parameters.find((parameter) => parameter.name === name)?.default;
}

describe('resolve', () => {
  it.each([
    ['sagemaker', 'sagemaker', 'module'],
    ['sagemaker.s3_input', 'sagemaker.inputs.s3_input', 'class'],
    ['sagemaker.session.s3_input', 'sagemaker.inputs.s3_input', 'class'],
    ['sagemaker.inputs.s3_input', 'sagemaker.inputs.s3_input', 'class'],
    ['sagemaker.pytorch.PyTorch', 'sagemaker.pytorch.estimator.PyTorch', 'class'],
    ['sagemaker.predictor._CsvSerializer', 'sagemaker.predictor._CsvSerializer', 'class'],
    ['sagemaker.xgboost.model.csv_deserializer', 'sagemaker.predictor.csv_deserializer', 'constant'],
    ['sagemaker.predictor.csv_serializer', 'sagemaker.predictor.csv_serializer', 'constant'],
    ['sagemaker.predictor.CONTENT_TYPE_CSV', 'sagemaker.content_types.CONTENT_TYPE_CSV', 'constant'],
    ['sagemaker.tensorflow.serving.TF_VERSION', 'sagemaker.tensorflow.defaults.TF_VERSION', 'constant'],
    ['sagemaker.pytorch.defaults.PYTHON_VERSION', 'sagemaker.pytorch.defaults.PYTHON_VERSION', 'constant'],
    ['sagemaker.get_execution_role', 'sagemaker.session.get_execution_role', 'function'],
    ['sagemaker.estimator.vpc_utils', 'sagemaker.vpc_utils', 'module'],
    ['sagemaker.estimator.vpc_utils.to_dict', 'sagemaker.vpc_utils.to_dict', 'function'],
    ['sagemaker.tensorflow.estimator.fw.create_image_uri', 'sagemaker.fw_utils.create_image_uri', 'function'],
    ['sagemaker.amazon.kmeans.hp', 'sagemaker.amazon.hyperparameter.Hyperparameter', 'class'],
    ['sagemaker.fw_registry', 'sagemaker.fw_registry', 'module'],
    [
      'sagemaker.tensorflow.tensorflow_serving.apis.predict_pb2',
      'sagemaker.tensorflow.tensorflow_serving.apis.predict_pb2',
      'module',
    ],
  ])('v1 %s', (path, canonical, kind) => {
    expect(v1.resolve(path)).toEqual({ path: canonical, kind });
  });

  it.each([
    ['sagemaker.Predictor', 'sagemaker.base_predictor.Predictor', 'class'],
    ['sagemaker.predictor.Predictor', 'sagemaker.base_predictor.Predictor', 'class'],
    ['sagemaker.predictor.RealTimePredictor', 'sagemaker.base_predictor.RealTimePredictor', 'class'],
    ['sagemaker.serializers.CSVSerializer', 'sagemaker.base_serializers.CSVSerializer', 'class'],
    ['sagemaker.amazon.common.RecordSerializer', 'sagemaker.base_serializers.RecordSerializer', 'class'],
    ['sagemaker.tensorflow.TensorFlowModel', 'sagemaker.tensorflow.model.TensorFlowModel', 'class'],
    ['sagemaker.image_uris.retrieve', 'sagemaker.image_uris.retrieve', 'function'],
    ['sagemaker.feature_store.feature_processor', 'sagemaker.feature_store.feature_processor', 'module'],
    ['sagemaker.jumpstart.model.JumpStartModel', 'sagemaker.jumpstart.model.JumpStartModel', 'class'],
    ['sagemaker.workflow.pipeline.Pipeline', 'sagemaker.workflow.pipeline.Pipeline', 'class'],
  ])('v2 %s', (path, canonical, kind) => {
    expect(v2.resolve(path)).toEqual({ path: canonical, kind });
  });

  it.each<[SdkApi, string]>([
    [v1, 'sagemaker.get_image_uri'],
    [v1, 'sagemaker.estimator.Estimator.fit'],
    [v1, 'sagemaker.image_uris'],
    [v1, 'sagemaker.'],
    [v1, 'boto3.Session'],
    [v1, 'boto3'],
    [v2, 'sagemaker.s3_input'],
    [v2, 'sagemaker.RealTimePredictor'],
    [v2, 'sagemaker.predictor.csv_serializer'],
    [v2, 'sagemaker.fw_registry'],
    [v2, 'sagemaker.tensorflow.predictor.tf_serializer'],
    [v2, 'sagemaker.fw_utils.parse_s3_url'],
  ])('refuses what cannot be imported (%#)', (api, path) => {
    expect(api.resolve(path)).toBeUndefined();
  });
});

describe('signature', () => {
  it('tells positional from inherited keyword parameters', () => {
    const pytorch = v1.signature('sagemaker.pytorch.estimator.PyTorch');
    expect(names(pytorch, 'positional')).toEqual([
      'entry_point',
      'source_dir',
      'hyperparameters',
      'py_version',
      'framework_version',
      'image_name',
    ]);
    expect(names(pytorch, 'keyword')).toEqual(
      expect.arrayContaining(['enable_cloudwatch_metrics', 'role', 'train_instance_count', 'tags']),
    );
    expect(defaultOf(pytorch, 'py_version')).toBe("'py3'");
    expect(defaultOf(pytorch, 'train_max_run')).toBe('86400');
    expect(defaultOf(pytorch, 'framework_version')).toBe('None');
    expect(defaultOf(pytorch, 'role')).toBeUndefined();
    expect(pytorch).toMatchObject({ acceptsAnyKeyword: false, acceptsAnyPositional: false });
  });

  it('knows that v2 estimators swallow unknown keywords', () => {
    expect(v2.signature('sagemaker.sklearn.estimator.SKLearn')).toMatchObject({ acceptsAnyKeyword: true });
  });

  it('writes default objects as Python source', () => {
    expect(defaultOf(v2.signature('sagemaker.base_predictor.Predictor'), 'serializer')).toBe(
      'sagemaker.base_serializers.IdentitySerializer()',
    );
    expect(defaultOf(v1.signature('sagemaker.pytorch.model.PyTorchModel'), 'predictor_cls')).toBe(
      'sagemaker.pytorch.model.PyTorchPredictor',
    );
  });

  it('reads functions, and classes without a constructor of their own', () => {
    expect(names(v2.signature('sagemaker.image_uris.retrieve'), 'positional').slice(0, 7)).toEqual([
      'framework',
      'region',
      'version',
      'py_version',
      'instance_type',
      'accelerator_type',
      'image_scope',
    ]);
    expect(names(v1.signature('sagemaker.session.container_def'), 'positional')).toEqual([
      'image',
      'model_data_url',
      'env',
      'container_mode',
    ]);
    expect(v1.signature('sagemaker.predictor._CsvSerializer')?.parameters).toEqual([]);
    expect(v1.signature('sagemaker.nothing')).toBeUndefined();
    expect(v2.signature('sagemaker.utils.get_ecr_image_uri_prefix')?.acceptsAnyPositional).toBe(true);
  });
});

describe('classes', () => {
  it('lists base classes nearest first', () => {
    expect(v1.lineage('sagemaker.pytorch.estimator.PyTorch')).toEqual([
      'sagemaker.pytorch.estimator.PyTorch',
      'sagemaker.estimator.Framework',
      'sagemaker.estimator.EstimatorBase',
    ]);
    expect(v2.lineage('sagemaker.tensorflow.model.TensorFlowPredictor')).toEqual([
      'sagemaker.tensorflow.model.TensorFlowPredictor',
      'sagemaker.base_predictor.Predictor',
      'sagemaker.base_predictor.PredictorBase',
    ]);
    expect(v1.lineage('sagemaker.session.get_execution_role')).toEqual([]);
  });

  it('finds inherited methods', () => {
    const deploy = v2.method('sagemaker.pytorch.estimator.PyTorch', 'deploy');
    expect(names(deploy, 'positional').slice(0, 5)).toEqual([
      'initial_instance_count',
      'instance_type',
      'serializer',
      'deserializer',
      'accelerator_type',
    ]);
    expect(v1.method('sagemaker.pytorch.estimator.PyTorch', 'train_image')).toBeDefined();
    expect(v2.method('sagemaker.pytorch.estimator.PyTorch', 'train_image')).toBeUndefined();
    expect(names(v1.method('sagemaker.tensorflow.estimator.TensorFlow', 'fit'), 'positional')).toContain(
      'run_tensorboard_locally',
    );
  });

  it('knows attributes, own and inherited', () => {
    expect(v1.hasMember('sagemaker.pytorch.estimator.PyTorch', 'train_instance_type')).toBe(true);
    expect(v1.hasMember('sagemaker.pytorch.estimator.PyTorch', 'image_name')).toBe(true);
    expect(v1.hasMember('sagemaker.pytorch.estimator.PyTorch', 'fit')).toBe(true);
    expect(v2.hasMember('sagemaker.pytorch.estimator.PyTorch', 'train_instance_type')).toBe(false);
    expect(v2.hasMember('sagemaker.pytorch.estimator.PyTorch', 'instance_type')).toBe(true);
    expect(v2.hasMember('sagemaker.base_predictor.Predictor', 'endpoint_name')).toBe(true);
    expect(v1.hasMember('sagemaker.predictor.RealTimePredictor', 'endpoint_name')).toBe(false);
    expect(v2.hasMember('sagemaker.pytorch.model.PyTorchModel', 'image_uri')).toBe(true);
    expect(v2.hasMember('sagemaker.pytorch.model.PyTorchModel', 'image')).toBe(false);
  });
});

describe('isLoadedByRoot', () => {
  it('knows that v2 no longer loads xgboost', () => {
    expect(v1.isLoadedByRoot('sagemaker.xgboost')).toBe(true);
    expect(v2.isLoadedByRoot('sagemaker.xgboost')).toBe(false);
    expect(v1.isLoadedByRoot('sagemaker.pytorch')).toBe(false);
    expect(v1.isLoadedByRoot('sagemaker')).toBe(true);
    for (const name of ['image_uris', 'serializers', 'deserializers', 'inputs', 's3', 'processing', 'tuner']) {
      expect(v2.isLoadedByRoot(`sagemaker.${name}`)).toBe(true);
    }
  });
});

it('stays small enough to be read at every start', () => {
  const files = ['v1.ts', 'v2.ts', 'call-changes.ts', 'image-uris.ts'];
  const sizes = files.map((file) => statSync(new URL(`../../src/sdk/generated/${file}`, import.meta.url)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(380_000);
});
