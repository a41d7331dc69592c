import { appendArgument } from '../edits/builders.js';
import type { Rule } from './rule.js';
import { callsMethod, findArgument } from './sdk-call.js';
import { methodName } from './shared/method-name.js';

/** `tuner.fit()`, which in v1 comes back at once. */
export const tunerFitWait: Rule = {
  docs: {
    name: 'tuner-fit-wait',
    summary: 'HyperparameterTuner.fit waits for the tuning job in v2, unless wait=False is passed',
    why: 'v1 returns as soon as the job is started; v2 blocks for hours. Remove wait=False where waiting is welcome.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(estimator, 'loss', ranges)\ntuner.fit({'train': data})\ntuner.wait()\n",
        after:
          "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(estimator, 'loss', ranges)\ntuner.fit({'train': data}, wait=False)\ntuner.wait()\n",
      },
    ],
  },
  call(call, program) {
    if (program.dialect === 'v2' || !callsMethod(call, 'fit', 'sagemaker.tuner.HyperparameterTuner')) return undefined;
    if (findArgument(call, 'wait') !== undefined) return undefined;
    const { evidence, node } = call;
    const at = methodName(call);
    const message = 'fit() of a tuner waits for the job in v2, in v1 it does not';
    if (call.hasOpaqueKeywords)
      return {
        at,
        evidence,
        message: `${message}: pass wait=False, if ** does not hold it`,
        suggestion: 'wait=False',
        state: 'unproven',
      };
    return {
      at,
      evidence,
      message,
      isAssumed: program.dialect === 'mixed',
      edits: [appendArgument(node, 'wait', 'False')],
    };
  },
};
