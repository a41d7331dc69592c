import { rename } from '../edits/builders.js';
import { isEstimator } from '../sdk/roles.js';
import { trainKeywords } from '../sdk/train-keywords.js';
import type { Rule } from './rule.js';
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
        before: "from sagemaker.estimator import Estimator\nest = Estimator(image, role, train_instance_count=1, train_instance_type='ml.m4.xlarge')\n",
        after: "from sagemaker.estimator import Estimator\nest = Estimator(image, role, instance_count=1, instance_type='ml.m4.xlarge')\n",
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
    const message = `the attribute ${use.name} is called ${name} in v2`;
    const evidence = use.receivers[0]?.evidence ?? 'name';
    const at = use.nameNode;
    if (use.receivers.length === 0) return { at, evidence, message: `${message}, if this is an estimator`, state: 'unproven' };
    if (!use.receivers.every((receiver) => receiver.kind === 'instance' && isEstimator(receiver.classPath))) return undefined;
    // A name that is not spelt here but computed (a loop over names) is respelt by a person.
    if (at.type !== 'identifier' && at.type !== 'string') return { at, evidence, message: `${message}: change the string`, suggestion: `'${name}'` };
    return { at, evidence: use.isCertain ? evidence : 'name', message, edits: [rename(at, name)] };
  },
};
