import type { Rule } from './rule.js';
import { constructs } from './sdk-call.js';
import { changeOf } from './shared/call-change.js';
import { removedKeyword } from './shared/removed-keyword.js';

const GONE: readonly string[] = ['model_server_workers', 'endpoint_type'];

/** `model_server_workers` and `endpoint_type` when a TensorFlow estimator makes a model, a transformer or an endpoint. */
export const modelServerWorkers: Rule = {
  docs: {
    name: 'model-server-workers',
    summary: 'model_server_workers and endpoint_type of TensorFlow.create_model(), transformer() and deploy() are gone',
    why: 'v2 always serves with TensorFlow Serving, which has no use for either, and refuses them with a TypeError.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "transformer = tf_estimator.transformer(1, 'ml.c5.xlarge', endpoint_type='tensorflow-serving')\n",
        after: "transformer = tf_estimator.transformer(1, 'ml.c5.xlarge')\n",
      },
    ],
  },
  *call(call) {
    const removed = changeOf(call)?.removed ?? [];
    if (constructs(call, 'sagemaker.tensorflow.model.TensorFlowModel')) return;
    for (const argument of call.arguments) {
      const { name } = argument;
      if (name !== undefined && GONE.includes(name) && removed.includes(name)) {
        yield removedKeyword(call, argument, 'is gone in v2, which always serves with TensorFlow Serving: drop it');
      }
    }
  },
};
