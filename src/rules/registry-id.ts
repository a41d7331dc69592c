import { createdImages, isDeepLearningContainer } from '../sdk/image-functions.js';
import { imageVersion } from '../sdk/image-versions.js';
import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { removedFunction } from './shared/removed-function.js';

const ADVICE =
  '_registry_id was an internal of v1: take the part of image_uris.retrieve(framework, region, version, py_version, instance_type, image_scope="training" or "inference") before the first "."';

/** `sagemaker.fw_utils._registry_id`. */
export const registryId: Rule = {
  docs: {
    name: 'registry-id',
    summary: '_registry_id(region, framework, …) is the start of what image_uris.retrieve gives',
    why: 'The function is gone. For the versions that are Deep Learning Containers the account is that of their image.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker import fw_utils\naccount = fw_utils._registry_id(region, 'mxnet', 'py3', mine, '1.6.0')\n",
        after:
          "from sagemaker import image_uris\naccount = image_uris.retrieve('mxnet', region, version='1.6.0', py_version='py3', instance_type='ml.m5.xlarge', image_scope='training').split('.')[0]\n",
      },
    ],
  },
  ...removedFunction({
    paths: ['sagemaker.fw_utils._registry_id'],
    advice: ADVICE,
    rewrite(call, callee, program) {
      const values = writtenValues(call, 'region', 'framework', 'py_version', 'account', 'framework_version');
      const region = values?.get('region');
      const [name, python, version] = ['framework', 'py_version', 'framework_version'].map((each) =>
        stringFor(call, each),
      );
      const image = name === undefined ? undefined : createdImages[name];
      const isKnown =
        image !== undefined &&
        version !== undefined &&
        isDeepLearningContainer(name ?? '', version, python) &&
        imageVersion(image.framework, version, python, image.scope)?.isAccepted === true;
      // Of older versions v1 gave back the account that it was given, in most regions.
      if (region === undefined || !isKnown || findArgument(call, 'py_version') === undefined)
        return { message: ADVICE };
      const text = (value: string): string => stringLike(value, call.node);
      const pieces = [
        [text(image.framework)],
        [region],
        [`version=${text(version)}`],
        ...(python === undefined ? [] : [[`py_version=${text(python)}`]]),
        [`instance_type=${text('ml.m5.xlarge')}`],
        [`image_scope=${text(image.scope)}`],
      ];
      const edits = replaceCall(call.node, program, ...retrieveCall(callee, ...pieces), `.split(${text('.')})[0]`);
      return edits === undefined
        ? { message: ADVICE }
        : { edits, message: 'the registry is that of the image that image_uris.retrieve gives' };
    },
  }),
};
