import { unsupportedFrameworkVersion } from '../../src/rules/unsupported-framework-version.js';
import { testRule } from '../support/rule-tester.js';

const pytorch = 'from sagemaker.pytorch import PyTorch, PyTorchModel\n';

testRule(unsupportedFrameworkVersion, {
  unchanged: [
    { why: 'another package', code: "from mine import PyTorch\nPyTorch('t.py', framework_version='1.5.1')\n" },
    {
      why: 'v2 knows the short form',
      code: `${pytorch}PyTorch('t.py', role=role, framework_version='1.5', py_version='py3')\n`,
    },
    {
      why: 'the image is given',
      code: `${pytorch}PyTorch('t.py', role=role, framework_version='1.5.1', py_version='py3', image_uri='i:1')\n`,
    },
    {
      why: 'not known',
      code: `${pytorch}PyTorch('t.py', role=role, framework_version=version, py_version='py3')\n`,
    },
    {
      why: 'v2 all over',
      code: `from sagemaker.inputs import TrainingInput\n${pytorch}PyTorch('t.py', role=role, framework_version='1.5.1', py_version='py3')\n`,
    },
  ],
  changed: [],
  reported: [
    {
      code: `${pytorch}PyTorch('t.py', role=role, py_version='py3', framework_version='1.5.1')\n`,
      line: 2,
      state: 'manual',
      says: 'take 1.5.0 or 1.6.0',
    },
    {
      code: `${pytorch}PyTorchModel(d, role, 's.py', framework_version='1.2.1', py_version='py3')\n`,
      line: 2,
      state: 'manual',
      says: '/pytorch-inference:1.2.1-',
    },
    {
      code: "from sagemaker.chainer import Chainer\nChainer('t.py', role=role, framework_version='4.2.0', py_version='py3')\n",
      line: 2,
      state: 'manual',
      says: '/sagemaker-chainer:4.2.0-',
    },
    {
      code: "from sagemaker.xgboost import XGBoost\nXGBoost('t.py', framework_version='0.90', role=role)\n",
      line: 2,
      state: 'manual',
      says: '0.90-1',
    },
    {
      code: "from sagemaker.sklearn import SKLearn\nv = '0.23-2'\nSKLearn('t.py', role=role, framework_version=v)\n",
      line: 3,
      state: 'manual',
      says: 'take 0.23-1 or 1.0-1',
    },
    {
      code: "from sagemaker.sklearn import SKLearn\nSKLearn('t.py', 'src', role=role)\n",
      line: 2,
      state: 'manual',
      says: 'take one that it has, or name the image',
    },
  ],
});
