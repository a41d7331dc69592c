import { resolve } from 'node:path';
import type { MigrateOptions } from '../../engine/options.js';
import { failedOutcome } from '../../io/batch/failed-outcome.js';
import { addToSummary, emptySummary } from '../../report/summary.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import type { Host, Migrated } from '../host.js';
import { createReporter, reportFailure } from '../reporter.js';
import { engineOptions, isPending, type Settings } from '../settings.js';
import type { Task } from '../tasks.js';
import { perFileIgnores } from '../tree-settings.js';

/** Migrates one file that goes elsewhere, or standard input. */
export async function migrateOne(task: Task, settings: Settings, host: Host): Promise<ExitCode> {
  const reporter = await createReporter(settings, host, task.form === 'stdin');
  const { outcome, bytes } = await migrateTask(task, settings, host);
  reportFailure(outcome, host);
  await reporter.file(outcome, bytes);
  const summary = addToSummary(emptySummary, outcome);
  await reporter.end(summary);
  return exitCodeOf(summary, { check: settings.check === true, dropIn: task.form === 'drop-in' });
}

/** Never rejects: what goes wrong is a `failed` outcome. `bytes` is the whole new content, null where there is none. */
async function migrateTask(task: Task, settings: Settings, host: Host): Promise<Migrated> {
  try {
    const original = await task.read();
    const { outcome, bytes } = await host.work.migrate(
      original,
      task.path,
      await optionsFor(task.path, settings),
      settings.outputFormat === 'html',
    );
    if (outcome.status === 'failed') return { outcome, bytes: null };
    if (!isPending(settings)) await task.deliver(bytes, original);
    return { outcome, bytes: bytes ?? original };
  } catch (error) {
    return { outcome: failedOutcome(task.path, error), bytes: null };
  }
}

async function optionsFor(path: string, settings: Settings): Promise<MigrateOptions> {
  const options = engineOptions(settings);
  const cwd = resolve('.');
  const ignores = perFileIgnores(settings, cwd);
  if (ignores.length === 0) return options;
  // Globs are loaded where there are some.
  const { planJobs } = await import('../../io/batch/plan.js');
  const more = planJobs([path], { cwd, perFileIgnores: ignores }).flatMap(({ ignore }) => ignore);
  return { ...options, ignore: [...(options.ignore ?? []), ...more] };
}
