import { removeArgument } from '../edits/builders.js';
import { hasRole } from '../sdk/roles.js';
import { alternatives } from '../semantic/values.js';
import { manual, type Rule } from './rule.js';
import { type BoundArgument, findArgument, type SdkCall } from './sdk-call.js';
import { receiverNode } from './shared/method-name.js';
import { removedKeyword } from './shared/removed-keyword.js';

const MULTI = 'sagemaker.multidatamodel.MultiDataModel';

/** `update_endpoint=` of `deploy()`, where v2 has none. */
export const updateEndpoint: Rule = {
  docs: {
    name: 'update-endpoint',
    summary: 'deploy() of estimators, AutoML and MultiDataModel does not update endpoints any more',
    why:
      'v2 warns and then raises TypeError, even for update_endpoint=False; a MultiDataModel creates an endpoint ' +
      'instead. deploy() of the other models still takes update_endpoint=True (from 2.243 on).',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / update_endpoint',
    examples: [
      {
        before: "predictor = estimator.deploy(1, 'ml.m4.xlarge', endpoint_name='mine', update_endpoint=False)\n",
        after: "predictor = estimator.deploy(1, 'ml.m4.xlarge', endpoint_name='mine')\n",
      },
      {
        before: "predictor = estimator.deploy(1, 'ml.m4.xlarge', endpoint_name='mine', update_endpoint=True)\n",
        after: "predictor = estimator.deploy(1, 'ml.m4.xlarge', endpoint_name='mine', update_endpoint=True)\n",
      },
    ],
  },
  call(call) {
    if (call.target.kind !== 'method' || call.name !== 'deploy' || !isConcerned(call)) return undefined;
    const argument = findArgument(call, 'update_endpoint');
    if (argument === undefined) return undefined;
    const at = argument.nameNode ?? argument.written ?? call.node;
    const values = alternatives(argument.value);
    if (values.every((value) => value.kind === 'constant' && !value.value)) {
      if (argument.index === undefined || argument.written === undefined)
        return removedKeyword(call, argument, 'is gone from this deploy(), which never updates an endpoint');
      const message = 'update_endpoint is gone from this deploy(), which never updates an endpoint';
      return { at, evidence: call.evidence, message, edits: [removeArgument(argument.written)] };
    }
    const isCertain = values.every((value) => value.kind === 'constant' && value.value);
    const message =
      'this deploy() cannot update an endpoint in v2: make a model and deploy that over it, or point the endpoint to it with Predictor.update_endpoint()';
    return manual(
      at,
      call.evidence,
      isCertain ? message : `${message}, where update_endpoint is true; else leave it out`,
      viaModel(call, argument),
    );
  },
};

function isConcerned({ classPath }: SdkCall): boolean {
  return (['estimator', 'tuner', 'automl'] as const).some((role) => hasRole(classPath, role)) || classPath === MULTI;
}

/** The same deployment with a model of its own, whose `deploy()` still updates. */
function viaModel(call: SdkCall, flag: BoundArgument): string | undefined {
  const receiver = receiverNode(call)?.text;
  if (receiver === undefined) return undefined;
  const given = call.arguments.filter((argument) => argument !== flag && argument.written !== undefined);
  const texts = given.map(({ parameter, index, valueNode }) =>
    index !== undefined && index < 2 ? (valueNode?.text ?? '…') : `${parameter ?? '…'}=${valueNode?.text ?? '…'}`,
  );
  if (call.classPath === MULTI) {
    const name = findArgument(call, 'endpoint_name')?.valueNode?.text ?? 'endpoint_name';
    return `${receiver}.create(); Predictor(${name}, sagemaker_session).update_endpoint(model_name=${receiver}.name, initial_instance_count=…, instance_type=…)`;
  }
  const estimator = hasRole(call.classPath, 'tuner') ? `${receiver}.best_estimator()` : receiver;
  return `${estimator}.create_model().deploy(${[...texts, `update_endpoint=${flag.valueNode?.text ?? 'True'}`].join(', ')})`;
}
