import { hyperparamDict } from '../../src/rules/hyperparam-dict.js';
import { testRule } from '../support/rule-tester.js';

const estimator = "from sagemaker.estimator import Estimator\ne = Estimator(image, role, 1, 'x')\n";

testRule(hyperparamDict, {
  unchanged: [
    {
      why: 'frameworks had no such attribute',
      code: 'import sagemaker\nprint(sagemaker.KMeans(role, 1).hyperparam_dict)\n',
    },
    { why: 'something unknown', code: 'import sagemaker\nprint(x.hyperparam_dict)\n' },
    { why: 'a variable', code: `${estimator}hyperparam_dict = e.hyperparameters()\n` },
  ],
  changed: [
    { before: `${estimator}hp = e.hyperparam_dict\n`, after: `${estimator}hp = e.hyperparameters()\n` },
    {
      name: 'changed in place: it is the same dictionary',
      before: `${estimator}e.hyperparam_dict['a'] = 1\ne.hyperparam_dict.update(b=2)\n`,
      after: `${estimator}e.hyperparameters()['a'] = 1\ne.hyperparameters().update(b=2)\n`,
    },
    {
      name: 'AlgorithmEstimator',
      before: "import sagemaker\nprint(sagemaker.AlgorithmEstimator('a', role, 1).hyperparam_dict)\n",
      after: "import sagemaker\nprint(sagemaker.AlgorithmEstimator('a', role, 1).hyperparameters())\n",
    },
  ],
  reported: [
    { code: `${estimator}del e.hyperparam_dict\n`, line: 3, state: 'manual' },
    { code: `${estimator}e.hyperparam_dict |= {'a': 1}\n`, line: 3, state: 'manual' },
    {
      code: `${estimator}e.hyperparam_dict = {'a': 1}\n`,
      line: 3,
      state: 'manual',
      says: "set_hyperparameters(**{'a': 1})",
    },
    { code: `${estimator}getattr(e, 'hyperparam_dict')\n`, line: 3, state: 'manual', says: 'hyperparameters()' },
    {
      code: 'from sagemaker.estimator import Estimator\nclass Mine(Estimator):\n    def hyperparameters(self):\n        return self.hyperparam_dict\n',
      line: 4,
      state: 'manual',
      says: 'super().hyperparameters()',
    },
  ],
});
