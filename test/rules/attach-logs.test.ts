import { attachLogs } from '../../src/rules/attach-logs.js';
import { testRule } from '../support/rule-tester.js';

testRule(attachLogs, {
  unchanged: [
    {
      why: 'a tuner prints no logs in v1 either',
      code: "from sagemaker.tuner import HyperparameterTuner\nt = HyperparameterTuner.attach('job')\n",
    },
    {
      why: 'the program asks for the logs',
      code: "from sagemaker.estimator import Estimator\ne = Estimator.attach('job')\ne.logs()\n",
    },
    { why: 'another library', code: "import sagemaker\nfrom mine import Estimator\nEstimator.attach('job')\n" },
    {
      why: 'v2 all over',
      code: "from sagemaker.estimator import Estimator\nfrom sagemaker.inputs import TrainingInput\nEstimator.attach('job')\nTrainingInput(data)\n",
    },
  ],
  changed: [],
  reported: [
    {
      code: "from sagemaker.pytorch import PyTorch\nmine = PyTorch.attach('job', sagemaker_session=session)\n",
      line: 2,
      state: 'manual',
      says: 'mine.logs()',
    },
    { code: "import sagemaker\nnew = estimator.attach('job')\n", line: 2, state: 'manual', says: 'new.logs()' },
  ],
});
