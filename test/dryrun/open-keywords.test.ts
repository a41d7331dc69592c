import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/index.js';

const role = "role='arn:aws:iam::123456789012:role/R'";
const model = `Model('i', 's3://b/m.tar.gz', ${role})`;
const estimator = `Estimator('i', ${role}, instance_count=1, instance_type='ml.m5.large')`;
const imports = `from elsewhere import config
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.model import Model
from sagemaker.spark.processing import PySparkProcessor
`;

async function sent(code: string): Promise<{ operation: string | null; request: unknown; condition: string | null }[]> {
  const { jobs } = await dryRun(imports + code, { path: 'a.py' });
  expect(jobs.flatMap(({ violations }) => violations)).toEqual([]);
  return jobs.map(({ operation, request, condition }) => ({ operation, request, condition }));
}

const hole = { $unknown: expect.stringContaining('elsewhere.config') };

// `**config` may hold any argument, or none: SDK 2.257.6 sends the same with `config = {}`, and other things with others.
describe('keywords that are not known', () => {
  test('of a deployment: it may be serverless, and the endpoint there already', async () => {
    const jobs = await sent(`${model}.deploy(instance_type='ml.m5.large', initial_instance_count=1, **config())\n`);
    expect(jobs.map(({ operation, condition }) => [operation, condition !== null])).toEqual([
      ['CreateModel', false],
      ['CreateEndpointConfig', false],
      ['CreateEndpoint', true],
    ]);
    expect(jobs[0]?.request).toMatchObject({ PrimaryContainer: { ModelDataUrl: hole, ModelDataSource: hole } });
    expect(jobs[1]?.request).toMatchObject({
      ProductionVariants: [{ VariantName: 'AllTraffic', InstanceType: hole, ServerlessConfig: hole }],
    });
  });

  test('of a tuner: the estimator of its best job is refused nothing', async () => {
    const jobs = await sent(
      `from sagemaker.pytorch import PyTorch\nfrom sagemaker.tuner import ContinuousParameter, HyperparameterTuner\nest = PyTorch('t.py', ${role}, instance_count=1, instance_type='ml.m5.large', framework_version='1.8.0', py_version='py3')\ntuner = HyperparameterTuner(est, 'loss', {'lr': ContinuousParameter(0, 1)}, [{'Name': 'loss', 'Regex': 'x'}], **config())\ntuner.fit('s3://b/x')\ntuner.deploy(1, 'ml.m5.large')\n`,
    );
    expect(jobs.map(({ operation }) => operation)).toEqual([
      'CreateHyperParameterTuningJob',
      'CreateModel',
      'CreateEndpointConfig',
      'CreateEndpoint',
    ]);
  });

  test('of the deployment of an estimator: the model may have other code, another name and environment', async () => {
    const jobs = await sent(
      `from sagemaker.pytorch import PyTorch\nest = PyTorch('t.py', ${role}, instance_count=1, instance_type='ml.m5.large', framework_version='1.8.0', py_version='py3')\nest.fit()\nest.deploy(1, 'ml.m5.large', **config())\n`,
    );
    expect(jobs.map(({ operation }) => operation)).toEqual([
      'CreateTrainingJob',
      'CreateModel',
      'CreateEndpointConfig',
      'CreateEndpoint',
    ]);
    expect(jobs[1]?.request).toMatchObject({
      ModelName: hole,
      PrimaryContainer: { Image: hole, Environment: { $unknown: expect.anything() } },
    });
  });

  test('of a new configuration: the variants may be new ones', async () => {
    const jobs = await sent(
      `predictor = ${model.replace('Model(', 'Model(predictor_cls=Predictor, image_uri=').replace("'s3:", "model_data='s3:")}.deploy(1, 'ml.m5.large')\npredictor.update_endpoint(**config())\n`.replace(
        /^/,
        'from sagemaker.predictor import Predictor\n',
      ),
    );
    expect(jobs.filter(({ operation }) => operation === 'CreateEndpointConfig')[1]?.request).toMatchObject({
      ProductionVariants: hole,
    });
  });

  test('of a dictionary of channels and one of ranges: what stands behind them has no known place', async () => {
    const [job] = await sent(
      `${estimator}.fit({'train': TrainingInput('s3://b/x'), **config(), 'test': TrainingInput('s3://b/y')})\n`,
    );
    expect(job?.request).toMatchObject({ InputDataConfig: [{ ChannelName: 'train', $unknown: expect.anything() }, hole] });
  });

  test('of a text: nothing is said of what stands around them', async () => {
    const [job] = await sent(
      `from sagemaker.pytorch import PyTorch\nPyTorch('t.py', ${role}, instance_count=1, instance_type='ml.m5.large', framework_version='1.8.0', py_version='py3', hyperparameters={'layers': [1, *config()], 'more': {'a': 1, **config()}}).fit()\n`,
    );
    expect(job?.request).toMatchObject({
      HyperParameters: {
        layers: { $template: expect.stringMatching(/^\[\{[^,]*\}\]$/) },
        more: { $template: expect.stringMatching(/^\{\{[^,]*\}\}$/) },
      },
    });
  });

  test('of an estimator: it may have code, and groups of instances', async () => {
    const [job] = await sent(`Estimator('i', ${role}, hyperparameters={'a': 'b', 'n': 1}, **config()).fit()\n`);
    expect(job?.request).toMatchObject({
      HyperParameters: { n: '1', $unknown: expect.anything() },
      ResourceConfig: { InstanceCount: hole, InstanceType: hole, InstanceGroups: hole },
      InputDataConfig: hole,
    });
    expect(job?.request).not.toMatchObject({ HyperParameters: { a: 'b' } });
  });

  test('of set_hyperparameters: there may be more, and other values for those that were set', async () => {
    const [job] = await sent(
      `est = ${estimator}\nest.set_hyperparameters(a=1)\nest.set_hyperparameters(b=2, **config())\nest.fit()\n`,
    );
    expect(job?.request).toMatchObject({
      HyperParameters: { a: { $template: expect.anything() }, b: '2', $unknown: expect.anything() },
    });
  });

  test('of an input: a field that no training job has is not one of it', async () => {
    const jobs = await sent(`${estimator}.fit({'train': TrainingInput('s3://b/x', **config())})\n`);
    expect(jobs.map(({ operation }) => operation)).toEqual(['CreateTrainingJob']);
  });

  test('of an application of Spark: what stands behind the first option has no known place', async () => {
    const [job] = await sent(
      `PySparkProcessor(framework_version='3.1', ${role}, instance_count=1, instance_type='ml.m5.large').run('s3://b/a.py', **config())\n`,
    );
    expect(job?.request).toMatchObject({ AppSpecification: { ContainerEntrypoint: hole } });
  });
});
