import { tensorflowServingVersion } from '../../src/rules/tensorflow-serving-version.js';
import { testRule } from '../support/rule-tester.js';

const tensorflow = (version: string): string =>
  `from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='t.py', role=role, framework_version='${version}', py_version='py3')\n`;
const withImages = (text: string): string =>
  text.replace('TensorFlow\n', 'TensorFlow\nfrom sagemaker import image_uris\n');

testRule(tensorflowServingVersion, {
  unchanged: [
    { why: 'a version that v2 serves', code: `${tensorflow('1.14.0')}est.deploy(1, 'ml.c5.xlarge')\n` },
    { why: 'a short version', code: `${tensorflow('1.13')}est.deploy(1, 'ml.c5.xlarge')\n` },
    {
      why: 'v2 serves this with 2.12.1',
      code: `${tensorflow('2.12.0').replace('py3', 'py310')}est.deploy(1, 'ml.c5.xlarge')\n`,
    },
    { why: 'an image is given', code: `${tensorflow('1.13.1')}est.deploy(1, 'ml.c5.xlarge', image_uri=image)\n` },
    { why: 'trained only', code: `${tensorflow('1.13.1')}est.fit(data)\n` },
  ],
  changed: [
    {
      name: 'deployed on a type in a variable',
      before: `${tensorflow('2.5.0').replace('py3', 'py37')}est.deploy(1, kind)\n`,
      after: withImages(
        `${tensorflow('2.5.0').replace('py3', 'py37')}est.deploy(1, kind, image_uri=image_uris.retrieve('tensorflow', est.sagemaker_session.boto_region_name, version='2.5', instance_type=kind, image_scope='inference'))\n`,
      ),
    },
  ],
  reported: [
    { code: `${tensorflow('1.13.1')}est.create_model()\n`, line: 3, state: 'manual', says: "version='1.13'" },
    {
      code: `${tensorflow('1.13.1')}est.deploy(1, pick(), accelerator_type='ml.eia1.medium')\n`,
      line: 3,
      state: 'manual',
      says: "version='1.13'",
    },
  ],
});
