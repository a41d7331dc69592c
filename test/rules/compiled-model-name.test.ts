import { compiledModelName } from '../../src/rules/compiled-model-name.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\nest = Estimator(image, role)\n';
const compiled = `${estimator}m = est.compile_model('ml_c5', shape, output)\n`;

testRule(compiledModelName, {
  unchanged: [
    { why: 'no name', code: `${compiled}m.deploy(1, 'ml.c5.xlarge')\n` },
    {
      why: 'the whole name is there already',
      code: `${compiled}m.name = 'churnml-c5'\nm.deploy(1, 'ml.c5.xlarge', endpoint_name='churnml-c5')\n`,
    },
    {
      why: 'v2 all over',
      code: `from sagemaker.inputs import TrainingInput\n${compiled}m.name = 'churn'\nm.deploy(1, 'ml.c5.xlarge')\n`,
    },
  ],
  changed: [
    {
      before: `${compiled}m.name = "churn"  # known issue\np = m.deploy(1, 'ml.c5.4xlarge')\n`,
      after: `${compiled}m.name = "churnml-c5"  # known issue\np = m.deploy(1, 'ml.c5.4xlarge', endpoint_name='churnml-c5')\n`,
    },
    {
      name: 'the endpoint has a name of its own',
      before: `${compiled}m.name = 'churn'\nm.deploy(1, 'ml.c5.4xlarge', endpoint_name='e')\n`,
      after: `${compiled}m.name = 'churnml-c5'\nm.deploy(1, 'ml.c5.4xlarge', endpoint_name='e')\n`,
    },
    {
      name: 'a model that compiles itself',
      before:
        "from sagemaker.model import Model\nm = Model(model_data=d, role=role, name='churn')\nc = m.compile('ml_p3', shape, output, role)\nc.deploy(1, 'ml.p3.2xlarge')\n",
      after:
        "from sagemaker.model import Model\nm = Model(model_data=d, role=role, name='churnml-p3')\nc = m.compile('ml_p3', shape, output, role)\nc.deploy(1, 'ml.p3.2xlarge', endpoint_name='churnml-p3')\n",
    },
    {
      name: 'compiled on one way to deploy(), on the other still the estimator',
      before: `${estimator}m = est\nif ok:\n    m = est.compile_model('ml_c5', shape, output)\n    m.name = 'churn'\nm.deploy(1, 'ml.c5.4xlarge')\n`,
      after: `${estimator}m = est\nif ok:\n    m = est.compile_model('ml_c5', shape, output)\n    m.name = 'churnml-c5'\nm.deploy(1, 'ml.c5.4xlarge', endpoint_name='churnml-c5')\n`,
    },
  ],
  reported: [
    {
      code: `${compiled}m.name = make_name()\nm.deploy(1, 'ml.c5.xlarge')\n`,
      line: 5,
      state: 'manual',
      says: "name + 'ml-c5'",
    },
    { code: `${compiled}m.name = 'churn'\nm.deploy(1, instance_type)\n`, line: 5, state: 'manual' },
    { code: `${compiled}m.name = 'churn'\nprint(m.name)\nm.deploy(1, 'ml.c5.xlarge')\n`, line: 6, state: 'manual' },
    {
      code: `${compiled}m.name = 'churn'\nm.deploy(1, 'ml.c5.xlarge')\nm.deploy(1, 'ml.c5.2xlarge')\n`,
      line: 5,
      state: 'manual',
    },
  ],
});
