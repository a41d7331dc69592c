import { removedModule } from '../../src/rules/removed-module.js';
import { testRule } from '../support/rule-tester.js';

testRule(removedModule, {
  unchanged: [
    { why: 'v2 has the module', code: 'import sagemaker.tensorflow\nfrom sagemaker import predictor\n' },
    { why: 'another package', code: 'import mine.cli\nfrom tensorflow import predictor\n' },
  ],
  changed: [],
  reported: [
    { code: 'from sagemaker.cli import main\nmain.main()\n', line: 1, state: 'manual', says: 'AWS CLI' },
    { code: 'import sagemaker.tensorflow.predictor as p\n', line: 1, state: 'manual', says: 'legacy TensorFlow' },
  ],
});
