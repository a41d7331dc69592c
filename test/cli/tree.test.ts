import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildCommand } from '../support/build.js';

const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));
const before = 'from sagemaker.estimator import Estimator\nEstimator("i", role, train_instance_count=1)\n';
const after = 'from sagemaker.estimator import Estimator\nEstimator("i", role, instance_count=1)\n';
const isRoot = process.getuid?.() === 0;

let folder = '';

beforeAll(buildCommand);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
}

function write(name: string, text = before): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
}

function commitAll(): void {
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
}

describe('globs of the command line', () => {
  test('have commas between them', () => {
    for (const name of ['a.py', 'b.pyi', 'c.txt', 'old/d.py', 'x,y/e.py', 'gen/f.py']) write(name);
    const found = (...args: string[]) => start('--check', ...args, '.').stdout.match(/^\S+(?=: would)/gm) ?? [];
    expect(found('--extend-exclude', '/old/,gen/', '--extend-exclude', 'x\\,y/')).toEqual(['a.py']);
    expect(found('--include', '*.pyi,,/old/*.py')).toEqual(['b.pyi', 'old/d.py']);
    expect(found('--exclude', '[x,]?y/,old/')).toEqual(['a.py', 'gen/f.py']);
  });
});

describe('a folder', () => {
  test('is migrated in place, a second time nothing changes, and undo gives it back', () => {
    for (let i = 0; i < 60; i += 1) write(`d${i % 4}/f${i}.py`);
    chmodSync(join(folder, 'd0/f0.py'), 0o750);
    commitAll();
    const first = start('-j', '2', '.');
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' });
    expect(first.stdout).toContain('60 files changed');
    expect([read('d0/f0.py'), statSync(join(folder, 'd0/f0.py')).mode & 0o777]).toEqual([after, 0o750]);
    expect(git('status', '--porcelain').split('\n')).toHaveLength(61);
    expect(start('.').stdout).toContain('60 files unchanged');
    expect(start('undo')).toMatchObject({ status: 0, stdout: expect.stringContaining('60 files restored') });
    expect(git('status', '--porcelain')).toBe('');
    expect(existsSync(join(folder, '.sagemaker-upgrade'))).toBe(false);
  });

  test('gives the same report with one thread and with several', () => {
    for (let i = 0; i < 100; i += 1) write(`f${i}.py`, i % 3 === 0 ? before : 'x = 1\n');
    execFileSync('mkfifo', [join(folder, 'f50.pipe.py')]);
    const one = start('--check', '-v', '-j', '1', '--output-format', 'json', '.').stdout;
    expect(start('--check', '-v', '-j', '3', '--output-format', 'json', '.').stdout).toBe(one);
    const paths = JSON.parse(one).files.map((file: { path: string }) => file.path);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toHaveLength(101);
  });

  test('without files is said to have none', () => {
    expect(start('.')).toMatchObject({ status: 0, stdout: 'No Python file or notebook found.\n' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(isRoot)('that is read-only fails with one line a file, and nothing is changed', () => {
    write('ro/a.py');
    write('b.py');
    chmodSync(join(folder, 'ro'), 0o555);
    const { status, stderr } = start('.');
    chmodSync(join(folder, 'ro'), 0o755);
    expect({ status, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 2, lines: 1 });
    expect([read('ro/a.py'), read('b.py')]).toEqual([before, after]);
  });

  test('names cannot steer the terminal, and pipes do not stop it', () => {
    write('esc\u001b[31m\n.py');
    execFileSync('mkfifo', [join(folder, 'p.py')]);
    const { status, stdout } = start('-v', '.');
    expect(status).toBe(0);
    expect(stdout).toContain('esc\\x1b[31m\\n.py: changed');
    expect(stdout).toContain('p.py: skipped, is a pipe');
  });
});

test('where nothing can be recorded, folders are refused and files by name are migrated', () => {
  write('a.py');
  write('.sagemaker-upgrade', 'a file');
  expect(start('.')).toMatchObject({ status: 2, stderr: expect.stringContaining('--no-journal') });
  expect(read('a.py')).toBe(before);
  expect(start('a.py')).toMatchObject({ status: 0, stderr: expect.stringMatching(/^warning: .*undo/) });
  expect(read('a.py')).toBe(after);
});

describe('--out-dir', () => {
  test('holds the migrated tree, and the tree itself stays', () => {
    write('src/a.py');
    write('src/sub/b.py', 'x = 1\n');
    chmodSync(join(folder, 'src/a.py'), 0o755);
    expect(start('-q', '--out-dir', 'out', 'src').status).toBe(0);
    expect([read('out/a.py'), read('out/sub/b.py'), read('src/a.py')]).toEqual([after, 'x = 1\n', before]);
    expect(statSync(join(folder, 'out/a.py')).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual(['out', 'src']);
  });

  test('of several paths keeps what tells them apart, and its own files are not read again', () => {
    write('p/a.py');
    write('q/a.py');
    expect(start('-q', '--out-dir', 'out', 'p', 'q/a.py').status).toBe(0);
    expect([read('out/p/a.py'), read('out/q/a.py')]).toEqual([after, after]);
    expect(start('--out-dir', 'out', '.').stdout).toContain('2 files changed');
  });

  test('writes nothing through a link that leads out', () => {
    write('src/sub/a.py');
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'out'));
    symlinkSync('../elsewhere', join(folder, 'out/sub'));
    expect(start('--out-dir', 'out', 'src')).toMatchObject({ status: 2, stderr: expect.stringContaining('link') });
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  test('over the tree itself is refused', () => {
    write('a.py');
    expect(start('--out-dir', '.', '.').status).toBe(2);
    expect(read('a.py')).toBe(before);
  });
});

describe('git', () => {
  test('--since takes what changed, committed or not, and what is new', () => {
    for (const name of ['a.py', 'b.py', 'c.py']) write(name);
    commitAll();
    write('a.py', `${before}# later\n`);
    commitAll();
    write('b.py', `${before}# now\n`);
    write('new.py');
    const { files } = JSON.parse(start('--check', '--output-format', 'json', '--since', 'HEAD~1', '.').stdout);
    expect(files.map((file: { path: string }) => file.path)).toEqual(['a.py', 'b.py', 'new.py']);
    expect(start('--since', '--output=x', '.')).toMatchObject({ status: 2 });
    expect(start('--since', 'nope', '.')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no such commit'),
    });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('a dirty tree is warned of, and refused with --require-clean', () => {
    write('a.py');
    commitAll();
    write('a.py', `${before}#\n`);
    expect(start('--require-clean', '.')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not committed'),
    });
    expect(read('a.py')).toBe(`${before}#\n`);
    expect(start('.')).toMatchObject({ status: 0, stderr: expect.stringMatching(/^warning: 1 file/) });
    git('add', '-A');
    git('commit', '-q', '-m', 'y');
    expect(start('--require-clean', '.')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('configuration', () => {
  test('is found beside the files, and options of the command line win', () => {
    write(
      'pyproject.toml',
      '[tool.sagemaker-upgrade-v2]\nextend-exclude = ["/skip/"]\nignore = ["train-prefixed-params"]\n',
    );
    write('skip/a.py');
    write('b.py');
    // The project's own requirements are read, too.
    expect(start('--check', '.')).toMatchObject({ status: 0, stdout: expect.stringContaining('2 files unchanged') });
    expect(start('--check', '--ignore', 'pinned-sdk', '.').stdout).toContain('1 file would change');
    expect(start('--check', '--no-config', '.').stdout).toContain('2 files would change');
    write('other.toml', 'select = ["pinned-sdk"]\n');
    expect(start('--check', '--config', 'other.toml', '.').stdout).toContain('3 files unchanged');
  });

  test('that is wrong is refused before anything is changed', () => {
    write('a.py');
    write('sagemaker-upgrade-v2.toml', 'exlude = []\n');
    expect(start('.')).toMatchObject({ status: 2, stderr: expect.stringContaining("did you mean 'exclude'") });
    write('sagemaker-upgrade-v2.toml', '[per-file-ignores]\n"*" = ["no-such-rule"]\n');
    expect(start('.')).toMatchObject({ status: 2, stderr: expect.stringContaining("unknown rule 'no-such-rule'") });
    expect(read('a.py')).toBe(before);
  });

  test('switches rules off by file', () => {
    write('sagemaker-upgrade-v2.toml', '[per-file-ignores]\n"old/" = ["train-prefixed-params"]\n');
    write('old/a.py');
    write('a.py');
    expect(start('-q', '.').status).toBe(0);
    expect([read('old/a.py'), read('a.py')]).toEqual([before, after]);
    expect(start('--in-file', 'old/a.py', '--out-file', 'b.py').status).toBe(0);
    expect(read('b.py')).toBe(before);
  });
});

test('the parts of --shard are the whole, and no file is in two', () => {
  const names = Array.from({ length: 50 }, (_, i) => `f${i}.py`);
  for (const name of names) write(name);
  execFileSync('mkfifo', [join(folder, 'f1.pipe.py')]);
  const parts = [1, 2, 3, 4, 5].map(
    (i) => start('--check', '--output-format', 'json', '--shard', `${i}/5`, '.').stdout,
  );
  const paths = parts.map((part) => JSON.parse(part).files.map((file: { path: string }) => file.path));
  expect(paths.flat().sort()).toEqual([...names, 'f1.pipe.py'].sort());
  expect(Math.min(...paths.map((part) => part.length))).toBeGreaterThan(0);
  expect(start('--shard', '6/5', '.').status).toBe(2);
  for (const [i, part] of parts.entries()) write(`reports/${i}.json`, part);
  const reports = parts.map((_, i) => `reports/${i}.json`).reverse();
  const whole = start('--check', '--output-format', 'json', '.').stdout;
  expect(start('report', 'merge', '--output-format', 'json', ...reports)).toMatchObject({ status: 0, stdout: whole });
  expect(start('report', 'merge', '--check', '-v', ...reports)).toMatchObject({
    status: 1,
    stdout: start('--check', '-v', '.').stdout,
  });
  expect(start('report', 'merge', 'reports/0.json', 'f0.py')).toMatchObject({
    status: 2,
    stderr: 'error: f0.py: is not valid JSON; write it with --output-format json\n',
  });
});

test('Ctrl-C finishes the files in hand, tells so and exits with 130', async () => {
  const program = Array.from({ length: 100 }, (_, i) => `Estimator("i", role, train_instance_count=${i})\n`).join('');
  for (let i = 0; i < 150; i += 1) write(`f${i}.py`, `from sagemaker.estimator import Estimator\n${program}`);
  const child = spawn(process.execPath, [bin, '-v', '-j', '2', '.'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.kill('SIGINT'));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: expect.stringMatching(/^interrupted: \d+ of 150 files done/m),
  });
  const isOld = (name: string): boolean => read(name).includes('train_instance_count');
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  const old = names.filter(isOld);
  expect(old.length).toBeGreaterThan(0);
  expect(old.length).toBeLessThan(150);
  expect(Number(/(\d+) of 150/.exec(stderr)?.[1])).toBe(150 - old.length);
  expect(start('-q', '--resume').status).toBe(0);
  expect(names.filter(isOld)).toEqual([]);
  expect(start('-q', 'undo').status).toBe(0);
  expect(names.filter(isOld)).toHaveLength(150);
}, 60_000);

test('the runs that are recorded are listed, for people and for programs', () => {
  expect(start('undo', '--list')).toMatchObject({ status: 0, stdout: '', stderr: 'No run is recorded here.\n' });
  expect(JSON.parse(start('undo', '--list', '--output-format', 'json').stdout)).toEqual([]);
  write('a.py');
  start('-q', '.');
  const [{ run }] = JSON.parse(start('undo', '--list', '--output-format', 'json').stdout);
  expect(start('undo', '--list')).toMatchObject({ status: 0, stdout: `${run}: .\n`, stderr: '' });
  expect(JSON.parse(start('undo', run, '--output-format', 'json').stdout)).toEqual({
    run,
    restored: ['a.py'],
    refused: [],
  });
  expect(read('a.py')).toBe(before);
});
