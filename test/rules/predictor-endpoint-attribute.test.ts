import { predictorEndpointAttribute } from '../../src/rules/predictor-endpoint-attribute.js';
import { testRule } from '../support/rule-tester.js';

const deployed =
  "from sagemaker.model import Model\np = Model(model_data=d, image_uri=i, role=r, predictor_cls=Predictor).deploy(1, 'ml.m4.xlarge')\n";
const from = 'from sagemaker.predictor import Predictor\n';

testRule(predictorEndpointAttribute, {
  unchanged: [
    { why: 'an object of another library', code: 'import sagemaker\nimport mine\nprint(mine.client().endpoint)\n' },
    { why: 'an unknown object', code: 'import sagemaker\nprint(thing.endpoint)\n' },
    { why: 'a variable of that name', code: 'import sagemaker\nendpoint = 1\nprint(endpoint)\n' },
    {
      why: 'a subclass has its own',
      code: `${from}class Mine(Predictor):\n    @property\n    def endpoint(self):\n        return 'x'\n\nMine('ep').endpoint\n`,
    },
    { why: 'already v2', code: `${from}${deployed}print(p.endpoint_name)\n` },
  ],
  changed: [
    {
      name: 'a placeholder that a reader of the notebook replaces',
      before: 'import sagemaker\nxgb_predictor = None\nprint(xgb_predictor.endpoint)\n',
      after: 'import sagemaker\nxgb_predictor = None\nprint(xgb_predictor.endpoint_name)\n',
    },
    {
      name: 'of what deploy() gives',
      before: `${from}${deployed}print(p.endpoint)\n`,
      after: `${from}${deployed}print(p.endpoint_name)\n`,
    },
    {
      name: 'self in a subclass',
      before: `${from}class Mine(Predictor):\n    def name(self):\n        return self.endpoint\n`,
      after: `${from}class Mine(Predictor):\n    def name(self):\n        return self.endpoint_name\n`,
    },
    {
      name: 'getattr',
      before: `${from}p = Predictor('ep')\ngetattr(p, 'endpoint')\n`,
      after: `${from}p = Predictor('ep')\ngetattr(p, 'endpoint_name')\n`,
    },
    {
      name: 'write and delete',
      before: `${from}p = Predictor('ep')\np.endpoint = 'b'\ndel p.endpoint\n`,
      after: `${from}p = Predictor('ep')\np.endpoint_name = 'b'\ndel p.endpoint_name\n`,
    },
    {
      name: 'of a model that an estimator compiled, and of one with several models',
      before: `from sagemaker.estimator import Estimator\nfrom sagemaker.multidatamodel import MultiDataModel\nest = Estimator(image_uri=i, role=r)\nest.compile_model(target_instance_family='ml_m4', input_shape={}, output_path='x').deploy(1, 'x').endpoint\nMultiDataModel(name='n', model_data_prefix='p', model=est.create_model()).deploy(1, 'x').endpoint\n`,
      after: `from sagemaker.estimator import Estimator\nfrom sagemaker.multidatamodel import MultiDataModel\nest = Estimator(image_uri=i, role=r)\nest.compile_model(target_instance_family='ml_m4', input_shape={}, output_path='x').deploy(1, 'x').endpoint_name\nMultiDataModel(name='n', model_data_prefix='p', model=est.create_model()).deploy(1, 'x').endpoint_name\n`,
    },
    {
      name: 'a predictor that a function makes',
      before: `${from}from sagemaker.model import Model\ndef make(name, session):\n    return Predictor(name, session)\n\np = Model(model_data=d, image_uri=i, role=r, predictor_cls=make).deploy(1, 'x')\np.endpoint\n`,
      after: `${from}from sagemaker.model import Model\ndef make(name, session):\n    return Predictor(name, session)\n\np = Model(model_data=d, image_uri=i, role=r, predictor_cls=make).deploy(1, 'x')\np.endpoint_name\n`,
    },
  ],
});
