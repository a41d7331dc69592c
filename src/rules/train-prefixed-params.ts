import { isEstimator } from '../sdk/roles.js';
import { trainKeywords } from '../sdk/train-keywords.js';
import type { Rule } from './rule.js';
import { renamedAttribute } from './shared/renamed-attribute.js';
import { renamedKeywords } from './shared/renamed-keyword.js';

/** `train_instance_type=` and its six relatives on estimators: arguments, attributes, and names in strings. */
export const trainPrefixedParams: Rule = {
  docs: {
    name: 'train-prefixed-params',
    summary: 'train_instance_type and the other train_ parameters of estimators lost their prefix',
    why:
      'v2 maps some of the old keywords with a warning, drops others silently (AlgorithmEstimator), and turns an ' +
      'assignment to the old attribute into a dead one: the job runs with the old instance type.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Estimators',
    examples: [
      {
        before:
          "from sagemaker.estimator import Estimator\nest = Estimator(image, role, train_instance_count=1, train_instance_type='ml.m4.xlarge')\n",
        after:
          "from sagemaker.estimator import Estimator\nest = Estimator(image, role, instance_count=1, instance_type='ml.m4.xlarge')\n",
      },
      { before: 'estimator.train_max_run = 600\n', after: 'estimator.max_run = 600\n' },
    ],
  },
  *call(call) {
    if (call.target.kind === 'constructor' && isEstimator(call.classPath)) yield* renamedKeywords(call, trainKeywords);
  },
  attribute(use) {
    const name = trainKeywords[use.name];
    if (name === undefined) return undefined;
    if (use.receivers.length > 0) return renamedAttribute(use, name, isEstimator);
    return {
      at: use.nameNode,
      evidence: 'name',
      message: `the attribute ${use.name} is called ${name} in v2, if this is an estimator`,
      state: 'unproven',
    };
  },
};
