import { modelImageParam } from '../../src/rules/model-image-param.js';
import { testRule } from '../support/rule-tester.js';

testRule(modelImageParam, {
  unchanged: [
    { why: 'another Model', code: 'import sagemaker\nfrom keras import Model\nModel(image=1).image\n' },
    { why: 'the name is rebound', code: 'from sagemaker.model import Model\nModel = dict\nModel(image=1)\n' },
    {
      why: 'already v2',
      code: 'from sagemaker.model import Model\nModel(image_uri=image, model_data=data).image_uri\n',
    },
    {
      why: "an object of one's own",
      code: 'import sagemaker\nclient = object_with_create_model\nclient.create_model(image=1)\n',
    },
    {
      why: 'estimators have no attribute of that name',
      code: 'import sagemaker\nest = sagemaker.estimator.Estimator(image, role)\nprint(est.image)\n',
    },
    {
      why: 'first-party algorithms choose the image',
      code: 'import sagemaker\nsagemaker.KMeans(role, 1).create_model(image=1)\n',
    },
  ],
  changed: [
    {
      before:
        "from sagemaker.multidatamodel import MultiDataModel\nMultiDataModel('mm', 's3://b/m/', image=container, role=role)\n",
      after:
        "from sagemaker.multidatamodel import MultiDataModel\nMultiDataModel('mm', 's3://b/m/', image_uri=container, role=role)\n",
    },
    {
      before: 'import sagemaker\nmodel = pytorch_estimator.create_model(image=image)\n',
      after: 'import sagemaker\nmodel = pytorch_estimator.create_model(image_uri=image)\n',
    },
    {
      name: 'deploy() and compile_model() hand it to create_model()',
      before:
        "from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1, 'x')\nest.deploy(1, 'x', image=image)\nest.compile_model('ml_c4', {}, 's3://b/o', image=image)\n",
      after:
        "from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1, 'x')\nest.deploy(1, 'x', image_uri=image)\nest.compile_model('ml_c4', {}, 's3://b/o', image_uri=image)\n",
    },
    {
      name: 'container_def by either path',
      before:
        "import sagemaker\nfrom sagemaker.session import container_def as make\nsagemaker.container_def(image='x:1')\nmake(image='x:2')\n",
      after:
        "import sagemaker\nfrom sagemaker.session import container_def as make\nsagemaker.container_def(image_uri='x:1')\nmake(image_uri='x:2')\n",
    },
    {
      before: "import sagemaker\nsagemaker.Session().train(image='x:1', input_mode='File')\n",
      after: "import sagemaker\nsagemaker.Session().train(image_uri='x:1', input_mode='File')\n",
    },
    {
      before:
        "from sagemaker.workflow.airflow import transform_config_from_estimator\ntransform_config_from_estimator(est, 't', 'training', 1, 'x', 's3://b/d', image='x:1')\n",
      after:
        "from sagemaker.workflow.airflow import transform_config_from_estimator\ntransform_config_from_estimator(est, 't', 'training', 1, 'x', 's3://b/d', image_uri='x:1')\n",
    },
    {
      name: 'the attribute of what create_model() gives',
      before:
        "from sagemaker.estimator import Estimator\nmodel = Estimator(image, role, 1, 'x').create_model()\nmodel.image = 'x'\n",
      after:
        "from sagemaker.estimator import Estimator\nmodel = Estimator(image, role, 1, 'x').create_model()\nmodel.image_uri = 'x'\n",
    },
    {
      name: 'a subclass',
      before:
        'from sagemaker.model import FrameworkModel\nclass Mine(FrameworkModel):\n    def __init__(self, data, image):\n        super(Mine, self).__init__(data, image, role, "e.py")\n        print(self.image)\n',
      after:
        'from sagemaker.model import FrameworkModel\nclass Mine(FrameworkModel):\n    def __init__(self, data, image):\n        super(Mine, self).__init__(data, image, role, "e.py")\n        print(self.image_uri)\n',
    },
    {
      name: 'keys in a dictionary, a comment after one',
      before: "import sagemaker\nkw = {\n    'image': image,  # mine\n}\nsagemaker.Model(role=role, **kw)\n",
      after: "import sagemaker\nkw = {\n    'image_uri': image,  # mine\n}\nsagemaker.Model(role=role, **kw)\n",
    },
  ],
  reported: [
    {
      code: 'from sagemaker.model import Model\nModel(image=a, image_uri=b)\n',
      line: 2,
      state: 'manual',
      says: 'keep one',
    },
  ],
});
