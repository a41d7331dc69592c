import { appendArgument, replace } from '../edits/builders.js';
import { isType, type PyNode } from '../python/node.js';
import { isModel } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import { stringOf } from '../semantic/values.js';
import { manual, type Rule } from './rule.js';
import type { SdkCall } from './sdk-call.js';
import { givenFor } from './shared/given.js';
import { stringLike } from './shared/literals.js';
import { methodName, receiverNode } from './shared/method-name.js';
import { compilationOf, type GivenName, isAlways, keepsModelName, namesOf } from './shared/model-names.js';

/** `deploy()` of a model that has a name, without one for the endpoint. */
export const modelEndpointName: Rule = {
  docs: {
    name: 'model-endpoint-name',
    summary: 'deploy() of a model with a name does not give that name to the endpoint any more',
    why:
      'v1 calls the endpoint and its configuration like the model; v2 appends a time stamp, and whoever calls the endpoint ' +
      'by its name finds none. Models without a name of their own get one with a time stamp in both versions.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.model import Model\nmodel = Model('s3://bucket/model.tar.gz', image=image, role=role, name='churn')\nmodel.deploy(1, 'ml.c5.xlarge')\n",
        after:
          "from sagemaker.model import Model\nmodel = Model(model_data='s3://bucket/model.tar.gz', image_uri=image, role=role, name='churn')\nmodel.deploy(1, 'ml.c5.xlarge', endpoint_name=model.name)\n",
      },
    ],
  },
  call(call, program) {
    const { target, evidence, node } = call;
    if (target.kind !== 'method' || call.name !== 'deploy' || target.receiver.kind !== 'instance') return undefined;
    if (!isModel(call.classPath) || keepsModelName(call.classPath) || program.dialect === 'v2') return undefined;
    const names = namesOf(target.receiver, program);
    if (names.length === 0 || compilationOf(target.receiver, node, program) !== undefined) return undefined;
    const at = methodName(call);
    const message = 'v1 names the endpoint like the model, v2 makes a name with a time stamp';
    const given = givenFor(call, 'endpoint_name');
    if (given.kind === 'value' || given.kind === 'maybe-none') return undefined;
    const name = nameExpression(call, names, program);
    const suggestion = `endpoint_name=${name ?? 'model.name'}`;
    if (given.kind === 'hidden')
      return {
        at,
        evidence,
        message: `${message}: pass endpoint_name=, if * or ** does not hold it`,
        suggestion,
        state: 'unproven',
      };
    const none = given.kind === 'none' ? given.argument.valueNode : undefined;
    if (name === undefined || (given.kind === 'none' && none?.type !== 'none'))
      return manual(at, evidence, `${message}: pass it`, suggestion);
    const edit = none === undefined ? appendArgument(node, 'endpoint_name', name) : replace(none, name);
    return { at, evidence, message, edits: [edit] };
  },
};

/** Code that gives the model's name where it is deployed. */
function nameExpression(call: SdkCall, names: readonly GivenName[], program: Program): string | undefined {
  const receiver = receiverNode(call);
  if (receiver !== undefined && isPath(receiver) && isAlways(isModel, call.node, program))
    return `${receiver.text}.name`;
  const [only, ...more] = names;
  const text = only === undefined || more.length > 0 ? undefined : stringOf(only.value);
  return text === undefined ? undefined : stringLike(text, call.node);
}

function isPath(node: PyNode): boolean {
  if (node.type === 'identifier') return true;
  const [object] = node.children;
  return isType(node, 'attribute') && object !== undefined && isPath(object);
}
