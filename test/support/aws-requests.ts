import { validateRequest } from '../../src/aws/validate.js';
import type { Plain } from '../../src/data/value.js';

/** A training job that nobody refuses. */
export const training = {
  TrainingJobName: 'job',
  RoleArn: 'arn:aws:iam::123456789012:role/SageMakerRole',
  AlgorithmSpecification: { TrainingImage: 'image', TrainingInputMode: 'File' },
  OutputDataConfig: { S3OutputPath: 's3://bucket/out' },
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
};
/** An input channel. */
export const channel = (ChannelName: string) => ({
  ChannelName,
  DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://bucket/data' } },
});
/** A variant of an endpoint configuration. */
export const variant = (VariantName: string, more: Record<string, Plain> = {}) => ({
  VariantName,
  ModelName: 'model',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 1,
  InitialVariantWeight: 1,
  ...more,
});

/** Violations as `grade kind path`. */
export function found(operation: string, request: Plain): string[] {
  return validateRequest(operation, request).map(({ grade, kind, path }) => `${grade} ${kind} ${path}`);
}

/** A transform job that nobody refuses. */
export const transform = {
  TransformJobName: 'job',
  ModelName: 'model',
  TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://bucket/in' } } },
  TransformOutput: { S3OutputPath: 's3://bucket/out' },
  TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
};
