import { updateEndpoint } from '../../src/rules/update-endpoint.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1)\n';
const model = 'from sagemaker.model import Model\nmodel = Model(image_uri=image, model_data=data, role=role)\n';

testRule(updateEndpoint, {
  unchanged: [
    {
      why: 'another library',
      code: "from mine import Estimator\nEstimator().deploy(1, 'ml.m4.xlarge', update_endpoint=False)\n",
    },
    {
      why: 'models still can',
      code: `${model}model.deploy(1, 'ml.m4.xlarge', endpoint_name='e', update_endpoint=True)\n`,
    },
    {
      why: 'pipelines still can',
      code: "from sagemaker.pipeline import PipelineModel\nPipelineModel([m], role).deploy(1, 'ml.m4.xlarge', endpoint_name='e', update_endpoint=True)\n",
    },
  ],
  changed: [
    {
      name: 'the only one on its line',
      before: `${estimator}est.deploy(1, 'ml.m4.xlarge',\n           update_endpoint=False,\n           endpoint_name='e')  # no\n`,
      after: `${estimator}est.deploy(1, 'ml.m4.xlarge',\n           endpoint_name='e')  # no\n`,
    },
    {
      name: 'by position',
      before: `${estimator}est.deploy(1, 'ml.m4.xlarge', None, 'e', False, False, True)\n`,
      after: `${estimator}est.deploy(1, 'ml.m4.xlarge', accelerator_type=None, endpoint_name='e', use_compiled_model=False, wait=True)\n`,
    },
    {
      name: 'a multi-model endpoint',
      before:
        "from sagemaker.multidatamodel import MultiDataModel\nMultiDataModel('n', 's3://b/p', model=m).deploy(1, 'ml.m4.xlarge', update_endpoint=False)\n",
      after:
        "from sagemaker.multidatamodel import MultiDataModel\nMultiDataModel('n', 's3://b/p', model=m).deploy(1, 'ml.m4.xlarge')\n",
    },
  ],
  reported: [
    {
      code: `${estimator}est.deploy(1, 'ml.m4.xlarge', endpoint_name='e', update_endpoint=True)\n`,
      line: 3,
      state: 'manual',
      says: "est.create_model().deploy(1, 'ml.m4.xlarge', endpoint_name='e', update_endpoint=True)",
    },
    {
      code: `${estimator}est.deploy(1, 'ml.m4.xlarge', endpoint_name='e', update_endpoint=flag)\n`,
      line: 3,
      state: 'manual',
      says: 'where update_endpoint is true',
    },
  ],
});
