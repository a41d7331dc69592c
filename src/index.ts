import type { Data, Plain } from './data/value.js';
import type { JobReport } from './dryrun/report.js';
import { migrateSource } from './engine/migrate.js';
import { comparesRequests, type MigrateOptions } from './engine/options.js';
import type { FileOutcome, ReportedFinding, SourceOutcome } from './engine/outcome.js';
import type { Settings } from './estimator/world.js';
import { parseDocument } from './io/document.js';
import { kindOfName } from './io/file-kind.js';
import { migrateDocument } from './io/migrate-document.js';
import { type Programs, wholeText } from './io/programs.js';
import { dependencyFormatOf } from './io/requirements/kinds.js';
import { applyTextEdits } from './io/text-edits.js';
import { pythonSource, type Source } from './text/source.js';

export type { FieldDifference, Verdict } from './dryrun/compare.js';
export type {
  JobNote,
  JobPlace,
  JobReport,
  ReportedComparison,
  ReportedJob,
  ReportedViolation,
} from './dryrun/report.js';
export type { UnknownField } from './dryrun/unknown-fields.js';
export type { FindModule, MigrateOptions, ModuleText } from './engine/options.js';
export type { FindingState, ReportedFinding } from './engine/outcome.js';
export { InputError, type InputErrorCode, type InputErrorPlace } from './io/errors.js';
export type { Evidence } from './semantic/evidence.js';

/** What {@link migrate} can be told. */
export interface MigrateTextOptions extends MigrateOptions {
  /** Name of the text; it tells notebooks (`.ipynb`), requirements, Dockerfiles … from Python. Default `input.py`. */
  readonly path?: string;
}

/** What became of a text. */
export interface MigrateTextResult {
  /** The text after migration; the very text that was given where nothing changes. */
  readonly text: string;
  /** `skipped`: a notebook in another language, see `reason`. */
  readonly status: Exclude<FileOutcome['status'], 'failed'>;
  readonly reason: string | null;
  /** Every use of SDK v1 that was found, and how it ended. */
  readonly findings: readonly ReportedFinding[];
}

const byteOrderMark = '\ufeff';

/**
 * Moves the text of a Python program, a notebook, or a file that says what a project needs from the SageMaker Python SDK v1 to v2.
 *
 * @param text Python code, the JSON of a notebook …, as it is in the file.
 * @throws {@link InputError} when the path says notebook and the text is none.
 */
export async function migrate(text: string, options: MigrateTextOptions = {}): Promise<MigrateTextResult> {
  const { path = 'input.py', ...engineOptions } = options;
  if (path.toLowerCase().endsWith('.ipynb')) return migrateNotebookText(text, path, engineOptions);
  if (dependencyFormatOf(path) === undefined)
    return migrateText(text, await codeOf(path, engineOptions), (source) => migrateVerified(source, engineOptions));
  // The parsers of these formats are loaded only where there is something to parse.
  const { migrateDependencies } = await import('./io/requirements/migrate-dependencies.js');
  return migrateText(
    text,
    (whole) => wholeText(path, whole),
    (source) => migrateDependencies(source, engineOptions),
  );
}

/** What of a text is to be migrated. */
async function codeOf(path: string, { docs }: MigrateOptions): Promise<(text: string) => Programs> {
  if (docs !== true) return (text) => wholeText(path, text);
  const { pagePrograms, programsWithDocstrings } = await import('./io/docs/docs-programs.js');
  return (text) => (kindOfName(path) === 'docs' ? pagePrograms : programsWithDocstrings)(path, text);
}

/** Not by way of bytes: a coding line says how a file is encoded, and a text is decoded already. */
async function migrateText(
  text: string,
  programs: (text: string) => Programs,
  run: (source: Source) => SourceOutcome | Promise<SourceOutcome>,
): Promise<MigrateTextResult> {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const body = text.slice(mark.length);
  const { sources, fileEdits } = programs(body);
  const outcomes: SourceOutcome[] = [];
  for (const source of sources) outcomes.push(await run(source));
  const after = mark + applyTextEdits(body, fileEdits(outcomes.map(({ edits }) => edits)));
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  return { text: after, status: after === text ? 'unchanged' : 'changed', reason: null, findings };
}

async function migrateNotebookText(text: string, path: string, options: MigrateOptions): Promise<MigrateTextResult> {
  const document = parseDocument(new TextEncoder().encode(text), path);
  const { outcome, bytes } = await migrateDocument(document, options, migrateVerified);
  const { status, reason, findings } = outcome;
  if (status === 'failed') throw new Error(reason ?? `${path}: migration failed`);
  const after = bytes === null ? text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text: after, status, reason, findings };
}

/** The comparison of requests is most of the program: loaded for the first text that changes. */
async function migrateVerified(source: Source, options: MigrateOptions): Promise<SourceOutcome> {
  const outcome = migrateSource(source, options);
  if (!comparesRequests(options) || outcome.edits.length === 0) return outcome;
  const { addChangedRequests } = await import('./engine/changed-requests.js');
  const { loadTools } = await import('./dryrun/tools.js');
  await loadTools(source.text);
  return addChangedRequests(source, outcome);
}

/** What {@link dryRun} can be told. */
export interface DryRunTextOptions extends MigrateOptions {
  /** Name of the text; its extension tells a notebook (`.ipynb`) from Python. Default `input.py`. */
  readonly path?: string;
  /** What AWS would answer; the defaults are those of the command. */
  readonly settings?: Partial<Omit<Settings, 'sdk'>>;
  /** Values of names that the program reads from outside. */
  readonly given?: Readonly<Record<string, Plain>>;
  /** Shows for each job what v1 would have sent, too. Default false. */
  readonly compare?: boolean;
}

/**
 * Lists the jobs that a program starts, with the requests that it would send on SDK v2; code for v1 is migrated in memory first.
 *
 * @param text Python code, or the JSON of a notebook, as it is in the file.
 * @throws {@link InputError} when the path says notebook and the text is none.
 */
export async function dryRun(text: string, options: DryRunTextOptions = {}): Promise<JobReport> {
  const { path = 'input.py', settings = {}, given = {}, compare = false, ...engineOptions } = options;
  const { dryRunSource } = await import('./engine/dry-run.js');
  const { fromPlain } = await import('./data/value.js');
  const values = new Map(Object.entries(given).map(([name, value]): [string, Data] => [name, fromPlain(value)]));
  const { loadTools } = await import('./dryrun/tools.js');
  await loadTools(text);
  const reports = sourcesOf(text, path).map((source) =>
    dryRunSource(source, { ...engineOptions, settings, given: values, compare }),
  );
  return { jobs: reports.flatMap(({ jobs }) => jobs), notes: reports.flatMap(({ notes }) => notes) };
}

function sourcesOf(text: string, path: string): readonly Source[] {
  if (path.toLowerCase().endsWith('.ipynb')) return parseDocument(new TextEncoder().encode(text), path).sources;
  return [pythonSource(path, text.startsWith(byteOrderMark) ? text.slice(1) : text)];
}
