import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import workerpool from 'workerpool';
import type { FileOutcome } from '../../engine/outcome.js';
import { type BatchRunner, runInOrder } from './batches.js';
import { failedOutcome } from './failed-outcome.js';
import type { FileJob, MigrateBytes, RunContext } from './job.js';
import { runBatch } from './run-here.js';

/** The one method of a worker thread. */
export const WORKER_METHOD = 'runBatch';

/** How the files of a run are shared out. */
export interface Sharing {
  /** Threads to use; 1: this one. */
  readonly threads: number;
  /** The worker's program: see {@link serveBatches}. */
  readonly worker: URL;
  /** Aborted when no further file may begin. */
  readonly signal: AbortSignal;
}

/** Runs files in worker threads. A thread that dies fails the one file that killed it. */
export async function* runInThreads(
  jobs: readonly FileJob[],
  context: RunContext,
  { threads, worker, signal }: Sharing,
): AsyncGenerator<FileOutcome> {
  // The heaps of several threads add up, so they grow in smaller steps than one alone would: a quarter less memory.
  setFlagsFromString('--initial-old-space-size=64');
  setFlagsFromString('--heap-growing-percent=100');
  const pool = workerpool.pool(fileURLToPath(worker), {
    workerType: 'thread',
    maxWorkers: threads,
    workerThreadOpts: { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } },
  });
  const send = async (batch: readonly FileJob[]): Promise<{ json: string }> => ({
    json: await pool.exec(WORKER_METHOD, [batch, context]),
  });
  const alone = (job: FileJob): Promise<readonly FileOutcome[]> =>
    send([job]).then(
      ({ json }) => JSON.parse(json),
      (error: unknown) => [failedOutcome(job.path, describeDeath(error))],
    );
  const runner: BatchRunner = {
    // One more than there are threads, so that none has to wait for its next.
    width: threads + 1,
    run: (batch) => send(batch).catch(async () => (await Promise.all(batch.map(alone))).flat()),
  };
  try {
    yield* runInOrder(jobs, runner, signal);
  } finally {
    await pool.terminate(true);
  }
}

/** Makes this thread a worker of {@link runInThreads}. */
export function serveBatches(migrate: MigrateBytes): void {
  workerpool.worker({
    [WORKER_METHOD]: async (batch: readonly FileJob[], context: RunContext) =>
      JSON.stringify(await runBatch(batch, context, migrate)),
  });
}

/** What a program of one thread has; the default of a worker is a third of it, and collects twice as often. */
const YOUNG_MEGABYTES = 48;

function describeDeath(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(/memory/i.test(message) ? 'it takes more memory than there is' : message);
}
