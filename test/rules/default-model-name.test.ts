import { defaultModelName } from '../../src/rules/default-model-name.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1)\n';

testRule(defaultModelName, {
  unchanged: [
    { why: 'a job', code: `${estimator}est.deploy(1, 'ml.m4.xlarge')\nprint(est.latest_training_job.name)\n` },
    {
      why: 'a model made through boto3',
      code: `${estimator}est.transformer(1, 'ml.m4.xlarge')\nmodel_name = est.latest_training_job.name\nclient.create_model(ModelName=model_name)\n`,
    },
    { why: 'no model is made', code: `${estimator}model_name = est.latest_training_job.name\n` },
  ],
  changed: [],
  reported: [
    {
      code: `${estimator}t = est.transformer(1, 'ml.m4.xlarge')\nmodel_name = est.latest_training_job.name\n`,
      line: 4,
      state: 'manual',
      says: 'transformer.model_name',
    },
    {
      code: `${estimator}est.deploy(1, 'ml.m4.xlarge')\nclient.describe_model(ModelName=est.latest_training_job.name)\n`,
      line: 4,
      state: 'manual',
      says: 'model_name=',
    },
  ],
});
