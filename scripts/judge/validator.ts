import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestShape } from '../../src/aws/shapes.js';
import { validateRequest } from '../../src/aws/validate.js';
import { type Data, fromJson, type Json } from '../../src/data/value.js';
import { type Inputs, need, readJsonLines } from './inputs.js';
import { toForm } from './validator-form.js';
import { makeValid, mutate, type Random, randomFrom } from './validator-mutations.js';

const SEED = 2026;
const COUNT = 5000;
const SAMPLE = 500;
/** Of the JSON of a sampled request, in characters. */
const SAMPLE_LENGTH = 420;

const OPERATIONS = [
  ...['CreateTrainingJob', 'CreateModel', 'CreateEndpointConfig', 'CreateEndpoint', 'UpdateEndpoint', 'DeleteEndpoint'],
  ...[
    'DeleteEndpointConfig',
    'DeleteModel',
    'CreateTransformJob',
    'CreateHyperParameterTuningJob',
    'CreateProcessingJob',
  ],
  ...['CreateCompilationJob', 'CreateAutoMLJob', 'CreateModelPackage', 'CreateModelPackageGroup', 'CreateAlgorithm'],
  ...['CreateMonitoringSchedule', 'CreateLabelingJob', 'UpdateEndpointWeightsAndCapacities', 'InvokeEndpoint'],
];

interface GoldenRow {
  readonly requests: readonly { readonly op: string; readonly request: Json }[];
}

/**
 * The validator against botocore's own, on valid requests with one to three random changes: of grade `client` both have to
 * say the same of the same fields. Leaves a sample in the work folder: `validator.jsonl`, which test/aws holds a copy of.
 */
export async function judgeValidator(inputs: Inputs): Promise<boolean> {
  const python = need(inputs.python, '--python');
  const shapes = need(join(inputs.shared, 'facts/sagemaker-shapes.json'), 'the shapes');
  const golden = ['dev-v1', 'dev-v2'].flatMap((name) =>
    readJsonLines<GoldenRow>(need(join(inputs.shared, 'golden', `${name}.jsonl`), 'the recorded requests')),
  );
  const recorded = golden.flatMap((row) =>
    row.requests.map(({ op, request }): [string, Data] => [op, fromJson(request)]),
  );
  const random = randomFrom(SEED);
  const cases = Array.from({ length: COUNT }, (_, i): [string, Data] => {
    const [operation, valid] =
      i % 2 === 0 ? validRequest(random) : (recorded[Math.floor(random() * recorded.length)] ?? ['', null]);
    return [operation, mutate(valid, random)];
  });
  const lines = cases.map(([operation, request]) => JSON.stringify([operation, toForm(request)]));
  const script = fileURLToPath(new URL('validator.py', import.meta.url));
  const output = execFileSync(python, [script, shapes], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line): string[] => JSON.parse(line));
  const wrong = cases.filter(
    ([operation, request], i) => clientText(operation, request) !== JSON.stringify(answers[i]),
  );
  for (const [operation, request] of wrong.slice(0, inputs.show)) {
    const i = cases.findIndex((each) => each[1] === request);
    console.log(
      `${lines[i]}\n  botocore: ${JSON.stringify(answers[i])}\n  ours:     ${clientText(operation, request)}`,
    );
  }
  const refused = answers.filter((answer) => answer.length > 0).length;
  console.log(`${COUNT - wrong.length} of ${COUNT} requests get the same violations (${refused} have any)`);
  writeSample(lines, answers, inputs.work);
  return wrong.length === 0;
}

function validRequest(random: Random): [string, Data] {
  const operation = OPERATIONS[Math.floor(random() * OPERATIONS.length)] ?? 'CreateModel';
  return [operation, makeValid(requestShape(operation) ?? '', random)];
}

function clientText(operation: string, request: Data): string {
  const violations = validateRequest(operation, request).filter(({ grade }) => grade === 'client');
  return JSON.stringify(violations.map(({ kind, path }) => `${kind} ${path}`.trimEnd()).sort(compareCodePoints));
}

function writeSample(lines: readonly string[], answers: readonly string[][], work: string): void {
  const short = lines.flatMap((line, i) =>
    line.length < SAMPLE_LENGTH ? [`${line.slice(0, -1)},${JSON.stringify(answers[i])}]`] : [],
  );
  const sample = short.slice(0, SAMPLE);
  const made = `validator.py with botocore: valid requests (seed ${SEED}) with one to three random changes; each line holds operation, request, and what ParamValidator reports`;
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'validator.jsonl'), `${[JSON.stringify({ made }), ...sample].join('\n')}\n`);
  console.log(`${sample.length} of them are in the sample`);
}

function compareCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
