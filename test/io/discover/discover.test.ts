import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DiscoverOptions, discover } from '../../../src/io/discover/discover.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'discover-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(...names: readonly string[]): void {
  for (const name of names) write(name, '');
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

async function found(paths: readonly string[] = ['.'], options: DiscoverOptions = {}): Promise<readonly string[]> {
  return (await discover(paths, options, root)).files;
}

const patterns = (...list: readonly string[]) => ({ base: root, patterns: list });

describe('a folder', () => {
  test('gives its Python files and notebooks in path order', async () => {
    plant('b.py', 'a/z.ipynb', 'a/notes.txt', 'a.py', 'data.csv', 'B.PY', 'a/deep/er/x.py');
    expect(await found()).toEqual(['a.py', 'a/deep/er/x.py', 'a/z.ipynb', 'b.py']);
  });

  test('is named in the paths as it was given', async () => {
    plant('src/a.py');
    expect(await found(['src'])).toEqual(['src/a.py']);
    expect(await found(['./src/'])).toEqual(['./src/a.py']);
    expect(await found([join(root, 'src')])).toEqual([join(root, 'src/a.py')]);
  });

  test('that is given twice counts once', async () => {
    plant('src/a.py');
    expect(await found(['.', 'src', 'src/a.py', './src'])).toEqual(['src/a.py']);
  });

  test('gives scripts without a suffix by their first line', async () => {
    write('run', '#!/usr/bin/env python3\n');
    write('old', '#!/usr/bin/python2.7 -u\n');
    write('split', '#!/usr/bin/env -S python3 -u\n');
    write('shell', '#!/bin/sh\n# python\n');
    write('pythonic', '#!/bin/pythonista\n');
    write('plain', 'import sagemaker\n');
    write('Makefile', 'python:\n');
    write('run.txt', '#!/usr/bin/env python3\n');
    expect(await found()).toEqual(['old', 'run', 'split']);
  });

  test('keeps names that hold anything', async () => {
    const names = ['-rf.py', 'a\nb.py', 'esc\u001b[31m.py', 'quote\'".py', 'back\\slash.py', ' .py', '<b>.py', '!x.py'];
    plant(...names);
    expect(await found()).toEqual([...names].sort());
  });
});

describe('ignore files', () => {
  test('are read as git reads them', async () => {
    execFileSync('git', ['init', '-q', root]);
    write('.gitignore', '*.tmp.py\n/only-top.py\ngenerated/\n!keep.tmp.py\nlogs/**\n#no.py\n\\#yes.py\nsp ace.py  \n');
    write('sub/.gitignore', '!a.tmp.py\n*.ipynb\nx[0-9].py\n**/deep.py\n');
    write('.git/info/exclude', 'secret.py\n');
    write('sub/inner/.gitignore', '!n.ipynb\n');
    plant('a.tmp.py', 'keep.tmp.py', 'only-top.py', 'sub/only-top.py', 'generated/a.py', 'sub/generated/b.py');
    plant('sub/a.tmp.py', 'sub/n.ipynb', 'sub/inner/n.ipynb', 'sub/x1.py', 'sub/xa.py', 'sub/inner/deep.py');
    plant('logs/a.py', '#no.py', '#yes.py', 'sp ace.py', 'secret.py', 'sub/secret.py', 'top.py', 'n.ipynb');
    const git = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
    const listed = git.split('\0').filter((name) => /\.(py|ipynb)$/.test(name));
    expect(await found()).toEqual(listed.sort());
    expect(await found(['sub'])).toEqual(listed.filter((name) => name.startsWith('sub/')).sort());
  });

  test('.ignore holds against .gitignore', async () => {
    write('.gitignore', 'a.py\n');
    write('.ignore', '!a.py\nb.py\n');
    plant('a.py', 'b.py', 'c.py');
    expect(await found()).toEqual(['a.py', 'c.py']);
  });

  test('do not hide what is given by name', async () => {
    execFileSync('git', ['init', '-q', root]);
    write('.gitignore', 'out/\na.py\n');
    plant('a.py', 'out/b.py', 'out/c.py');
    write('out/.gitignore', 'c.py\n');
    expect(await found(['a.py', 'out'])).toEqual(['a.py', 'out/b.py']);
  });

  test('that are no files, or wrong, are passed over', async () => {
    mkdirSync(join(root, 'a/.gitignore'), { recursive: true });
    execFileSync('mkfifo', [join(root, '.gitignore')]);
    write('b/.gitignore', `[z-a\n${'*a'.repeat(40)}b\n(\n\\\n`);
    plant('a/x.py', `b/${'a'.repeat(200)}.py`);
    expect(await found()).toHaveLength(2);
  });
});

describe('what is left out', () => {
  test('virtual environments, caches and build results', async () => {
    plant('.venv/a.py', 'x/node_modules/a.py', '.ipynb_checkpoints/a.ipynb', '__pycache__/a.py', 'build/a.py', 'a.py');
    plant('my-env/pyvenv.cfg', 'my-env/lib/a.py', '.git/hooks/a.py', '.sagemaker-upgrade/runs/a.py', 'env/b.py');
    expect(await found()).toEqual(['a.py', 'env/b.py']);
  });

  test('--exclude replaces the usual list, --extend-exclude adds to it', async () => {
    plant('build/a.py', 'old/a.py', 'new/a.py', '.git/a.py');
    expect(await found(['.'], { exclude: patterns('old/') })).toEqual(['build/a.py', 'new/a.py']);
    expect(await found(['.'], { extendExclude: patterns('old/') })).toEqual(['new/a.py']);
  });

  test('globs count from their base, or from the folder where it lies elsewhere', async () => {
    plant('p/src/a.py', 'src/a.py');
    expect(await found(['.'], { extendExclude: patterns('/src/') })).toEqual(['p/src/a.py']);
    const elsewhere = { extendExclude: { base: '/nowhere', patterns: ['/src/'] } };
    expect(await found(['p', 'src'], elsewhere)).toEqual(['src/a.py']);
  });

  test('only --force-exclude holds for what is given by name', async () => {
    plant('old/a.py', 'a.py');
    expect(await found(['old/a.py'], { extendExclude: patterns('old/') })).toEqual(['old/a.py']);
    expect(await found(['old/a.py', 'a.py', '.'], { forceExclude: patterns('old/') })).toEqual(['a.py']);
  });

  test('--include takes other files', async () => {
    plant('a.py', 'a.pyi', 'nb/x.ipynb', 'nb/y.py');
    expect(await found(['.'], { include: patterns('*.pyi', '/nb/') })).toEqual(['a.pyi', 'nb/x.ipynb', 'nb/y.py']);
  });
});

describe('what is no file', () => {
  test('links are not followed, be they circular, broken or out of the tree', async () => {
    plant('tree/a.py', 'outside/b.py');
    symlinkSync('..', join(root, 'tree/up'));
    symlinkSync('../outside', join(root, 'tree/out'));
    symlinkSync('../outside/b.py', join(root, 'tree/b.py'));
    symlinkSync('self.py', join(root, 'tree/self.py'));
    symlinkSync('gone.py', join(root, 'tree/broken.py'));
    expect(await discover(['tree'], {}, root)).toEqual({ files: ['tree/a.py'], problems: [] });
  });

  test('pipes are named and never opened', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.py'), join(root, 'pipe'), join(root, 'pipe.txt')]);
    plant('a.py');
    expect(await discover(['.'], {}, root)).toEqual({
      files: ['a.py'],
      problems: [{ path: 'pipe.py', status: 'skipped', reason: 'is a pipe, a socket or a device, not a file' }],
    });
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that may not be read is one problem, and the rest is found',
    async () => {
      plant('shut/a.py', 'a.py');
      chmodSync(join(root, 'shut'), 0);
      const { files, problems } = await discover(['.'], {}, root);
      chmodSync(join(root, 'shut'), 0o755);
      expect(files).toEqual(['a.py']);
      expect(problems).toMatchObject([
        { path: 'shut', status: 'failed', reason: expect.stringContaining('permission') },
      ]);
    },
  );

  test('a file of another kind is refused when it is given by name', async () => {
    plant('notes.txt', 'a.pyi');
    write('run', '#!/usr/bin/env python\n');
    const { files, problems } = await discover(['notes.txt', 'a.pyi', 'run'], { include: patterns('*.pyi') }, root);
    expect({ files, problems }).toEqual({
      files: ['a.pyi', 'run'],
      problems: [{ path: 'notes.txt', status: 'failed', reason: expect.stringContaining('no notebook') }],
    });
  });

  test('a missing path is left for the one who reads it', async () => {
    expect(await found(['gone.py', 'gone'])).toEqual(['gone', 'gone.py']);
  });
});
