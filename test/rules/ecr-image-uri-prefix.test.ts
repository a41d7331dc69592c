import { ecrImageUriPrefix } from '../../src/rules/ecr-image-uri-prefix.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.utils import get_ecr_image_uri_prefix\n';

testRule(ecrImageUriPrefix, {
  unchanged: [
    {
      why: 'another package',
      code: "from mine.utils import get_ecr_image_uri_prefix\nget_ecr_image_uri_prefix(a, 'us-west-2')\n",
    },
  ],
  changed: [
    {
      before: `${old}u = '{}/my:1'.format(get_ecr_image_uri_prefix('123', 'us-west-2'))\n`,
      after: "u = '{}/my:1'.format('{}.dkr.ecr.{}.amazonaws.com'.format('123', 'us-west-2'))\n",
    },
    {
      before: `${old}r = "eu-west-1"\nu = get_ecr_image_uri_prefix(region=r, account=a)\n`,
      after: 'r = "eu-west-1"\nu = "{}.dkr.ecr.{}.amazonaws.com".format(a, r)\n',
    },
  ],
  reported: [
    {
      code: `${old}get_ecr_image_uri_prefix(a, 'cn-north-1')\n`,
      line: 2,
      state: 'assumed',
      after:
        "from sagemaker import image_uris\n'{}.{}'.format(a, image_uris.retrieve('xgboost', 'cn-north-1', '1.0-1').split('/')[0].split('.', 1)[1])\n",
    },
    {
      code: `${old}get_ecr_image_uri_prefix(a, region)\n`,
      line: 2,
      state: 'assumed',
      after:
        "from sagemaker import image_uris\n'{}.{}'.format(a, image_uris.retrieve('xgboost', region, '1.0-1').split('/')[0].split('.', 1)[1])\n",
    },
    { code: `${old}get_ecr_image_uri_prefix(*both)\n`, line: 2, state: 'manual', says: 'amazonaws.com.cn' },
  ],
});
