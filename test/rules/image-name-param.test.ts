import { imageNameParam } from '../../src/rules/image-name-param.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\n';

testRule(imageNameParam, {
  unchanged: [
    {
      why: 'another library has the keyword',
      code: "import sagemaker\nfrom mine import Estimator\nEstimator(image_name='x')\n",
    },
    {
      why: 'a variable and a parameter of that name',
      code: `${estimator}def make(image_name):\n    return Estimator(image_name, role, 1, 'x')\nmake(image_name='i')\n`,
    },
    { why: 'already v2', code: `${estimator}est = Estimator(image_uri=image, role=role)\nprint(est.image_uri)\n` },
    {
      why: 'an attribute of something else',
      code: "import sagemaker\nclass Config(object):\n    image_name = 'x'\nprint(Config().image_name)\n",
    },
    { why: 'an attribute of something unknown', code: 'import sagemaker\nprint(config.image_name)\n' },
  ],
  changed: [
    {
      name: 'None stays an argument',
      before:
        "from sagemaker.xgboost.estimator import XGBoost\ne = XGBoost('t.py', '0.90-1', image_name=None, role=role)\n",
      after:
        "from sagemaker.xgboost.estimator import XGBoost\ne = XGBoost('t.py', '0.90-1', image_uri=None, role=role)\n",
    },
    {
      name: 'the attribute, read, written, deleted and named in a string',
      before: `${estimator}est = Estimator(image, role, 1, 'x')\nest.image_name = est.image_name + ':1'\ngetattr(est, 'image_name')\nsetattr(est, "image_name", 'x')\ndel est.image_name\n`,
      after: `${estimator}est = Estimator(image, role, 1, 'x')\nest.image_uri = est.image_uri + ':1'\ngetattr(est, 'image_uri')\nsetattr(est, "image_uri", 'x')\ndel est.image_uri\n`,
    },
    {
      name: 'a partial',
      before: `from functools import partial\n${estimator}make = partial(Estimator, image_name=image, role=role)\nmake(instance_count=1)\n`,
      after: `from functools import partial\n${estimator}make = partial(Estimator, image_uri=image, role=role)\nmake(instance_count=1)\n`,
    },
    {
      name: 'a dictionary',
      before: `${estimator}kw = dict(image_name=image)\nif kw.get('image_name'):\n    Estimator(role=role, **kw)\n`,
      after: `${estimator}kw = dict(image_uri=image)\nif kw.get('image_uri'):\n    Estimator(role=role, **kw)\n`,
    },
    {
      name: 'a subclass, its callers and self',
      before: `${estimator}class Mine(Estimator):\n    def __init__(self, **kw):\n        super().__init__(role=role, **kw)\n        print(self.image_name)\n\nMine(image_name='x')\n`,
      after: `${estimator}class Mine(Estimator):\n    def __init__(self, **kw):\n        super().__init__(role=role, **kw)\n        print(self.image_uri)\n\nMine(image_uri='x')\n`,
    },
    {
      name: 'MXNet.create_model',
      before:
        "from sagemaker.mxnet import MXNet\nMXNet('t.py', role=role, image_name=image).create_model(image_name=other)\n",
      after:
        "from sagemaker.mxnet import MXNet\nMXNet('t.py', role=role, image_uri=image, framework_version='1.2').create_model(image_uri=other)\n",
    },
    {
      name: 'framework_name_from_image',
      before: 'import sagemaker\nsagemaker.fw_utils.framework_name_from_image(image_name=image)\n',
      after: 'import sagemaker\nsagemaker.fw_utils.framework_name_from_image(image_uri=image)\n',
    },
    {
      name: 'on an object that a class keeps',
      before: `${estimator}class Job(object):\n    def __init__(self):\n        self.est = Estimator(image, role, 1, 'x')\n\n    def show(self):\n        return self.est.image_name\n`,
      after: `${estimator}class Job(object):\n    def __init__(self):\n        self.est = Estimator(image, role, 1, 'x')\n\n    def show(self):\n        return self.est.image_uri\n`,
    },
  ],
  reported: [
    {
      code: `${estimator}Estimator(image_name=image, image_uri=image, role=role)\n`,
      line: 2,
      state: 'manual',
      says: 'keep one',
    },
    {
      code: `${estimator}kw = {'image_name': image}\nsave(kw)\nEstimator(role=role, **kw)\n`,
      line: 2,
      state: 'manual',
    },
  ],
});
