import { createImageUri } from '../../src/rules/create-image-uri.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.fw_utils import create_image_uri\n';
const current = 'from sagemaker import image_uris\n';

function rewritten(before: string, after: string): { name: string; before: string; after: string } {
  return {
    name: before,
    before: `${old}u = create_image_uri(${before})\n`,
    after: `${current}u = image_uris.retrieve(${after})\n`,
  };
}

testRule(createImageUri, {
  unchanged: [
    {
      why: "the program's own function",
      code: "import sagemaker\ndef create_image_uri(a):\n    return a\ncreate_image_uri('us-west-2')\n",
    },
  ],
  changed: [
    rewritten(
      "r, 'tensorflow', 'ml.c5.xlarge', '1.10.0', 'py2'",
      "'tensorflow', r, version='1.10.0', py_version='py2', instance_type='ml.c5.xlarge', image_scope='training'",
    ),
    rewritten(
      "r, 'tensorflow-serving', 'ml.c5.xlarge', '1.15.0'",
      "'tensorflow', r, version='1.15.0', instance_type='ml.c5.xlarge', image_scope='inference'",
    ),
    rewritten(
      "r, 'mxnet', kind, framework_version='1.6.0', py_version='py3'",
      "'mxnet', r, version='1.6.0', py_version='py3', instance_type=kind, image_scope='training'",
    ),
    rewritten(
      "r, 'pytorch-serving', 'ml.p3.2xlarge', '1.5.0', 'py3'",
      "'pytorch', r, version='1.5.0', py_version='py3', instance_type='ml.p3.2xlarge', image_scope='inference'",
    ),
    rewritten(
      "r, 'chainer', 'ml.c5.xlarge', '5.0.0', 'py3'",
      "'chainer', r, version='5.0.0', py_version='py3', instance_type='ml.c5.xlarge', image_scope='training'",
    ),
    {
      name: 'through a module that let it leak',
      before:
        "from sagemaker.estimator import create_image_uri as image, Estimator\nu = image(r, 'mxnet', 'ml.c5.xlarge', '1.6.0', 'py3'), Estimator\n",
      after: `from sagemaker.estimator import Estimator\n${current}u = image_uris.retrieve('mxnet', r, version='1.6.0', py_version='py3', instance_type='ml.c5.xlarge', image_scope='training'), Estimator\n`,
    },
    {
      name: 'a Neo image, from variables',
      before:
        "from sagemaker.model import NEO_IMAGE_ACCOUNT\nfrom sagemaker.fw_utils import create_image_uri\ntarget = 'ml_p3'\nframework = 'PYTORCH'\nu = create_image_uri(region, 'neo-' + framework.lower(), target.replace('_', '.'),\n                     version, py_version='py3', account=NEO_IMAGE_ACCOUNT[region])\n",
      after: `${current}target = 'ml_p3'\nframework = 'PYTORCH'\nu = '{}/sagemaker-neo-{}:{}-gpu-py3'.format(image_uris.retrieve('xgboost-neo', region).split('/')[0], framework.lower(), version)\n`,
    },
  ],
  reported: [
    {
      code: `${old}create_image_uri(r, 'neo-pytorch', 'ml.m5', '1.2.0', 'py3', account=mine)\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${old}from sagemaker.model import NEO_IMAGE_ACCOUNT\ncreate_image_uri(r, 'neo-pytorch', 'ml.inf1', '1.2.0', 'py3', account=NEO_IMAGE_ACCOUNT[r])\n`,
      line: 3,
      state: 'manual',
      after: `${old}from sagemaker import image_uris\ncreate_image_uri(r, 'neo-pytorch', 'ml.inf1', '1.2.0', 'py3', account=image_uris.retrieve('xgboost-neo', r).split('.')[0])\n`,
    },
    { code: `${old}create_image_uri(r, 'tensorflow', 'ml.c5.xlarge', '1.12', 'py2')\n`, line: 2, state: 'manual' },
    { code: `${old}create_image_uri(r, 'tensorflow', 'ml.c5.xlarge', '1.13.1', 'py3')\n`, line: 2, state: 'manual' },
    { code: `${old}create_image_uri(r, 'mxnet-serving', 'ml.c5.xlarge', '1.3.0', 'py3')\n`, line: 2, state: 'manual' },
    {
      code: `${old}create_image_uri(r, 'pytorch-serving', 'ml.c5.xlarge', '1.1.0', 'py3')\n`,
      line: 2,
      state: 'manual',
    },
    { code: `${old}create_image_uri(r, 'mxnet', 'ml.c5.xlarge', '9.9.9', 'py3')\n`, line: 2, state: 'manual' },
    {
      code: `${old}create_image_uri(r, 'mxnet', 'ml.c5.xlarge', '1.6.0', 'py3', account='1')\n`,
      line: 2,
      state: 'manual',
    },
    { code: `${old}create_image_uri(r, name, 'ml.c5.xlarge', '1.6.0', 'py3')\n`, line: 2, state: 'manual' },
    {
      code: `${old}create_image_uri(r, 'mxnet', 'ml.c5.xlarge', version, 'py3')\n`,
      line: 2,
      state: 'assumed',
      after: `${current}image_uris.retrieve('mxnet', r, version=version, py_version='py3', instance_type='ml.c5.xlarge', image_scope='training')\n`,
    },
  ],
});
