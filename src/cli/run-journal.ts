import { InputError } from '../io/errors.js';
import type { JournalRun, RunHeader } from '../io/journal/layout.js';
import type { RecordedRun } from '../io/journal/runs.js';
import { printableLine } from '../report/terminal-text.js';
import type { Host, TreeWork } from './host.js';
import { isPending, migrationSettings, type Settings } from './settings.js';
import { version } from './version.js';

/**
 * The run that `--resume` goes on with: the newest that didn't visit every file. With paths, a run that left no record
 * yet begins anew.
 * @throws InputError when there is none, or it was started elsewhere
 */
export async function findUnfinished(
  paths: readonly string[],
  settings: Settings,
  trees: TreeWork,
): Promise<RecordedRun | undefined> {
  if (isPending(settings)) throw new InputError('missing', '--resume', 'goes on writing; leave --check and --diff out');
  if (settings.outDir !== undefined || !settings.journal) {
    throw new InputError(
      'missing',
      '--resume',
      'needs the record that --out-dir and --no-journal do without: run again',
    );
  }
  const found = (await trees.journal.list()).find(({ header }) => !header.finished);
  if (found === undefined) {
    if (paths.length > 0) return undefined;
    throw new InputError('missing', '--resume', 'there is no run that was not finished');
  }
  if (!found.isOwn) {
    const reason = `the record of run ${found.run.id} was copied or came with the tree; undo it, or run again without --resume`;
    throw new InputError('missing', '--resume', reason);
  }
  if (found.header.cwd !== trees.cwd) {
    throw new InputError('missing', '--resume', `the run was started in ${found.header.cwd}; go on there`);
  }
  if (paths.length > 0 && paths.join('\0') !== found.header.paths.join('\0')) {
    throw new InputError(
      'missing',
      '--resume',
      `run ${found.run.id} was about other paths; give none, or undo it first`,
    );
  }
  return found;
}

/**
 * Begins the record of a run that replaces files, or goes on with one. Files that are given by name are migrated
 * without one where none can be kept.
 * @throws InputError where a run over folders can't be recorded
 */
export async function openJournal(
  paths: readonly string[],
  settings: Settings,
  trees: TreeWork,
  resumed: RecordedRun | undefined,
  { stderr }: Pick<Host, 'stderr'>,
): Promise<{ run: JournalRun; header: RunHeader } | undefined> {
  if (resumed !== undefined) return resumed;
  if (isPending(settings) || settings.outDir !== undefined || !settings.journal) return undefined;
  const header: RunHeader = {
    schemaVersion: 1,
    version,
    started: new Date().toISOString(),
    cwd: trees.cwd,
    paths,
    settings: migrationSettings(settings),
    finished: false,
  };
  try {
    return { run: await trees.journal.begin(header), header };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const hasFolder = (await Promise.all(paths.map(trees.isFolder))).includes(true);
    if (hasFolder) {
      throw new InputError('unwritable', error.path, `${error.reason}; --no-journal does without, and without undo`);
    }
    // Files by name may be anywhere, and the working directory, too.
    if (settings.quiet !== true) stderr.write(`warning: ${printableLine(error.message)}: undo won't know this run\n`);
    return undefined;
  }
}
