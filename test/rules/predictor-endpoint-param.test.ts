import { predictorEndpointParam } from '../../src/rules/predictor-endpoint-param.js';
import { testRule } from '../support/rule-tester.js';

const from = 'from sagemaker.predictor import Predictor\n';

testRule(predictorEndpointParam, {
  unchanged: [
    { why: 'another library', code: "from mine import Predictor\nPredictor(endpoint='ep')\n" },
    { why: 'already v2', code: `${from}Predictor(endpoint_name='ep')\n` },
    { why: 'by position', code: `${from}Predictor('ep', sess)\n` },
    {
      why: "the parameter of a subclass is the user's",
      code: `${from}class Mine(Predictor):\n    def __init__(self, endpoint):\n        super().__init__(endpoint)\n\nMine(endpoint='ep')\n`,
    },
  ],
  changed: [
    {
      name: 'algorithm predictors',
      before: "import sagemaker\np = sagemaker.KMeansPredictor(endpoint = 'ep', sagemaker_session=sess)\n",
      after: "import sagemaker\np = sagemaker.KMeansPredictor(endpoint_name = 'ep', sagemaker_session=sess)\n",
    },
    {
      name: 'the base constructor called by its class',
      before: `${from}class Mine(Predictor):\n    def __init__(self, endpoint):\n        Predictor.__init__(self, endpoint=endpoint)\n`,
      after: `${from}class Mine(Predictor):\n    def __init__(self, endpoint):\n        Predictor.__init__(self, endpoint_name=endpoint)\n`,
    },
    {
      name: 'a subclass without a constructor',
      before: `${from}class Mine(Predictor):\n    pass\n\nMine(endpoint='ep')\n`,
      after: `${from}class Mine(Predictor):\n    pass\n\nMine(endpoint_name='ep')\n`,
    },
    {
      name: 'a dictionary',
      before: `${from}kw = dict(endpoint='ep')\nPredictor(**kw)\n`,
      after: `${from}kw = dict(endpoint_name='ep')\nPredictor(**kw)\n`,
    },
  ],
  reported: [
    { code: `${from}Predictor(endpoint='a', endpoint_name='b')\n`, line: 2, state: 'manual', says: 'keep one' },
  ],
});
