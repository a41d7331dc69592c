import type { DryRunOptions } from '../../engine/dry-run.js';
import { DEFAULT_SETTINGS } from '../../estimator/world.js';
import { InputError } from '../../io/errors.js';
import {
  type DryRunReport,
  type DryRunSettings,
  dryRunSchemaVersion,
  formatJob,
  formatJobSummary,
  formatNote,
  summarizeJobs,
} from '../../report/dry-run.js';
import { toJson } from '../../report/json.js';
import { printableLine } from '../../report/terminal-text.js';
import type { ExitCode } from '../exit-code.js';
import { type Host, widthOf } from '../host.js';
import { styleFor } from '../reporter.js';
import { engineOptions, type Settings } from '../settings.js';
import { discoverOptions } from '../tree-settings.js';
import { version } from '../version.js';
import { parseGiven } from './given-values.js';

/** The options of `dry-run`, beside those of the main command. */
export interface DryRunCommandSettings extends Settings {
  readonly compare?: true;
  readonly region: string;
  readonly account: string;
  readonly role?: string;
  readonly defaultBucket?: string;
  readonly now: string;
  readonly bestTrainingJob: string;
  readonly compiledModel: string;
  readonly compiledImage?: string;
  readonly set?: readonly string[];
}

/**
 * Shows the jobs that programs start.
 *
 * @throws InputError for a value of an option that can't be read
 */
export async function dryRunCommand(
  paths: readonly string[],
  settings: DryRunCommandSettings,
  host: Host,
): Promise<ExitCode> {
  const { options, shown } = readSettings(settings);
  const { inputs, problems } = await findInputs(paths, settings, host);
  const files: DryRunReport['files'][number][] = problems.map((problem) => ({ ...problem, status: 'failed' as const }));
  const jobs: DryRunReport['jobs'][number][] = [];
  const notes: DryRunReport['notes'][number][] = [];
  for (const { path, read } of inputs) {
    try {
      const report = await host.work.dryRun(await read(), path, options);
      files.push({ path, status: report.skipped === null ? 'read' : 'skipped', reason: report.skipped });
      jobs.push(...report.jobs.map((job) => ({ path, ...job })));
      notes.push(...report.notes.map((note) => ({ path, ...note })));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      files.push({ path, status: 'failed', reason: error.reason });
    }
  }
  for (const { path, status, reason } of files)
    if (status === 'failed') host.stderr.write(`error: ${printableLine(path)}: ${printableLine(reason ?? '')}\n`);
  const summary = summarizeJobs(files, jobs);
  if (settings.outputFormat === 'json') {
    const report: DryRunReport = {
      schemaVersion: dryRunSchemaVersion,
      version,
      settings: shown,
      files,
      jobs,
      notes,
      summary,
    };
    host.stdout.write(toJson(report));
  } else if (settings.quiet !== true) {
    const layout = {
      width: widthOf(host.stdout),
      style: await styleFor(host.stdout, settings.color, host.env),
      verbose: settings.verbose === true,
    };
    for (const job of jobs) host.stdout.write(`${formatJob(job, layout)}\n`);
    if (layout.verbose) for (const note of notes) host.stdout.write(formatNote(note, layout));
    host.stdout.write(formatJobSummary(summary, notes.length, settings.compare === true));
  }
  if (summary.failed > 0) return 2;
  return summary.invalid > 0 || summary.different > 0 ? 1 : 0;
}

function readSettings(settings: DryRunCommandSettings): { options: DryRunOptions; shown: DryRunSettings } {
  const now = Date.parse(
    /^\d{4}-\d{2}-\d{2}(T[\d:.]+)?$/.test(settings.now)
      ? `${settings.now}${settings.now.includes('T') ? 'Z' : ''}`
      : settings.now,
  );
  if (Number.isNaN(now))
    throw new InputError('config', '--now', `'${settings.now}' is no date; write it like 2020-01-31T12:00:00Z`);
  const { region, account, bestTrainingJob, compiledModel } = settings;
  const { compiledImage = DEFAULT_SETTINGS.compiledImage } = settings;
  const role = settings.role ?? `arn:aws:iam::${account}:role/SageMakerRole`;
  const defaultBucket = settings.defaultBucket ?? `sagemaker-${region}-${account}`;
  return {
    options: {
      ...engineOptions(settings),
      settings: {
        ...{ region, account, role, now, bestTrainingJob, compiledModel, compiledImage },
        ...(settings.defaultBucket !== undefined && { defaultBucket }),
      },
      given: parseGiven(settings.set ?? []),
      compare: settings.compare === true,
    },
    shown: {
      ...{ region, account, role, defaultBucket, now: new Date(now).toISOString() },
      ...{ bestTrainingJob, compiledModel, compiledImage },
    },
  };
}

interface Input {
  readonly path: string;
  readonly read: () => Promise<Uint8Array>;
}

async function findInputs(
  paths: readonly string[],
  settings: Settings,
  host: Host,
): Promise<{ inputs: readonly Input[]; problems: readonly { path: string; reason: string | null }[] }> {
  if (paths.includes('-'))
    return { inputs: [{ path: settings.stdinFilename ?? 'stdin.py', read: () => host.readStdin() }], problems: [] };
  const trees = await host.work.trees();
  const { files, problems } = await trees.discover(paths, discoverOptions(settings, trees.cwd));
  return {
    inputs: files.map((path) => ({ path, read: () => host.work.read(path) })),
    problems: problems.filter(({ status }) => status === 'failed').map(({ path, reason }) => ({ path, reason })),
  };
}
