import { describe, expect, test } from 'vitest';
import { PythonError } from '../../../src/data/errors.js';
import { Dict, type Json, type Plain, Template, Unknown } from '../../../src/data/value.js';
import { Estimator } from '../../../src/estimator/training/estimator.js';
import { HuggingFace } from '../../../src/estimator/training/huggingface.js';
import { FileSystemInput } from '../../../src/estimator/training/inputs.js';
import { InstanceGroup } from '../../../src/estimator/training/instance-group.js';
import { MXNet } from '../../../src/estimator/training/mxnet.js';
import { PyTorch } from '../../../src/estimator/training/pytorch.js';
import { SKLearn } from '../../../src/estimator/training/sklearn.js';
import { TensorFlow } from '../../../src/estimator/training/tensorflow.js';
import { XGBoost } from '../../../src/estimator/training/xgboost.js';
import { createWorld } from '../../../src/estimator/world.js';

const role = 'arn:aws:iam::123456789012:role/R';
const one = { role, instance_count: 1, instance_type: 'ml.c5.xlarge' };
const image_uri = '123456789012.dkr.ecr.us-west-2.amazonaws.com/my/repo:1.0';
const pytorch = { ...one, entry_point: 'train.py', framework_version: '1.12', py_version: 'py38' };

describe('an estimator in TypeScript', () => {
  test('gives the request of SDK 2.257.6', () => {
    const group = new InstanceGroup({ instance_group_name: 'g1', instance_type: 'ml.p3.16xlarge', instance_count: 2 });
    const estimator = new HuggingFace({
      entry_point: 'train.py',
      role,
      instance_groups: [group],
      transformers_version: '4.26.0',
      pytorch_version: '1.13.1',
      py_version: 'py39',
      distribution: { mpi: { enabled: true, processes_per_host: 4 }, instance_groups: [group] },
      disable_profiler: true,
      keep_alive_period_in_seconds: 60,
    });
    expect(estimator.fit()).toBe(null);
    const name = 'huggingface-pytorch-training-2020-01-01-00-00-00-000';
    const bucket = 's3://sagemaker-us-west-2-123456789012/';
    // As the SDK itself sends it, with the clock at the start of 2020.
    expect(estimator.world.requests).toEqual([
      {
        operation: 'CreateTrainingJob',
        request: {
          AlgorithmSpecification: {
            TrainingInputMode: 'File',
            TrainingImage:
              '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-training:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04',
            EnableSageMakerMetricsTimeSeries: true,
          },
          OutputDataConfig: { S3OutputPath: bucket },
          TrainingJobName: name,
          StoppingCondition: { MaxRuntimeInSeconds: 86400 },
          ResourceConfig: {
            VolumeSizeInGB: 30,
            KeepAlivePeriodInSeconds: 60,
            InstanceGroups: [{ InstanceGroupName: 'g1', InstanceType: 'ml.p3.16xlarge', InstanceCount: 2 }],
          },
          RoleArn: role,
          HyperParameters: {
            sagemaker_submit_directory: `"${bucket}${name}/source/sourcedir.tar.gz"`,
            sagemaker_program: '"train.py"',
            sagemaker_container_log_level: '20',
            sagemaker_job_name: `"${name}"`,
            sagemaker_region: '"us-west-2"',
            sagemaker_distribution_instance_groups: '["g1"]',
            sagemaker_mpi_enabled: 'true',
            sagemaker_mpi_num_of_processes_per_host: '4',
            sagemaker_mpi_custom_mpi_options: '""',
          },
          DebugHookConfig: { S3OutputPath: bucket, CollectionConfigurations: [] },
          ProfilerConfig: { DisableProfiler: true },
        },
      },
    ]);
  });

  test('is changed by what the program sets before it trains', () => {
    const estimator = new Estimator({ ...one, image_uri });
    estimator.instance_count = 3;
    estimator.fit({ job_name: 'a' });
    estimator.instance_count = 4;
    estimator.fit({ job_name: 'b' });
    expect(estimator.world.requests.map(({ request }) => at(request, 'ResourceConfig', 'InstanceCount'))).toEqual([
      3, 4,
    ]);
    expect(estimator.model_data).toBe('s3://sagemaker-us-west-2-123456789012/b/output/model.tar.gz');
  });

  test("writes its own hyperparameters into the program's dictionary, as the SDK does", () => {
    const hyperparameters = new Dict([['epochs', 1]]);
    new PyTorch({ ...pytorch, hyperparameters }).fit({ job_name: 'a' });
    expect(hyperparameters.get('sagemaker_job_name')).toBe('a');
  });

  test('sends nothing in local mode', () => {
    const estimator = new Estimator({ ...one, instance_type: 'local', image_uri });
    estimator.fit();
    expect(estimator.world.requests).toEqual([]);
  });
});

describe('unknown values', () => {
  const unknown = new Unknown('read from a file');

  test('stand where they flow to, and nothing is refused because of them', () => {
    const estimator = new PyTorch({
      ...pytorch,
      role: unknown,
      instance_count: unknown,
      instance_type: unknown,
      source_dir: unknown,
      subnets: unknown,
      security_group_ids: unknown,
      max_wait: unknown,
      hyperparameters: unknown,
      distribution: unknown,
    });
    estimator.fit({ inputs: unknown });
    const hole = { $unknown: 'read from a file' };
    const [{ request } = { request: null }] = estimator.world.requests;
    expect(at(request, 'RoleArn')).toEqual(hole);
    expect(at(request, 'ResourceConfig')).toEqual({ VolumeSizeInGB: 30, InstanceCount: hole, InstanceType: hole });
    expect(at(request, 'VpcConfig')).toEqual(hole);
    expect(at(request, 'InputDataConfig')).toEqual(hole);
    expect(at(request, 'StoppingCondition', 'MaxWaitTimeInSeconds')).toEqual(hole);
    expect(at(request, 'HyperParameters', '$unknown')).toBe('read from a file');
    expect(at(request, 'AlgorithmSpecification', 'TrainingImage', '$unknown')).toContain('read from a file');
  });

  test('of a string leave its known parts', () => {
    const output_path = new Template(['s3://', unknown, '/models']);
    const estimator = new Estimator({ ...one, image_uri, output_path });
    estimator.fit({ inputs: new Template(['s3://', unknown, '/train']), job_name: 'a' });
    const [{ request } = { request: null }] = estimator.world.requests;
    expect(at(request, 'OutputDataConfig', 'S3OutputPath')).toEqual({ $template: 's3://{read from a file}/models' });
    expect(at(request, 'InputDataConfig', 0, 'DataSource', 'S3DataSource', 'S3Uri')).toEqual({
      $template: 's3://{read from a file}/train',
    });
  });

  test('decide on nothing: a member that depends on one is unknown itself', () => {
    const estimator = new Estimator({
      ...one,
      image_uri,
      checkpoint_s3_uri: unknown,
      enable_network_isolation: unknown,
    });
    estimator.fit();
    const [{ request } = { request: null }] = estimator.world.requests;
    expect(at(request, 'CheckpointConfig')).toEqual({ $unknown: 'read from a file' });
    expect(at(request, 'EnableNetworkIsolation')).toEqual({ $unknown: 'read from a file' });
  });
});

describe('the SDK refuses', () => {
  const v1 = createWorld({ sdk: 'v1' });
  const cases: readonly (readonly [string, string, () => unknown])[] = [
    ['no role', 'ValueError', () => new Estimator({ ...one, role: null, image_uri })],
    ['half a VPC configuration', 'RuntimeError', () => new Estimator({ ...one, image_uri, subnets: ['subnet-1'] })],
    ['a local output path', 'RuntimeError', () => new Estimator({ ...one, image_uri, output_path: 'file://out' })],
    ['a script in S3', 'ValueError', () => new PyTorch({ ...pytorch, entry_point: 's3://b/train.py' })],
    ['no versions', 'ValueError', () => new PyTorch({ ...one, entry_point: 'train.py' })],
    ['legacy versions of TensorFlow', 'ValueError', () => tensorFlow('1.10.0', 'py2')],
    ['Python 2 for a newer TensorFlow', 'AttributeError', () => tensorFlow('2.2.0', 'py2')],
    ['GPUs for scikit-learn', 'ValueError', () => sklearn({ instance_type: 'ml.p3.8xlarge' })],
    ['two instances for scikit-learn', 'AttributeError', () => sklearn({ instance_count: 2 })],
    ['XGBoost 1.1', 'ValueError', () => new XGBoost({ ...one, entry_point: 'a.py', framework_version: '1.1-1' })],
    ['versions of both frameworks', 'ValueError', () => huggingFace({ pytorch_version: '1', tensorflow_version: '2' })],
    [
      'smdistributed with an old version',
      'ValueError',
      () => distributed({ smdistributed: { dataparallel: { enabled: true } } }),
    ],
    ['torch_distributed without GPUs', 'ValueError', () => distributed({ torch_distributed: { enabled: true } })],
    ['an unknown file system', 'ValueError', () => new FileSystemInput({ file_system_type: 'NFS' })],
    ['an input that is no address', 'ValueError', () => new Estimator({ ...one, image_uri }).fit({ inputs: 'data' })],
    ['inputs on this machine', 'ValueError', () => new Estimator({ ...one, image_uri }).fit({ inputs: 'file://data' })],
    ['a channel twice', 'ValueError', () => withModel({ model: 's3://b/m' })],
    [
      'deployment before training',
      'ValueError',
      () => new Estimator({ ...one, image_uri }).deploy({ instance_type: 'x' }),
    ],
    [
      'an unknown argument of the model',
      'TypeError',
      () => trained(new Estimator({ ...one, image_uri })).deploy({ x: 1 }),
    ],
    ['v1: legacy parameters in script mode', 'AttributeError', () => legacy({ py_version: 'py3', training_steps: 1 })],
    ['v1: a distribution of an old MXNet', 'ValueError', () => oldMXNet()],
  ];

  test.each(cases)('%s: %s', (_what, type, attempt) => {
    expect(refusal(attempt)).toBe(type);
  });

  function tensorFlow(framework_version: string, py_version: string): unknown {
    return new TensorFlow({ ...one, entry_point: 'train.py', framework_version, py_version });
  }
  function sklearn(args: Readonly<Record<string, string | number>>): unknown {
    return new SKLearn({ ...one, entry_point: 'train.py', framework_version: '1.2-1', ...args });
  }
  function huggingFace(args: Readonly<Record<string, string>>): unknown {
    return new HuggingFace({ ...one, entry_point: 'train.py', transformers_version: '4', py_version: 'py36', ...args });
  }
  function distributed(distribution: Plain): unknown {
    return new PyTorch({ ...pytorch, framework_version: '1.5', py_version: 'py3', distribution });
  }
  function withModel(inputs: Readonly<Record<string, string>>): unknown {
    return new Estimator({ ...one, image_uri, model_uri: 's3://b/model.tar.gz' }).fit({ inputs });
  }
  function trained(estimator: Estimator): Estimator {
    estimator.fit();
    return estimator;
  }
  function legacy(args: Readonly<Record<string, string | number>>): unknown {
    return new TensorFlow({ ...one, entry_point: 'train.py', framework_version: '1.12', ...args }, v1);
  }
  function oldMXNet(): unknown {
    const distribution = { parameter_server: { enabled: true } };
    return new MXNet({ ...one, entry_point: 'train.py', framework_version: '1.2', distribution }, v1);
  }
});

/** The type of the exception that Python would raise. */
function refusal(attempt: () => unknown): string {
  try {
    attempt();
    return 'nothing';
  } catch (error) {
    if (error instanceof PythonError) return error.type;
    throw error;
  }
}

/** A part of a request. */
function at(json: Json, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : part),
    json,
  );
}
