import { implicitXgboostImport } from '../../src/rules/implicit-xgboost-import.js';
import { testRule } from '../support/rule-tester.js';

testRule(implicitXgboostImport, {
  unchanged: [
    { why: 'imported', code: 'import sagemaker.xgboost\nx = sagemaker.xgboost.XGBoostModel\n' },
    {
      why: 'something of it is imported',
      code: 'import sagemaker\nfrom sagemaker.xgboost.estimator import XGBoost\nx = sagemaker.xgboost.XGBoostModel, XGBoost\n',
    },
    { why: 'v2 loads the others itself', code: 'import sagemaker\nx = sagemaker.pytorch.PyTorchModel\n' },
    { why: 'another package', code: 'import xgboost\nx = xgboost.XGBRegressor\n' },
  ],
  changed: [
    {
      name: 'one import for all uses',
      before: 'import sagemaker as sm\nx = sm.xgboost.XGBoostModel\ny = sm.xgboost.model.XGBoostModel\n',
      after:
        'import sagemaker as sm\nimport sagemaker.xgboost\nx = sm.xgboost.XGBoostModel\ny = sm.xgboost.model.XGBoostModel\n',
    },
    {
      name: 'the name of the package is something else',
      before:
        "import boto3\nimport sagemaker as sm\nsagemaker = boto3.client('sagemaker')\nx = sm.xgboost.XGBoostModel\n",
      after:
        "import boto3\nimport sagemaker as sm\nimport sagemaker.xgboost as sagemaker_xgboost\nsagemaker = boto3.client('sagemaker')\nx = sm.xgboost.XGBoostModel\n",
    },
  ],
});
