import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Form, fromForm } from '../../scripts/judge/validator-form.js';
import { requestShape, shapeNamed } from '../../src/aws/shapes.js';
import { validateRequest } from '../../src/aws/validate.js';
import {
  Dict,
  dictOf,
  Float,
  fromPlain,
  List,
  type Plain,
  Template,
  Tuple,
  toJson,
  Unknown,
} from '../../src/data/value.js';
import { channel, found, training, transform, variant } from '../support/aws-requests.js';

describe('what botocore refuses', () => {
  const [about, ...lines] = readFileSync(new URL('validator.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const rows: [string, Form, string[]][] = lines.map((line) => JSON.parse(line));

  test('is refused, of 500 recorded requests', () => {
    const different = rows.filter(([operation, request, expected]) => {
      const violations = validateRequest(operation, fromForm(request)).filter(({ grade }) => grade === 'client');
      const texts = violations.map(({ kind, path }) => `${kind} ${path}`.trimEnd());
      return JSON.stringify(texts.sort()) !== JSON.stringify([...expected].sort());
    });
    expect(different).toEqual([]);
  });

  test('the recording says how it was made, and holds good requests as well as every kind of bad ones', () => {
    expect(about).toContain('ParamValidator');
    expect(rows.length).toBe(500);
    const kinds = rows.flatMap(([, , violations]) => violations.map((text) => text.split(' ')[0]));
    expect([...new Set(kinds)].sort()).toEqual(['minimum', 'required', 'type', 'unknown']);
    expect(rows.filter(([, , violations]) => violations.length === 0).length).toBeGreaterThan(20);
    expect(new Set(rows.map(([operation]) => operation)).size).toBeGreaterThan(15);
  });
});

describe('a request', () => {
  test('that is fine has no violations, as plain objects, as data and as JSON', () => {
    expect(found('CreateTrainingJob', training)).toEqual([]);
    expect(found('CreateTrainingJob', fromPlain(training))).toEqual([]);
    expect(found('CreateTrainingJob', toJson(fromPlain(training)))).toEqual([]);
  });

  test('is judged whole, with the path of each field', () => {
    const bad = {
      ...training,
      ResourceConfig: { InstanceType: 'ml.m5.xlarge', instanceCount: 1, VolumeSizeInGB: -1 },
      InputDataConfig: [channel('train'), { ...channel('test'), ChannelName: 3 }],
      HyperParameters: { epochs: 10 },
      Environment: new Dict([[1, 'x']]),
    };
    expect(found('CreateTrainingJob', bad).sort()).toEqual([
      'client minimum ResourceConfig.VolumeSizeInGB',
      'client type Environment.1',
      'client type HyperParameters.epochs',
      'client type InputDataConfig[1].ChannelName',
      'client unknown ResourceConfig.instanceCount',
    ]);
  });

  test('of an operation that the SDK does not send is not judged', () => {
    expect(found('CreateDomain', { anything: 1 })).toEqual([]);
  });

  test('is not changed', () => {
    const data = dictOf({ ModelName: 3, Containers: new List([new Dict(), new Unknown('x')]) });
    const before = JSON.stringify(toJson(data));
    validateRequest('CreateModel', data);
    expect(JSON.stringify(toJson(data))).toBe(before);
  });
});

describe('what is unknown', () => {
  const hole = new Unknown('read from a file');

  test.each<[string, Plain]>([
    ['a field', { ...training, RoleArn: hole }],
    ['a structure', { ...training, ResourceConfig: hole }],
    ['a string with holes, however long', { ...training, TrainingJobName: new Template(['_'.repeat(80), hole]) }],
    ['a list that may have more items', { ...training, InputDataConfig: [channel('train'), hole] }],
    ['values of a map', { ...training, HyperParameters: { epochs: hole } }],
    ['the same as JSON', { ...training, RoleArn: { $unknown: 'x' }, TrainingJobName: { $template: '{a}_{b}' } }],
    [
      'the bounds of a rule',
      { ...training, EnableManagedSpotTraining: true, StoppingCondition: { MaxWaitTimeInSeconds: hole } },
    ],
  ])('is never a violation: %s', (_what, request) => {
    expect(found('CreateTrainingJob', request)).toEqual([]);
  });

  test('a dictionary that may have more keys misses none, and its known fields are judged', () => {
    const open = dictOf({ InstanceType: 'ml.m5.xlarge', InstanceCount: 'two', VolumeSize: 1 });
    open.open = hole;
    expect(found('CreateTransformJob', { ...transform, TransformResources: open })).toEqual([
      'client type TransformResources.InstanceCount',
      'client unknown TransformResources.VolumeSize',
    ]);
  });

  test('an open list is never too short, and may be too long', () => {
    const subnets = new List(Array.from({ length: 17 }, (_, i) => `subnet-${i}`));
    subnets.open = hole;
    const groups = new List();
    groups.open = hole;
    const request = { ...training, VpcConfig: { SecurityGroupIds: groups, Subnets: subnets } };
    expect(found('CreateTrainingJob', request)).toEqual(['service maximum VpcConfig.Subnets']);
  });
});

describe('Python types', () => {
  const withCount = (InstanceCount: Plain) =>
    found('CreateTrainingJob', { ...training, ResourceConfig: { ...training.ResourceConfig, InstanceCount } });

  test('a float is no integer, though it is whole; True is one', () => {
    expect(withCount(new Float(1))).toEqual(['client type ResourceConfig.InstanceCount']);
    expect(withCount(1.5)).toEqual(['client type ResourceConfig.InstanceCount']);
    expect(withCount(true)).toEqual([]);
    expect(withCount(null)).toEqual(['client type ResourceConfig.InstanceCount']);
  });

  test('a number may be an integer, a float or True, and no text', () => {
    const withWeight = (InitialVariantWeight: Plain) =>
      found('CreateEndpointConfig', {
        EndpointConfigName: 'config',
        ProductionVariants: [variant('a', { InitialVariantWeight })],
      });
    for (const weight of [1, 0.5, new Float(1), true]) expect(withWeight(weight)).toEqual([]);
    expect(withWeight('1')).toEqual(['client type ProductionVariants[0].InitialVariantWeight']);
  });

  test('a tuple is a list', () => {
    const VpcConfig = { Subnets: new Tuple(['subnet-1']), SecurityGroupIds: new Tuple([]) };
    expect(found('CreateTrainingJob', { ...training, VpcConfig })).toEqual([
      'client minimum VpcConfig.SecurityGroupIds',
    ]);
  });
});

test('every shape that a request can reach is in the table', () => {
  const seen = new Set<string>();
  const walk = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const shape = shapeNamed(name);
    if (shape.type === 'structure') for (const { shape: member } of shape.members.values()) walk(member);
    if (shape.type === 'list') walk(shape.member);
    if (shape.type === 'map') for (const each of [shape.key, shape.value]) walk(each);
  };
  for (const operation of [
    'CreateTrainingJob',
    'CreateEndpointConfig',
    'CreateHyperParameterTuningJob',
    'CreateLabelingJob',
  ])
    walk(requestShape(operation) ?? '');
  expect(seen.size).toBeGreaterThan(300);
});
