import { tunerFitWait } from '../../src/rules/tuner-fit-wait.js';
import { testRule } from '../support/rule-tester.js';

const tuner =
  "from sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(estimator, 'loss', ranges)\n";

testRule(tunerFitWait, {
  unchanged: [
    { why: 'another object', code: 'from sagemaker import Session\nfrom mine import tuner\ntuner.fit(data)\n' },
    {
      why: 'an estimator waits in v1 too',
      code: 'from sagemaker.estimator import Estimator\nEstimator(image, role).fit(data)\n',
    },
    { why: 'told to wait', code: `${tuner}tuner.fit(data, wait=True)\n` },
    {
      why: 'v2 all over',
      code: `${tuner}from sagemaker.inputs import TrainingInput\ntuner.fit(TrainingInput(data))\n`,
    },
  ],
  changed: [
    { name: 'no arguments', before: `${tuner}tuner.fit()\n`, after: `${tuner}tuner.fit(wait=False)\n` },
    {
      name: 'a chained call',
      before:
        "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner(estimator, 'loss', ranges).fit({'train': data},\n                                                   include_cls_metadata=False)  # go\n",
      after:
        "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner(estimator, 'loss', ranges).fit({'train': data},\n                                                   include_cls_metadata=False,\n                                                   wait=False)  # go\n",
    },
  ],
  reported: [{ code: `${tuner}tuner.fit(data, **load())\n`, line: 3, state: 'unproven', says: 'wait=False' }],
});
