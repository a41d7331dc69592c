import { dirname, resolve } from 'node:path';
import { commonFolder } from '../io/batch/out-dir.js';
import { InputError } from '../io/errors.js';
import type { TreeWork } from './host.js';
import type { Settings } from './settings.js';

/**
 * Where the results of `--out-dir` go: one folder's files into it, several paths' under what they have in common.
 * @throws InputError when results would go over the files themselves
 */
export async function planOutDir(
  paths: readonly string[],
  { outDir }: Settings,
  trees: TreeWork,
): Promise<{ readonly folder: string; readonly base: string } | undefined> {
  if (outDir === undefined) return undefined;
  const folder = resolve(trees.cwd, outDir);
  const absolute = paths.map((path) => resolve(trees.cwd, path));
  const folders = await Promise.all(
    absolute.map(async (path) => ((await trees.isFolder(path)) ? path : dirname(path))),
  );
  const base = commonFolder(folders);
  if (base === folder) {
    throw new InputError('unwritable', outDir, 'is the folder that is read; leave --out-dir out to migrate in place');
  }
  return { folder, base };
}
