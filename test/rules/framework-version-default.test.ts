import { frameworkVersionDefault } from '../../src/rules/framework-version-default.js';
import { testRule } from '../support/rule-tester.js';

const pytorch = 'from sagemaker.pytorch import PyTorch\n';
const tensorflow = 'from sagemaker.tensorflow import TensorFlow\n';

testRule(frameworkVersionDefault, {
  unchanged: [
    { why: 'another library', code: "from mine import PyTorch\nPyTorch('t.py')\n" },
    { why: 'the name is rebound', code: `${pytorch}PyTorch = make\nPyTorch('t.py')\n` },
    {
      why: 'both versions given',
      code: `${pytorch}PyTorch('t.py', role=role, framework_version='1.5', py_version='py3')\n`,
    },
    {
      why: 'an image is given',
      code: `${pytorch}PyTorch('t.py', role=role, image_uri='123.dkr.ecr.us-west-2.amazonaws.com/img:1')\n`,
    },
    {
      why: 'XGBoost requires its version in v1 too',
      code: "from sagemaker.xgboost import XGBoost\nXGBoost('t.py', framework_version='1.0-1', role=role)\n",
    },
    {
      why: 'the version in a **dictionary',
      code: `${pytorch}kw = {'framework_version': '1.5', 'py_version': 'py3'}\nPyTorch('t.py', role=role, **kw)\n`,
    },
    {
      why: 'a model of v2',
      code: "from sagemaker.tensorflow import TensorFlowModel\nTensorFlowModel(data, role, framework_version='1.14')\n",
    },
  ],
  changed: [
    {
      name: 'PyTorch without either',
      before: `${pytorch}PyTorch('t.py', role=role)\n`,
      after: `${pytorch}PyTorch('t.py', role=role, framework_version='0.4', py_version='py3')\n`,
    },
    {
      name: 'an explicit None is the default',
      before: `${pytorch}PyTorch('t.py', role=role, framework_version=None, py_version="py3", hyperparameters={"a": 1})\n`,
      after: `${pytorch}PyTorch('t.py', role=role, framework_version="0.4", py_version="py3", hyperparameters={"a": 1})\n`,
    },
    {
      name: 'MXNet: Python 2',
      before: "from sagemaker.mxnet import MXNet\nMXNet('t.py', role=role,\n      framework_version='1.4.1')\n",
      after:
        "from sagemaker.mxnet import MXNet\nMXNet('t.py', role=role,\n      framework_version='1.4.1',\n      py_version='py2')\n",
    },
    {
      name: 'Chainer in full',
      before: "import sagemaker.chainer\nsagemaker.chainer.Chainer('t.py', role=role,)\n",
      after:
        "import sagemaker.chainer\nsagemaker.chainer.Chainer('t.py', role=role, framework_version='4.1.0', py_version='py3',)\n",
    },
    {
      name: 'scikit-learn has a py_version by default in v2',
      before: "from sagemaker.sklearn.estimator import SKLearn\nSKLearn(\n    't.py',\n    role=role,  # ours\n)\n",
      after:
        "from sagemaker.sklearn.estimator import SKLearn\nSKLearn(\n    't.py',\n    role=role,  # ours\n    framework_version='0.20.0',\n)\n",
    },
    {
      name: 'models',
      before:
        "from sagemaker.chainer import ChainerModel\nfrom sagemaker.sklearn import SKLearnModel\nChainerModel(d, role, 'i.py')\nSKLearnModel(d, role, 'i.py')\n",
      after:
        "from sagemaker.chainer import ChainerModel\nfrom sagemaker.sklearn import SKLearnModel\nChainerModel(d, role, 'i.py', framework_version='4.1.0', py_version='py3')\nSKLearnModel(d, role, 'i.py', framework_version='0.20.0')\n",
    },
    {
      name: 'positional versions count',
      before: "from sagemaker.pytorch import PyTorchModel\nPyTorchModel(d, role, 'i.py', None, 'py3')\n",
      after:
        "from sagemaker.pytorch import PyTorchModel\nPyTorchModel(d, role, 'i.py', image_uri=None, py_version='py3', framework_version='0.4')\n",
    },
    {
      name: 'a subclass without a constructor, and one that calls super().__init__',
      before: `${pytorch}class A(PyTorch):\n    pass\n\nclass B(PyTorch):\n    def __init__(self, script):\n        super().__init__(script, role=role)\n\nA('t.py', role=role)\nB('t.py')\n`,
      after: `${pytorch}class A(PyTorch):\n    pass\n\nclass B(PyTorch):\n    def __init__(self, script):\n        super().__init__(script, role=role, framework_version='0.4', py_version='py3')\n\nA('t.py', role=role, framework_version='0.4', py_version='py3')\nB('t.py')\n`,
    },
    {
      name: 'the call that completes a functools.partial',
      before: `from functools import partial\n${pytorch}make = partial(PyTorch, 't.py', role=role)\nmake(framework_version='1.2')\n`,
      after: `from functools import partial\n${pytorch}make = partial(PyTorch, 't.py', role=role)\nmake(framework_version='1.2', py_version='py3')\n`,
    },
    {
      name: 'beside an image, where the version decides how the model is packed',
      before: `from sagemaker.pytorch import PyTorch, PyTorchModel\nPyTorchModel(d, role, 'i.py', image=image)\nest = PyTorch('t.py', role=role, image_name=image)\nest.deploy(1, 'ml.m4.xlarge')\n`,
      after: `from sagemaker.pytorch import PyTorch, PyTorchModel\nPyTorchModel(d, role, 'i.py', image_uri=image, framework_version='0.4')\nest = PyTorch('t.py', role=role, image_uri=image, framework_version='0.4')\nest.deploy(1, 'ml.m4.xlarge')\n`,
    },
    {
      name: 'TensorFlow: Python 2 up to 2.1.0',
      before: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.14.0')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.14.0', py_version='py2')\n`,
    },
    {
      name: 'TensorFlow 2.2 exists for Python 3.7 only',
      before: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='2.2.0')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='2.2.0', py_version='py37')\n`,
    },
    {
      name: 'TensorFlow in script mode without a version is 1.11',
      before: `${tensorflow}TensorFlow(entry_point='t.py', role=role, py_version='py3')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, py_version='py3', framework_version='1.11')\n`,
    },
    {
      name: 'TensorFlow with a version in a variable',
      before: `${tensorflow}version = '1.15.2'\nTensorFlow(entry_point='t.py', role=role, framework_version=version)\n`,
      after: `${tensorflow}version = '1.15.2'\nTensorFlow(entry_point='t.py', role=role, framework_version=version, py_version='py2')\n`,
    },
  ],
  reported: [
    {
      code: `${pytorch}kw = {'framework_version': None}\nPyTorch('t.py', role=role, py_version='py3', **kw)\n`,
      line: 3,
      state: 'manual',
      says: "framework_version='0.4'",
    },
    {
      code: `${pytorch}def make(**kw):\n    return PyTorch('t.py', role=role, **kw)\n`,
      line: 3,
      state: 'unproven',
      says: "framework_version='0.4'",
    },
    {
      code: `${pytorch}from functools import partial\nmake = partial(PyTorch, 't.py')\n`,
      line: 3,
      state: 'unproven',
      says: '0.4',
    },
    {
      code: `${pytorch}v = None if old else '1.5'\nPyTorch('t.py', role=role, framework_version=v, py_version='py3')\n`,
      line: 3,
      state: 'manual',
      says: "framework_version=v or '0.4'",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version=read())\n`,
      line: 2,
      state: 'manual',
      says: 'py_version',
    },
  ],
});
