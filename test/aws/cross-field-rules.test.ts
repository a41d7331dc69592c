import { describe, expect, test } from 'vitest';
import { crossFieldRules } from '../../src/aws/cross-field-rules.js';
import { shapeNamed } from '../../src/aws/shapes.js';
import { Float, type Plain } from '../../src/data/value.js';
import { channel, found, training, transform, variant } from '../support/aws-requests.js';

describe('rules over several fields', () => {
  const spot = (StoppingCondition: Plain) => ({ ...training, EnableManagedSpotTraining: true, StoppingCondition });
  const endpoint = (...ProductionVariants: Plain[]) => ({ EndpointConfigName: 'config', ProductionVariants });
  const serverless = (ServerlessConfig: Plain) => ({ VariantName: 'a', ModelName: 'model', ServerlessConfig });
  const model = { ModelName: 'model', ExecutionRoleArn: training.RoleArn };
  const container = { Image: 'image' };
  const tuning = {
    HyperParameterTuningJobName: 'job',
    HyperParameterTuningJobConfig: {
      Strategy: 'Bayesian',
      ResourceLimits: { MaxNumberOfTrainingJobs: 2, MaxParallelTrainingJobs: 1 },
    },
  };
  const tuningConfig = (more: Plain) => ({
    ...tuning,
    HyperParameterTuningJobConfig: { ...tuning.HyperParameterTuningJobConfig, ...(more as Record<string, Plain>) },
  });
  const range = (MinValue: string, MaxValue: string) => [{ Name: 'x', MinValue, MaxValue }];
  const WAIT = 'service rule StoppingCondition.MaxWaitTimeInSeconds';

  test.each<[string, string, Plain, string[]]>([
    ['spot with enough time', 'CreateTrainingJob', spot({ MaxRuntimeInSeconds: 60, MaxWaitTimeInSeconds: 60 }), []],
    ['spot without a waiting time', 'CreateTrainingJob', spot({ MaxRuntimeInSeconds: 60 }), [WAIT]],
    ['spot with too little', 'CreateTrainingJob', spot({ MaxRuntimeInSeconds: 60, MaxWaitTimeInSeconds: 59 }), [WAIT]],
    ['spot with less than the default of a day', 'CreateTrainingJob', spot({ MaxWaitTimeInSeconds: 86399 }), [WAIT]],
    ['no spot', 'CreateTrainingJob', training, []],
    [
      'spot in a tuning job',
      'CreateHyperParameterTuningJob',
      {
        ...tuning,
        TrainingJobDefinition: {
          AlgorithmSpecification: training.AlgorithmSpecification,
          RoleArn: training.RoleArn,
          OutputDataConfig: training.OutputDataConfig,
          StoppingCondition: training.StoppingCondition,
          EnableManagedSpotTraining: true,
        },
      },
      ['service rule TrainingJobDefinition.StoppingCondition.MaxWaitTimeInSeconds'],
    ],
    [
      'a channel twice',
      'CreateTrainingJob',
      { ...training, InputDataConfig: [channel('train'), channel('test'), channel('train')] },
      ['service rule InputDataConfig[2].ChannelName'],
    ],
    ['two variants', 'CreateEndpointConfig', endpoint(variant('a'), variant('b')), []],
    [
      'two variants of one name',
      'CreateEndpointConfig',
      endpoint(variant('a'), variant('a')),
      ['service rule ProductionVariants[1].VariantName'],
    ],
    [
      'no variant with a weight',
      'CreateEndpointConfig',
      endpoint(variant('a', { InitialVariantWeight: 0 }), variant('b', { InitialVariantWeight: new Float(0) })),
      ['service rule ProductionVariants[0].InitialVariantWeight'],
    ],
    [
      'one variant with a weight',
      'CreateEndpointConfig',
      endpoint(variant('a', { InitialVariantWeight: 0 }), variant('b', { InitialVariantWeight: 0.5 })),
      [],
    ],
    [
      'serverless',
      'CreateEndpointConfig',
      endpoint(serverless({ MemorySizeInMB: 2048, MaxConcurrency: 5, ProvisionedConcurrency: 5 })),
      [],
    ],
    [
      'serverless with instances',
      'CreateEndpointConfig',
      endpoint(variant('a', { ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } })),
      ['service rule ProductionVariants[0].InstanceType', 'service rule ProductionVariants[0].InitialInstanceCount'],
    ],
    [
      'serverless of an odd size, with more provisioned than there may be',
      'CreateEndpointConfig',
      endpoint(serverless({ MemorySizeInMB: 2000, MaxConcurrency: 5, ProvisionedConcurrency: 6 })),
      [
        'service rule ProductionVariants[0].ServerlessConfig.MemorySizeInMB',
        'service rule ProductionVariants[0].ServerlessConfig.ProvisionedConcurrency',
      ],
    ],
    ['a model of one container', 'CreateModel', { ...model, PrimaryContainer: container }, []],
    ['a model without any', 'CreateModel', model, ['service rule PrimaryContainer']],
    [
      'a model of one container and several',
      'CreateModel',
      { ...model, PrimaryContainer: container, Containers: [container] },
      ['service rule Containers'],
    ],
    [
      'an image and an algorithm',
      'CreateTrainingJob',
      {
        ...training,
        AlgorithmSpecification: { ...training.AlgorithmSpecification, AlgorithmName: 'algorithm' },
      },
      ['service rule AlgorithmSpecification.AlgorithmName'],
    ],
    [
      'a payload of 100 MB in all',
      'CreateTransformJob',
      { ...transform, MaxPayloadInMB: 50, MaxConcurrentTransforms: 2 },
      [],
    ],
    [
      'a payload above it',
      'CreateTransformJob',
      { ...transform, MaxPayloadInMB: 50, MaxConcurrentTransforms: 3 },
      ['service rule MaxPayloadInMB'],
    ],
    [
      'grid search over numbers',
      'CreateHyperParameterTuningJob',
      tuningConfig({ Strategy: 'Grid', ParameterRanges: { IntegerParameterRanges: range('1', '2') } }),
      ['service rule HyperParameterTuningJobConfig.ParameterRanges.IntegerParameterRanges'],
    ],
    [
      'a range upside down',
      'CreateHyperParameterTuningJob',
      tuningConfig({ ParameterRanges: { ContinuousParameterRanges: range('1e-1', '1e-2') } }),
      ['service rule HyperParameterTuningJobConfig.ParameterRanges.ContinuousParameterRanges[0].MaxValue'],
    ],
    [
      'a tag twice',
      'CreateModel',
      { ...model, PrimaryContainer: container, Tags: ['team', 'team'].map((Key) => ({ Key, Value: 'x' })) },
      ['service rule Tags[1].Key'],
    ],
  ])('%s', (_what, operation, request, expected) => {
    expect(found(operation, request)).toEqual(expected);
  });

  test('are about structures that there are, and name their source', () => {
    for (const { shapes, source } of crossFieldRules) {
      expect(shapes.map((name) => shapeNamed(name).type)).toEqual(shapes.map(() => 'structure'));
      expect(source).toMatch(/\.html/);
    }
  });
});
