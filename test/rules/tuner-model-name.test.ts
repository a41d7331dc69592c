import { tunerModelName } from '../../src/rules/tuner-model-name.js';
import { testRule } from '../support/rule-tester.js';

const tuner = "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(est, 'loss', ranges)\n";

testRule(tunerModelName, {
  unchanged: [
    { why: 'the model has a name', code: `${tuner}tuner.deploy(1, 'ml.c5.xlarge', model_name='m')\n` },
    { why: '** may hold it', code: `${tuner}tuner.deploy(1, 'ml.c5.xlarge', **more)\n` },
    { why: 'only its variable says that it is a tuner', code: "tuner.deploy(1, 'ml.c5.xlarge')\n" },
    {
      why: 'an estimator',
      code: "from sagemaker.estimator import Estimator\nEstimator(i, r).deploy(1, 'ml.c5.xlarge')\n",
    },
    {
      why: 'v2 all over',
      code: `from sagemaker.inputs import TrainingInput\n${tuner}tuner.deploy(1, 'ml.c5.xlarge')\n`,
    },
  ],
  changed: [
    {
      before: `${tuner}p = tuner.deploy(1, 'ml.c5.xlarge', endpoint_name='e')\n`,
      after: `${tuner}p = tuner.deploy(1, 'ml.c5.xlarge', endpoint_name='e', model_name=tuner.best_training_job())\n`,
    },
    {
      before: `${tuner}p = tuner.deploy(1, 'ml.c5.xlarge', model_name=None)\n`,
      after: `${tuner}p = tuner.deploy(1, 'ml.c5.xlarge', model_name=tuner.best_training_job())\n`,
    },
  ],
});
