import { replace } from '../edits/builders.js';
import { findIdentifiers, isType, type PyNode } from '../python/node.js';
import { isEstimator } from '../sdk/roles.js';
import type { Evidence } from '../semantic/evidence.js';
import type { Program } from '../semantic/program.js';
import type { Instance, SdkValue } from '../semantic/values.js';
import type { Finding, Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { deploymentsOf, isSameScope, passes, variableOf } from './shared/deployments.js';
import { type Naming, usesAs } from './shared/name-uses.js';

const ENDPOINT: Naming = { holder: /endpoint/i, taker: /endpoint|Predictor$/i };

/** The name of a training job that is used as the name of the endpoint. */
export const defaultEndpointName: Rule = {
  docs: {
    name: 'default-endpoint-name',
    summary: 'deploy() of an estimator does not name the endpoint after the training job any more',
    why:
      'v1 gives the endpoint the name of the training job; v2 makes a new name with a new time stamp. Code that takes ' +
      'the one for the other finds no endpoint. The predictor knows the name.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "predictor = estimator.deploy(1, 'ml.m4.xlarge')\nendpoint_name = estimator.latest_training_job.name\n",
        after: "predictor = estimator.deploy(1, 'ml.m4.xlarge')\nendpoint_name = predictor.endpoint_name\n",
      },
    ],
  },
  *attribute(use, program) {
    const [receiver] = use.receivers;
    if (
      use.name !== 'latest_training_job' ||
      receiver === undefined ||
      !use.receivers.every((each) => each.kind === 'instance' && isEstimator(each.classPath))
    )
      return;
    const { parent } = use.node;
    const name = parent?.type === 'attribute' && parent.children[0] === use.node ? parent : undefined;
    if (name !== undefined && isType(name.children[1], 'identifier') && /^(job_)?name$/.test(name.children[1].text)) {
      yield* renamedEndpoints(name, receiver, use.receivers.length === 1, receiver.evidence, program);
    }
  },
  *call(call, program) {
    const { target } = call;
    const name =
      target.kind === 'method' && call.name === 'fit' && isEstimator(call.classPath)
        ? findArgument(call, 'job_name')?.valueNode
        : undefined;
    const bound = name?.type === 'identifier' && target.kind === 'method' ? valueBoundTo(name, program) : undefined;
    if (bound !== undefined && target.kind === 'method')
      yield* renamedEndpoints(bound, target.receiver, true, call.evidence, program);
  },
};

function* renamedEndpoints(
  name: PyNode,
  estimator: Instance | SdkValue,
  isOne: boolean,
  evidence: Evidence,
  program: Program,
): Generator<Finding> {
  if (program.dialect === 'v2') return;
  const deployed = deploymentsOf(program, estimator);
  const [only] = deployed;
  // An endpoint with a name of its own never bore that of the job.
  if (only === undefined || deployed.some((call) => passes(call, 'endpoint_name') || call.opaqueKeywords !== undefined))
    return;
  const message = 'the endpoint is not named after the training job in v2';
  for (const at of usesAs(ENDPOINT, name, program)) {
    const predictor = isOne && deployed.length === 1 ? variableOf(only.node, at, program) : undefined;
    if (predictor !== undefined) {
      yield {
        at,
        evidence,
        isAssumed: true,
        message: `${message}: the predictor knows its name`,
        edits: [replace(at, `${predictor}.endpoint_name`)],
      };
    } else {
      yield {
        at,
        evidence,
        message: `${message}: take the name from the predictor, or pass endpoint_name= to deploy()`,
        suggestion: 'predictor.endpoint_name',
      };
    }
  }
}

/** The expression that the variable was last given before it is read. */
function valueBoundTo(name: PyNode, program: Program): PyNode | undefined {
  const targets = findIdentifiers(program.tree, name.text).filter(
    (node) =>
      node.end <= name.start &&
      node.parent?.type === 'assignment' &&
      node.parent.children[0] === node &&
      isSameScope(node, name),
  );
  const last = targets.reduce<PyNode | undefined>(
    (latest, node) => (latest === undefined || node.start > latest.start ? node : latest),
    undefined,
  );
  return last?.parent?.children.at(-1);
}
