import { type Data, Dict, numberOf } from '../data/value.js';
import { isHidden, listItems } from './request-data.js';
import type { Violation } from './violation.js';

/** A rule over several fields of one structure, which the service documents and botocore does not check. */
export interface CrossFieldRule {
  /** The structures that it is about. */
  readonly shapes: readonly string[];
  /** The page of the service's documentation that states it. */
  readonly source: string;
  /** Fields, by their path within the structure, and what is wrong with them. */
  readonly check: (fields: Dict) => readonly (readonly [path: string, message: string])[];
}

const TRAINING = ['CreateTrainingJobRequest', 'HyperParameterTrainingJobDefinition'];

/** The rules, with the page of https://docs.aws.amazon.com/sagemaker/latest that states each. */
export const crossFieldRules: readonly CrossFieldRule[] = [
  {
    shapes: TRAINING,
    source: 'APIReference/API_StoppingCondition.html (MaxWaitTimeInSeconds), dg/model-managed-spot-training.html',
    check: (fields) => {
      const stopping = fields.get('StoppingCondition') ?? new Dict();
      const isHeld = fields.has('StoppingCondition') || fields.open === undefined;
      if (fields.get('EnableManagedSpotTraining') !== true || !(stopping instanceof Dict) || !isHeld) return [];
      const path = 'StoppingCondition.MaxWaitTimeInSeconds';
      if (!stopping.has('MaxWaitTimeInSeconds'))
        return stopping.open === undefined
          ? [[path, 'managed spot training needs it: add max_wait, at least max_run']]
          : [];
      const wait = numberOf(stopping.get('MaxWaitTimeInSeconds'));
      // The service's default is one day.
      const run = stopping.has('MaxRuntimeInSeconds') ? numberOf(stopping.get('MaxRuntimeInSeconds')) : 86400;
      if (wait === undefined || run === undefined || wait >= run) return [];
      return [[path, `${wait} is below MaxRuntimeInSeconds, ${run}: raise max_wait, or lower max_run`]];
    },
  },
  {
    shapes: TRAINING,
    source: 'APIReference/API_Channel.html (ChannelName), dg/your-algorithms-training-algo-running-container.html',
    check: (fields) => repeated(fields, 'InputDataConfig', 'ChannelName'),
  },
  {
    shapes: ['CreateProcessingJobRequest'],
    source: 'APIReference/API_ProcessingInput.html (InputName)',
    check: (fields) => repeated(fields, 'ProcessingInputs', 'InputName'),
  },
  {
    shapes: ['ProcessingOutputConfig'],
    source: 'APIReference/API_ProcessingOutput.html (OutputName)',
    check: (fields) => repeated(fields, 'Outputs', 'OutputName'),
  },
  {
    shapes: ['CreateEndpointConfigInput'],
    source: 'APIReference/API_ProductionVariant.html (VariantName)',
    check: (fields) => repeated(fields, 'ProductionVariants', 'VariantName'),
  },
  {
    shapes: ['CreateEndpointConfigInput'],
    source: 'APIReference/API_ProductionVariant.html (InitialVariantWeight)',
    check: (fields) => {
      const variants = structuresIn(fields, 'ProductionVariants');
      const isZero = variants?.every((variant) => numberOf(variant.get('InitialVariantWeight')) === 0);
      if (variants === undefined || variants.length === 0 || isZero !== true) return [];
      return [
        ['ProductionVariants[0].InitialVariantWeight', 'no variant has a weight above 0: none would get requests'],
      ];
    },
  },
  {
    shapes: ['ProductionVariant'],
    source: 'APIReference/API_ProductionVariant.html (ServerlessConfig)',
    check: (fields) =>
      fields.has('ServerlessConfig') && !isHidden(fields.get('ServerlessConfig'))
        ? ['InstanceType', 'InitialInstanceCount']
            .filter((name) => fields.has(name) && !isHidden(fields.get(name)))
            .map((name) => [name, 'a serverless variant has no instances: remove it, or ServerlessConfig'])
        : [],
  },
  {
    shapes: ['ProductionVariantServerlessConfig'],
    source: 'APIReference/API_ProductionVariantServerlessConfig.html (MemorySizeInMB)',
    check: (fields) => {
      const size = numberOf(fields.get('MemorySizeInMB'));
      return size === undefined || size % 1024 === 0 ? [] : [['MemorySizeInMB', `${size} is no multiple of 1024`]];
    },
  },
  {
    shapes: ['ProductionVariantServerlessConfig'],
    source: 'APIReference/API_ProductionVariantServerlessConfig.html (ProvisionedConcurrency)',
    check: (fields) => notAbove(fields, 'ProvisionedConcurrency', 'MaxConcurrency'),
  },
  {
    shapes: ['AlgorithmSpecification', 'HyperParameterAlgorithmSpecification'],
    source: 'APIReference/API_AlgorithmSpecification.html (AlgorithmName, TrainingImage)',
    check: (fields) => oneOf(fields, 'TrainingImage', 'AlgorithmName'),
  },
  {
    shapes: ['CreateModelInput'],
    source: 'APIReference/API_CreateModel.html (PrimaryContainer, Containers), dg/inference-pipelines.html',
    check: (fields) => oneOf(fields, 'PrimaryContainer', 'Containers'),
  },
  {
    shapes: ['CreateTransformJobRequest'],
    source: 'APIReference/API_CreateTransformJob.html (MaxPayloadInMB)',
    check: (fields) => {
      const payload = numberOf(fields.get('MaxPayloadInMB'));
      const concurrent = numberOf(fields.get('MaxConcurrentTransforms'));
      if (payload === undefined || concurrent === undefined || payload * concurrent <= 100) return [];
      const product = `${payload} MB times ${concurrent} (MaxConcurrentTransforms)`;
      return [['MaxPayloadInMB', `${product} is above 100 MB: lower one of them`]];
    },
  },
  {
    shapes: ['HyperParameterTuningJobConfig'],
    source: 'dg/automatic-model-tuning-how-it-works.html (grid search)',
    check: (fields) => {
      const ranges = fields.get('ParameterRanges');
      if (fields.get('Strategy') !== 'Grid' || !(ranges instanceof Dict)) return [];
      return ['ContinuousParameterRanges', 'IntegerParameterRanges']
        .filter((name) => (listItems(ranges.get(name))?.items.length ?? 0) > 0)
        .map((name) => [`ParameterRanges.${name}`, 'grid search takes categorical ranges only']);
    },
  },
  {
    shapes: ['ContinuousParameterRange', 'IntegerParameterRange'],
    source: 'APIReference/API_ContinuousParameterRange.html, API_IntegerParameterRange.html (MinValue, MaxValue)',
    check: (fields) => {
      const [min, max] = [fields.get('MinValue'), fields.get('MaxValue')];
      if (typeof min !== 'string' || typeof max !== 'string' || !(Number(min) > Number(max))) return [];
      return [['MaxValue', `${max} is below MinValue, ${min}: swap them`]];
    },
  },
  {
    shapes: [
      ...['CreateTrainingJobRequest', 'CreateModelInput', 'CreateEndpointConfigInput', 'CreateEndpointInput'],
      ...['CreateTransformJobRequest', 'CreateHyperParameterTuningJobRequest', 'CreateProcessingJobRequest'],
    ],
    source: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html (each key once)',
    check: (fields) => repeated(fields, 'Tags', 'Key'),
  },
];

/** Violations of the documented rules over the fields of one structure. */
export function crossFieldViolations(shape: string, fields: Dict, path: string): Violation[] {
  return crossFieldRules
    .filter(({ shapes }) => shapes.includes(shape))
    .flatMap(({ check }) =>
      check(fields).map(
        ([field, message]): Violation => ({
          grade: 'service',
          kind: 'rule',
          path: path === '' ? field : `${path}.${field}`,
          message,
        }),
      ),
    );
}

type Found = readonly (readonly [string, string])[];

/** The structures of a list; undefined where the list is not known. */
function structuresIn(fields: Dict, list: string): readonly Dict[] | undefined {
  const found = listItems(fields.get(list));
  return found === undefined || found.isOpen || !found.items.every((item) => item instanceof Dict)
    ? undefined
    : found.items.filter((item) => item instanceof Dict);
}

/** Names that stand twice in a list. */
function repeated(fields: Dict, list: string, name: string): Found {
  const seen = new Set<Data>();
  return (listItems(fields.get(list))?.items ?? []).flatMap((item, i): Found => {
    const value = item instanceof Dict ? item.get(name) : undefined;
    if (typeof value !== 'string') return [];
    if (seen.has(value))
      return [[`${list}[${i}].${name}`, `${JSON.stringify(value)} is used twice: take another name`]];
    seen.add(value);
    return [];
  });
}

/** Of two fields there has to be one, and not both. */
function oneOf(fields: Dict, first: string, second: string): Found {
  const isThere = (name: string): boolean => fields.has(name);
  if (isThere(first) && isThere(second)) {
    const isCertain = !isHidden(fields.get(first)) && !isHidden(fields.get(second));
    return isCertain ? [[second, `cannot go with ${first}: remove one of them`]] : [];
  }
  return isThere(first) || isThere(second) || fields.open !== undefined
    ? []
    : [[first, `missing: give it, or ${second}`]];
}

function notAbove(fields: Dict, lower: string, upper: string): Found {
  const [low, high] = [numberOf(fields.get(lower)), numberOf(fields.get(upper))];
  if (low === undefined || high === undefined || low <= high) return [];
  return [[lower, `${low} is above ${upper}, ${high}`]];
}
