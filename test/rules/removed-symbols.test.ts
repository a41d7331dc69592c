import { removedSymbols } from '../../src/rules/removed-symbols.js';
import { testRule } from '../support/rule-tester.js';

testRule(removedSymbols, {
  unchanged: [
    { why: 'another package', code: 'from mine.defaults import TF_VERSION\nprint(TF_VERSION)\n' },
    { why: 'v2 still has it', code: 'from sagemaker.fw_utils import UploadedCode\nprint(UploadedCode)\n' },
    { why: 'it only moved', code: 'from sagemaker.s3 import parse_s3_url\nprint(parse_s3_url)\n' },
  ],
  changed: [],
  reported: [
    {
      code: 'from sagemaker.tensorflow.defaults import TF_VERSION\nprint(TF_VERSION)\n',
      line: 2,
      state: 'manual',
      says: '"1.11"',
    },
    {
      code: 'import sagemaker\nprint(sagemaker.mxnet.defaults.MXNET_VERSION)\n',
      line: 2,
      state: 'manual',
      says: '"1.2"',
    },
    { code: 'from sagemaker.utils import to_str\nx = to_str(1)\n', line: 2, state: 'manual', says: 'str' },
    {
      code: 'from sagemaker.fw_utils import is_version_equal_or_higher\n',
      line: 1,
      state: 'manual',
      says: 'packaging.version',
    },
    {
      code: 'from sagemaker.tensorflow.estimator import Tensorboard\nTensorboard(e)\n',
      line: 2,
      state: 'manual',
      says: 'TensorBoard',
    },
    {
      code: 'from sagemaker.debugger import SAGEMAKER_RULE_CONTAINERS_ACCOUNTS_MAP as accounts\nprint(accounts)\n',
      line: 2,
      state: 'manual',
      says: 'debugger',
    },
  ],
});
