import { predictorExistenceCheck } from '../../src/rules/predictor-existence-check.js';
import { testRule } from '../support/rule-tester.js';

const from = 'from sagemaker.predictor import RealTimePredictor\n';

testRule(predictorExistenceCheck, {
  unchanged: [
    {
      why: 'v2 code',
      code: "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer\ntry:\n    p = Predictor('ep', serializer=CSVSerializer())\nexcept Exception:\n    p = None\n",
    },
    {
      why: 'the endpoint is asked in the same place',
      code: "from sagemaker.predictor import Predictor\ntry:\n    p = Predictor('ep')\n    p.predict(1)\nexcept Exception:\n    p = None\n",
    },
    {
      why: 'other errors are caught',
      code: "from sagemaker.predictor import Predictor\ntry:\n    p = Predictor('ep')\nexcept KeyError:\n    p = None\n",
    },
  ],
  changed: [],
  reported: [
    {
      code: `${from}try:\n    p = RealTimePredictor('ep')\nexcept ClientError:\n    p = None\n`,
      line: 3,
      state: 'manual',
      says: 'describe',
      after:
        "from sagemaker.predictor import Predictor\ntry:\n    p = Predictor('ep')\nexcept ClientError:\n    p = None\n",
    },
  ],
});
