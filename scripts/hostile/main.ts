import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from '../scale/random.js';
import { writeHostileTree } from './tree.js';

// Runs the command on crafted trees: no crash, no hang, no write outside the tree, no control code on the terminal, and
// undo gives back every byte.
const { values } = parseArgs({
  options: { trees: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'hostile-'));
const [tree, outside] = [join(work, 'tree'), join(work, 'outside')];
const LIMIT = 60_000;

try {
  mkdirSync(outside);
  writeFileSync(join(outside, 'victim.py'), 'from sagemaker.session import s3_input\n');
  const beside = snapshot(outside);
  const codes = new Map<string, number>();
  for (let i = 0; i < Number(values.trees); i += 1) {
    const seed = Number(values.seed) * 100_000 + i;
    writeHostileTree(tree, outside, createRandom(seed));
    const before = snapshot(tree);
    for (const args of [
      ['--check', '-v', '--output-format', 'json'],
      ['--diff'],
      ['-v', '-j', '2'],
      ['--report-unused-suppressions'],
    ]) {
      run(seed, [...args, '.'], codes);
    }
    run(seed, ['-q', '--out-dir', join(work, 'out'), '.'], codes);
    run(seed, ['undo'], codes);
    run(seed, ['undo'], codes);
    if (snapshot(outside) !== beside) throw new Error(`seed ${seed}: something outside the tree changed`);
    if (snapshot(tree) !== before) throw new Error(`seed ${seed}: undo left the tree changed`);
    const strays = readdirSync(work).filter((name) => !['tree', 'outside', 'out'].includes(name));
    if (strays.length > 0) throw new Error(`seed ${seed}: ${strays.join(', ')} beside the tree`);
    rmSync(join(work, 'out'), { recursive: true, force: true });
  }
  console.log(
    `${values.trees} trees: no crash, no hang, nothing outside changed, no control code; exit codes`,
    Object.fromEntries(codes),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function run(seed: number, args: readonly string[], codes: Map<string, number>): void {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: tree,
    encoding: 'latin1',
    timeout: LIMIT,
    maxBuffer: 1 << 28,
  });
  const where = `seed ${seed}, ${args.join(' ')}`;
  if (signal !== null || status === null || status > 2)
    throw new Error(`${where}: ended with ${signal ?? status}: ${stderr}`);
  if (/internal error|\n {4}at /.test(stderr + stdout)) throw new Error(`${where}: ${stderr}${stdout}`.slice(0, 4000));
  // A diff that isn't shown on a terminal keeps the bytes of the code: `patch` reads it.
  const shown = Buffer.from(args.includes('--diff') ? stderr : stdout + stderr, 'latin1').toString();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/.exec(shown);
  if (control !== null)
    throw new Error(`${where}: ${JSON.stringify(shown.slice(Math.max(0, control.index - 100), control.index + 20))}`);
  codes.set(String(status), (codes.get(String(status)) ?? 0) + 1);
}

/** Names, kinds and bytes of all that a folder holds. */
function snapshot(folder: string): string {
  const hash = createHash('sha256');
  const visit = (path: Buffer): void => {
    for (const name of readdirSync(path, { encoding: 'buffer' }).sort(Buffer.compare)) {
      // The record is the program's own.
      if (name.toString() === '.sagemaker-upgrade') continue;
      const inside = Buffer.concat([path, Buffer.from('/'), name]);
      const stats = lstatSync(inside);
      hash.update(inside).update(String(stats.mode));
      if (stats.isDirectory()) visit(inside);
      else if (stats.isSymbolicLink()) hash.update(readlinkSync(inside, 'buffer'));
      else if (stats.isFile()) hash.update(readFileSync(inside));
    }
  };
  visit(Buffer.from(folder));
  return hash.digest('hex');
}
