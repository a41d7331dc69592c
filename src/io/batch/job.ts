import { join, relative, resolve } from 'node:path';
import type { FindModule, MigrateOptions } from '../../engine/options.js';
import type { FileOutcome } from '../../engine/outcome.js';
import { relativeTo } from '../discover/patterns.js';
import { sha256 } from '../hash.js';
import { copyPath, type JournalEntry, type JournalRun } from '../journal/layout.js';
import { recordReplacement } from '../journal/recorder.js';
import { originalOf } from '../journal/undo.js';
import type { MigratedDocument } from '../migrate-document.js';
import { moduleFinder } from '../modules.js';
import { readInput } from '../read.js';
import { realPath, writeOutput } from '../write.js';
import { failedOutcome } from './failed-outcome.js';
import { requireInside } from './out-dir.js';

/** What holds for every file of a run; plain data, sent to worker threads. */
export interface RunContext {
  readonly options: MigrateOptions;
  /** Where results go: over the files themselves, under another folder, or nowhere. */
  readonly write: 'in-place' | 'out-dir' | 'nowhere';
  /** Records what is replaced in place; null where nothing is, or no record is wanted. */
  readonly journal: JournalRun | null;
  /** Absolute folder that holds everything that is written; null for results in place. */
  readonly outDir: string | null;
  /** Where modules of the project are looked for; left out: nowhere. */
  readonly modules?: ModuleRoots;
  /** Whether the outcome keeps the texts before and after. */
  readonly withTexts: boolean;
  /** Whether the outcome has what a report that is looked at shows: code and jobs. */
  readonly withDetails: boolean;
}

/** The folders in which a run finds what its files import. */
export interface ModuleRoots {
  /** Absolute. A file outside all of them belongs to the project that it lies in. */
  readonly folders: readonly string[];
  /** Tells one run of this process from another: what was read for the one does not hold for the next. */
  readonly run: string;
}

/** One file of a run; plain data. */
export interface FileJob {
  /** As the report names it. */
  readonly path: string;
  /** Where the result goes with `--out-dir`; absolute. */
  readonly target: string | null;
  /** Rules that are switched off for this file besides those of the run. */
  readonly ignore: readonly string[];
  /** What the run that is resumed noted about this file. */
  readonly noted: readonly JournalEntry[];
}

/** Migrates the bytes of a file, as `migrateDocument` does; with the details that a report shows where they are wanted. */
export type MigrateBytes = (
  bytes: Uint8Array,
  path: string,
  options: MigrateOptions,
  withDetails?: boolean,
) => Promise<MigratedDocument>;

/** Reads, migrates and writes one file. Never rejects: what goes wrong is a `failed` outcome, and the file is as it was. */
export async function runJob(job: FileJob, context: RunContext, migrate: MigrateBytes): Promise<FileOutcome> {
  const { path } = job;
  try {
    const { bytes: original, isDone } = await readOriginal(job, context);
    const { outcome, bytes } = await migrate(original, path, optionsFor(job, context), context.withDetails);
    if (outcome.status !== 'failed' && !isDone) await deliver(job, context, original, bytes);
    return context.withTexts ? outcome : { ...outcome, parts: [] };
  } catch (error) {
    return failedOutcome(path, error);
  }
}

/** In a resumed run, the bytes of a file that is done already are those that it had before. */
async function readOriginal(
  { path, noted }: FileJob,
  { journal }: RunContext,
): Promise<{ bytes: Uint8Array; isDone: boolean }> {
  const bytes = await readInput(path);
  if (journal === null || noted.length === 0) return { bytes, isDone: false };
  const original = originalOf(noted, sha256(bytes));
  if (original === undefined) return { bytes, isDone: false };
  return { bytes: await readInput(copyPath(journal, original)), isDone: true };
}

async function deliver(
  job: FileJob,
  { write, journal, outDir, modules }: RunContext,
  original: Uint8Array,
  bytes: Uint8Array | null,
): Promise<void> {
  if (write === 'out-dir' && job.target !== null && outDir !== null) {
    await requireInside(job.target, outDir);
    await writeOutput(job.target, bytes ?? original, { model: job.path });
  }
  if (write !== 'in-place' || bytes === null) return;
  const place = placeOf(job.path, modules?.folders ?? []);
  if (journal !== null) recordReplacement(journal, place, original, bytes);
  await writeOutput(job.path, bytes, { expected: original, place, ...(journal !== null && { run: journal.id }) });
}

/** Where a file lies: one that was found in a folder where it was found, whatever has been put there meanwhile. */
function placeOf(path: string, folders: readonly string[]): string {
  const absolute = resolve(path);
  const holding = folders.filter((folder) => relativeTo(folder, absolute) !== undefined);
  const [nearest] = holding.sort((a, b) => b.length - a.length);
  return nearest === undefined ? realPath(absolute) : join(realPath(nearest), relative(nearest, absolute));
}

function optionsFor({ ignore }: FileJob, { options, modules }: RunContext): MigrateOptions {
  return {
    ...options,
    ...(ignore.length > 0 && { ignore: [...(options.ignore ?? []), ...ignore] }),
    ...(modules !== undefined && { findModule: finderFor(modules) }),
  };
}

let finder: { readonly key: string; readonly find: FindModule } | undefined;

/** One finder for all files of a run, because it remembers what it has seen. Functions don't travel to other threads. */
function finderFor({ folders, run }: ModuleRoots): FindModule {
  const key = JSON.stringify([run, folders]);
  if (finder?.key !== key) finder = { key, find: moduleFinder(folders) };
  return finder.find;
}
