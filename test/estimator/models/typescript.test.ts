import { describe, expect, test } from 'vitest';
import { PythonError } from '../../../src/data/errors.js';
import { Template, Unknown } from '../../../src/data/value.js';
import { ServerlessInferenceConfig } from '../../../src/estimator/models/deploy-configs.js';
import { MultiDataModel } from '../../../src/estimator/models/multi-data-model.js';
import { Predictor } from '../../../src/estimator/models/predictor.js';
import { PyTorchModel, XGBoostModel } from '../../../src/estimator/models/script-models.js';
import { PredictorClass } from '../../../src/estimator/models/sdk-class.js';
import { CSVSerializer } from '../../../src/estimator/models/serializers.js';
import { TensorFlowServingModel } from '../../../src/estimator/models/tensorflow-model.js';
import { Transformer } from '../../../src/estimator/models/transformer.js';
import { createWorld } from '../../../src/estimator/world.js';
import { readPrograms } from '../../support/recorded-programs.js';

const programs = readPrograms(new URL('recorded.jsonl', import.meta.url));
const role = 'arn:aws:iam::123456789012:role/R';
const image_uri = '1.dkr.ecr.us-west-2.amazonaws.com/x:1';

/** What the SDK sent when it ran the Python program of that name. */
function recordedOf(sdk: string, name: string): readonly unknown[] {
  const found = programs.find((each) => each.sdk === sdk && each.name === name);
  return found?.requests ?? [`no program ${name}`];
}

describe('models in TypeScript send what Python sends', () => {
  test('many models behind one endpoint', () => {
    const world = createWorld();
    const models = new MultiDataModel(
      {
        name: 'mm',
        model_data_prefix: 's3://models/p/',
        image_uri,
        role,
        env: { A: 'b' },
        predictor_cls: new PredictorClass(Predictor, world),
        vpc_config: { Subnets: ['s'], SecurityGroupIds: ['g'] },
        enable_network_isolation: true,
      },
      world,
    );
    const one = { initial_instance_count: 1, instance_type: 'ml.m5.large' };
    const predictor = models.deploy({ ...one, tags: [{ Key: 'k', Value: 'v' }], kms_key: 'k' });
    const target_model = models.add_model({ model_data_source: 's3://x/a/b.tar.gz', model_data_path: 'c.tar.gz' });
    expect(predictor).toBeInstanceOf(Predictor);
    if (predictor instanceof Predictor) predictor.predict({ data: 'x', target_model });
    models.deploy({ ...one, endpoint_name: 'again' });
    expect(world.requests).toEqual(recordedOf('v2', 'mme_alone'));
  });

  test('a model compiled with SDK 1.72.0', () => {
    const world = createWorld({ sdk: 'v1' });
    const model = new TensorFlowServingModel(
      { model_data: 's3://b/m.tar.gz', role, framework_version: '1.15.2', name: 'nm' },
      world,
    );
    const compilation = {
      input_shape: { a: [1] },
      output_path: 's3://o',
      role,
      job_name: 'j',
      framework: 'tensorflow',
    };
    model.compile({ ...compilation, target_instance_family: 'ml_c5', framework_version: '1.15.3' });
    model.deploy({ initial_instance_count: 1, instance_type: 'ml.c5.xlarge' });
    model.deploy({ initial_instance_count: 1, instance_type: 'ml.c5.xlarge', endpoint_name: 'given' });
    model.compile({ ...compilation, target_instance_family: 'deeplens' });
    expect(world.requests).toEqual(recordedOf('v1', 'compiled_named'));
  });

  test('a transformer names each job that has no name', () => {
    const transformer = new Transformer({
      model_name: 'm',
      instance_count: 2,
      instance_type: 'ml.c5.xlarge',
      base_transform_job_name: 'base',
    });
    transformer.transform({ data: 's3://a/b' });
    expect(transformer.output_path).toBe('s3://sagemaker-us-west-2-123456789012/base-2020-01-01-00-00-00-000');
  });
});

describe('the SDK refuses', () => {
  const pytorch = { model_data: 's3://b/m.tar.gz', role, entry_point: 'a.py', framework_version: '1.12' };
  const refusals: readonly (readonly [string, string, () => unknown])[] = [
    ['a model without py_version', 'ValueError', () => new PyTorchModel(pytorch)],
    ['XGBoost 1.1', 'ValueError', () => new XGBoostModel({ ...pytorch, framework_version: '1.1-1' })],
    ['an unknown keyword', 'TypeError', () => new PyTorchModel({ ...pytorch, py_version: 'py38', endpoint: 'e' })],
    [
      'a deployment without instances',
      'ValueError',
      () => new PyTorchModel({ ...pytorch, py_version: 'py38' }).deploy({ instance_type: 'ml.m5.large' }),
    ],
    ['an empty row', 'ValueError', () => new CSVSerializer().serialize({ data: [] })],
  ];
  test.each(refusals)('%s', (_, type, run) => {
    expect(run).toThrow(PythonError);
    expect(run).toThrow(expect.objectContaining({ type }));
  });
});

describe('what is not known', () => {
  const unknown = new Unknown('read from a file');

  test('stays unknown where it goes, and nothing else does', () => {
    const model = new PyTorchModel({
      model_data: unknown,
      role,
      entry_point: 'a/serve.py',
      framework_version: unknown,
      py_version: 'py38',
      name: new Template(['model-', unknown]),
    });
    model.deploy({
      serverless_inference_config: new ServerlessInferenceConfig({ memory_size_in_mb: unknown }),
    });
    const [created, config] = model.world.requests;
    expect(created?.request).toMatchObject({
      ModelName: { $template: 'model-{read from a file}' },
      ExecutionRoleArn: role,
      PrimaryContainer: {
        Image: { $unknown: 'the image depends on read from a file' },
        Environment: { SAGEMAKER_PROGRAM: 'serve.py', SAGEMAKER_SUBMIT_DIRECTORY: { $unknown: 'read from a file' } },
      },
    });
    expect(config?.request).toMatchObject({
      EndpointConfigName: { $template: 'model-{read from a file}-2020-01-01-00-00-00-000' },
      ProductionVariants: [
        { ServerlessConfig: { MemorySizeInMB: { $unknown: 'read from a file' }, MaxConcurrency: 5 } },
      ],
    });
  });

  test('never raises', () => {
    const model = new PyTorchModel({
      ...{ entry_point: unknown, role: unknown },
      image_uri: unknown,
      model_data: unknown,
    });
    model.deploy({ initial_instance_count: unknown, instance_type: unknown, update_endpoint: unknown, tags: unknown });
    new Transformer({ model_name: unknown, instance_count: unknown, instance_type: unknown }).transform({
      data: unknown,
    });
    expect(new CSVSerializer().serialize({ data: [[1, unknown]] })).toBeInstanceOf(Unknown);
  });
});
