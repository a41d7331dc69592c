import type { Json } from '../data/value.js';
import { isList } from './unknown-fields.js';

/** A field on which two requests differ. */
interface Difference {
  readonly path: string;
  readonly v1: Json | undefined;
  readonly v2: Json | undefined;
}

interface Requests {
  readonly v1: Json;
  readonly v2: Json;
}

/** Says why v2 sends something else, for a difference that no migration avoids; undefined for any other. */
export type Explain = (operation: string, difference: Difference, requests: Requests) => string | undefined;

/** What the explanation of a program's differences rests on. */
export interface ProgramTraits {
  /** The program's text before the migration. */
  readonly text: string;
  /** How the SDKs end the names that they make up, at the clock's time. */
  readonly stamp: string;
  /** Every request of the v1 program, for the names that later ones repeat. */
  readonly requests: readonly { readonly operation: string; readonly request: Json }[];
}

interface Row {
  readonly operation: RegExp;
  readonly path: RegExp;
  readonly why: string;
  readonly holds: (difference: Difference, requests: Requests, traits: ProgramTraits) => boolean;
}

/** Differences between SDK 1.72.0 and 2.257.6 that stay whatever the program says. Sources: file and line of either SDK. */
const ROWS: readonly Row[] = [
  {
    operation: /^CreateTrainingJob$/,
    path: /^ProfilerConfig$/,
    why: 'v2 profiles every training job (2.257.6 estimator.py:1234)',
    holds: ({ v1, v2 }, requests) =>
      v1 === undefined && equal(v2, { S3OutputPath: outputOf(requests.v2), DisableProfiler: false }),
  },
  {
    operation: /^CreateTrainingJob$/,
    path: /^DebugHookConfig$/,
    why: 'v2 adds the debugger hook to every estimator (2.257.6 estimator.py:1193)',
    holds: ({ v1, v2 }, requests) =>
      v1 === undefined && equal(v2, { S3OutputPath: outputOf(requests.v2), CollectionConfigurations: [] }),
  },
  {
    operation: /^CreateTrainingJob$/,
    path: /^DebugHookConfig$/,
    why: 'v2 leaves the debugger hook out where a distributed job has checkpoints (2.257.6 estimator.py:3735)',
    holds: ({ v2 }, requests) => {
      const checkpoint = record(record(requests.v1).CheckpointConfig);
      return v2 === undefined && checkpoint.S3Uri !== undefined && checkpoint.LocalPath !== undefined;
    },
  },
  {
    operation: /^Create(TrainingJob|HyperParameterTuningJob)$/,
    path: /HyperParameters\.sagemaker_enable_cloudwatch_metrics$/,
    why: 'v2 no longer sends this switch (1.72.0 estimator.py:1738)',
    holds: ({ v2 }) => v2 === undefined,
  },
  {
    operation: /^CreateModel$/,
    path: /Environment\.SAGEMAKER_ENABLE_CLOUDWATCH_METRICS$/,
    why: 'v2 no longer sends this switch (1.72.0 model.py:959)',
    holds: ({ v2 }) => v2 === undefined,
  },
  {
    operation: /^CreateModel$/,
    path: /Environment\.SAGEMAKER_SUBMIT_DIRECTORY$/,
    why: 'v2 names the folder in the repacked archive (2.257.6 model.py:869)',
    holds: ({ v1, v2 }) => v2 === '/opt/ml/model/code' && textOf(v1).endsWith('/model.tar.gz'),
  },
  {
    operation: /^CreateHyperParameterTuningJob$/,
    path: /^TrainingJobDefinitions?(\[\d+\])?\.(HyperParameterTuning)?ResourceConfig$/,
    why: 'v2 says the same under another name (2.257.6 session.py:3995)',
    holds: (_, { v1, v2 }) =>
      equal(resourcesOf(v1, 'ResourceConfig'), resourcesOf(v2, 'HyperParameterTuningResourceConfig')),
  },
  {
    operation: /^CreateModel$/,
    path: /Image$/,
    why: 'v1 cut the version of TensorFlow Serving images, v2 keeps it (1.72.0 tensorflow/estimator.py:639)',
    holds: ({ v1, v2 }) => isLongerTag(textOf(v1), textOf(v2)),
  },
  {
    operation: /^CreateModel$/,
    path: /Image$/,
    why: 'v2 takes the image of a compiled model from the service (2.257.6 model.py:1365)',
    holds: ({ v1, v2 }) =>
      /neo/.test(textOf(v1)) && (textOf(v2).endsWith('/sagemaker-inference:neo') || record(v2).$unknown !== undefined),
  },
  {
    operation: /^CreateProcessingJob$/,
    path: /\.AppManaged$/,
    why: 'v2 always says who manages the channel (2.257.6 processing.py:1283)',
    holds: ({ v1, v2 }) => v1 === undefined && v2 === false,
  },
  {
    operation: /^InvokeEndpoint$/,
    path: /^(ContentType|Accept)$/,
    why: 'v2 always states both types (2.257.6 base_predictor.py:263)',
    holds: ({ path, v1, v2 }) => v1 === undefined && v2 === (path === 'Accept' ? '*/*' : 'application/octet-stream'),
  },
  {
    operation: /^InvokeEndpoint$/,
    path: /^(ContentType|Accept)$/,
    why: 'v2 takes the type from a serializer that is set later (2.257.6 base_predictor.py:948)',
    holds: ({ path }, _, { text }) =>
      path === 'Accept'
        ? /\.deserializer\s*=/.test(text) && !/\.accept\s*=/.test(text)
        : /\.serializer\s*=/.test(text) && !/\.content_type\s*=/.test(text),
  },
  {
    operation: /^Create/,
    path: /Image$/,
    why: 'v2 has one version of this algorithm (2.257.6 image_uris.py:503)',
    holds: ({ v1, v2 }) => textOf(v1).endsWith(':latest') && textOf(v2) === textOf(v1).replace(/latest$/, '1'),
  },
];

const NAME = /(^|\.)(ModelName|EndpointName|EndpointConfigName|TransformJobName|CompilationJobName)$/;
const NAMES_WHY = 'v2 makes up names anew at each step (2.257.6 estimator.py:1758, model.py:1783)';

/** Explains the differences of one program; call it in the order of the requests, for it remembers their names. */
export function createExplain(traits: ProgramTraits): Explain {
  const renamed = new Map<string, Set<string>>();
  const isRenamed = (v1: string, v2: string): boolean => v1 === v2 || renamed.get(v1)?.has(v2) === true;
  const madeUp = new Set<string>();
  for (const { request } of traits.requests)
    for (const name of ['TrainingJobName', 'ModelName', 'HyperParameterTuningJobName'])
      madeUp.add(textOf(record(request)[name]));

  /** A name that the user chose must stay: only what v1 made up may change, and only into what v2 makes up. */
  const mayChange = (v1: string, v2: string): boolean => {
    if (isRenamed(v1, v2)) return true;
    if (!v2.includes(traits.stamp)) return false;
    return v1.includes(traits.stamp) || madeUp.has(v1) || /[^-]ml-[a-z0-9]+$/.test(v1);
  };

  return (operation, difference, requests) => {
    const { path, v1, v2 } = difference;
    const row = ROWS.find(
      (each) => each.operation.test(operation) && each.path.test(path) && each.holds(difference, requests, traits),
    );
    if (row !== undefined) return row.why;
    if (typeof v1 !== 'string' || typeof v2 !== 'string') return undefined;
    if (NAME.test(path)) {
      if (!mayChange(v1, v2)) return undefined;
      renamed.set(v1, (renamed.get(v1) ?? new Set()).add(v2));
      return NAMES_WHY;
    }
    const [was, is] = [v1.split('/'), v2.split('/')];
    const follows = was.length === is.length && was.every((part, index) => isRenamed(part, is[index] ?? ''));
    return follows ? NAMES_WHY : undefined;
  };
}

function isLongerTag(v1: string, v2: string): boolean {
  const [[repository, tag = ''], [newRepository, newTag = '']] = [v1.split(':'), v2.split(':')];
  const [short = '', ...rest] = tag.split('-');
  const [long = '', ...newRest] = newTag.split('-');
  return (
    repository === newRepository && v1.includes('tensorflow') && long.startsWith(`${short}.`) && equal(rest, newRest)
  );
}

function outputOf(request: Json): Json | undefined {
  return record(record(request).OutputDataConfig).S3OutputPath;
}

function resourcesOf(request: Json, key: string): (Json | undefined)[] {
  const several = record(request).TrainingJobDefinitions;
  const definitions =
    several !== undefined && several !== null && typeof several === 'object' && isList(several)
      ? several
      : [record(request).TrainingJobDefinition];
  return definitions.map((definition) => record(definition)[key]);
}

function record(value: Json | undefined): { readonly [key: string]: Json } {
  return value !== undefined && value !== null && typeof value === 'object' && !isList(value) ? value : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Whether two values are the same, in whatever order their members stand. */
function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    names.length === others.length &&
    names.every((name) => Object.hasOwn(b, name) && equal(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
