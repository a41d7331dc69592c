import { modelEndpointName } from '../../src/rules/model-endpoint-name.js';
import { testRule } from '../support/rule-tester.js';

const model = 'from sagemaker.model import Model\n';
const named = `${model}m = Model(model_data=d, role=role, name='churn')\n`;

testRule(modelEndpointName, {
  unchanged: [
    { why: 'another package', code: "from mine import Model\nModel(name='churn').deploy(1, 'ml.c5.xlarge')\n" },
    { why: 'no name', code: `${model}m = Model(model_data=d, role=role)\nm.deploy(1, 'ml.c5.xlarge')\n` },
    {
      why: 'None is no name',
      code: `${model}m = Model(model_data=d, role=role, name=None)\nm.deploy(1, 'ml.c5.xlarge')\n`,
    },
    { why: 'the endpoint has a name of its own', code: `${named}m.deploy(1, 'ml.c5.xlarge', endpoint_name='e')\n` },
    {
      why: 'v2 makes a name with a time stamp, and the program is written for v2',
      code: "from sagemaker.model import Model\nm = Model(image_uri=i, model_data=d, role=role, name='churn')\nm.deploy(1, 'ml.c5.xlarge')\n",
    },
    {
      why: 'a pipeline keeps the rule in v2',
      code: "from sagemaker.pipeline import PipelineModel\np = PipelineModel([m], role, name='churn')\np.deploy(1, 'ml.c5.xlarge')\n",
    },
    {
      why: 'so does a MultiDataModel',
      code: "from sagemaker.multidatamodel import MultiDataModel\nm = MultiDataModel('churn', 's3://b/p', model=inner)\nm.deploy(1, 'ml.c5.xlarge')\n",
    },
    {
      why: 'a list that is not understood may hold the name',
      code: `${model}m = Model(**options)\nm.deploy(1, 'ml.c5.xlarge')\n`,
    },
  ],
  changed: [
    {
      before: `${named}m.deploy(1, 'ml.c5.xlarge')  # live\n`,
      after: `${named}m.deploy(1, 'ml.c5.xlarge', endpoint_name=m.name)  # live\n`,
    },
    {
      name: 'a name that is written later, on a framework model',
      before:
        "from sagemaker.sklearn.model import SKLearnModel\nm = SKLearnModel(d, role, 'e.py', framework_version='0.20.0')\nm.name = make_name()\nm.deploy(1, 'ml.c5.xlarge')\n",
      after:
        "from sagemaker.sklearn.model import SKLearnModel\nm = SKLearnModel(d, role, 'e.py', framework_version='0.20.0')\nm.name = make_name()\nm.deploy(1, 'ml.c5.xlarge', endpoint_name=m.name)\n",
    },
    {
      name: 'create_model() that is given a name',
      before:
        "from sagemaker.estimator import Estimator\nest = Estimator(image, role)\nm = est.create_model(name='churn')\nm.deploy(1, 'ml.c5.xlarge')\n",
      after:
        "from sagemaker.estimator import Estimator\nest = Estimator(image, role)\nm = est.create_model(name='churn')\nm.deploy(1, 'ml.c5.xlarge', endpoint_name=m.name)\n",
    },
    {
      name: 'None in place',
      before: `${named}m.deploy(1, 'ml.c5.xlarge', endpoint_name=None)\n`,
      after: `${named}m.deploy(1, 'ml.c5.xlarge', endpoint_name=m.name)\n`,
    },
    {
      name: 'no variable holds the model',
      before: `${model}Model(model_data=d, role=role, name="churn").deploy(1, "ml.c5.xlarge")\n`,
      after: `${model}Model(model_data=d, role=role, name="churn").deploy(1, "ml.c5.xlarge", endpoint_name="churn")\n`,
    },
    {
      name: 'deployed before it is compiled',
      before: `${named}m.deploy(1, 'ml.c5.xlarge')\nm.compile('ml_c5', shape, output, role)\n`,
      after: `${named}m.deploy(1, 'ml.c5.xlarge', endpoint_name=m.name)\nm.compile('ml_c5', shape, output, role)\n`,
    },
  ],
  reported: [
    { code: `${named}m.deploy(1, 'ml.c5.xlarge', **more)\n`, line: 3, state: 'unproven', says: 'endpoint_name=m.name' },
    {
      code: `${model}Model(model_data=d, role=role, name=make_name()).deploy(1, 'ml.c5.xlarge')\n`,
      line: 2,
      state: 'manual',
      says: 'endpoint_name=model.name',
    },
    {
      code: "model.name = 'churn'\nmodel.deploy(1, 'ml.c5.xlarge')\n",
      line: 2,
      state: 'assumed',
      after: "model.name = 'churn'\nmodel.deploy(1, 'ml.c5.xlarge', endpoint_name=model.name)\n",
    },
  ],
});
