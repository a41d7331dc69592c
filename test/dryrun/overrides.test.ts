import { expect, test } from 'vitest';
import { dryRun } from '../../src/index.js';

const role = "'arn:aws:iam::123456789012:role/R'";

// What SDK 2.257.6 sends for these programs, recorded in a sandbox without AWS.
test('hyperparameters and models of a subclass are what its own methods make of them', async () => {
  const { jobs } = await dryRun(
    `from sagemaker.estimator import Estimator
class Mine(Estimator):
    def hyperparameters(self):
        return {**super().hyperparameters(), 'z': '9'}
    def create_model(self, **kw):
        kw['env'] = {'K': 'V'}
        return Estimator.create_model(self, **kw)
est = Mine('img', ${role}, 1, 'ml.m5.large', hyperparameters={'a': 1})
est.fit('s3://b/x')
est.deploy(1, 'ml.m5.large')
`,
    { path: 'a.py' },
  );
  expect(jobs.map(({ operation }) => operation)).toEqual([
    'CreateTrainingJob',
    'CreateModel',
    'CreateEndpointConfig',
    'CreateEndpoint',
  ]);
  expect(jobs[0]?.request).toMatchObject({ HyperParameters: { a: '1', z: '9' } });
  expect(jobs[1]?.request).toMatchObject({ PrimaryContainer: { Environment: { K: 'V' } } });
});

test('a framework of the program names its own image', async () => {
  const { jobs } = await dryRun(
    `from sagemaker.estimator import Framework
from sagemaker.model import Model
class Julia(Framework):
    _framework_name = 'julia'
    def training_image_uri(self, region=None):
        return '1.dkr.ecr.%s.amazonaws.com/julia:1' % self.sagemaker_session.boto_region_name
    def create_model(self, **kw):
        return Model(self.training_image_uri(), model_data=self.model_data, role=self.role)
j = Julia('j.jl', role=${role}, instance_count=1, instance_type='ml.m5.large')
j.fit()
j.deploy(1, 'ml.m5.large')
`,
    { path: 'a.py' },
  );
  const image = '1.dkr.ecr.us-west-2.amazonaws.com/julia:1';
  expect(jobs[0]?.request).toMatchObject({
    AlgorithmSpecification: { TrainingImage: image },
    TrainingJobName: 'julia-2020-01-01-00-00-00-000',
  });
  expect(jobs[1]?.request).toMatchObject({ PrimaryContainer: { Image: image } });
});

test('a container that a model of the program describes', async () => {
  const { jobs } = await dryRun(
    `import sagemaker
from sagemaker.model import Model
class Mine(Model):
    def prepare_container_def(self, instance_type=None, accelerator_type=None, **kw):
        return sagemaker.container_def(self.image_uri, self.model_data, {'T': instance_type})
Mine('img', 's3://b/m.tar.gz', ${role}).deploy(1, 'ml.m5.large')
`,
    { path: 'a.py' },
  );
  expect(jobs[0]?.request).toMatchObject({
    PrimaryContainer: { Image: 'img', Environment: { T: 'ml.m5.large' }, ModelDataUrl: 's3://b/m.tar.gz' },
  });
});

test('the metrics of a toolkit', async () => {
  const { jobs } = await dryRun(
    `from sagemaker.rl import RLEstimator, RLToolkit, RLFramework
RLEstimator('r.py', role=${role}, instance_count=1, instance_type='ml.m5.large', toolkit=RLToolkit.COACH,
    toolkit_version='0.11.0', framework=RLFramework.MXNET,
    metric_definitions=RLEstimator.default_metric_definitions(RLToolkit.RAY)[:1]).fit()
`,
    { path: 'a.py' },
  );
  expect(jobs[0]?.request).toMatchObject({
    AlgorithmSpecification: {
      MetricDefinitions: [
        { Name: 'episode_reward_mean', Regex: 'episode_reward_mean: ([-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?)' },
      ],
    },
  });
});
