import { setImmediate } from 'node:timers/promises';
import type { FileOutcome } from '../../engine/outcome.js';
import { runInOrder } from './batches.js';
import { type FileJob, type MigrateBytes, type RunContext, runJob } from './job.js';

/** Runs a batch one after the other. */
export async function runBatch(
  batch: readonly FileJob[],
  context: RunContext,
  migrate: MigrateBytes,
): Promise<readonly FileOutcome[]> {
  // What is done to a file blocks: here Ctrl-C and other messages have their turn.
  await setImmediate();
  const outcomes: FileOutcome[] = [];
  for (const job of batch) outcomes.push(await runJob(job, context, migrate));
  return outcomes;
}

/** Runs files in this thread. */
export function runHere(
  jobs: readonly FileJob[],
  context: RunContext,
  signal: AbortSignal,
  migrate: MigrateBytes,
): AsyncGenerator<FileOutcome> {
  return runInOrder(jobs, { width: 1, run: (batch) => runBatch(batch, context, migrate) }, signal);
}
