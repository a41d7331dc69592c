import { attachedJobName } from '../../src/rules/attached-job-name.js';
import { testRule } from '../support/rule-tester.js';

// What is added was run with both SDKs: 1.72.0 without it and 2.257.6 with it name model, endpoint and transform job alike.
const attached = "from sagemaker.estimator import Estimator\nest = Estimator.attach('job')\n";

testRule(attachedJobName, {
  unchanged: [
    { why: 'the model has a name', code: `${attached}est.transformer(1, 'ml.m5.large', model_name='m')\n` },
    { why: 'both have names', code: `${attached}est.deploy(1, 'ml.m5.large', endpoint_name='e', model_name='m')\n` },
    { why: '** may hold them', code: `${attached}est.deploy(1, 'ml.m5.large', **more)\n` },
    {
      why: 'a job of its own, whose name has a time stamp in both versions',
      code: "from sagemaker.estimator import Estimator\nest = Estimator(i, r)\nest.fit(x)\nest.deploy(1, 'ml.m5.large')\n",
    },
    { why: 'only its variable says that it is an estimator', code: "estimator.deploy(1, 'ml.m5.large')\n" },
    {
      why: 'names of compiled models have another form',
      code: `${attached}est.deploy(1, 'ml.m5.large', use_compiled_model=True)\n`,
    },
    {
      why: 'v2 all over',
      code: `from sagemaker.inputs import TrainingInput\n${attached}est.deploy(1, 'ml.m5.large')\n`,
    },
    {
      why: 'a tuner names its endpoint itself',
      code: "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner.attach('job')\ntuner.transformer(1)\n",
    },
    {
      why: 'it has no name to be asked by',
      code: "from sagemaker.estimator import Estimator\nEstimator.attach('job').transformer(1, 'ml.m5.large')\n",
    },
  ],
  changed: [
    {
      before: `${attached}p = est.deploy(1, 'ml.m5.large')\n`,
      after: `${attached}p = est.deploy(1, 'ml.m5.large', endpoint_name=est.latest_training_job.name, model_name=est.latest_training_job.name)\n`,
    },
    {
      before: `${attached}p = est.deploy(1, 'ml.m5.large', endpoint_name='mine')\n`,
      after: `${attached}p = est.deploy(1, 'ml.m5.large', endpoint_name='mine', model_name=est.latest_training_job.name)\n`,
    },
    {
      before: `${attached}t = est.transformer(\n    instance_count=1,\n    instance_type='ml.m5.large',\n    model_name=None,\n)\n`,
      after: `${attached}t = est.transformer(\n    instance_count=1,\n    instance_type='ml.m5.large',\n    model_name=est.latest_training_job.name,\n)\n`,
    },
    {
      before:
        "from sagemaker.pytorch import PyTorch\nclass Run:\n    def __init__(self, job):\n        self.est = PyTorch.attach(job)\n    def serve(self):\n        return self.est.transformer(1, 'ml.m5.large')\n",
      after:
        "from sagemaker.pytorch import PyTorch\nclass Run:\n    def __init__(self, job):\n        self.est = PyTorch.attach(job)\n    def serve(self):\n        return self.est.transformer(1, 'ml.m5.large', model_name=self.est.latest_training_job.name)\n",
    },
  ],
});
