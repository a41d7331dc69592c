import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { outputFormats } from '../../src/report/formats.js';
import { NAMES, type Random, v1 } from './contents.js';
import { findControl, findFault, type Told } from './output.js';
import { runCommand } from './run-command.js';
import { differences, snapshot } from './snapshot.js';
import { removeTree, writeHostileTree } from './tree.js';

/** One crafted tree. */
export interface Trial {
  /** Folder that holds the tree and what is beside it; empty. */
  readonly work: string;
  readonly random: Random;
  readonly isRoot: boolean;
  /** Whether every command runs in a process of its own. */
  readonly real: boolean;
  /** Whether files vanish while it runs. */
  readonly churned: boolean;
  /** Called before each command. */
  begin(what: string): void;
}

/** What was in the tree, and how often commands ended in which way. */
export interface TrialResult {
  readonly held: ReadonlySet<string>;
  readonly codes: ReadonlyMap<string, number>;
}

/** Makes a tree and tries everything on it. @throws Error with what is wrong */
export async function tryTree({ work, random, isRoot, real, churned, begin }: Trial): Promise<TrialResult> {
  const [tree, outside, out] = [join(work, 'tree'), join(work, 'outside'), join(work, 'out')];
  removeTree(work);
  mkdirSync(outside, { recursive: true });
  writeFileSync(join(outside, 'victim.py'), v1);
  writeFileSync(join(outside, 'victim.txt'), 'sagemaker==1.72.0\n');
  const held = new Set(writeHostileTree({ tree, outside, isRoot }, random));
  try {
    process.chdir(tree);
  } catch {
    // The tree itself became unreadable: nobody can start a program there.
    return { held, codes: new Map() };
  }
  const beside = snapshot(outside);
  const codes = new Map<string, number>();

  const call = async (args: readonly string[], how: { terminal?: boolean; stdin?: string } = {}): Promise<Told> => {
    begin(args.join(' '));
    const told = await runCommand(args, { real, ...how });
    codes.set(`${args.includes('undo') ? 'undo ' : ''}${told.status}`, (codes.get(String(told.status)) ?? 0) + 1);
    const fail = (what: string): never => {
      throw new Error(`${args.join(' ')}: ${what}`);
    };
    if (![0, 1, 2].includes(told.status)) fail(`ends with ${told.status}: ${told.stderr}`);
    const all = told.stdout + told.stderr;
    if (/internal error|\n {4}at [^\n]*:\d+/.test(all))
      fail(all.slice(Math.max(0, all.search(/internal error/) - 300)).slice(0, 3000));
    const controls = findControl(told.stderr, how.terminal === true);
    if (controls !== undefined) fail(controls);
    if (how.terminal === true) {
      const shown = findControl(told.stdout, true);
      if (shown !== undefined) fail(shown);
    }
    const touched = differences(beside, snapshot(outside));
    if (touched.length > 0) fail(`changes what lies outside: ${touched.join(', ')}`);
    const strays = readdirSync(work).filter((name) => !['tree', 'outside', 'out', 'kept'].includes(name));
    if (strays.length > 0) fail(`leaves ${strays.join(', ')} beside the tree`);
    return told;
  };
  const shown = async (args: readonly string[], stdin = ''): Promise<Told> => {
    const told = await call(args, { stdin });
    const controls = findControl(told.stdout, false);
    if (controls !== undefined) throw new Error(`${args.join(' ')}: ${controls}`);
    return told;
  };
  const unchanged = (before: ReadonlyMap<string, string>, after: string): void => {
    const wrong = differences(before, snapshot(tree));
    if (wrong.length > 0) throw new Error(`after ${after}, the tree differs: ${JSON.stringify(wrong.slice(0, 5))}`);
  };

  const thread = churned
    ? new Worker(new URL('./churn.mjs', import.meta.url), { workerData: { tree, outside } })
    : undefined;
  if (churned) held.add('vanishing files');
  try {
    const before = snapshot(tree);
    const expectSame = churned ? () => undefined : unchanged;
    for (const format of outputFormats) {
      const told = await call(['--check', '-v', '--output-format', format, '.']);
      // A run that can't begin, such as one with a wrong configuration, has no report.
      const fault = told.stdout === '' && told.status === 2 ? undefined : findFault(format, told.stdout);
      if (fault !== undefined) throw new Error(`--output-format ${format}: ${fault}`);
    }
    expectSame(before, '--check');

    // A diff that isn't shown on a terminal keeps the bytes of the code: `patch` reads it.
    await call(['--diff', '--docs', '.']);
    if (!real) {
      await call(['--diff', '--docs', '-v', '.'], { terminal: true });
      await call(['--check', '-v', '--color', 'always', '.'], { terminal: true });
      await call(['dry-run', '-v', '.'], { terminal: true });
    }
    await shown(['--check', '--docs', '-v', '--report-unused-suppressions', '.']);
    await shown(['dry-run', '--compare', '-v', '.']);
    JSON.parse((await shown(['dry-run', '--output-format', 'json', '--no-config', '.'])).stdout);
    const names = readdirSync(tree);
    await shown(['--check', '-v', '--', ...names]);
    await shown(['dry-run', '--', ...names]);
    const name = String(NAMES[Math.floor(random() * NAMES.length)]);
    await shown(['--check', '-v', '--stdin-filename', `${name}.py`, '-'], v1);
    await shown(['--select', name, `--config=${name}`, '.']);
    await shown(['rule', '--', name]);
    await shown(['undo', '--', name]);
    await shown([`--since=${name}`, '--check', '.']);
    await shown(['--since', 'HEAD', '--check', '--require-clean', '-v', '.']);
    expectSame(before, 'what writes nothing');

    await sharded(shown, churned);

    const one = names.find((each) => each.endsWith('.py')) ?? 'gone.py';
    await shown([`--in-file=${one}`, `--out-file=${join(out, `to${name}`, 'x.py')}`]);
    await shown(['-q', '--docs', '--out-dir', out, '.']);
    rmSync(out, { recursive: true, force: true });
    // What is written to has links that lead out.
    mkdirSync(out);
    for (const inside of ['sub', '<b>&"\'', 'plain.py', 'undo.py', 'Dockerfile'])
      symlinkSync(inside.includes('.') ? join(outside, 'victim.py') : outside, join(out, inside));
    await shown(['--out-dir', out, '.']);
    rmSync(out, { recursive: true, force: true });
    expectSame(before, '--out-dir');

    await shown(['undo', '--list']);
    for (const args of [
      ['-v', '-j', '2'],
      ['--docs', '--add-suppressions'],
    ]) {
      await shown([...args, '.']);
      await shown(['undo']);
      expectSame(before, `${args.join(' ')} and undo`);
    }
    await shown(['--resume']);
    await shown(['--resume', '.']);
    await shown(['undo', '--output-format', 'json']);
    await shown(['undo']);
    expectSame(before, '--resume and undo');
  } finally {
    if (thread !== undefined) {
      const closed = new Promise((resolve) => thread.on('exit', resolve));
      thread.postMessage('over');
      await closed;
    }
  }
  if (existsSync(join(outside, '.sagemaker-upgrade')) || lstatSync(outside).isSymbolicLink())
    throw new Error('outside');
  return { held, codes };
}

/** Two parts of a tree, put together, give the bytes of one run. */
async function sharded(shown: (args: readonly string[]) => Promise<Told>, churned: boolean): Promise<void> {
  const parts: string[] = [];
  const options = ['--check', '-q', '--output-format', 'json'];
  const whole = await shown([...options, '.']);
  for (const shard of ['1/2', '2/2']) {
    const file = join('..', 'out', `${parts.length}.json`);
    const { status, stdout } = await shown([...options, '--output-file', file, '--shard', shard, '.']);
    if (!existsSync(file)) return;
    if (status === 2 && stdout !== '') return;
    parts.push(file);
  }
  const merged = await shown(['report', 'merge', '--check', '--output-format', 'json', '--', ...parts]);
  if (!churned && merged.stdout !== whole.stdout) throw new Error('merged parts differ from one run');
  for (const format of outputFormats) {
    const { stdout } = await shown(['report', 'merge', '--output-format', format, '--', ...parts]);
    const fault = format === 'html' ? undefined : findFault(format, stdout);
    if (fault !== undefined) throw new Error(`report merge --output-format ${format}: ${fault}`);
  }
  rmSync(join('..', 'out'), { recursive: true, force: true });
}
