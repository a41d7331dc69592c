import { scriptModeAttributes } from '../../src/rules/script-mode-attributes.js';
import { testRule } from '../support/rule-tester.js';

const tf =
  "from sagemaker.tensorflow import TensorFlow\ne = TensorFlow(entry_point='t.py', framework_version='2.1.0', py_version='py3')\n";

testRule(scriptModeAttributes, {
  unchanged: [
    { why: 'something unknown', code: 'import sagemaker\nprint(x.script_mode, x.training_steps)\n' },
    { why: 'another estimator', code: 'import sagemaker\nprint(sagemaker.KMeans(role, 1).training_steps)\n' },
    { why: 'attributes that stayed', code: `${tf}print(e.model_dir, e.framework_version)\n` },
  ],
  changed: [],
  reported: [
    { code: `${tf}ok = e.script_mode\n`, line: 3, state: 'manual', says: 'True' },
    { code: `${tf}e.training_steps = 5\n`, line: 3, state: 'manual', says: 'changes nothing' },
    { code: `${tf}print(e.requirements_file)\n`, line: 3, state: 'manual' },
    {
      code: 'from sagemaker.tensorflow import TensorFlow\nclass Mine(TensorFlow):\n    def show(self):\n        return self.checkpoint_path\n',
      line: 4,
      state: 'manual',
    },
  ],
});
