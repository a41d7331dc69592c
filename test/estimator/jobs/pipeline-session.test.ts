import { expect, it } from 'vitest';
import { SKLearnProcessor } from '../../../src/estimator/jobs/processing/sklearn-processor.js';
import { IntegerParameter } from '../../../src/estimator/jobs/tuning/parameters.js';
import { HyperparameterTuner } from '../../../src/estimator/jobs/tuning/tuner.js';
import { PipelineSession, Session } from '../../../src/estimator/session.js';
import { Estimator } from '../../../src/estimator/training/estimator.js';
import { createWorld } from '../../../src/estimator/world.js';

const role = 'arn:aws:iam::123456789012:role/R';
const image_uri = '123456789012.dkr.ecr.us-west-2.amazonaws.com/my-img:1';
const instance = { instance_count: 1, instance_type: 'ml.m5.xlarge' };

// SDK 2.257.6 (recorded in the sandbox): with a PipelineSession none of these calls reaches the service.
it.each([
  [PipelineSession, []],
  [Session, ['CreateProcessingJob', 'CreateTrainingJob', 'CreateHyperParameterTuningJob']],
] as const)('%o sends what it sends', (type, operations) => {
  const world = createWorld();
  const sagemaker_session = new type({}, world);
  const processor = new SKLearnProcessor({ framework_version: '0.23-1', role, ...instance, sagemaker_session }, world);
  processor.run({ code: 'x.py' });
  const estimator = new Estimator({ image_uri, role, ...instance, sagemaker_session }, world);
  estimator.fit({ inputs: 's3://b/t' });
  const ranges = { depth: new IntegerParameter({ min_value: 1, max_value: 2 }, world) };
  const tuner = new HyperparameterTuner(
    { estimator, objective_metric_name: 'm', hyperparameter_ranges: ranges },
    world,
  );
  tuner.fit({ inputs: 's3://b/t' });
  expect(world.requests.map(({ operation }) => operation)).toEqual(operations);
});
