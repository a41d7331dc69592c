import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeTrees, tryOnce } from './trial.js';

// Kills runs at random moments: no file may be lost or half-written, --resume must give the tree of an undisturbed run,
// and undo the original, byte for byte.
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, files: { type: 'string', default: '150' } },
});
const seed = fileURLToPath(new URL('../fuzz/seeds/estimators.py', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'kill-'));
try {
  const trees = await makeTrees(work, Number(values.files), readFileSync(seed, 'utf8'));
  const runs = Number(values.runs);
  console.log(`${trees.migrated.size} files, ${Math.round(trees.duration)} ms undisturbed, ${runs} runs`);
  let killed = 0;
  let midway = 0;
  for (let i = 0; i < runs; i += 1) {
    const at = Math.random() * trees.duration * 1.1;
    const result = await tryOnce(trees, join(work, 'trial'), at).catch((error: unknown) => {
      throw new Error(`run ${i}, killed after ${at} ms: ${String(error)}`);
    });
    if (result.wasKilled) killed += 1;
    if (result.done > 0 && result.done < trees.migrated.size) midway += 1;
  }
  console.log(
    `${killed} killed, ${midway} of them with some files replaced and others not; nothing lost, nothing half-written`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
