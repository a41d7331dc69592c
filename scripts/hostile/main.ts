import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// Tries the program on crafted trees: no crash, no hang, no write outside the tree, no control code or tag that reaches
// the terminal or a report, and undo gives back every byte. Every tenth tree runs each command as users do, in a process
// of its own; in every eighth files vanish meanwhile. Run by root, every second tree is another user's, whom root's
// files are closed to.
const { values } = parseArgs({
  options: {
    trees: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});

/** The user `nobody`. */
const OTHER_USER = 65_534;

interface Message {
  readonly tree: number;
  readonly wrong?: string;
  readonly held?: readonly string[];
  readonly codes?: readonly (readonly [string, number])[];
}

const all = values.only === undefined ? [...Array(Number(values.trees)).keys()] : [Number(values.only)];
const isRoot = process.getuid?.() === 0;
const held = new Map<string, number>();
const codes = new Map<string, number>();
const wrong: string[] = [];
let done = 0;
const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

async function serve(trees: readonly number[], isOther: boolean): Promise<void> {
  if (trees.length === 0) return;
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), [], {
    cwd: '/',
    execArgv: ['--import', import.meta.resolve('tsx')],
    ...(isOther && { uid: OTHER_USER, gid: OTHER_USER, env: { ...process.env, HOME: '/nonexistent' } }),
  });
  let last = -1;
  child.on('message', (message: Message) => {
    last = message.tree;
    done += 1;
    if (message.wrong !== undefined) {
      wrong.push(message.wrong);
      console.error(message.wrong);
    }
    for (const what of message.held ?? []) add(held, what, 1);
    for (const [code, count] of message.codes ?? []) add(codes, code, count);
    if (done % 100 === 0) console.log(`${done} of ${all.length} trees`);
  });
  child.send({ seed: Number(values.seed), trees });
  const code = await new Promise((resolve) => child.on('exit', (status, signal) => resolve(signal ?? status)));
  const left = trees.slice(trees.indexOf(last) + 1);
  if (code === 0 && left.length === 0) return;
  wrong.push(`tree ${left[0]}: the process ended with ${code}`);
  done += 1;
  await serve(left.slice(1), isOther);
}

const jobs = Math.max(1, Number(values.jobs));
const shares = Array.from({ length: jobs }, (_, share) => all.filter((_, i) => i % jobs === share));
// In two halves, one for each user, whatever the number of processes.
await Promise.all(
  shares.map(async (trees) => {
    await serve(
      trees.filter((i) => !isRoot || Math.floor(i / jobs) % 2 === 0),
      false,
    );
    await serve(
      trees.filter((i) => isRoot && Math.floor(i / jobs) % 2 === 1),
      true,
    );
  }),
);
const inOrder = (counts: Map<string, number>): object => Object.fromEntries([...counts].sort());
console.log('trees that held', inOrder(held));
console.log('exit codes', inOrder(codes));
if (!isRoot) console.log('not run by root: no devices');
console.log(`${done} trees, ${wrong.length === 0 ? 'nothing wrong' : `${wrong.length} with something wrong`}`);
for (const each of wrong) console.log(each.split('\n')[0]);
process.exitCode = wrong.length === 0 ? 0 : 1;
