import { fwRegistry } from '../../src/rules/fw-registry.js';
import { testRule } from '../support/rule-tester.js';

const current = 'from sagemaker import image_uris\n';

testRule(fwRegistry, {
  unchanged: [{ why: 'another package', code: "from mine import fw_registry\nfw_registry.registry(r, 'xgboost')\n" }],
  changed: [
    {
      before:
        "from sagemaker.fw_registry import default_framework_uri, registry\na = default_framework_uri('xgboost', r, '0.90-2-cpu-py3')\nb = registry(r, framework='sparkml-serving')\n",
      after: `${current}a = image_uris.retrieve('xgboost', r, '0.90-2')\nb = image_uris.retrieve('sparkml-serving', r, '2.2').split('/')[0]\n`,
    },
    {
      before: "import sagemaker.fw_registry as fr\na = fr.default_framework_uri('sparkml-serving', r, '2.2')\n",
      after: `${current}a = image_uris.retrieve('sparkml-serving', r, '2.2')\n`,
    },
    {
      before: "import sagemaker\na = sagemaker.fw_registry.registry(r, 'scikit-learn')\n",
      after: "import sagemaker\na = sagemaker.image_uris.retrieve('sklearn', r, '0.20.0').split('/')[0]\n",
    },
    {
      name: 'the version in a variable',
      before:
        "from sagemaker.fw_registry import default_framework_uri\nversion = '0.20.0'\nu = default_framework_uri(\n    'scikit-learn', r, '{}-cpu-py3'.format(version))\n",
      after: `${current}version = '0.20.0'\nu = image_uris.retrieve('sklearn', r, version)\n`,
    },
  ],
  reported: [
    {
      code: "from sagemaker.fw_registry import default_framework_uri\ndefault_framework_uri('scikit-learn', r, '{}-cpu-py3'.format(version))\n",
      line: 2,
      state: 'manual',
    },
    {
      code: 'from sagemaker.fw_registry import registry\nregistry(r, name)\n',
      line: 2,
      state: 'manual',
      says: 'image_uris.retrieve',
    },
    {
      code: "from sagemaker.fw_registry import default_framework_uri\ndefault_framework_uri('scikit-learn', r, '0.20.0-cpu-py2')\n",
      line: 2,
      state: 'manual',
    },
    { code: 'from sagemaker import fw_registry\nprint(fw_registry.image_registry_map)\n', line: 2, state: 'manual' },
  ],
});
