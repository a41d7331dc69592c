import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));

/** The files of a tree, by path; links and folders don't count. */
export type Snapshot = ReadonlyMap<string, string>;

/** Trees to try it on: before, and after an undisturbed run. */
export interface Trees {
  readonly original: string;
  readonly migrated: Snapshot;
  /** Milliseconds that an undisturbed run takes: the shortest of some. */
  readonly duration: number;
}

/** What a trial met. */
export interface TrialResult {
  /** Whether the process was still at work when it was killed. */
  readonly wasKilled: boolean;
  /** Files that had their new content then. */
  readonly done: number;
}

/** Makes a tree of programs with v1 code, some folders deep, and migrates a copy of it undisturbed. */
export async function makeTrees(work: string, files: number, program: string): Promise<Trees> {
  const original = join(work, 'original');
  for (let i = 0; i < files; i += 1) {
    const folder = join(original, `d${i % 7}`, `e${i % 3}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `f${i}.py`), `# ${i}\n${program}`);
  }
  const copy = join(work, 'undisturbed');
  let duration = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(original, copy, { recursive: true });
    const start = performance.now();
    await run(['-q', '.'], copy);
    duration = Math.min(duration, performance.now() - start);
  }
  return { original, migrated: withoutJournal(snapshot(copy)), duration };
}

/**
 * Kills a run at a moment, looks at the files, goes on with `--resume`, and takes all back with `undo`.
 * @param at milliseconds after the start
 * @throws Error with what is wrong
 */
export async function tryOnce(trees: Trees, folder: string, at: number): Promise<TrialResult> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(trees.original, folder, { recursive: true });
  const before = snapshot(folder);
  const wasKilled = await runAndKill(['-q', '-j', '2', '.'], folder, at);
  let done = 0;
  for (const [path, text] of withoutJournal(snapshot(folder))) {
    if (/\/\.sagemaker-upgrade-[^/]*\.tmp$/.test(path)) continue;
    if (text === trees.migrated.get(path) && text !== before.get(path)) done += 1;
    else if (text !== before.get(path)) throw new Error(`${path} is neither old nor new`);
  }
  const kept = withoutJournal(snapshot(folder));
  for (const path of before.keys()) if (!kept.has(path)) throw new Error(`${path} is lost`);
  await run(['-q', '--resume', '.'], folder);
  requireSame(withoutJournal(snapshot(folder)), trees.migrated, 'after --resume');
  // An undo that is killed, too, can be repeated.
  if (at % 3 < 1) await runAndKill(['-q', 'undo'], folder, 40 + (at % 120));
  await run(['-q', 'undo'], folder).catch(() => undefined);
  requireSame(snapshot(folder), before, 'after undo');
  return { wasKilled, done };
}

function requireSame(found: Snapshot, wanted: Snapshot, when: string): void {
  const paths = new Set([...found.keys(), ...wanted.keys()]);
  const wrong = [...paths].filter((path) => found.get(path) !== wanted.get(path));
  if (wrong.length > 0) throw new Error(`${when}: ${wrong.length} files differ: ${wrong.slice(0, 5).join(', ')}`);
}

function snapshot(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'latin1')];
    }),
  );
}

function withoutJournal(files: Snapshot): Snapshot {
  return new Map([...files].filter(([path]) => !path.startsWith('/.sagemaker-upgrade/')));
}

async function run(args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${errors}`);
}

async function runAndKill(args: readonly string[], cwd: string, at: number): Promise<boolean> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: 'ignore' });
  const closed = new Promise<boolean>((resolve) => child.on('close', (_code, signal) => resolve(signal !== null)));
  await Promise.race([sleep(at), closed]);
  child.kill('SIGKILL');
  return closed;
}
