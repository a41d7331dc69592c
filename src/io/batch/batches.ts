import type { FileOutcome } from '../../engine/outcome.js';
import type { FileJob } from './job.js';

/** Files that go to a thread at a time: few enough that Ctrl-C is answered soon, enough that messages cost little. */
export const BATCH_SIZE = 8;

/** Batches that may be done before the one whose turn it is: what is kept meanwhile is bounded by this. */
const MOST_AHEAD = 64;

/** How batches are run. */
export interface BatchRunner {
  /** How many may be under way at once. */
  readonly width: number;
  run(batch: readonly FileJob[]): Promise<BatchOutcomes>;
}

/** Outcomes of a batch; as JSON while they wait for their turn, because a text is small, and its objects would grow old. */
export type BatchOutcomes = readonly FileOutcome[] | { readonly json: string };

/**
 * Runs files in batches; outcomes come in the order of the files, whichever was done first. When the signal aborts, the
 * batches under way are finished, their outcomes still come, and no other begins.
 */
export async function* runInOrder(
  jobs: readonly FileJob[],
  runner: BatchRunner,
  signal: AbortSignal,
): AsyncGenerator<FileOutcome> {
  const waiting: Promise<BatchOutcomes>[] = [];
  let started = 0;
  let active = 0;
  const startMore = (): void => {
    while (!signal.aborted && active < runner.width && waiting.length < MOST_AHEAD && started < jobs.length) {
      const batch = jobs.slice(started, started + BATCH_SIZE);
      started += batch.length;
      active += 1;
      waiting.push(
        runner.run(batch).finally(() => {
          active -= 1;
          startMore();
        }),
      );
    }
  };
  startMore();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const outcomes = await next;
    startMore();
    yield* 'json' in outcomes ? parseOutcomes(outcomes.json) : outcomes;
  }
}

function parseOutcomes(json: string): readonly FileOutcome[] {
  return JSON.parse(json);
}
