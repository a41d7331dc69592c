import { pythonRequires } from '../../src/rules/python-requires.js';
import { testRule } from '../support/rule-tester.js';

const head = 'from setuptools import setup\n';

testRule(pythonRequires, {
  unchanged: [
    {
      why: 'a Python that 2.x runs on',
      code: `${head}setup(python_requires='>=3.6', install_requires=['sagemaker'])\n`,
    },
    { why: 'any 3.x', code: `${head}setup(python_requires='>=3,<4', install_requires=['sagemaker'])\n` },
    { why: 'no beginning is named', code: `${head}setup(python_requires='!=3.0.*', install_requires=['sagemaker'])\n` },
    { why: 'the SDK is not required', code: `${head}setup(python_requires='>=2.7', install_requires=['boto3'])\n` },
  ],
  changed: [],
  reported: [
    {
      code: `${head}setup(python_requires='>=2.7, !=3.0.*', install_requires=['sagemaker>=2,<3'])\n`,
      line: 2,
      state: 'manual',
      says: '3.9',
    },
    { code: `${head}setup(python_requires='~=3.5', install_requires=['sagemaker>=2,<3'])\n`, line: 2, state: 'manual' },
  ],
});
