import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { dependencyFormatOf } from './requirements/kinds.js';

/** What the program migrates, by how a file is read. `dependencies`: it says what a project needs, or installs it; `docs`: a page with code in it. */
export type FileKind = 'python' | 'notebook' | 'dependencies' | 'docs';

/** The kind that a file's name tells; undefined for any other. Case counts, as it does for Python. */
export function kindOfName(path: string): FileKind | undefined {
  const extension = extname(path);
  if (extension === '.py') return 'python';
  if (extension === '.ipynb') return 'notebook';
  if (/^\.(?:md|markdown|rst)$/.test(extension)) return 'docs';
  return dependencyFormatOf(path) === undefined ? undefined : 'dependencies';
}

/** `#!/usr/bin/python3`, `#!/usr/bin/env -S python2.7 -u`, also pypy, ipython. */
const PYTHON_SHEBANG = /^#![^\n]*[/\s](?:i?python|pypy)[\d.]*(?:[ \t\r\n]|$)/;

/**
 * Whether a file without a suffix is a Python script by its first line. Whatever can't be read is none. Blocks, but
 * never on a pipe: it is not waited for.
 */
export function hasPythonShebang(path: string): boolean {
  if (extname(path) !== '') return false;
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!fstatSync(file).isFile()) return false;
    const start = Buffer.alloc(128);
    const length = readSync(file, start);
    return PYTHON_SHEBANG.test(start.toString('latin1', 0, length));
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
