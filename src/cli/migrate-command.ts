import type { MigrateOptions } from '../engine/options.js';
import type { FileOutcome } from '../engine/outcome.js';
import { printable, printableLine } from '../report/terminal-text.js';
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
    if (outcome.status === 'failed') host.stderr.write(`error: ${printableLine(outcome.reason ?? outcome.path)}\n`);
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
    if (settings.verbose === true && error instanceof Error) host.stderr.write(`${printable(error.stack ?? '')}\n`);
    return {
      outcome: {
        path: task.path,
        status: 'failed',
        reason: describeFailure(task.path, error),
        findings: [],
        parts: [],
      },
      bytes: null,
    };
  }
}

/** Errors of the input or output carry their line, path included; any other one is a fault of this program. */
function describeFailure(path: string, error: unknown): string {
  if (error instanceof Error && error.name === 'InputError') return error.message;
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${path}: internal error, the file stays as it was (${message}); please report it`;
}

function engineOptions({ strict, select, ignore }: Settings): MigrateOptions {
  return { strict: strict === true, ...(select && { select }), ...(ignore && { ignore }) };
}
