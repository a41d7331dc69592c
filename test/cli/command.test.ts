import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCommand } from '../support/build.js';

const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));
const before = 'from sagemaker.estimator import Estimator\nEstimator("i", role, train_instance_count=1)\n';
const after = 'from sagemaker.estimator import Estimator\nEstimator("i", role, instance_count=1)\n';

let folder = '';

beforeAll(buildCommand);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sagemaker-upgrade-v2-'));
  writeFileSync(join(folder, 'a.py'), before);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', input });
}

function shell(line: string): SpawnSyncReturns<string> {
  const command = `set -o pipefail; tool() { "${process.execPath}" "${bin}" "$@"; }; ${line}`;
  return spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('the drop-in form creates folders, keeps the input and says nothing on stderr', () => {
  const { status, stderr } = start(['--in-file', 'a.py', '--out-file', 'x/y/b.py']);
  expect({ status, stderr, out: read('x/y/b.py'), in: read('a.py') }).toEqual({
    status: 0,
    stderr: '',
    out: after,
    in: before,
  });
});

test('the drop-in form warns when it overwrites', () => {
  const { status, stderr } = start(['--in-file', 'a.py', '--out-file', 'a.py']);
  expect({ status, stderr, text: read('a.py') }).toEqual({
    status: 0,
    stderr: 'Overwriting file a.py\n',
    text: after,
  });
});

test('in place, the mode of the file stays and only the record is left beside it', () => {
  chmodSync(join(folder, 'a.py'), 0o755);
  expect(start(['a.py']).status).toBe(0);
  expect(read('a.py')).toBe(after);
  expect(statSync(join(folder, 'a.py')).mode & 0o777).toBe(0o755);
  expect(readdirSync(folder).sort()).toEqual(['.sagemaker-upgrade', 'a.py']);
});

test('standard input to standard output', () => {
  const { status, stdout } = start(['-', '--stdin-filename', 'a.py'], before);
  expect({ status, stdout }).toEqual({ status: 0, stdout: after });
});

test('--diff can be applied with patch', () => {
  const { status } = shell('tool --diff a.py 2>/dev/null > a.diff && patch -s -p0 < a.diff');
  expect(status).toBe(0);
  expect(read('a.py')).toBe(after);
});

test('a missing file and a file of another kind are one line each, and the rest goes on', () => {
  writeFileSync(join(folder, 'notes.txt'), before);
  const { status, stderr } = start(['gone.py', 'notes.txt', 'a.py']);
  expect(status).toBe(2);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^error: gone\.py: /),
    expect.stringMatching(/^error: notes\.txt: /),
  ]);
  expect(read('a.py')).toBe(after);
  expect(read('notes.txt')).toBe(before);
});

test('a reader that leaves early is no failure, and every file is still migrated', () => {
  const names = Array.from({ length: 40 }, (_, i) => `f${i}.py`);
  for (const name of names) writeFileSync(join(folder, name), before);
  const { status, stdout, stderr } = shell('tool -v *.py | head -n 1');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n')).toHaveLength(2);
  expect(names.map(read).filter((text) => text !== after)).toEqual([]);
});

test.runIf(existsSync('/dev/full'))('a full disk under standard output is a failure', () => {
  const { status, stderr } = shell('tool - < a.py > /dev/full');
  expect(status).toBe(2);
  expect(stderr).toContain("output can't be written");
});

test('rules, rule NAME, -V and -h work without any file', () => {
  for (const args of [['rules'], ['rule', 'train-prefixed-params'], ['-V'], ['-h']]) {
    const { status, stdout, stderr } = start(args);
    expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' });
    expect(stdout).not.toBe('');
  }
});
