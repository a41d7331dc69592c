import { xgboostPredictorSerializer } from '../../src/rules/xgboost-predictor-serializer.js';
import { testRule } from '../support/rule-tester.js';

const from = 'from sagemaker.xgboost import XGBoostPredictor\n';
const numpy = 'from sagemaker.serializers import NumpySerializer\n';
const old =
  "from sagemaker.xgboost import XGBoost\nest = XGBoost('train.py', framework_version='1.0-1', role=role, train_instance_count=1, train_instance_type='x')\n";
const now =
  "from sagemaker.xgboost import XGBoost\nest = XGBoost('train.py', framework_version='1.0-1', role=role, instance_count=1, instance_type='x')\n";

testRule(xgboostPredictorSerializer, {
  unchanged: [
    { why: 'the serializer is given', code: `${from}${numpy}XGBoostPredictor('ep', serializer=NumpySerializer())\n` },
    { why: 'v2 code wants the default of v2', code: `${now}p = est.deploy(1, 'x')\n` },
    { why: 'another library', code: "from mine import XGBoostPredictor\nXGBoostPredictor('ep')\n" },
  ],
  changed: [
    {
      name: 'a deployed estimator',
      before: `${old}p = est.deploy(1, 'x')\n`,
      after:
        now.replace('from sagemaker.xgboost import XGBoost\n', `from sagemaker.xgboost import XGBoost\n${numpy}`) +
        "p = est.deploy(1, 'x', serializer=NumpySerializer())\n",
    },
  ],
  reported: [
    { code: `${from}p = XGBoostPredictor('ep', **options)\n`, line: 2, state: 'manual', says: 'NumpySerializer()' },
  ],
});
