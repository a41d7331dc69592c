import type { Json } from '../data/value.js';
import type { FieldDifference } from '../dryrun/compare.js';
import type { JobNote, JobPlace, ReportedComparison, ReportedJob } from '../dryrun/report.js';
import { holeOf, isList } from '../dryrun/unknown-fields.js';
import type { Style } from './style.js';
import { printable, printableLine, wrap } from './terminal-text.js';

/** Version of the dry run's JSON; raised when a field changes its meaning or goes. See `docs/json-output.md`. */
export const dryRunSchemaVersion = 1;

/** What stands for the world outside the program, in a dry run's report. */
export interface DryRunSettings {
  readonly region: string;
  readonly account: string;
  readonly role: string;
  readonly defaultBucket: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly bestTrainingJob: string;
  readonly compiledModel: string;
  readonly compiledImage: string;
}

/** A job of one file. */
export interface FileJob extends ReportedJob {
  readonly path: string;
}

/** The report of a dry run. */
export interface DryRunReport {
  readonly schemaVersion: typeof dryRunSchemaVersion;
  /** Version of this program. */
  readonly version: string;
  readonly settings: DryRunSettings;
  readonly files: readonly {
    readonly path: string;
    readonly status: 'read' | 'skipped' | 'failed';
    readonly reason: string | null;
  }[];
  readonly jobs: readonly FileJob[];
  /** What could not be followed, and so may start jobs that are not listed. */
  readonly notes: readonly (JobNote & { readonly path: string })[];
  readonly summary: DryRunSummary;
}

/** How a dry run ended. */
export interface DryRunSummary {
  readonly files: number;
  readonly failed: number;
  readonly jobs: number;
  /** Jobs with violations. */
  readonly invalid: number;
  /** Jobs with fields that are not, or not wholly, known. */
  readonly withUnknown: number;
  /** Jobs that differ between v1 and v2 in a way that is not documented. */
  readonly different: number;
}

/** Counts what decides on the exit code. */
export function summarizeJobs(files: DryRunReport['files'], jobs: readonly FileJob[]): DryRunSummary {
  const count = (holds: (job: FileJob) => boolean): number => jobs.filter(holds).length;
  return {
    files: files.length,
    failed: files.filter(({ status }) => status === 'failed').length,
    jobs: jobs.length,
    invalid: count(({ violations }) => violations.length > 0),
    withUnknown: count(({ unknown }) => unknown.length > 0),
    different: count(({ comparison }) => comparison?.verdict === 'differs'),
  };
}

/** How the text form is laid out. */
export interface JobLayout {
  readonly width: number;
  readonly style: Style;
  readonly verbose: boolean;
}

/** One job as text: its place and operation, the request with each violation under its field, and the comparison. */
export function formatJob(job: FileJob, layout: JobLayout): string {
  const { style } = layout;
  const head = `${placeText(job, job.path)}: ${style.bold(job.operation ?? 'refused before a request is made')}`;
  const condition = job.condition === null ? '' : style.dim(` (only if: ${printableLine(job.condition)})`);
  const lines = [head + condition];
  if (job.request !== null) lines.push(...requestLines(job, style));
  else for (const violation of job.violations) lines.push(violationLine(violation, 1, style));
  if (job.comparison !== undefined) lines.push(...comparisonLines(job.comparison, layout));
  return `${lines.join('\n')}\n`;
}

function placeText({ cell, line }: JobPlace, path: string): string {
  return `${printableLine(path)}:${cell === null ? '' : `cell ${cell}:`}${line}`;
}

function requestLines({ request, violations }: FileJob, style: Style): string[] {
  const left = [...violations];
  const lines: string[] = [];
  const tell = (path: string, depth: number): void => {
    for (const violation of left.filter((each) => each.path === path)) {
      lines.push(violationLine(violation, depth, style));
      left.splice(left.indexOf(violation), 1);
    }
  };
  const print = (value: Json, path: string, depth: number, before: string, after: string): void => {
    const indent = '  '.repeat(depth);
    const put = (text: string): void => void lines.push(indent + before + text);
    const hole = holeOf(value);
    if (hole !== undefined) {
      const text = 'template' in hole ? JSON.stringify(hole.template) : `unknown: ${hole.reason}`;
      put(`${style.yellow(printable(text))}${after}`);
      tell(path, depth);
    } else if (value === null || typeof value !== 'object') {
      put(`${printable(JSON.stringify(value))}${after}`);
      tell(path, depth);
    } else {
      const [open, close] = isList(value) ? '[]' : '{}';
      const entries = isList(value)
        ? value.map((item, index) => ({ item, path: `${path}[${index}]`, name: '' }))
        : Object.entries(value).map(([name, item]) => ({
            item,
            path: path === '' ? name : `${path}.${name}`,
            name: `${printable(JSON.stringify(name))}: `,
          }));
      if (entries.length === 0) {
        put(`${open}${close}${after}`);
        tell(path, depth);
        return;
      }
      put(open ?? '');
      tell(path, depth + 1);
      for (const [index, entry] of entries.entries())
        print(entry.item, entry.path, depth + 1, entry.name, index === entries.length - 1 ? '' : ',');
      lines.push(`${indent}${close}${after}`);
    }
  };
  print(request, '', 1, '', '');
  for (const violation of left) lines.push(violationLine(violation, 1, style));
  return lines;
}

function violationLine({ grade, path, message }: FileJob['violations'][number], depth: number, style: Style): string {
  const who = grade === 'client' ? 'refused before it is sent' : 'refused by AWS';
  return style.red(`${'  '.repeat(depth)}^ ${printableLine(path === '' ? message : `${path}: ${message}`)} (${who})`);
}

const VERDICTS: Readonly<Record<ReportedComparison['verdict'], string>> = {
  same: 'same as on v1',
  documented: 'same as on v1 but for what v2 does to every job',
  differs: 'differs from v1',
  'not-proven': 'not proven to be the same as on v1',
};

/** What is said of a request that v1 has no counterpart of. */
const UNSENT: typeof VERDICTS = { ...VERDICTS, differs: 'does not send this', 'not-proven': 'not known to send this' };

function comparisonLines(
  { verdict, v1, differences }: ReportedComparison,
  { style, width, verbose }: JobLayout,
): string[] {
  const mark = verdict === 'differs' ? style.red : verdict === 'not-proven' ? style.yellow : style.green;
  const lines = [`  ${mark(`v1: ${v1 === null ? UNSENT[verdict] : VERDICTS[verdict]}`)}`];
  for (const difference of differences) {
    if (difference.kind === 'documented' && !verbose) continue;
    const why =
      difference.why === undefined ? '' : ` (${difference.kind === 'not-proven' ? 'unknown: ' : ''}${difference.why})`;
    lines.push(
      `    ${wrap(printable(`${difference.path}: ${valueText(difference, 'v1')} -> ${valueText(difference, 'v2')}${why}`), width, '      ', 4)}`,
    );
  }
  return lines;
}

function valueText(difference: FieldDifference, side: 'v1' | 'v2'): string {
  const value = difference[side];
  return value === undefined ? 'absent' : JSON.stringify(value);
}

/** What could not be followed, as one line each. */
export function formatNote(note: JobNote & { readonly path: string }, { style }: JobLayout): string {
  return `${placeText(note, note.path)}: ${style.dim(printableLine(note.message))}\n`;
}

/** The last line of a dry run. */
export function formatJobSummary(summary: DryRunSummary, notes: number, compared: boolean): string {
  const parts = [
    `${summary.jobs} ${summary.jobs === 1 ? 'job' : 'jobs'} in ${summary.files} ${summary.files === 1 ? 'file' : 'files'}`,
    summary.invalid === 0 ? 'no violations' : `${summary.invalid} with violations`,
    ...(summary.withUnknown > 0 ? [`${summary.withUnknown} with unknown fields`] : []),
    ...(compared ? [summary.different === 0 ? 'none differs from v1' : `${summary.different} differ from v1`] : []),
    ...(notes > 0 ? [`${notes} ${notes === 1 ? 'place' : 'places'} not followed (-v shows them)`] : []),
    ...(summary.failed > 0 ? [`${summary.failed} ${summary.failed === 1 ? 'file' : 'files'} not read`] : []),
  ];
  return `${parts.join(', ')}.\n`;
}
