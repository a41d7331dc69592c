import { unparsedCode } from '../../src/rules/unparsed-code.js';
import { testRule } from '../support/rule-tester.js';

const session = 'import sagemaker\n';

testRule(unparsedCode, {
  unchanged: [
    { why: 'all of it parses', code: `${session}bucket = 'b'  # your bucket\n` },
    { why: 'Python 2 is read', code: `${session}exec "x" in d\n` },
    { why: 'no SDK in the file', code: 'bucket = # your bucket\n' },
  ],
  changed: [],
  reported: [
    { code: `${session}bucket = # your bucket\nx = 1\n`, line: 2, state: 'unproven' },
    {
      code: `${session}x = 1\n<<<<<<< HEAD\ny = 1\n=======\ny = 2\n>>>>>>> b\n`,
      line: 3,
      state: 'unproven',
      says: '2 more below',
    },
    {
      code: `${session}sagemaker.estimator.Estimator(\n    train_instance_count=<n>,\n)\n`,
      line: 2,
      state: 'unproven',
      says: 'look for v1 code',
    },
    {
      code: `${session}x = # a\ny = 1\nest.train_instance_type =\n`,
      line: 4,
      state: 'unproven',
      says: 'look for v1 code',
    },
    {
      code: `${session}x = # fill in\nsagemaker.s3_input('s3://b/c')\n`,
      line: 2,
      state: 'unproven',
      after: `${session}x = # fill in\nsagemaker.inputs.TrainingInput('s3://b/c')\n`,
    },
  ],
});
