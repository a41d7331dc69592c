import { appendArgument, insert } from '../edits/builders.js';
import type { PyNode } from '../python/node.js';
import { stringContent } from '../python/strings.js';
import { isEstimator, isModel } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import { type Instance, stringOf } from '../semantic/values.js';
import { manual, type Rule } from './rule.js';
import { findArgument, type SdkCall } from './sdk-call.js';
import { callsOn } from './shared/deployments.js';
import { givenFor } from './shared/given.js';
import { stringLike } from './shared/literals.js';
import { methodName } from './shared/method-name.js';
import { compilationOf, isAlways, keepsModelName, namesOf, selvesOf } from './shared/model-names.js';

/** `deploy()` of a model that Neo compiled and that has a name. */
export const compiledModelName: Rule = {
  docs: {
    name: 'compiled-model-name',
    summary: 'deploy() of a compiled model does not append the instance family to its name any more',
    why:
      "v1 calls the model and its endpoint 'name' + 'ml-c5', without a dash; v2 leaves the model's name alone and makes " +
      'a name with a time stamp for the endpoint. Whoever calls the endpoint by its name finds none.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.estimator import Estimator\nest = Estimator(image, role, train_instance_count=1)\ncompiled = est.compile_model('ml_c5', shape, output)\ncompiled.name = 'churn'\ncompiled.deploy(1, 'ml.c5.4xlarge')\n",
        after:
          "from sagemaker.estimator import Estimator\nest = Estimator(image, role, instance_count=1)\ncompiled = est.compile_model('ml_c5', shape, output)\ncompiled.name = 'churnml-c5'\ncompiled.deploy(1, 'ml.c5.4xlarge', endpoint_name='churnml-c5')\n",
      },
    ],
  },
  call(call, program) {
    const { target, evidence, node } = call;
    if (target.kind !== 'method' || call.name !== 'deploy' || target.receiver.kind !== 'instance') return undefined;
    if (!isModel(call.classPath) || keepsModelName(call.classPath) || program.dialect === 'v2') return undefined;
    const model = target.receiver;
    const names = namesOf(model, program);
    const [given] = names;
    if (given === undefined || compilationOf(model, node, program) === undefined) return undefined;
    const name = stringOf(given.value);
    const type = findArgument(call, 'instance_type')?.value;
    const suffix = type === undefined ? undefined : suffixOf(stringOf(type));
    if (name !== undefined && suffix !== undefined && name.endsWith(suffix)) return undefined;
    const endpoint = givenFor(call, 'endpoint_name');
    const at = methodName(call);
    const message = 'v1 appends the instance family to the names of a compiled model and its endpoint, v2 does not';
    const literal = given.valueNode?.type === 'string' ? given.valueNode : undefined;
    const selves = selvesOf(model, program);
    const deployments = selves.flatMap((each) => callsOn(program, each, 'deploy'));
    const isCertain =
      names.length === 1 &&
      deployments.length === 1 &&
      isAlways(isDeployable, node, program) &&
      !isReadBefore(selves, node, program);
    if (
      name === undefined ||
      suffix === undefined ||
      literal === undefined ||
      !isCertain ||
      (endpoint.kind !== 'absent' && endpoint.kind !== 'value')
    )
      return manual(at, evidence, `${message}: write the whole name`, suggest(call, suffix));
    const whole = stringLike(`${name}${suffix}`, node);
    const edits = [insert(stringContent(literal).end, suffix)];
    return {
      at: literal,
      evidence,
      message,
      isAssumed: !isAlways(isModel, node, program),
      edits: endpoint.kind === 'value' ? edits : [...edits, appendArgument(node, 'endpoint_name', whole)],
    };
  },
};

/** `ml.c5.4xlarge` → `ml-c5`, as v1's model.py has it; undefined for local mode and what is not known. */
function suffixOf(instanceType: string | undefined): string | undefined {
  const parts = instanceType?.split('.').slice(0, -1) ?? [];
  return parts.length === 0 ? undefined : parts.join('-');
}

function suggest(call: SdkCall, suffix: string | undefined): string {
  return `model.name = name + ${stringLike(suffix ?? 'ml-c5', call.node)}; model.deploy(…, endpoint_name=model.name)`;
}

/** Whether the name is read before the model is deployed: v1 gave the short one there. */
function isReadBefore(selves: readonly Instance[], deploy: PyNode, program: Program): boolean {
  for (const uses of program.facts.attributes.values()) {
    for (const { name, access, receivers, node } of uses) {
      if (
        name === 'name' &&
        access !== 'write' &&
        node.start < deploy.start &&
        receivers.some((each) => each.kind === 'instance' && selves.includes(each))
      )
        return true;
    }
  }
  return false;
}

/** Classes whose `deploy()` takes an `endpoint_name`. */
function isDeployable(classPath: string): boolean {
  return isModel(classPath) || isEstimator(classPath);
}
