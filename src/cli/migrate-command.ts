import type { MigrateOptions } from '../engine/options.js';
import type { FileOutcome } from '../engine/outcome.js';
import { InputError } from '../io/errors.js';
import { printableLine } from '../report/terminal-text.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import type { Host, Migrated } from './host.js';
import { createReporter } from './reporter.js';
import { isPending, type Settings } from './settings.js';
import type { Plan, Task } from './tasks.js';

/** Migrates the files of a plan one after the other; the failure of one is one line, and the others go on. */
export async function migrateCommand({ form, tasks }: Plan, settings: Settings, host: Host): Promise<ExitCode> {
  const reporter = await createReporter(settings, host, form === 'stdin');
  const outcomes: Pick<FileOutcome, 'status' | 'findings'>[] = [];
  for (const task of tasks) {
    const { outcome, bytes } = await migrateTask(task, settings, host);
    if (outcome.status === 'failed') {
      host.stderr.write(`error: ${printableLine(`${outcome.path}: ${outcome.reason ?? 'failed'}`)}\n`);
    }
    await reporter.file(outcome, bytes);
    // The texts of the outcome are dropped here, so that memory does not grow with the number of files.
    outcomes.push({ status: outcome.status, findings: outcome.findings });
  }
  await reporter.end(outcomes);
  return exitCodeOf(outcomes, { check: settings.check === true, dropIn: form === 'drop-in' });
}

/** Never rejects: what goes wrong is a `failed` outcome. `bytes` is the whole new content, null where there is none. */
async function migrateTask(task: Task, settings: Settings, host: Host): Promise<Migrated> {
  try {
    const original = await task.read();
    const { outcome, bytes } = await host.work.migrate(original, task.path, engineOptions(settings));
    if (outcome.status === 'failed') return { outcome, bytes: null };
    if (!isPending(settings)) await task.deliver(bytes, original);
    return { outcome, bytes: bytes ?? original };
  } catch (error) {
    const reason = describeFailure(task.path, error);
    return { outcome: { path: task.path, status: 'failed', reason, findings: [], parts: [] }, bytes: null };
  }
}

/** The reason of a failed outcome, whose line begins with the path of the task. */
function describeFailure(path: string, error: unknown): string {
  if (error instanceof InputError) return error.path === path ? error.reason : error.message;
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `internal error, the file stays as it was (${message}); please report it`;
}

function engineOptions({ strict, select, ignore }: Settings): MigrateOptions {
  return { strict: strict === true, ...(select && { select }), ...(ignore && { ignore }) };
}
