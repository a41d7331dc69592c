import { v1 } from '../sdk/tables.js';
import type { Rule } from './rule.js';
import { movedTo } from './shared/moved-symbol.js';

/** `RealTimePredictor`, through whichever of its 20 import paths. */
export const realTimePredictor: Rule = {
  docs: {
    name: 'real-time-predictor',
    summary: 'RealTimePredictor is called Predictor',
    why: 'v2 has the old name in sagemaker.predictor only, as a deprecated subclass; every other path raises ImportError or AttributeError.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Predictors',
    examples: [
      {
        before: "from sagemaker.predictor import RealTimePredictor\np = RealTimePredictor('endpoint')\n",
        after: "from sagemaker.predictor import Predictor\np = Predictor('endpoint')\n",
      },
      {
        before: 'import sagemaker\n\nclass Mine(sagemaker.RealTimePredictor):\n    pass\n',
        after: 'import sagemaker\n\nclass Mine(sagemaker.Predictor):\n    pass\n',
      },
    ],
  },
  reference(reference, program) {
    const { path } = reference.sdk;
    if (v1.resolve(path)?.path !== 'sagemaker.predictor.RealTimePredictor') return undefined;
    return movedTo(
      reference,
      program,
      path === 'sagemaker.RealTimePredictor' ? 'sagemaker.Predictor' : 'sagemaker.predictor.Predictor',
    );
  },
};
