import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { FileOutcome } from '../../../src/engine/outcome.js';
import { BATCH_SIZE, runInOrder } from '../../../src/io/batch/batches.js';
import type { FileJob, RunContext } from '../../../src/io/batch/job.js';
import { runInThreads } from '../../../src/io/batch/pool.js';

const job = (path: string): FileJob => ({ path, target: null, ignore: [], noted: [] });
const outcome = ({ path }: FileJob): FileOutcome => ({
  path,
  status: 'unchanged',
  reason: null,
  findings: [],
  parts: [],
});
const jobs = (count: number): FileJob[] => Array.from({ length: count }, (_, i) => job(`f${i}`));
const never = new AbortController().signal;

async function pathsOf(outcomes: AsyncIterable<FileOutcome>): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of outcomes) paths.push(path);
  return paths;
}

describe('batches', () => {
  test('give outcomes in the order of the files, whichever was done first', async () => {
    let under = 0;
    let most = 0;
    const run = async (batch: readonly FileJob[]): Promise<FileOutcome[]> => {
      under += 1;
      most = Math.max(most, under);
      await sleep(Number(batch[0]?.path.slice(1)) % 3);
      under -= 1;
      return batch.map(outcome);
    };
    const all = jobs(BATCH_SIZE * 20 + 3);
    expect(await pathsOf(runInOrder(all, { width: 3, run }, never))).toEqual(all.map(({ path }) => path));
    expect(most).toBe(3);
  });

  test('wait for a slow one only so far', async () => {
    let begun = 0;
    let finishFirst = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      finishFirst = resolve;
    });
    const run = async (batch: readonly FileJob[]): Promise<FileOutcome[]> => {
      begun += 1;
      if (batch[0]?.path === 'f0') await first;
      return batch.map(outcome);
    };
    const outcomes = pathsOf(runInOrder(jobs(BATCH_SIZE * 500), { width: 2, run }, never));
    await sleep(20);
    expect(begun).toBeGreaterThan(10);
    expect(begun).toBeLessThan(100);
    finishFirst();
    expect(await outcomes).toHaveLength(BATCH_SIZE * 500);
  });

  test('that are under way are finished when the signal aborts, and no other begins', async () => {
    const stop = new AbortController();
    const run = async (batch: readonly FileJob[]): Promise<FileOutcome[]> => {
      await sleep(1);
      if (batch[0]?.path === `f${BATCH_SIZE * 4}`) stop.abort();
      return batch.map(outcome);
    };
    const paths = await pathsOf(runInOrder(jobs(BATCH_SIZE * 100), { width: 2, run }, stop.signal));
    expect(paths.length).toBeGreaterThanOrEqual(BATCH_SIZE * 5);
    expect(paths.length).toBeLessThan(BATCH_SIZE * 10);
    expect(paths).toEqual(jobs(paths.length).map(({ path }) => path));
  });
});

test('a thread that dies fails the one file that killed it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  const worker = join(folder, 'worker.mjs');
  writeFileSync(
    worker,
    `import workerpool from ${JSON.stringify(import.meta.resolve('workerpool'))};
    workerpool.worker({
      runBatch(batch) {
        if (batch.some(({ path }) => path === 'f13')) process.exit(1);
        return JSON.stringify(
          batch.map(({ path }) => ({ path, status: 'unchanged', reason: null, findings: [], parts: [] })),
        );
      },
    });`,
  );
  const context: RunContext = {
    options: {},
    write: 'nowhere',
    journal: null,
    outDir: null,
    withTexts: false,
    withDetails: false,
  };
  const failed: string[] = [];
  const paths: string[] = [];
  const sharing = { threads: 2, worker: pathToFileURL(worker), signal: never };
  for await (const { path, status } of runInThreads(jobs(40), context, sharing)) {
    paths.push(path);
    if (status === 'failed') failed.push(path);
  }
  expect(paths).toEqual(jobs(40).map(({ path }) => path));
  expect(failed).toEqual(['f13']);
  rmSync(folder, { recursive: true });
});
