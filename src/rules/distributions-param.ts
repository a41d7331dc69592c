import { lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { keywordsRenamedHere } from './shared/call-change.js';
import { renamedAttribute } from './shared/renamed-attribute.js';

/** Only TensorFlow keeps it as an attribute; MXNet turns it into hyperparameters at once. */
const keepsDistributions = (classPath: string): boolean =>
  lineageOf(classPath).includes('sagemaker.tensorflow.estimator.TensorFlow');

/** `distributions=` of TensorFlow and MXNet estimators. */
export const distributionsParam: Rule = {
  docs: {
    name: 'distributions-param',
    summary: 'distributions of TensorFlow and MXNet estimators is called distribution',
    why: 'v2 before 2.18 ignores the old keyword of TensorFlow silently: the job trains without parameter servers or MPI.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Estimators',
    examples: [
      {
        before:
          "from sagemaker.mxnet import MXNet\nest = MXNet('t.py', role=role, image_uri=image, distributions=settings)\n",
        after:
          "from sagemaker.mxnet import MXNet\nest = MXNet('t.py', role=role, image_uri=image, distribution=settings)\n",
      },
    ],
  },
  call: (call) => keywordsRenamedHere(call, 'distributions'),
  attribute: (use) =>
    use.name === 'distributions' ? renamedAttribute(use, 'distribution', keepsDistributions) : undefined,
};
