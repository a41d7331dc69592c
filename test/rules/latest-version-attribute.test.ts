import { latestVersionAttribute } from '../../src/rules/latest-version-attribute.js';
import { testRule } from '../support/rule-tester.js';

testRule(latestVersionAttribute, {
  unchanged: [
    { why: 'something unknown', code: 'import sagemaker\nprint(x.LATEST_VERSION)\n' },
    {
      why: "a class of one's own",
      code: "import sagemaker\nclass PyTorch(object):\n    LATEST_VERSION = '1'\nprint(PyTorch.LATEST_VERSION)\n",
    },
  ],
  changed: [],
  reported: [
    {
      code: 'from sagemaker.pytorch import PyTorch\nv = PyTorch.LATEST_VERSION\n',
      line: 2,
      state: 'manual',
      says: "'1.5.0'",
    },
    {
      code: 'from sagemaker.tensorflow import TensorFlow as TF\nv = TF.LATEST_VERSION\n',
      line: 2,
      state: 'manual',
      says: "'2.2.0'",
    },
    {
      code: "import sagemaker.mxnet\nv = sagemaker.mxnet.MXNet('t.py', framework_version='1.6.0', py_version='py3').LATEST_VERSION\n",
      line: 2,
      state: 'manual',
      says: "'1.6.0'",
    },
    {
      code: 'from sagemaker.chainer import Chainer\nv = Chainer.LATEST_VERSION\n',
      line: 2,
      state: 'manual',
      says: "'5.0.0'",
    },
  ],
});
