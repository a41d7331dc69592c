import { checkNeoRegion } from '../../src/rules/check-neo-region.js';
import { testRule } from '../support/rule-tester.js';

const model = 'from sagemaker.model import Model\nm = Model(model_data=d, role=role)\n';
const after =
  'from sagemaker.model import Model\nfrom sagemaker import image_uris\nm = Model(model_data=d, role=role)\n';
const regions = "image_uris.config_for_framework('xgboost-neo')['versions']['latest']['registries']";

testRule(checkNeoRegion, {
  unchanged: [{ why: 'another package', code: 'from mine import Model\nModel().check_neo_region(region)\n' }],
  changed: [
    {
      before: `${model}if m.check_neo_region(region) is False:\n    print('no')\n`,
      after: `${after}if (region in ${regions}) is False:\n    print('no')\n`,
    },
    {
      before: `${model}ok = m.check_neo_region(region=a or b)\n`,
      after: `${after}ok = (a or b) in ${regions}\n`,
    },
    {
      name: 'a model that is made for the question',
      before:
        "from sagemaker.estimator import Estimator\nest = Estimator(image, role)\nif not est.create_model().check_neo_region('us-west-2'):\n    pass\n",
      after: `from sagemaker.estimator import Estimator\nfrom sagemaker import image_uris\nest = Estimator(image, role)\nif not 'us-west-2' in ${regions}:\n    pass\n`,
    },
    {
      name: 'the account, for the error that it raises',
      before: `${model}try:\n    m._neo_image_account(region)\nexcept ValueError:\n    print('no')\n`,
      after: `${after}try:\n    image_uris.retrieve('xgboost-neo', region).split('.')[0]\nexcept ValueError:\n    print('no')\n`,
    },
  ],
  reported: [
    { code: 'import sagemaker\nthing.check_neo_region(region)\n', line: 2, state: 'unproven' },
    { code: `${model}m.check_neo_region(*args)\n`, line: 3, state: 'manual', says: 'xgboost-neo' },
    {
      code: 'from sagemaker.model import Model\nModel(model_data=upload(), role=role).check_neo_region(region)\n',
      line: 2,
      state: 'manual',
    },
  ],
});
