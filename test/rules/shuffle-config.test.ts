import { shuffleConfig } from '../../src/rules/shuffle-config.js';
import { testRule } from '../support/rule-tester.js';

testRule(shuffleConfig, {
  unchanged: [
    { why: 'already v2', code: 'from sagemaker.inputs import ShuffleConfig\nShuffleConfig(3)\n' },
    { why: "the program's own class", code: 'class ShuffleConfig:\n    pass\n\n\nimport sagemaker\nShuffleConfig()\n' },
  ],
  changed: [
    {
      before: 'from sagemaker.session import ShuffleConfig as Shuffle\nc = Shuffle(3)\n',
      after: 'from sagemaker.inputs import ShuffleConfig as Shuffle\nc = Shuffle(3)\n',
    },
    {
      before: 'import sagemaker as sm\nc = sm.session.ShuffleConfig(3)\n',
      after: 'import sagemaker as sm\nc = sm.inputs.ShuffleConfig(3)\n',
    },
    {
      before:
        'from sagemaker.session import s3_input, ShuffleConfig\nt = s3_input("s3://b/d", shuffle_config=ShuffleConfig(seed=1))\n',
      after:
        'from sagemaker.inputs import ShuffleConfig, TrainingInput\nt = TrainingInput("s3://b/d", shuffle_config=ShuffleConfig(seed=1))\n',
    },
  ],
});
