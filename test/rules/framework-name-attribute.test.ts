import { frameworkNameAttribute } from '../../src/rules/framework-name-attribute.js';
import { testRule } from '../support/rule-tester.js';

testRule(frameworkNameAttribute, {
  unchanged: [
    { why: 'something unknown', code: 'import sagemaker\nprint(x.__framework_name__)\n' },
    {
      why: "a class of one's own",
      code: "import sagemaker\nclass Mine(object):\n    __framework_name__ = 'x'\nprint(Mine.__framework_name__)\n",
    },
    { why: 'already v2', code: 'from sagemaker.pytorch import PyTorch\nprint(PyTorch._framework_name)\n' },
  ],
  changed: [
    {
      name: 'of an object, and of a model',
      before:
        "from sagemaker.xgboost import XGBoost, XGBoostModel\nXGBoost('t.py', '0.90-2').__framework_name__\nXGBoostModel.__framework_name__\n",
      after:
        "from sagemaker.xgboost import XGBoost, XGBoostModel\nXGBoost('t.py', '0.90-2')._framework_name\nXGBoostModel._framework_name\n",
    },
    {
      name: 'a subclass that sets it',
      before:
        "from sagemaker.estimator import Framework\n\nclass Mine(Framework):\n    __framework_name__ = 'mine'\n\n    def name(self):\n        return self.__framework_name__\n",
      after:
        "from sagemaker.estimator import Framework\n\nclass Mine(Framework):\n    _framework_name = 'mine'\n\n    def name(self):\n        return self._framework_name\n",
    },
  ],
});
