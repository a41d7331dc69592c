import { describe, expect, test } from 'vitest';
import { shapeNamed } from '../../src/aws/shapes.js';
import { isInstanceType } from '../../src/aws/strings.js';
import { validateRequest } from '../../src/aws/validate.js';
import type { Plain } from '../../src/data/value.js';
import { found, training } from '../support/aws-requests.js';

describe('what only the service refuses', () => {
  // Limits from the API reference: TrainingJobName 1 to 63 characters, InstanceCount 0 to 10000000, HyperParameters 100 entries …
  test.each<[string, Plain, string]>([
    ['a name with an underscore', { TrainingJobName: 'my_job' }, 'service pattern TrainingJobName'],
    ['a name that is too long', { TrainingJobName: 'a'.repeat(64) }, 'service maximum TrainingJobName'],
    ['a role that is no ARN', { RoleArn: 'SageMakerExecutionRole' }, 'service pattern RoleArn'],
    [
      'an input mode that there is not',
      { AlgorithmSpecification: { TrainingImage: 'image', TrainingInputMode: 'Fast' } },
      'service enum AlgorithmSpecification.TrainingInputMode',
    ],
    [
      'more hyperparameters than 100',
      { HyperParameters: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`p${i}`, '1'])) },
      'service maximum HyperParameters',
    ],
    [
      'an instance type that is not spelt like one',
      { ResourceConfig: { ...training.ResourceConfig, InstanceType: 'm5.xlarge' } },
      'service instance-type ResourceConfig.InstanceType',
    ],
    [
      'an instance type that is not on the list',
      { ResourceConfig: { ...training.ResourceConfig, InstanceType: 'ml.m5.3xlarge' } },
      'service instance-type ResourceConfig.InstanceType',
    ],
  ])('%s', (_what, change, violation) => {
    expect(found('CreateTrainingJob', { ...training, ...(change as Record<string, Plain>) })).toEqual([violation]);
  });

  test('the message says what there is', () => {
    const [violation] = validateRequest('CreateTrainingJob', {
      ...training,
      ResourceConfig: { ...training.ResourceConfig, InstanceType: 'ml.m5.3xlarge' },
    });
    expect(violation?.message).toMatch(/botocore 1\.43\.11.*large, xlarge, 2xlarge/);
  });

  test('a line break in a value of the environment is fine, one in a name is not', () => {
    expect(found('CreateTrainingJob', { ...training, Environment: { TEXT: 'a\nb' } })).toEqual([]);
    expect(found('CreateTrainingJob', { ...training, TrainingJobName: 'a\n' })).toEqual([
      'service pattern TrainingJobName',
    ]);
  });
});

describe('instance types', () => {
  const lists = [
    'TrainingInstanceType',
    'ProcessingInstanceType',
    'TransformInstanceType',
    'ProductionVariantInstanceType',
  ];

  test.each(lists)('every %s of the service is spelt like one', (name) => {
    const shape = shapeNamed(name);
    const values = shape.type === 'string' ? (shape.values ?? []) : [];
    expect(values.length).toBeGreaterThan(100);
    expect(values.filter((value) => !isInstanceType(value))).toEqual([]);
  });

  test.each(['m5.xlarge', 'ml.m5', 'ml.m5.', 'ml.M5.xlarge', 'ml.m5.xl', 'ml.m5.xlarge ', 'ml.m5.4'])(
    '%s is not',
    (text) => {
      expect(isInstanceType(text)).toBe(false);
    },
  );
});
