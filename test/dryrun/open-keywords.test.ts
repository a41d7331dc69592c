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
    expect(job?.request).toMatchObject({
      InputDataConfig: [{ ChannelName: 'train', $unknown: expect.anything() }, hole],
    });
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

  test('of the estimator of a tuner: it may have tags', async () => {
    const [job] = await sent(
      `from sagemaker.tuner import ContinuousParameter, HyperparameterTuner\nif config():\n    est = ${estimator}\nHyperparameterTuner(est, 'loss', {'lr': ContinuousParameter(0, 1)}, [{'Name': 'loss', 'Regex': 'x'}]).fit('s3://b/x')\n`,
    );
    expect(job?.request).toMatchObject({ Tags: hole });
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

// The same requests as SDK 1.72.0 and 2.257.6 send where the condition holds; where it does not, both raise at `deploy`.
describe('a job of which it is not known whether it was started', () => {
  test.each(['v1', 'v2'] as const)('is the one that goes on, in %s', async (sdk) => {
    const imports = 'from elsewhere import config\nfrom sagemaker.estimator import Estimator\n';
    const v1 = `est = Estimator('i', ${role}, train_instance_count=1, train_instance_type='ml.m5.large')\n`;
    const code = `${imports}${sdk === 'v1' ? v1 : `est = ${estimator}\n`}if config():\n    est.fit('s3://b/x', job_name='j')\np = est.deploy(1, 'ml.m5.large')\nprint(est.model_data)\nest.delete_endpoint()\n`;
    const { jobs } = await dryRun(code, { path: 'a.py', compare: true });
    expect(jobs.flatMap(({ violations }) => violations)).toEqual([]);
    const model = jobs.find(({ operation }) => operation === 'CreateModel');
    expect(model?.request).toMatchObject({
      PrimaryContainer: { ModelDataUrl: expect.stringMatching(/\/j\/output\//) },
    });
    if (sdk === 'v1') expect(model?.comparison?.v1).toMatchObject({ ModelName: 'j' });
  });

  // SDK 2.257.6 sends train.py and the uploaded code where the job was started, and neither where it was not.
  test('leaves the code of a model unknown that is made either way', async () => {
    const code = `from elsewhere import config\nfrom sagemaker.sklearn import SKLearn\nest = SKLearn('train.py', ${role}, instance_type='ml.m5.large', framework_version='1.0-1')\nif config():\n    est.fit('s3://b/x')\nest.transformer(1, 'ml.m5.large').transform('s3://b/y')\n`;
    const { jobs } = await dryRun(code, { path: 'a.py' });
    const model = jobs.find(({ operation }) => operation === 'CreateModel');
    expect(model?.request).toMatchObject({
      PrimaryContainer: { Environment: { SAGEMAKER_PROGRAM: hole, SAGEMAKER_SUBMIT_DIRECTORY: hole } },
    });
  });
});

describe('what is compared with v1 where keywords are not known', () => {
  async function verdicts(code: string): Promise<(readonly [string | null, string | undefined])[]> {
    const { jobs } = await dryRun(code, { path: 'a.py', compare: true });
    return jobs.map(({ operation, comparison }) => [operation, comparison?.verdict] as const);
  }

  test('a field that only v2 has, and that is not known, may not be there', async () => {
    const code = `from elsewhere import config\nfrom sagemaker import PCA\nfrom sagemaker.amazon.amazon_estimator import RecordSet\nest = PCA(${role}, train_instance_count=1, train_instance_type='ml.m5.large', num_components=1, **config())\nest.fit(RecordSet('s3://b/x', 10, 2, channel='train'), mini_batch_size=1)\n`;
    expect(await verdicts(code)).toEqual([['CreateTrainingJob', 'not-proven']]);
  });

  test('a request that is sent under a condition may not be sent', async () => {
    const code = `from elsewhere import config\nfrom sagemaker.model import Model\nfrom sagemaker.predictor import RealTimePredictor\np = Model('s3://b/m', image='i', ${role}, predictor_cls=RealTimePredictor).deploy(1, 'ml.m5.large', **config())\np.predict(b'1')\n`;
    const told = await verdicts(code);
    expect(told.find(([operation]) => operation === 'InvokeEndpointAsync')).toEqual([
      'InvokeEndpointAsync',
      'not-proven',
    ]);
    expect(told.map(([, verdict]) => verdict)).not.toContain('differs');
  });

  test('a request of which v1 missed what it is made of may have been sent', async () => {
    const code = `from elsewhere import config\nfrom sagemaker import s3_input\nfrom sagemaker.tensorflow import TensorFlow\nest = TensorFlow(**config())\nest.fit({'train': s3_input('s3://b/x')})\nest.create_model().deploy(1, 'ml.m5.large')\n`;
    const told = await verdicts(code);
    expect(told.map(([operation]) => operation)).toContain('CreateModel');
    expect(told.map(([, verdict]) => verdict)).not.toContain('differs');
  });
});
