import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Json } from '../../src/data/value.js';
import { findJobs, type SentJob } from '../../src/dryrun/jobs.js';
import { migrateSource } from '../../src/engine/migrate.js';
import { parseDocument } from '../../src/io/document.js';
import { migrateDocument } from '../../src/io/migrate-document.js';
import { parsePython } from '../../src/python/parser.js';
import { argued } from './dry-run-argued.js';
import { asJson, checkFields, type FieldCheck } from './dry-run-fields.js';
import { printFigure } from './dry-run-golden.js';
import { type Inputs, need } from './inputs.js';
import { programsIn } from './migrate-folder.js';
import { type OracleCall, runPrograms } from './oracle.js';

/** The operations whose requests have to be found. */
const COUNTED = new Set([
  ...['CreateTrainingJob', 'CreateModel', 'CreateEndpointConfig', 'CreateTransformJob'],
  ...['CreateHyperParameterTuningJob', 'CreateProcessingJob'],
]);

/** Figure 3: the jobs of real code, as it is on 1.72.0 and migrated on 2.257.6, beside what the oracle records of it. */
export async function judgeExampleJobs(inputs: Inputs): Promise<boolean> {
  const script = need(join(inputs.shared, 'oracle', 'sandbox_run.py'), 'the oracle (--shared)');
  const python = need(inputs.python, "the oracle's Python (--python)");
  const setup = { script, python, cache: join(inputs.work, 'runs'), stops: false };
  const sdkV1 = need(inputs.sdkV1, 'the SDK 1.72.0 (--sdk-v1)');
  const sdkV2 = need(inputs.sdkV2, 'the SDK 2.257.6 (--sdk-v2)');
  const examples = need(inputs.examples, 'the example programs (--examples)');
  const names = programsIn(examples).filter(
    (name) => name.includes(inputs.only ?? '') && readFileSync(join(examples, name)).includes('sagemaker'),
  );
  const paths = (folder: string, of: readonly string[]) => new Map(of.map((name) => [name, join(folder, name)]));
  const before = await runPrograms({ ...setup, sdk: sdkV1, version: '1.72.0' }, paths(examples, names));
  const sending = names.filter((name) => counted(before.runs.get(name)?.calls).length > 0);

  const folder = join(inputs.work, 'dry-run', 'examples');
  rmSync(folder, { recursive: true, force: true });
  for (const name of sending) {
    const bytes = readFileSync(join(examples, name));
    const migrated = await migrateDocument(parseDocument(bytes, name), {}, migrateSource);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), migrated.bytes ?? bytes);
  }
  const after = await runPrograms({ ...setup, sdk: sdkV2, version: '2.257.6' }, paths(folder, sending));
  console.log(
    `${sending.length} programs send requests; ran ${before.fresh} on v1 and ${after.fresh} on v2, the others are cached`,
  );

  const met: boolean[] = [];
  for (const [sdk, from, { runs }] of [
    ['v1', examples, before],
    ['v2', folder, after],
  ] as const) {
    const tally = { recorded: 0, found: 0, wrong: 0, unknown: 0, fields: 0, silent: 0 };
    const report: string[] = [];
    for (const name of sending) {
      const want = counted(runs.get(name)?.calls);
      const program = jobsOf(join(from, name), sdk);
      const { lines, found, checks } = match(want, program.jobs);
      tally.recorded += want.length;
      tally.found += found;
      if (found < want.length && program.notes === 0) tally.silent += 1;
      for (const check of checks) {
        for (const each of check.wrong) {
          const why = argued(name, each);
          lines.push(why === undefined ? `wrong: ${each}` : `not the record's: ${each} (${why})`);
          if (why === undefined) tally.wrong += 1;
        }
        tally.unknown += check.unknown;
        tally.fields += check.fields;
      }
      if (lines.length > 0) report.push(`## ${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
    }
    const listing = join(inputs.work, 'dry-run', `examples-${sdk}.txt`);
    writeFileSync(listing, `${report.join('\n')}\n`);
    const figure = (what: string, part: number, of: number, isMet: (share: number) => boolean, goal: string): boolean =>
      printFigure(`examples, ${sdk}: ${what}`, part, of, isMet, goal);
    met.push(
      figure('recorded requests found', tally.found, tally.recorded, (x) => x >= 0.85, '>= 85 %'),
      figure('fields stated wrong', tally.wrong, tally.fields, (x) => x === 0, 'none'),
      figure('programs with a request missed and nothing said', tally.silent, sending.length, (x) => x === 0, 'none'),
    );
    console.log(
      `       fields unknown: ${((100 * tally.unknown) / tally.fields).toFixed(1)} %; all that is missing or wrong: ${listing}`,
    );
    const open = report.filter((each) => /^ {2}(?:wrong|not found): /m.test(each));
    for (const text of open.slice(0, inputs.show)) console.log(text);
  }
  return met.every(Boolean);
}

function counted(calls: readonly OracleCall[] | undefined): OracleCall[] {
  return (calls ?? []).filter(({ op, invalid }) => invalid === null && COUNTED.has(op));
}

function jobsOf(path: string, sdk: 'v1' | 'v2'): { jobs: SentJob[]; notes: number } {
  const jobs: SentJob[] = [];
  let notes = 0;
  for (const source of parseDocument(readFileSync(path), path).sources) {
    const tree = parsePython(source.text, source.chunks);
    const found = findJobs(source, tree, { settings: { sdk }, given: new Map() });
    jobs.push(...found.jobs);
    notes += found.missed.size + found.refusals.length + (found.stoppedAt === undefined ? 0 : 1);
  }
  return { jobs, notes };
}

/**
 * Gives each recorded request the job that states it best: the oracle goes on behind statements that fail, so that the order
 * of what it records is not always that of the program.
 */
function match(
  want: readonly OracleCall[],
  jobs: readonly SentJob[],
): { lines: string[]; found: number; checks: FieldCheck[] } {
  const free = new Set(jobs);
  const lines: string[] = [];
  const checks: FieldCheck[] = [];
  const isOpen = openIn(want);
  for (const { op, request } of want) {
    let best: { job: SentJob; check: FieldCheck } | undefined;
    for (const job of free) {
      if (job.operation !== op) continue;
      const check = checkFields(normalised(asJson(request)), normalised(job.request), isOpen);
      if (best === undefined || check.wrong.length < best.check.wrong.length) best = { job, check };
      if (check.wrong.length === 0) break;
    }
    if (best === undefined) {
      lines.push(`not found: ${op} ${JSON.stringify(request).slice(0, 120)}`);
      continue;
    }
    free.delete(best.job);
    checks.push({ ...best.check, wrong: best.check.wrong.map((each) => `${op} ${each}`) });
  }
  return { lines, found: checks.length, checks };
}

/**
 * Values of the record that stand for others: where a value came out of a package that the oracle lacks, its stand-in; and the
 * model of a job whose name, under a clock that stands still, another job has too.
 */
function openIn(want: readonly OracleCall[]): (value: string) => boolean {
  const names = want.map(({ request }) => request.TrainingJobName).filter((name) => typeof name === 'string');
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) < index));
  const models = [...repeated].map((name) => `/${stamped(name)}/output/model.tar.gz`);
  return (value) => /MagicMock|<\w+>/.test(value) || models.some((model) => value.endsWith(model));
}

/**
 * Time stamps by their form: the oracle's clock stands still for `time` and `datetime`, but not for what pandas, numpy or a
 * shell command say, nor for the part behind the seconds.
 */
function normalised(value: Json): Json {
  return JSON.parse(stamped(JSON.stringify(value, withoutOrder))) as Json;
}

function stamped(text: string): string {
  return text.replace(STAMP, 'T').replace(/T(-T)+/g, 'T');
}

/** The debugger's collections are a set in the SDK: they have no order. */
function withoutOrder(name: string, value: unknown): unknown {
  if (name !== 'CollectionConfigurations' || !Array.isArray(value)) return value;
  const texts = value.map((each) => JSON.stringify(each)).sort();
  return texts.map((each): unknown => JSON.parse(each));
}
const STAMP =
  /\d{4}-?\d{2}-?\d{2}[-T]?\d{2}-?\d{2}-?\d{2}(-\d{3})?|\d{6}-\d{4}|(?<!\d)\d{2}-\d{2}-\d{2}-\d{2}(?!\d)|(?<!\d)1[567]\d{8}(\.\d+)?(-\w{4})?(?!\d)|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g;
