import { expect, it } from 'vitest';
import { migrateSource } from '../../src/engine/migrate.js';
import { sagemakerCli } from '../../src/rules/sagemaker-cli.js';
import { pythonSource } from '../../src/text/source.js';
import { testRule } from '../support/rule-tester.js';

testRule(sagemakerCli, {
  unchanged: [
    { why: 'the AWS command line', code: "import os\nos.system('aws sagemaker list-models')\n" },
    { why: 'a name', code: "import subprocess\nx = ['sagemaker', 'boto3']\ny = 'sagemaker mxnet'\n" },
  ],
  changed: [],
  reported: [
    {
      code: "import os\nos.system('sagemaker mxnet train --role-name r')\n",
      line: 2,
      state: 'manual',
      says: 'AWS CLI',
    },
    {
      code: 'import subprocess\nsubprocess.run(["sagemaker", "tensorflow", "host", "--data", d])\n',
      line: 2,
      state: 'manual',
    },
  ],
});

it('sees the shell lines of a notebook', () => {
  const original = 'x = 1\n!sagemaker mxnet train --role-name r\n';
  const text = original.replace(/^!.*$/m, (line) => ' '.repeat(line.length));
  const start = original.indexOf('!');
  const source = {
    ...pythonSource('a.ipynb', original),
    text,
    magics: [{ kind: 'shell' as const, start, end: original.length - 1 }],
  };
  expect(migrateSource(source).findings).toMatchObject([{ rule: 'sagemaker-cli', state: 'manual', line: 2 }]);
});
