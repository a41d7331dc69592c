import { removeArgument } from '../edits/builders.js';
import { TENSORFLOW } from '../sdk/framework-defaults.js';
import { lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { removedKeyword } from './shared/removed-keyword.js';

/** `run_tensorboard_locally=` of `TensorFlow.fit()`. */
export const runTensorboardLocally: Rule = {
  docs: {
    name: 'run-tensorboard-locally',
    summary: 'TensorFlow.fit() starts no TensorBoard any more',
    why: 'v2 raises TypeError for the argument. Start TensorBoard yourself on the checkpoints, which are in S3.',
    since: '2.0.0',
    guide: 'Deprecations / Legacy TensorFlow',
    examples: [
      {
        before: "tf_estimator.fit('s3://bucket/data', run_tensorboard_locally=True)\n",
        after: "tf_estimator.fit('s3://bucket/data')\n",
      },
    ],
  },
  call(call) {
    if (call.target.kind !== 'method' || call.name !== 'fit') return undefined;
    // A name that only suggests an estimator may well be a TensorFlow one: no other has the argument.
    const isTensorFlow = lineageOf(call.classPath).includes(TENSORFLOW);
    const argument = findArgument(call, 'run_tensorboard_locally');
    if (argument === undefined || (!isTensorFlow && call.evidence !== 'name')) return undefined;
    const why = 'is gone: start TensorBoard yourself, with tensorboard --logdir on the S3 path of the checkpoints';
    if (argument.index === undefined || argument.written === undefined) return removedKeyword(call, argument, why);
    return {
      at: argument.written,
      evidence: call.evidence,
      message: `run_tensorboard_locally ${why}`,
      edits: [removeArgument(argument.written)],
    };
  },
};
