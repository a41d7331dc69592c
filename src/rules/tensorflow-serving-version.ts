import { appendArgument, symbol } from '../edits/builders.js';
import { isType } from '../python/node.js';
import { TENSORFLOW } from '../sdk/framework-defaults.js';
import { imageVersion } from '../sdk/image-versions.js';
import { argumentOf } from '../semantic/sdk-results.js';
import { type Instance, isNone, stringOf } from '../semantic/values.js';
import { manual, type Rule } from './rule.js';
import { callsMethod, findArgument } from './sdk-call.js';
import { givenFor, isUnset } from './shared/given.js';
import { stringLike } from './shared/literals.js';
import { methodName, receiverNode } from './shared/method-name.js';

/** Versions that v2 serves with another patch by itself (tensorflow/model.py:203). */
const SERVED_BY_ANOTHER: readonly string[] = ['2.12.0', '2.16.2'];

/** TensorFlow versions that v2 can train with and has no serving image for. */
export const tensorflowServingVersion: Rule = {
  docs: {
    name: 'tensorflow-serving-version',
    summary: 'TensorFlow 1.13.1, 2.5.0, 2.6.2 and 2.7.1 have no serving image of that very version',
    why: 'v1 serves with the image of the short version (1.13), v2 asks for the full one: deploy() raises ValueError.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.13.1', py_version='py3')\nest.deploy(1, 'ml.c5.xlarge')\n",
        after:
          "from sagemaker.tensorflow import TensorFlow\nfrom sagemaker import image_uris\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.13.1', py_version='py3')\nest.deploy(1, 'ml.c5.xlarge', image_uri=image_uris.retrieve('tensorflow', est.sagemaker_session.boto_region_name, version='1.13', instance_type='ml.c5.xlarge', image_scope='inference'))\n",
      },
    ],
  },
  call(call) {
    if (!['deploy', 'create_model', 'transformer'].some((name) => callsMethod(call, name, TENSORFLOW)))
      return undefined;
    const version =
      call.target.kind === 'method' && call.target.receiver.kind === 'instance'
        ? unservedVersion(call.target.receiver)
        : undefined;
    if (version === undefined || findArgument(call, 'image', 'image_uri', 'endpoint_type') !== undefined)
      return undefined;
    const short = version.split('.').slice(0, 2).join('.');
    const message = `v2 has no serving image for TensorFlow ${version}; v1 serves with that of ${short}`;
    const at = methodName(call);
    const receiver = receiverNode(call);
    const type = findArgument(call, 'instance_type')?.valueNode;
    const literal = (value: string): string => stringLike(value, call.node);
    const rest = `(${literal('tensorflow')}, ${receiver?.text ?? 'estimator'}.sagemaker_session.boto_region_name, version=${literal(short)}, instance_type=${type?.text ?? '…'}, image_scope=${literal('inference')})`;
    const isSimple = isType(receiver, 'identifier', 'attribute') && isType(type, 'identifier', 'attribute', 'string');
    if (call.name !== 'deploy' || !isSimple || call.hasOpaqueKeywords || !isUnset(givenFor(call, 'accelerator_type'))) {
      return manual(at, call.evidence, message, `image_uri=sagemaker.image_uris.retrieve${rest}`);
    }
    const edit = appendArgument(call.node, 'image_uri', symbol('sagemaker.image_uris.retrieve', call.node), rest);
    return { at, evidence: call.evidence, message, edits: [edit] };
  },
};

/** The estimator's version where v2 has an image for training only, and v1's short one for serving. */
function unservedVersion(estimator: Instance): string | undefined {
  const image = argumentOf(estimator, 'image_name') ?? argumentOf(estimator, 'image_uri');
  const given = argumentOf(estimator, 'framework_version');
  const version = given === undefined ? undefined : stringOf(given);
  if (version === undefined || (image !== undefined && !isNone(image)) || SERVED_BY_ANOTHER.includes(version))
    return undefined;
  const isServed = imageVersion('tensorflow', version, undefined, 'inference')?.isAccepted === true;
  const isTrained =
    imageVersion('tensorflow', version) !== undefined && imageVersion('tensorflow', version)?.fullVersion !== undefined;
  return !isServed && isTrained ? version : undefined;
}
