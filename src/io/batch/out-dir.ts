import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { relativeTo } from '../discover/patterns.js';
import { InputError } from '../errors.js';

/**
 * The folder that paths under `--out-dir` count from: the folder that was given, or what all given paths have in common.
 * @param folders absolute; of a file, the folder that holds it
 */
export function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  let common = first;
  for (const folder of others) {
    while (folder !== common && relativeTo(common, folder) === undefined && dirname(common) !== common) {
      common = dirname(common);
    }
  }
  return common;
}

/** Where the result of a file goes. All absolute; the file lies in `base`. */
export function targetIn(outDir: string, base: string, file: string): string {
  return join(outDir, relative(base, file));
}

/**
 * Keeps links inside the folder that is written to from leading out of it.
 * @throws {@link InputError} when the target's nearest existing folder lies elsewhere
 */
export async function requireInside(target: string, outDir: string): Promise<void> {
  const root = await nearestReal(outDir);
  const folder = await nearestReal(target);
  if (folder === root || relativeTo(root, folder) !== undefined) return;
  throw new InputError('unwritable', target, 'a symbolic link leads out of the folder to write to; remove the link');
}

/** The real path of the path, or of the nearest folder above it that exists. */
async function nearestReal(path: string): Promise<string> {
  for (let at = resolve(path); ; at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real !== undefined || dirname(at) === at) return real ?? at;
  }
}
