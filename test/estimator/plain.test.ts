import { describe, expect, test } from 'vitest';
import {
  ContinuousParameter,
  createWorld,
  HyperparameterTuner,
  PyTorch,
  PythonError,
  validateRequest,
} from '../../src/estimator/index.js';

const role = 'arn:aws:iam::123456789012:role/Train';
const given = {
  entry_point: 'train.py',
  role,
  instance_count: 1,
  instance_type: 'ml.m5.xlarge',
  framework_version: '1.8',
  py_version: 'py3',
  hyperparameters: { epochs: 3, lr: 0.5 },
};

describe('the estimator core from TypeScript', () => {
  test('a method that gives nothing in Python gives the requests', () => {
    const requests = new PyTorch(given).fit({ inputs: { train: 's3://my-ml-bucket/train' } });
    expect(requests).toMatchObject([
      {
        operation: 'CreateTrainingJob',
        request: {
          RoleArn: role,
          ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
          HyperParameters: { epochs: '3', lr: '0.5' },
        },
      },
    ]);
  });

  test('objects that a method gives work on in the same world', () => {
    const world = createWorld({ region: 'eu-west-1' });
    const estimator = new PyTorch(given, world);
    estimator.fit({ inputs: 's3://b/train' });
    estimator.deploy({ initial_instance_count: 1, instance_type: 'ml.m5.large' });
    expect(world.requests.map(({ operation }) => operation)).toEqual([
      'CreateTrainingJob',
      'CreateModel',
      'CreateEndpointConfig',
      'CreateEndpoint',
    ]);
    expect(JSON.stringify(world.requests)).toContain('.dkr.ecr.eu-west-1.');
  });

  test('objects are arguments of others', () => {
    const tuner = new HyperparameterTuner({
      estimator: new PyTorch(given),
      objective_metric_name: 'loss',
      metric_definitions: [{ Name: 'loss', Regex: 'loss=(.*)' }],
      hyperparameter_ranges: { lr: new ContinuousParameter({ min_value: 0.1, max_value: 0.2 }) },
    });
    expect(tuner.fit({ inputs: 's3://b/train' })).toMatchObject([{ operation: 'CreateHyperParameterTuningJob' }]);
  });

  test('what the SDK refuses is thrown', () => {
    expect(() => new PyTorch({ ...given, framework_version: null, py_version: null })).toThrow(PythonError);
  });

  test('the other dialect is a setting', () => {
    const requests = new PyTorch(given, createWorld({ sdk: 'v1' })).fit({ inputs: 's3://b/train' });
    expect(JSON.stringify(requests)).not.toContain('ProfilerConfig');
  });

  test('requests are checked by themselves', () => {
    const [violation] = validateRequest('CreateEndpoint', { EndpointName: 'e' });
    expect(violation).toMatchObject({ grade: 'client', path: 'EndpointConfigName' });
  });
});
