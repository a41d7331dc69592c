import { registryId } from '../../src/rules/registry-id.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker import fw_utils\n';
const current = 'from sagemaker import image_uris\n';

testRule(registryId, {
  unchanged: [
    {
      why: 'another package',
      code: "from mine import fw_utils\nfw_utils._registry_id(r, 'mxnet', 'py3', a, '1.6.0')\n",
    },
  ],
  changed: [
    {
      before: `${old}a = fw_utils._registry_id(framework='pytorch-serving', region=r, py_version='py3', account=a, framework_version='1.5.0')\n`,
      after: `${current}a = image_uris.retrieve('pytorch', r, version='1.5.0', py_version='py3', instance_type='ml.m5.xlarge', image_scope='inference').split('.')[0]\n`,
    },
  ],
  reported: [
    // Older images are in other accounts: there v1 gives back the fourth argument, except in a few regions.
    {
      code: `${old}fw_utils._registry_id(r, 'mxnet', 'py3', a, '1.4.0')\n`,
      line: 2,
      state: 'manual',
      says: 'image_uris',
    },
    { code: `${old}fw_utils._registry_id(r, 'mxnet', 'py2', a, '1.4.1')\n`, line: 2, state: 'manual' },
    { code: `${old}fw_utils._registry_id(r, 'mxnet', 'py3', a, version)\n`, line: 2, state: 'manual' },
  ],
});
