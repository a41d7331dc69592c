import { appendArgument, replace } from '../edits/builders.js';
import type { Edit } from '../edits/edit.js';
import { isType } from '../python/node.js';
import { isEstimator } from '../sdk/roles.js';
import { v2 } from '../sdk/tables.js';
import type { Rule } from './rule.js';
import type { SdkCall } from './sdk-call.js';
import { passes } from './shared/deployments.js';
import { givenFor } from './shared/given.js';
import { methodName, receiverNode } from './shared/method-name.js';
import { makerOf } from './shared/model-names.js';

/** What v1 names after the training job, by the method that makes it (1.72.0 estimator.py: `deploy`, `transformer`). */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  deploy: ['endpoint_name', 'model_name'],
  transformer: ['model_name'],
};

/** `deploy()` and `transformer()` of an estimator that was attached to a training job. */
export const attachedJobName: Rule = {
  docs: {
    name: 'attached-job-name',
    summary: 'deploy() and transformer() of an attached estimator do not name what they make after the job any more',
    why:
      'The program says which job it means, and v1 gives the name of that job to the model and the endpoint: whoever asks ' +
      'for them by it finds none when v2 makes up names with a time stamp. Remove what was added where that is welcome.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.estimator import Estimator\nest = Estimator.attach('churn-7')\nbatch = est.transformer(1, 'ml.m5.xlarge')\n",
        after:
          "from sagemaker.estimator import Estimator\nest = Estimator.attach('churn-7')\nbatch = est.transformer(1, 'ml.m5.xlarge', model_name=est.latest_training_job.name)\n",
      },
    ],
  },
  call(call, program) {
    const { target, evidence } = call;
    const names = NAMED[call.name];
    if (names === undefined || target.kind !== 'method' || target.receiver.kind !== 'instance') return undefined;
    if (program.dialect === 'v2' || evidence === 'name' || !isEstimator(call.classPath)) return undefined;
    const maker = makerOf(target.receiver, program)?.target;
    if (maker?.kind !== 'method' || maker.name !== 'attach') return undefined;
    const receiver = receiverNode(call);
    // A compiled model has a name of another form, and an endpoint that is updated has its name already.
    if (passes(call.fact, 'use_compiled_model') || passes(call.fact, 'update_endpoint')) return undefined;
    if (receiver === undefined || !isType(receiver, 'identifier', 'attribute')) return undefined;
    const job = `${receiver.text}.latest_training_job.name`;
    const edits = names.filter((name) => isTaken(call, name)).flatMap((name) => nameIt(call, name, job));
    if (edits.length === 0) return undefined;
    return {
      at: methodName(call),
      evidence,
      message: `v1 names ${names.length > 1 ? 'the endpoint and the model' : 'the model'} after the attached job, v2 makes a name with a time stamp`,
      edits,
    };
  },
};

/** The edit that passes a name which the call leaves open; none where it has one, or may have. */
function nameIt(call: SdkCall, name: string, value: string): Edit[] {
  const given = givenFor(call, name);
  if (given.kind === 'absent') return [appendArgument(call.node, name, value)];
  const none = given.kind === 'none' ? given.argument.valueNode : undefined;
  return none?.type === 'none' ? [replace(none, value)] : [];
}

/** Whether the method takes the parameter in v2. */
function isTaken({ classPath, name: method }: SdkCall, name: string): boolean {
  return v2.method(classPath, method)?.parameters.some((parameter) => parameter.name === name) === true;
}
