import { enableCloudwatchMetrics } from '../../src/rules/enable-cloudwatch-metrics.js';
import { testRule } from '../support/rule-tester.js';

const xgboost = 'from sagemaker.xgboost import XGBoost, XGBoostModel\n';

testRule(enableCloudwatchMetrics, {
  unchanged: [
    {
      why: "a function of one's own",
      code: `${xgboost}def make(enable_cloudwatch_metrics):\n    return enable_cloudwatch_metrics\nmake(enable_cloudwatch_metrics=True)\n`,
    },
    {
      why: 'v1 had no such parameter there',
      code: "import sagemaker\nsagemaker.estimator.Estimator(image, role, 1, 'x', enable_cloudwatch_metrics=True)\n",
    },
    { why: 'another keyword', code: `${xgboost}XGBoost('t.py', '0.90-2', role=role, enable_sagemaker_metrics=True)\n` },
  ],
  changed: [
    {
      name: 'a dictionary that is made of pairs',
      before: `${xgboost}options = dict([('enable_cloudwatch_metrics', True), ('name', 'n')])\nXGBoostModel('s3://b/m', role, 'e.py', '0.90-2', **options)\n`,
      after: `${xgboost}options = dict([('name', 'n')])\nXGBoostModel('s3://b/m', role, 'e.py', '0.90-2', **options)\n`,
    },
    {
      name: 'a model, one argument a line, with a comment',
      before: `${xgboost}XGBoostModel(\n    's3://b/m', role, 'e.py',\n    '0.90-2',  # version\n    enable_cloudwatch_metrics=True,\n    name='n',\n)\n`,
      after: `${xgboost}XGBoostModel(\n    's3://b/m', role, 'e.py',\n    '0.90-2',  # version\n    name='n',\n)\n`,
    },
    {
      name: 'a key in a dictionary',
      before: `${xgboost}kw = {'role': role, 'enable_cloudwatch_metrics': True}\nXGBoost('t.py', '0.90-2', **kw)\n`,
      after: `${xgboost}kw = {'role': role}\nXGBoost('t.py', '0.90-2', **kw)\n`,
    },
    {
      name: 'a key that is added later',
      before: `${xgboost}kw = {'role': role}\nif metrics:\n    kw['enable_cloudwatch_metrics'] = True\nXGBoost('t.py', '0.90-2', **kw)\n`,
      after: `${xgboost}kw = {'role': role}\nif metrics:\n    pass\nXGBoost('t.py', '0.90-2', **kw)\n`,
    },
    {
      name: 'create_model() of an estimator',
      before: `${xgboost}XGBoost('t.py', '0.90-2', role=role).create_model(enable_cloudwatch_metrics=True)\n`,
      after: `${xgboost}XGBoost('t.py', '0.90-2', role=role).create_model()\n`,
    },
    {
      name: 'a partial',
      before: `from functools import partial\n${xgboost}make = partial(XGBoost, role=role, enable_cloudwatch_metrics=True)\nmake('t.py', '0.90-2')\n`,
      after: `from functools import partial\n${xgboost}make = partial(XGBoost, role=role)\nmake('t.py', '0.90-2')\n`,
    },
    {
      name: 'a subclass and its callers',
      before: `${xgboost}class Mine(XGBoost):\n    def __init__(self, **kw):\n        super().__init__('t.py', '0.90-2', **kw)\n\nMine(role=role, enable_cloudwatch_metrics=True)\n`,
      after: `${xgboost}class Mine(XGBoost):\n    def __init__(self, **kw):\n        super().__init__('t.py', '0.90-2', **kw)\n\nMine(role=role)\n`,
    },
  ],
  reported: [
    {
      code: `${xgboost}e = XGBoost('t.py', '0.90-2', role=role)\nprint(e.enable_cloudwatch_metrics)\n`,
      line: 3,
      state: 'manual',
      says: 'False',
    },
    {
      code: `${xgboost}kw = {'enable_cloudwatch_metrics': True}\nprint(kw['enable_cloudwatch_metrics'])\nXGBoost('t.py', '0.90-2', **kw)\n`,
      line: 2,
      state: 'manual',
      says: 'take the key out',
    },
  ],
});
