import { estimatorDeleteEndpoint } from '../../src/rules/estimator-delete-endpoint.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1)\n';
const tuner = "from sagemaker.tuner import HyperparameterTuner\nt = HyperparameterTuner(estimator, 'loss', ranges)\n";

testRule(estimatorDeleteEndpoint, {
  unchanged: [
    { why: 'a predictor deletes', code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\np.delete_endpoint()\n` },
    { why: 'a session deletes', code: "import sagemaker\nsagemaker.Session().delete_endpoint('e')\n" },
    { why: 'another library', code: 'import sagemaker\nfrom mine import Estimator\nEstimator().delete_endpoint()\n' },
  ],
  changed: [
    {
      name: 'the only statement of a block',
      before: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nif done:\n    est.delete_endpoint()  # bye\n`,
      after: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nif done:\n    p.delete_endpoint(delete_endpoint_config=False)  # bye\n`,
    },
    {
      name: 'an endpoint with a name of its own',
      before: `${estimator}p = est.deploy(1, 'ml.m4.xlarge', endpoint_name='e'); est.delete_endpoint()\n`,
      after: `${estimator}p = est.deploy(1, 'ml.m4.xlarge', endpoint_name='e'); p.delete_endpoint(delete_endpoint_config=False)\n`,
    },
    {
      name: 'a variable that serves others before and after',
      before: `${estimator}p = model.deploy(1, 'ml.m4.xlarge')\np = est.deploy(1, 'ml.m4.xlarge')\nest.delete_endpoint()\np = None\n`,
      after: `${estimator}p = model.deploy(1, 'ml.m4.xlarge')\np = est.deploy(1, 'ml.m4.xlarge')\np.delete_endpoint(delete_endpoint_config=False)\np = None\n`,
    },
    {
      name: 'a tuner with a name',
      before: `${tuner}t.delete_endpoint('e')\nt.delete_endpoint(endpoint_name=name)\nt.delete_endpoint(None)\n`,
      after: `${tuner}t.sagemaker_session.delete_endpoint('e')\nt.sagemaker_session.delete_endpoint(endpoint_name=name)\nt.sagemaker_session.delete_endpoint(t.best_training_job())\n`,
    },
  ],
  reported: [
    {
      code: `${estimator}est.deploy(1, 'ml.m4.xlarge')\nest.delete_endpoint()\n`,
      line: 4,
      state: 'manual',
      says: 'predictor.delete_endpoint',
    },
    {
      code: `${estimator}if go:\n    p = est.deploy(1, 'ml.m4.xlarge')\nest.delete_endpoint()\n`,
      line: 5,
      state: 'manual',
    },
    {
      code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\np = other()\nest.delete_endpoint()\n`,
      line: 5,
      state: 'manual',
    },
    {
      code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nq = est.deploy(1, 'ml.m4.xlarge')\nest.delete_endpoint()\n`,
      line: 5,
      state: 'manual',
    },
    {
      code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nfor e in x:\n    est.delete_endpoint()\n    p = e\n`,
      line: 5,
      state: 'manual',
      says: 'predictor.delete_endpoint(delete_endpoint_config=False)',
    },
    {
      code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nest.delete_endpoint()\np = est.deploy(1, 'ml.m4.xlarge')\n`,
      line: 4,
      state: 'manual',
      says: 'p.delete_endpoint(delete_endpoint_config=False)',
    },
  ],
});
