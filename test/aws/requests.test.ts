import { expect, test } from 'vitest';
import type { DraftOf } from '../../src/aws/requests.js';
import { validateRequest } from '../../src/aws/validate.js';
import { Template, Unknown } from '../../src/data/value.js';

const complete: DraftOf<'CreateModel'> = {
  ModelName: new Template(['pytorch-', new Unknown('the time')]),
  ExecutionRoleArn: new Unknown('given by the caller'),
  PrimaryContainer: { Image: 'image', ModelDataUrl: 's3://bucket/model.tar.gz', Environment: { A: 'b' } },
  VpcConfig: undefined,
  Tags: [{ Key: 'team', Value: 'research' }],
};

test('a request that the compiler accepts has every field that the service requires', () => {
  expect(validateRequest('CreateModel', complete)).toEqual([]);
});

test('the compiler refuses a field that is misspelt, and a request without a required one', () => {
  // @ts-expect-error: it is ModelName
  const misspelt: DraftOf<'CreateModel'> = { modelName: 'name' };
  // @ts-expect-error: nothing names the model's configuration
  const incomplete: DraftOf<'CreateEndpoint'> = { EndpointName: 'name' };
  const deep: DraftOf<'CreateTrainingJob'> = {
    TrainingJobName: 'name',
    RoleArn: 'role',
    // @ts-expect-error: it is S3OutputPath
    OutputDataConfig: { S3Output: 's3://bucket' },
  };
  const paths = (operation: string, request: Parameters<typeof validateRequest>[1]) =>
    validateRequest(operation, request).map(({ path }) => path);
  expect(paths('CreateModel', misspelt)).toContain('ModelName');
  expect(paths('CreateEndpoint', incomplete)).toEqual(['EndpointConfigName']);
  expect(paths('CreateTrainingJob', deep)).toContain('OutputDataConfig.S3OutputPath');
});
