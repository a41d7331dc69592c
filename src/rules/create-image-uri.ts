import type { Piece } from '../edits/edit.js';
import type { PyNode } from '../python/node.js';
import { type CreatedImage, createdImages } from '../sdk/image-functions.js';
import { imageVersion } from '../sdk/image-versions.js';
import type { Program } from '../semantic/program.js';
import { isNone } from '../semantic/values.js';
import type { Rule } from './rule.js';
import { findArgument, type SdkCall } from './sdk-call.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { neoImage } from './shared/neo-image.js';
import { type Rewrite, removedFunction } from './shared/removed-function.js';

const ADVICE =
  'create_image_uri is image_uris.retrieve(framework, region, version, py_version, instance_type, image_scope="training" or "inference") in v2; a tag or account that it does not know is written as a literal URI';

/** Parameters that `retrieve` can be given; v1's `account` and `optimized_families` have no counterpart. */
const PARAMETERS = [
  'region',
  'framework',
  'instance_type',
  'framework_version',
  'py_version',
  'accelerator_type',
] as const;

/** `sagemaker.fw_utils.create_image_uri`, through whichever of its import paths. */
export const createImageUri: Rule = {
  docs: {
    name: 'create-image-uri',
    summary: 'create_image_uri(region, framework, …) is image_uris.retrieve(framework, region, …)',
    why: 'v2 keeps a function of this name that raises for nearly every framework: FileNotFoundError, or "Unsupported image scope: None".',
    since: '2.0.0',
    guide: 'Image URI Functions',
    examples: [
      {
        before:
          "from sagemaker.fw_utils import create_image_uri\nimage = create_image_uri('us-west-2', 'tensorflow-scriptmode', 'ml.c5.xlarge', '1.15.2', 'py3')\n",
        after:
          "from sagemaker import image_uris\nimage = image_uris.retrieve('tensorflow', 'us-west-2', version='1.15.2', py_version='py3', instance_type='ml.c5.xlarge', image_scope='training')\n",
      },
      {
        before:
          "from sagemaker.fw_utils import create_image_uri\nfrom sagemaker.model import NEO_IMAGE_ACCOUNT\nimage = create_image_uri(region, 'neo-pytorch', 'ml.m5', '1.2.0', py_version='py3', account=NEO_IMAGE_ACCOUNT[region])\n",
        after:
          "from sagemaker import image_uris\nimage = '{}/sagemaker-neo-pytorch:1.2.0-cpu-py3'.format(image_uris.retrieve('xgboost-neo', region).split('/')[0])\n",
      },
    ],
  },
  ...removedFunction({ paths: ['sagemaker.fw_utils.create_image_uri'], advice: ADVICE, rewrite }),
};

function rewrite(call: SdkCall, callee: PyNode, program: Program): Rewrite {
  return neoImage(call, callee, program) ?? retrieved(call, callee, program);
}

function retrieved(call: SdkCall, callee: PyNode, program: Program): Rewrite {
  const values = writtenValues(call, ...PARAMETERS);
  const [region, instanceType, version] = ['region', 'instance_type', 'framework_version'].map((name) =>
    values?.get(name),
  );
  const name = stringFor(call, 'framework');
  const image = name === undefined ? undefined : createdImages[name];
  if (region === undefined || instanceType === undefined || version === undefined || image === undefined)
    return { message: ADVICE };
  const accelerator = valueUnlessNone(call, 'accelerator_type');
  const scope = accelerator === undefined ? image.scope : 'inference';
  const python = valueUnlessNone(call, 'py_version');
  // The serving images of TensorFlow have no Python in their tags: v1 made one up.
  if (name === 'tensorflow-serving' && python !== undefined) return { message: ADVICE };
  const hasVersion = isKnownVersion(image, scope, call, python !== undefined);
  if (hasVersion === false) return { message: ADVICE };
  const text = (value: string): string => stringLike(value, call.node);
  const pieces: Piece[][] = [[text(image.framework)], [region], ['version=', version]];
  if (python !== undefined) pieces.push(['py_version=', python]);
  pieces.push(['instance_type=', instanceType]);
  if (accelerator !== undefined) pieces.push(['accelerator_type=', accelerator]);
  pieces.push([`image_scope=${text(scope)}`]);
  const edits = replaceCall(call.node, program, ...retrieveCall(callee, ...pieces));
  if (edits === undefined) return { message: ADVICE };
  return { edits, message: 'create_image_uri is image_uris.retrieve in v2', isAssumed: hasVersion === undefined };
}

function valueUnlessNone(call: SdkCall, parameter: string): PyNode | undefined {
  const argument = findArgument(call, parameter);
  return argument === undefined || isNone(argument.value) ? undefined : argument.valueNode;
}

/** Whether v2 has the versions in the repository that v1 took them from; undefined where they are not known. */
function isKnownVersion(
  image: CreatedImage,
  scope: 'training' | 'inference',
  call: SdkCall,
  hasPython: boolean,
): boolean | undefined {
  const version = stringFor(call, 'framework_version');
  const python = hasPython ? stringFor(call, 'py_version') : undefined;
  if (version === undefined || (hasPython && python === undefined)) return undefined;
  if (image.elsewhere?.test(version) === true) return false;
  const known = imageVersion(image.framework, version, python, scope);
  return known?.isAccepted === true && known.fullVersion === version;
}
