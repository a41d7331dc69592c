import type { JobReport } from '../dryrun/report.js';
import type { DryRunOptions } from '../engine/dry-run.js';
import type { MigrateOptions } from '../engine/options.js';
import type { FileOutcome } from '../engine/outcome.js';
import type { FileJob, RunContext } from '../io/batch/job.js';
import type { Config } from '../io/config/parse.js';
import type { Discovered, DiscoverOptions } from '../io/discover/discover.js';
import type { JournalEntry, JournalRun, RunHeader } from '../io/journal/layout.js';
import type { RecordedRun } from '../io/journal/runs.js';
import type { UndoResult } from '../io/journal/undo.js';
import type { ReportFile } from '../io/report-file.js';
import type { RuleDocs } from '../rules/rule-docs.js';

/** A stream that the commands write to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Undefined where the stream is no terminal. */
  readonly columns: number | undefined;
  write(data: string | Uint8Array): void;
}

/** A migrated file: what to report, and the new bytes (null where nothing changes). */
export interface Migrated {
  readonly outcome: FileOutcome;
  readonly bytes: Uint8Array | null;
}

/** What the commands need from the rooms below. */
export interface Work {
  /** Reads a file; rejects with a one-line message. */
  read(path: string): Promise<Uint8Array>;
  /** Whether something exists at the path. */
  exists(path: string): Promise<boolean>;
  /** Replaces the file atomically; creates its folders. Rejects with a one-line message. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Begins a file that is written piece by piece; rejects with a one-line message. */
  openReport(path: string): Promise<ReportFile>;
  /** Migrates the bytes of a `.py` or `.ipynb` file; rejects with a one-line message where they can't be read as such. */
  migrate(bytes: Uint8Array, path: string, options: MigrateOptions, withDetails?: boolean): Promise<Migrated>;
  /** The jobs that the program in the bytes of a file starts; rejects with a one-line message where they can't be read. */
  dryRun(
    bytes: Uint8Array,
    path: string,
    options: DryRunOptions,
  ): Promise<JobReport & { readonly skipped: string | null }>;
  /** Documentation of all rules, in order. */
  rules(): Promise<readonly RuleDocs[]>;
  /** The configuration for a file or folder, or the one that is named; rejects with a one-line message. */
  config(near: string, named: string | undefined): Promise<Config | undefined>;
  /** What runs over trees need besides. */
  trees(): Promise<TreeWork>;
}

/** How the files of a run are shared out. */
export interface RunSharing {
  /** Threads to use; 1: the one that the command itself runs in. */
  readonly threads: number;
  /** Aborted when no further file may begin. */
  readonly signal: AbortSignal;
}

/** What runs over trees need. */
export interface TreeWork {
  /** Working directory; absolute. */
  readonly cwd: string;
  /** Processors that this process may use. */
  readonly processors: number;
  isFolder(path: string): Promise<boolean>;
  discover(paths: readonly string[], options: DiscoverOptions): Promise<Discovered>;
  /** Whether one of the files has something that the pattern matches. */
  anyFileContains(paths: readonly string[], pattern: RegExp): Promise<boolean>;
  /** Outcomes in the order of the jobs. */
  run(jobs: readonly FileJob[], context: RunContext, sharing: RunSharing): AsyncIterable<FileOutcome>;
  /** The commit that a name stands for; rejects with a one-line message. */
  resolveCommit(ref: string): Promise<string>;
  /** Absolute paths of the files that differ from a commit. */
  changedSince(commit: string): Promise<ReadonlySet<string>>;
  /** Undefined outside a repository. @param patience milliseconds; rejects with a one-line message when git takes longer */
  countUncommitted(paths: readonly string[], patience?: number): Promise<number | undefined>;
  readonly journal: JournalWork;
}

/** The record of runs that belongs to the working directory. */
export interface JournalWork {
  /** Rejects with a one-line message where nothing can be recorded. */
  begin(header: RunHeader): Promise<JournalRun>;
  finish(run: JournalRun, header: RunHeader): Promise<void>;
  /** The newest first. */
  list(): Promise<readonly RecordedRun[]>;
  /** What a run noted, by absolute path; what a killed process left beside the files is removed. */
  reopen(run: JournalRun): Promise<ReadonlyMap<string, readonly JournalEntry[]>>;
  undo(run: JournalRun): Promise<UndoResult>;
}

/** Everything that a command sees of the outside; tests run commands in memory by giving their own. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly work: Work;
  /** Milliseconds since some moment. */
  now(): number;
  readStdin(): Promise<Uint8Array>;
  /** Runs something that stops in good order when its signal aborts; while it runs, Ctrl-C aborts the signal. */
  interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** Columns to lay text out for. */
export function widthOf(output: Output): number {
  return Math.max(output.columns ?? 80, 20);
}
