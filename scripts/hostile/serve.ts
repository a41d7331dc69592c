import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFor } from '../fuzz/watchdog.js';
import { createRandom } from '../scale/random.js';
import { removeTree } from './tree.js';
import { tryTree } from './trial.js';

/** What one process does of a run. */
export interface Share {
  readonly seed: number;
  /** Numbers of the trees. */
  readonly trees: readonly number[];
}

/** Seconds that one command may take. */
const LIMIT = 60;

// A process that tries trees one after the other; its parent tells it which.
process.once('message', async ({ seed, trees }: Share) => {
  const work = mkdtempSync(join(tmpdir(), 'hostile-'));
  chmodSync(work, 0o700);
  const isRoot = process.getuid?.() === 0;
  const watchdog = watchFor(LIMIT);
  for (const i of trees) {
    const number = seed * 100_000 + i;
    try {
      const { held, codes } = await tryTree({
        work: join(work, 'trial'),
        random: createRandom(number),
        isRoot,
        real: i % 10 === 0,
        churned: i % 8 === 3,
        begin: (what) => watchdog.begin(`tree ${number}: ${what}`),
      });
      process.send?.({ tree: i, held: [...held], codes: [...codes] });
    } catch (error) {
      process.send?.({ tree: i, wrong: `tree ${number}: ${error instanceof Error ? error.stack : String(error)}` });
    }
    process.chdir('/');
  }
  removeTree(work);
  watchdog.end();
  process.disconnect();
});
