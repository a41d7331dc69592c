import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moduleFinder } from '../../src/io/modules.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'modules-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The file that an import in `from` names, below the root. */
function find(from: string, dotted: string, level = 0, roots = [root]): string | undefined {
  const found = moduleFinder(roots)(dotted, level, join(root, from));
  return found && relative(root, found.path);
}

describe('a module is looked for', () => {
  test('beside the file, above it and in src', () => {
    for (const path of ['jobs/a.py', 'jobs/near.py', 'top.py', 'src/lib/__init__.py', 'src/lib/deep.py']) write(path);
    expect(find('jobs/a.py', 'near')).toBe('jobs/near.py');
    expect(find('jobs/a.py', 'top')).toBe('top.py');
    expect(find('jobs/a.py', 'lib')).toBe('src/lib/__init__.py');
    expect(find('jobs/a.py', 'lib.deep')).toBe('src/lib/deep.py');
    expect(find('jobs/a.py', 'numpy')).toBeUndefined();
  });

  test('by leading dots', () => {
    for (const path of ['p/__init__.py', 'p/a.py', 'p/q/__init__.py', 'p/q/b.py']) write(path);
    expect(find('p/q/b.py', '', 1)).toBe('p/q/__init__.py');
    expect(find('p/q/b.py', 'a', 2)).toBe('p/a.py');
    expect(find('p/a.py', 'q.b', 1)).toBe('p/q/b.py');
    expect(find('p/a.py', 'q', 3)).toBeUndefined();
  });

  test('as a package before a module, and in the top folder before that of a package', () => {
    for (const path of ['x.py', 'x/__init__.py', 'p/__init__.py', 'p/a.py', 'p/util.py', 'util.py']) write(path);
    expect(find('b.py', 'x')).toBe('x/__init__.py');
    expect(find('p/a.py', 'util')).toBe('util.py');
  });

  test('and is never the file itself', () => {
    write('tensorflow.py');
    expect(find('tensorflow.py', 'tensorflow')).toBeUndefined();
  });

  test('for the name of the SDK only where Python finds it first', () => {
    for (const path of ['a/sagemaker.py', 'a/x.py', 'sagemaker/__init__.py', 'b/x.py']) write(path);
    for (const path of ['p/__init__.py', 'p/sagemaker.py', 'p/x.py']) write(path);
    expect(find('a/x.py', 'sagemaker')).toBe('a/sagemaker.py');
    expect(find('a/sagemaker.py', 'sagemaker')).toBeUndefined();
    expect(find('b/x.py', 'sagemaker')).toBeUndefined();
    expect(find('p/x.py', 'sagemaker')).toBeUndefined();
    expect(find('p/x.py', 'sagemaker', 1)).toBe('p/sagemaker.py');
  });
});

describe('what lies outside is not looked at', () => {
  test('above the root of the run', () => {
    for (const path of ['top.py', 'run/a.py']) write(path);
    expect(find('run/a.py', 'top', 0, [join(root, 'run')])).toBeUndefined();
    expect(find('run/a.py', 'top', 2, [join(root, 'run')])).toBeUndefined();
  });

  test('behind symbolic links', () => {
    for (const path of ['outside/lib.py', 'outside/pkg/__init__.py', 'run/a.py']) write(path);
    symlinkSync(join(root, 'outside/lib.py'), join(root, 'run/lib.py'));
    symlinkSync(join(root, 'outside/pkg'), join(root, 'run/pkg'));
    expect(find('run/a.py', 'lib', 0, [join(root, 'run')])).toBeUndefined();
    expect(find('run/a.py', 'pkg', 0, [join(root, 'run')])).toBeUndefined();
  });

  test('above the project of a file that is given by name', () => {
    for (const path of ['top.py', 'project/lib.py', 'project/jobs/a.py']) write(path);
    expect(find('project/jobs/a.py', 'lib', 0, [])).toBeUndefined();
    write('project/pyproject.toml');
    expect(find('project/jobs/a.py', 'lib', 0, [])).toBe('project/lib.py');
    expect(find('project/jobs/a.py', 'top', 0, [])).toBeUndefined();
  });
});

test('texts are decoded; too large ones and those that are none are empty', () => {
  write('latin.py', '');
  writeFileSync(join(root, 'latin.py'), Buffer.from('# -*- coding: latin-1 -*-\nX = "\u00e9"\n', 'latin1'));
  write('large.py', `X = "${'x'.repeat(1_000_000)}"\n`);
  writeFileSync(join(root, 'binary.py'), Buffer.from([0, 1, 2, 0, 255]));
  const textOf = (name: string) => moduleFinder([root])(name, 0, join(root, 'a.py'))?.text;
  expect(textOf('latin')).toContain('X = "\u00e9"');
  expect(textOf('large')).toBe('');
  expect(textOf('binary')).toBe('');
});
