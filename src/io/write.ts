import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, chown, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError, systemCode } from './errors.js';
import { sha256 } from './hash.js';

/** How a file is to be written. */
export interface WriteOptions {
  /** What the file has to hold until the last moment: it is not replaced when another program changed it meanwhile. */
  readonly expected?: Uint8Array;
  /** Names the temporary file, so that what a killed process left behind can be found: see {@link temporaryPath}. */
  readonly run?: string;
  /** A file whose mode a new file gets. */
  readonly model?: string;
}

/**
 * Writes a file in one step: into a temporary file beside it, then renamed over it, so that a reader (or a crash) sees
 * the old bytes or the new ones, never half. Keeps mode and owner of an existing file, writes through symbolic links,
 * creates missing folders. Not synced to the disk: what a killed process wrote stays, after a power failure the old
 * bytes may be back.
 * @throws {@link InputError} when that fails; the existing file is intact and no temporary file is left.
 */
export async function writeOutput(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const before = await stat(target).catch(() => undefined);
    if (before?.isDirectory()) throw new InputError('not-a-file', path, 'is a folder; name a file to write');
    if (before === undefined && options.expected === undefined) await mkdir(dirname(target), { recursive: true });
    const temporary = temporaryPath(target, options.run ?? randomBytes(6).toString('hex'));
    try {
      await writeNew(temporary, bytes, before === undefined ? 0o666 : 0o600);
      await likeModel(temporary, before, options.model);
      if (options.expected !== undefined) await requireContent(target, path, options.expected);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw error instanceof InputError ? error : asInputError(path, error);
  }
}

/** Where the new bytes of a file wait until they take its place; short enough beside a name of any length. */
export function temporaryPath(target: string, run: string): string {
  return join(dirname(target), `.sagemaker-upgrade-${sha256(basename(target)).slice(0, 12)}-${run}.tmp`);
}

async function writeNew(temporary: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(temporary, 'wx', mode);
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

/** Gives the new file mode and owner of the one that it replaces, or else the model's mode. */
async function likeModel(temporary: string, before: Stats | undefined, model: string | undefined): Promise<void> {
  const mode = before ?? (model === undefined ? undefined : await stat(model));
  if (before !== undefined) {
    const own = await stat(temporary);
    if (own.uid !== before.uid || own.gid !== before.gid) {
      // Only root gives files away; whoever else may write here keeps what they write, as editors do.
      await chown(temporary, before.uid, before.gid).catch(() => undefined);
    }
  }
  // After chown, which takes special bits away.
  if (mode !== undefined) await chmod(temporary, mode.mode & 0o7777);
}

async function requireContent(target: string, path: string, expected: Uint8Array): Promise<void> {
  const current = await readFile(target).catch(() => undefined);
  if (current !== undefined && Buffer.compare(current, expected) === 0) return;
  const what = current === undefined ? 'is gone' : 'was changed by another program';
  throw new InputError('changed', path, `${what} meanwhile, and is left as it is; run again`);
}

function asInputError(path: string, error: unknown): InputError {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new InputError(
        'disk-full',
        path,
        'no room to write it, nothing was changed; free some space and run again',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new InputError(
        'unwritable',
        path,
        `no permission to write it or its folder; change the mode of ${dirname(path)}`,
      );
    case 'EISDIR':
      return new InputError('not-a-file', path, 'is a folder; name a file to write');
    case 'ENOTDIR':
    case 'EEXIST':
      return new InputError('unwritable', path, 'a part of its path is a file, not a folder; choose another path');
    default:
      return new InputError(
        'unwritable',
        path,
        `can't be written (${error instanceof Error ? error.message : String(error)})`,
      );
  }
}
