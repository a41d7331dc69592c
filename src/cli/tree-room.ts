import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { BATCH_SIZE } from '../io/batch/batches.js';
import type { MigrateBytes } from '../io/batch/job.js';
import { runHere } from '../io/batch/run-here.js';
import { anyFileContains } from '../io/contains.js';
import { discover } from '../io/discover/discover.js';
import { isFolder } from '../io/exists.js';
import { changedSince, countUncommitted, resolveCommit } from '../io/git.js';
import { journalRoot } from '../io/journal/layout.js';
import { beginRun, finishRun, listRuns, readEntries, sweepTemporaries } from '../io/journal/runs.js';
import { groupByPath, undoRun } from '../io/journal/undo.js';
import type { TreeWork } from './host.js';

/** Fewer files than this are done before threads would have started. */
const WORTH_THREADS = 6 * BATCH_SIZE;

/** The rooms that runs over trees need. @param worker the program of worker threads */
export function createTreeWork(migrate: MigrateBytes, worker: URL): TreeWork {
  const cwd = process.cwd();
  const root = journalRoot(cwd);
  return {
    cwd,
    processors: availableParallelism(),
    isFolder,
    discover: (paths, options) => discover(paths, options, cwd),
    anyFileContains,
    async *run(jobs, context, { threads, signal }) {
      const count = Math.min(threads, Math.ceil(jobs.length / BATCH_SIZE));
      if (count < 2 || jobs.length < WORTH_THREADS) {
        yield* runHere(jobs, context, signal, migrate);
      } else {
        // Loaded here, because most runs of a commit hook need no threads.
        const { runInThreads } = await import('../io/batch/pool.js');
        yield* runInThreads(jobs, context, { threads: count, worker, signal });
      }
    },
    resolveCommit: (ref) => resolveCommit(ref, cwd),
    changedSince: (commit) => changedSince(commit, cwd),
    countUncommitted: (paths, patience) => countUncommitted(paths, cwd, patience),
    journal: {
      begin: (header) => beginRun(root, header),
      finish: finishRun,
      list: () => listRuns(root),
      async reopen(run) {
        const entries = await readEntries(run);
        // Only a record that was made here is gone on with.
        await sweepTemporaries(run, entries, true);
        return new Map([...groupByPath(entries)].map(([path, chain]) => [resolve(root, path), chain]));
      },
      undo: undoRun,
    },
  };
}
