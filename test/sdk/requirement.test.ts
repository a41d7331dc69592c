import { describe, expect, it, test } from 'vitest';
import { upgradedPoetryWord, upgradedRequirement } from '../../src/sdk/requirement.js';

describe('upgradedRequirement', () => {
  it.each([
    ['sagemaker', 'sagemaker>=2,<3'],
    ['sagemaker==1.72.0', 'sagemaker>=2,<3'],
    ['sagemaker==1.*', 'sagemaker>=2,<3'],
    ['sagemaker~=1.60', 'sagemaker>=2,<3'],
    ['sagemaker<2', 'sagemaker>=2,<3'],
    ['sagemaker<2.0.0', 'sagemaker>=2,<3'],
    ['sagemaker >= 1.50, < 2.0', 'sagemaker >= 2, < 3'],
    ['sagemaker<=1.72', 'sagemaker>=2,<3'],
    ['sagemaker>=1.60', 'sagemaker>=2,<3'],
    ['sagemaker>=2.0', 'sagemaker>=2.0,<3'],
    ['sagemaker[local]==1.72.0', 'sagemaker[local]>=2,<3'],
    ['SageMaker==1.72.0', 'SageMaker>=2,<3'],
    ['sagemaker>=1.60,!=1.70,!=2.5.0', 'sagemaker>=2,<3,!=2.5.0'],
    ['sagemaker != 2.0', 'sagemaker >= 2, < 3, != 2.0'],
  ])('%s becomes %s', (before, after) => {
    expect(upgradedRequirement(before)?.requirement).toBe(after);
  });

  it.each([
    'sagemaker==2.15.2',
    'sagemaker>=2,<3',
    'sagemaker<3',
    'sagemaker~=2.5',
    'sagemaker<2.100',
    'sagemaker>=3',
    'sagemaker-experiments==0.1',
    'sagemaker_containers',
    'boto3',
    './sagemaker',
    'sagemaker.tar.gz',
    'sagemaker>/dev/null',
  ])('leaves %s', (text) => {
    expect(upgradedRequirement(text)).toBeUndefined();
  });

  it('installs what an extra stood for', () => {
    expect(upgradedRequirement('sagemaker[tensorflow,local]<2')).toEqual({
      requirement: 'sagemaker[local]>=2,<3',
      alsoInstall: ['tensorflow'],
      wasPinned: true,
    });
  });

  it('tells a chosen version from an open one', () => {
    expect(upgradedRequirement('sagemaker')?.wasPinned).toBe(false);
    expect(upgradedRequirement('sagemaker>=1.0')?.wasPinned).toBe(false);
    expect(upgradedRequirement('sagemaker==1.72.0')?.wasPinned).toBe(true);
  });
});

test('a version behind an @, as poetry add has it', () => {
  expect(upgradedPoetryWord('sagemaker@^1.72')).toMatchObject({ requirement: 'sagemaker@>=2,<3', wasPinned: true });
  expect(upgradedPoetryWord('sagemaker@1.72.0')).toMatchObject({ requirement: 'sagemaker@>=2,<3' });
  expect(upgradedPoetryWord('sagemaker@^2.15')).toBe('right');
  expect(upgradedPoetryWord('sagemaker@https://example.com/1.tar.gz')).toBeUndefined();
  expect(upgradedPoetryWord('boto3@^1.2')).toBeUndefined();
});
