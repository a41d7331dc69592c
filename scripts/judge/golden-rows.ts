import { isDeepStrictEqual } from 'node:util';
import type { Difference } from './differences.js';
import type { GoldenProgram } from './golden-compare.js';

interface Pair {
  readonly want: Record<string, unknown>;
  readonly have: Record<string, unknown>;
}

/** A row of the golden README's list of differences that no migration avoids. */
interface Row {
  readonly row: string;
  readonly op: RegExp;
  readonly path: RegExp;
  readonly holds: (difference: Difference, pair: Pair, program: GoldenProgram) => boolean;
}

// Rows 14, 17 and 21 are absent on purpose: there the v1 value can be written out, so the migration has to.
// Rows 8, 9, 10, 12 and 19 (names) need memory: see `createExplainer`. Row 20 is in the comparison, 22 below.
const ROWS: readonly Row[] = [
  {
    row: '1',
    op: /^CreateTrainingJob$/,
    path: /^ProfilerConfig$/,
    holds: ({ was, is }, { have }) =>
      was === undefined &&
      equal(is, { S3OutputPath: record(have.OutputDataConfig).S3OutputPath, DisableProfiler: false }),
  },
  {
    row: '2',
    op: /^CreateTrainingJob$/,
    path: /^DebugHookConfig$/,
    holds: ({ was, is }, { have }) =>
      was === undefined &&
      equal(is, { S3OutputPath: record(have.OutputDataConfig).S3OutputPath, CollectionConfigurations: [] }),
  },
  {
    row: '3',
    op: /^CreateTrainingJob$/,
    path: /^DebugHookConfig$/,
    holds: ({ is }, { want }) =>
      is === undefined &&
      record(want.CheckpointConfig).S3Uri !== undefined &&
      record(want.CheckpointConfig).LocalPath !== undefined,
  },
  {
    row: '4',
    op: /^Create(TrainingJob|HyperParameterTuningJob)$/,
    path: /HyperParameters\.sagemaker_enable_cloudwatch_metrics$/,
    holds: ({ is }) => is === undefined,
  },
  {
    row: '5',
    op: /^CreateModel$/,
    path: /Environment\.SAGEMAKER_ENABLE_CLOUDWATCH_METRICS$/,
    holds: ({ is }) => is === undefined,
  },
  {
    row: '6',
    op: /^CreateModel$/,
    path: /Environment\.SAGEMAKER_SUBMIT_DIRECTORY$/,
    holds: ({ was, is }) => is === '/opt/ml/model/code' && text(was).endsWith('/model.tar.gz'),
  },
  {
    row: '7',
    op: /^CreateHyperParameterTuningJob$/,
    path: /^TrainingJobDefinitions?\.(HyperParameterTuning)?ResourceConfig$/,
    holds: (_, { want, have }) =>
      equal(resourcesOf(want, 'ResourceConfig'), resourcesOf(have, 'HyperParameterTuningResourceConfig')),
  },
  {
    row: '11',
    op: /^CreateModel$/,
    path: /\.Image$/,
    holds: ({ was, is }) => {
      const [[repository, tag = ''], [newRepository, newTag = '']] = [text(was).split(':'), text(is).split(':')];
      const [short = '', ...rest] = tag.split('-');
      const [long = '', ...newRest] = newTag.split('-');
      return (
        repository === newRepository &&
        text(was).includes('tensorflow') &&
        long.startsWith(`${short}.`) &&
        equal(rest, newRest)
      );
    },
  },
  {
    row: '12',
    op: /^CreateModel$/,
    path: /\.Image$/,
    holds: ({ was, is }) => text(was).includes('neo') && text(is).endsWith('/sagemaker-inference:neo'),
  },
  {
    row: '13',
    op: /^CreateProcessingJob$/,
    path: /\.AppManaged$/,
    holds: ({ was, is }) => was === undefined && is === false,
  },
  {
    row: '15',
    op: /^InvokeEndpoint$/,
    path: /^(ContentType|Accept)$/,
    holds: ({ path, was, is }) => was === undefined && is === (path === 'Accept' ? '*/*' : 'application/octet-stream'),
  },
  {
    // Only where the program sets a serializer later and leaves the content type alone: else the type must arrive.
    row: '16',
    op: /^InvokeEndpoint$/,
    path: /^(ContentType|Accept)$/,
    holds: ({ path }, _, { program }) =>
      path === 'Accept'
        ? /\.deserializer\s*=/.test(program) && !/\.accept\s*=/.test(program)
        : /\.serializer\s*=/.test(program) && !/\.content_type\s*=/.test(program),
  },
  {
    row: '18',
    op: /^Create/,
    path: /Image$/,
    holds: ({ was, is }) => text(was).endsWith(':latest') && text(is) === text(was).replace(/latest$/, '1'),
  },
  {
    row: '19',
    op: /^CreateEndpointConfig$/,
    path: /^Tags$/,
    holds: ({ was, is }, _, { others }) => others.includes('UpdateEndpoint') && equal(was, []) && is === undefined,
  },
];

/** How the frozen SDKs end the names that they make up. */
const STAMP = '2020-01-01-00-00-00-000';
const NAME = /(^|\.)(ModelName|EndpointName|EndpointConfigName|TransformJobName|CompilationJobName)$/;

/**
 * Returns a function that names the listed row of a difference, or undefined for one that is not listed. It remembers
 * the names of the program's requests, so call it in their order.
 */
export function createExplainer(program: GoldenProgram): (op: string, d: Difference, pair: Pair) => string | undefined {
  const renamed = new Map<string, Set<string>>();
  const jobs = new Set([
    'best-job',
    ...[...program.program.matchAll(/attach\(\s*["']([^"']+)/g)].map((m) => m[1] ?? ''),
  ]);
  for (const { request } of program.requests) jobs.add(text(request.TrainingJobName));
  const models = new Set(program.requests.map(({ request }) => text(request.ModelName)));
  const isRenamed = (was: string, is: string): boolean => was === is || renamed.get(was)?.has(is) === true;

  const explainName = (op: string, path: string, was: string, is: string): string | undefined => {
    if (isRenamed(was, is)) return '8';
    // A name that the user chose must stay: only what v1 made up may change, and only into what v2 makes up.
    if (!is.includes(STAMP)) return undefined;
    if (op === 'CreateEndpointConfig' && program.others.includes('UpdateEndpoint')) return '19';
    if (/[^-]ml-[a-z0-9]+$/.test(was)) return '12';
    if (jobs.has(was)) return '8';
    if (!was.includes(STAMP)) return path === 'ModelName' || !models.has(was) ? undefined : '9';
    if (/^(tensorflow-inference|sagemaker-tensorflow-serving)-/.test(was) || op === 'CreateTransformJob') return '10';
    return models.has(was) && path !== 'ModelName' ? '9' : undefined;
  };

  return (op, difference, pair) => {
    const { path, was, is } = difference;
    const fixed = ROWS.find((r) => r.op.test(op) && r.path.test(path) && r.holds(difference, pair, program));
    if (fixed !== undefined) return fixed.row;
    if (typeof was !== 'string' || typeof is !== 'string') return undefined;
    if (NAME.test(path)) {
      const row = explainName(op, path, was, is);
      if (row !== undefined) renamed.set(was, (renamed.get(was) ?? new Set()).add(is));
      return row;
    }
    const [segments, newSegments] = [was.split('/'), is.split('/')];
    const follows =
      segments.length === newSegments.length && segments.every((s, i) => isRenamed(s, newSegments[i] ?? ''));
    return follows ? '8' : undefined;
  };
}

/** Row 22: v1's own TensorFlow containers, which v2 cannot start. */
export function isLegacyTensorFlow(program: GoldenProgram): boolean {
  return program.requests.some(({ request }) =>
    JSON.stringify(request).includes('.amazonaws.com/sagemaker-tensorflow:'),
  );
}

function resourcesOf(request: Record<string, unknown>, key: string): unknown[] {
  const several = request.TrainingJobDefinitions;
  const definitions = Array.isArray(several) ? several : [request.TrainingJobDefinition];
  return definitions.map((definition) => record(definition)[key]);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function equal(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
