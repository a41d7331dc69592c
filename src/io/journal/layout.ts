import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Name of the folder in which runs are recorded; it ignores itself in git. */
export const JOURNAL_NAME = '.sagemaker-upgrade';

/** The record of one run. */
export interface JournalRun {
  /** The project's folder: recorded paths count from it. Absolute. */
  readonly root: string;
  /** Name of the run: its start in UTC and a random end, so that runs sort by time. */
  readonly id: string;
}

/** What a log says of one replaced file. Written before the file is touched. */
export interface JournalEntry {
  /** From the root, with slashes. */
  readonly path: string;
  /** SHA-256 of the bytes that are replaced, and name of their copy. */
  readonly before: string;
  /** SHA-256 of the new bytes. */
  readonly after: string;
}

/** How a run was started; what `--resume` needs. */
export interface RunHeader {
  readonly schemaVersion: 1;
  readonly version: string;
  /** ISO 8601. */
  readonly started: string;
  /** Where the run was started: given paths count from it. Absolute. */
  readonly cwd: string;
  readonly paths: readonly string[];
  /** The options that decide on the result. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether every file was visited. */
  readonly finished: boolean;
}

/** The folder whose journal belongs to a working directory: the nearest with a journal or a git repository, else itself. */
export function journalRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, JOURNAL_NAME)) || existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

/** Folder of all runs. */
export function runsFolder(root: string): string {
  return join(root, JOURNAL_NAME, 'runs');
}

/** Folder of a run: `run.json`, `log-*.jsonl` (a {@link JournalEntry} a line, one log a thread), `before/SHA256`. */
export function runFolder({ root, id }: JournalRun): string {
  return join(runsFolder(root), id);
}

/** The copy of replaced bytes. */
export function copyPath(run: JournalRun, hash: string): string {
  return join(runFolder(run), 'before', hash);
}
