import { isPredictor } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { renamedKeywords } from './shared/renamed-keyword.js';

/** `endpoint=` of predictor constructors. */
export const predictorEndpointParam: Rule = {
  docs: {
    name: 'predictor-endpoint-param',
    summary: 'endpoint= of predictors is called endpoint_name=',
    why: 'v2 raises a TypeError: endpoint_name is missing.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Predictors',
    examples: [
      {
        before: "from sagemaker.sparkml import SparkMLPredictor\np = SparkMLPredictor(endpoint='ep')\n",
        after: "from sagemaker.sparkml import SparkMLPredictor\np = SparkMLPredictor(endpoint_name='ep')\n",
      },
      {
        before:
          'from sagemaker.predictor import Predictor\n\nclass Mine(Predictor):\n    def __init__(self, endpoint):\n        super().__init__(endpoint=endpoint)\n',
        after:
          'from sagemaker.predictor import Predictor\n\nclass Mine(Predictor):\n    def __init__(self, endpoint):\n        super().__init__(endpoint_name=endpoint)\n',
      },
    ],
  },
  *call(call) {
    if (call.target.kind === 'constructor' && isPredictor(call.classPath))
      yield* renamedKeywords(call, { endpoint: 'endpoint_name' });
  },
};
