import { appendArgument, replace } from '../edits/builders.js';
import { isType } from '../python/node.js';
import type { Rule } from './rule.js';
import { callsMethod } from './sdk-call.js';
import { givenFor } from './shared/given.js';
import { methodName, receiverNode } from './shared/method-name.js';

/** `tuner.deploy()` without a name for the model. */
export const tunerModelName: Rule = {
  docs: {
    name: 'tuner-model-name',
    summary: 'deploy() of a tuner does not name the model after the best training job any more',
    why:
      'v1 gives that name to the model and the endpoint, v2 to the endpoint alone: the model gets one with a time stamp, ' +
      'and so does the folder of its repacked artifacts. Remove what was added where that is welcome.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(estimator, 'loss', ranges)\npredictor = tuner.deploy(1, 'ml.c5.xlarge')\n",
        after:
          "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(estimator, 'loss', ranges)\npredictor = tuner.deploy(1, 'ml.c5.xlarge', model_name=tuner.best_training_job())\n",
      },
    ],
  },
  call(call, program) {
    if (program.dialect === 'v2' || !callsMethod(call, 'deploy', 'sagemaker.tuner.HyperparameterTuner'))
      return undefined;
    const { evidence, node } = call;
    const receiver = receiverNode(call);
    // Only a name is at stake: too little for what a variable's name makes believe.
    if (evidence === 'name' || receiver === undefined || !isType(receiver, 'identifier', 'attribute')) return undefined;
    const given = givenFor(call, 'model_name');
    const none = given.kind === 'none' ? given.argument.valueNode : undefined;
    const best = `${receiver.text}.best_training_job()`;
    if (given.kind !== 'absent' && none?.type !== 'none') return undefined;
    const edit = none === undefined ? appendArgument(node, 'model_name', best) : replace(none, best);
    return {
      at: methodName(call),
      evidence,
      message: 'v1 names the model after the best training job, v2 makes a name with a time stamp',
      edits: [edit],
    };
  },
};
