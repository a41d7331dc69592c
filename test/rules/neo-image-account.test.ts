import { neoImageAccount } from '../../src/rules/neo-image-account.js';
import { testRule } from '../support/rule-tester.js';

testRule(neoImageAccount, {
  unchanged: [
    {
      why: "the program's own table",
      code: "import sagemaker\nNEO_IMAGE_ACCOUNT = {}\nNEO_IMAGE_ACCOUNT['us-west-2']\n",
    },
  ],
  changed: [
    {
      before:
        'from sagemaker.amazon.amazon_estimator import NEO_IMAGE_ACCOUNT as accounts\nx = accounts[region_of("x")] + ":"\n',
      after:
        'from sagemaker import image_uris\nx = image_uris.retrieve("xgboost-neo", region_of("x")).split(".")[0] + ":"\n',
    },
    {
      before: 'import sagemaker\nx = sagemaker.model.NEO_IMAGE_ACCOUNT[r]\n',
      after: "import sagemaker\nx = sagemaker.image_uris.retrieve('xgboost-neo', r).split('.')[0]\n",
    },
  ],
  reported: [
    {
      code: 'from sagemaker.model import NEO_IMAGE_ACCOUNT\nprint(list(NEO_IMAGE_ACCOUNT))\n',
      line: 2,
      state: 'manual',
      says: 'xgboost-neo',
    },
  ],
});
