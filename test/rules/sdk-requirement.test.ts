import { describe, expect, it } from 'vitest';
import { migrateSource } from '../../src/engine/migrate.js';
import { sdkRequirement } from '../../src/rules/sdk-requirement.js';
import { pythonSource } from '../../src/text/source.js';
import { applyEdits } from '../../src/text/text-edit.js';
import { testRule } from '../support/rule-tester.js';

const head = 'from setuptools import setup\n';

testRule(sdkRequirement, {
  unchanged: [
    { why: 'version 2 already', code: `${head}setup(install_requires=['sagemaker>=2.15', 'sagemaker>=2,<3'])\n` },
    { why: 'another package', code: `${head}setup(install_requires=['sagemaker-experiments==0.1'])\n` },
    { why: 'a list that setup() is not given', code: `${head}old = ['sagemaker==1.72.0']\nsetup(name='a')\n` },
    { why: 'a key', code: `${head}setup(extras_require={'sagemaker==1.72.0': ['boto3']})\n` },
    { why: 'no version, and nothing says that the code is v1', code: `${head}setup(install_requires=['sagemaker'])\n` },
  ],
  changed: [
    {
      name: 'a list, with blanks and a marker kept',
      before: `${head}setup(\n    install_requires=[\n        "boto3",  # aws\n        "sagemaker == 1.72.0 ; python_version > '3.5'",\n    ],\n)\n`,
      after: `${head}setup(\n    install_requires=[\n        "boto3",  # aws\n        "sagemaker >= 2, < 3 ; python_version > '3.5'",\n    ],\n)\n`,
    },
    {
      name: 'variables, as the SDK itself has them',
      before: `import setuptools\nrequired = ["boto3"]\nrequired.append("sagemaker<2")\nextras = {"ml": ["sagemaker[local]~=1.50"]}\nextras["all"] = ['sagemaker>=1.2,<2.0']\nsetuptools.setup(install_requires=required, extras_require=extras)\n`,
      after: `import setuptools\nrequired = ["boto3"]\nrequired.append("sagemaker>=2,<3")\nextras = {"ml": ["sagemaker[local]>=2,<3"]}\nextras["all"] = ['sagemaker>=2,<3']\nsetuptools.setup(install_requires=required, extras_require=extras)\n`,
    },
    {
      name: 'an extra that is gone',
      before: `${head}setup(install_requires=['sagemaker[tensorflow, local]==1.72.0'])\n`,
      after: `${head}setup(install_requires=['sagemaker[local]>=2,<3', 'tensorflow'])\n`,
    },
  ],
  reported: [
    { code: `${head}setup(install_requires='sagemaker[tensorflow]==1.72.0')\n`, line: 2, state: 'manual' },
    { code: `${head}setup(install_requires=['sagemaker' '==1.72.0'])\n`, line: 2, state: 'manual' },
    {
      code: `${head}setup(install_requires=['sagemaker @ https://example.com/sagemaker-1.72.0.tar.gz'])\n`,
      line: 2,
      state: 'manual',
      says: 'place of its own',
    },
  ],
});

describe('the policy', () => {
  const migrated = (code: string, options: Parameters<typeof migrateSource>[1]): string => {
    const source = pythonSource('setup.py', `${head}${code}`);
    return applyEdits(source.original, migrateSource(source, options).edits).slice(head.length);
  };

  it('limits what names no version where code of v1 was found', () => {
    const code = "setup(install_requires=['sagemaker', 'sagemaker>=2.5'])\n";
    expect(migrated(code, { limitsOpen: true })).toBe(
      "setup(install_requires=['sagemaker>=2,<3', 'sagemaker>=2.5,<3'])\n",
    );
  });

  it('asks for another range', () => {
    const code = "setup(install_requires=['sagemaker==1.72.0', 'sagemaker == 1.*'])\n";
    const after = "setup(install_requires=['sagemaker==2.257.6', 'sagemaker == 2.257.6'])\n";
    expect(migrated(code, { pin: '==2.257.6' })).toBe(after);
    expect(migrated(after, { pin: '==2.257.6' })).toBe(after);
    const call = "import os\nos.system('pip install sagemaker==1.72.0')\n";
    expect(migrated(call, { pin: '~=2.200' })).toContain('"sagemaker~=2.200"');
  });
});
