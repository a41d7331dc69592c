// A thread that makes the files of a tree vanish, come back, become links that lead out, and become pipes.
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { tree, outside } = workerData;
const kept = join(dirname(tree), 'kept');
const paths = list(tree);
let isOver = false;
parentPort.on('message', () => {
  isOver = true;
});

/** No link is followed, and a thread of the program may be at work already. */
function list(folder) {
  let entries = [];
  attempt(() => {
    entries = readdirSync(folder, { withFileTypes: true });
  });
  return entries
    .filter(({ name }) => name !== '.git' && name !== '.sagemaker-upgrade')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [path, ...list(path)] : [path];
    });
}

function attempt(run) {
  try {
    run();
  } catch {
    // It was gone already.
  }
}

let turn = 0;
function step() {
  if (isOver) {
    rmSync(kept, { recursive: true, force: true });
    process.exit(0);
  }
  const path = paths[(turn * 7) % Math.max(paths.length, 1)];
  turn += 1;
  if (path !== undefined) {
    attempt(() => renameSync(path, kept));
    const kind = turn % 4;
    if (kind === 0)
      attempt(() => symlinkSync(lstatSync(kept).isDirectory() ? outside : join(outside, 'victim.py'), path));
    if (kind === 1 && turn % 8 === 1) attempt(() => execFileSync('mkfifo', ['--', path], { stdio: 'ignore' }));
    setTimeout(() => {
      attempt(() => unlinkSync(path));
      attempt(() => renameSync(kept, path));
      setImmediate(step);
    }, turn % 3);
  } else setTimeout(step, 5);
}
step();
