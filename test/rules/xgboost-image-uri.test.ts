import { xgboostImageUri } from '../../src/rules/xgboost-image-uri.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.xgboost.estimator import get_xgboost_image_uri\n';
const current = 'from sagemaker import image_uris\n';

testRule(xgboostImageUri, {
  unchanged: [
    { why: 'another package', code: "from mine import get_xgboost_image_uri\nget_xgboost_image_uri(r, '0.90-2')\n" },
  ],
  changed: [
    {
      before: `${old}u = get_xgboost_image_uri('us-west-2', framework_version='1.0-1', py_version='py3')\n`,
      after: `${current}u = image_uris.retrieve('xgboost', 'us-west-2', '1.0-1')\n`,
    },
    {
      before: `from sagemaker.amazon import amazon_estimator\nu = amazon_estimator.get_xgboost_image_uri(r, "0.90-1")\n`,
      after: `${current}u = image_uris.retrieve("xgboost", r, "0.90-1")\n`,
    },
  ],
  reported: [
    { code: `${old}get_xgboost_image_uri(r, '0.90')\n`, line: 2, state: 'manual', says: '0.90-2' },
    { code: `${old}get_xgboost_image_uri(r, '0.90-1', 'py2')\n`, line: 2, state: 'manual' },
    {
      code: `${old}get_xgboost_image_uri(r, v)\n`,
      line: 2,
      state: 'assumed',
      after: `${current}image_uris.retrieve('xgboost', r, v)\n`,
    },
  ],
});
