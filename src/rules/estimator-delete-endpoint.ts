import { appendArgument, insert, replace } from '../edits/builders.js';
import { argumentListOf } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { hasRole, isEstimator } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import { type Finding, manual, type Rule } from './rule.js';
import type { SdkCall } from './sdk-call.js';
import { deploymentsOf, passes, variableOf } from './shared/deployments.js';
import { givenFor } from './shared/given.js';
import { methodName, receiverNode } from './shared/method-name.js';

/** `delete_endpoint()` of estimators and tuners. */
export const estimatorDeleteEndpoint: Rule = {
  docs: {
    name: 'estimator-delete-endpoint',
    summary: 'delete_endpoint() of estimators and tuners deletes nothing any more',
    why:
      'in v2 the method logs a warning and the endpoint goes on running, and costing. v1 deletes the endpoint and keeps ' +
      'its configuration; delete_endpoint_config=False says so. Drop it to delete both.',
    since: '2.0.0',
    guide: 'Deprecations / delete_endpoint() for estimators and HyperparameterTuner',
    examples: [
      {
        before:
          "from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1)\npredictor = est.deploy(1, 'ml.m4.xlarge')\nest.delete_endpoint()\n",
        after:
          "from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1)\npredictor = est.deploy(1, 'ml.m4.xlarge')\npredictor.delete_endpoint(delete_endpoint_config=False)\n",
      },
      {
        before: 'tuner.delete_endpoint()\n',
        after: 'tuner.sagemaker_session.delete_endpoint(tuner.best_training_job())\n',
      },
    ],
  },
  call(call, program) {
    if (call.target.kind !== 'method' || call.name !== 'delete_endpoint') return undefined;
    const receiver = receiverNode(call);
    if (receiver === undefined) return undefined;
    if (hasRole(call.classPath, 'tuner')) return ofTuner(call, receiver);
    return isEstimator(call.classPath) ? ofEstimator(call, receiver, program) : undefined;
  },
};

const NO_OP = 'deletes nothing in v2: the endpoint would go on running';

function ofEstimator(call: SdkCall, receiver: PyNode, program: Program): Finding {
  const { evidence, node, target } = call;
  const at = methodName(call);
  const deployments = target.kind === 'method' ? deploymentsOf(program, target.receiver) : [];
  const [deployed, ...more] = deployments;
  const predictor = deployed === undefined || more.length > 0 ? undefined : variableOf(deployed.node, node, program);
  if (deployed === undefined || predictor === undefined || argumentListOf(node)?.children.length !== 0) {
    const message = `delete_endpoint() of an estimator ${NO_OP}. Delete it through the predictor that deploy() returned`;
    const before = deployments
      .filter((each) => each.node.end <= node.start)
      .sort((a, b) => a.node.start - b.node.start);
    const last = before.at(-1);
    const name = (last && variableOf(last.node, node, program)) ?? 'predictor';
    return manual(at, evidence, message, `${name}.delete_endpoint(delete_endpoint_config=False)`);
  }
  return {
    at,
    evidence,
    message: `delete_endpoint() of an estimator ${NO_OP}; the predictor's does it`,
    // v1 deletes the endpoint that bears the name of the training job, which is not the one deployed here.
    isAssumed: passes(deployed, 'endpoint_name'),
    edits: [replace(receiver, predictor), appendArgument(node, 'delete_endpoint_config', 'False')],
  };
}

/** A tuner's endpoint bears the name of the best training job in both versions. */
function ofTuner(call: SdkCall, receiver: PyNode): Finding {
  const { evidence, node } = call;
  const at = methodName(call);
  const list = argumentListOf(node);
  const given = givenFor(call, 'endpoint_name');
  const message = `delete_endpoint() of a tuner ${NO_OP}; the session's does it`;
  const best = `${receiver.text}.best_training_job()`;
  const suggestion = `${receiver.text}.sagemaker_session.delete_endpoint(${best})`;
  if (list === undefined || !isType(receiver, 'identifier', 'attribute'))
    return manual(at, evidence, message, suggestion);
  const session = insert(receiver.end, '.sagemaker_session');
  if (given.kind === 'absent') return { at, evidence, message, edits: [session, insert(list.end - 1, best)] };
  if (given.kind === 'value') return { at, evidence, message, edits: [session] };
  const { valueNode } = 'argument' in given ? given.argument : { valueNode: undefined };
  if (given.kind === 'none' && valueNode?.type === 'none')
    return { at, evidence, message, edits: [session, replace(valueNode, best)] };
  return manual(at, evidence, message, suggestion);
}
