import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError, systemCode } from './errors.js';
import { randomName, sha256 } from './hash.js';
import { makeFolders } from './make-folders.js';
import { readRegular } from './read.js';

/** How a file is to be written. */
export interface WriteOptions {
  /** What the file has to hold until the last moment: it is not replaced when another program changed it meanwhile. */
  readonly expected?: Uint8Array;
  /** The real path that the file has to have until the last moment: no link that was put there meanwhile leads elsewhere. */
  readonly place?: string;
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
    const real = realPath(path);
    const before = statSync(real, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw new InputError('not-a-file', path, 'is a folder; name a file to write');
    if (before?.isFile() === false)
      throw new InputError('not-a-file', path, 'is a device or a pipe; name a file to write');
    if (before === undefined && options.expected === undefined) makeFolders(dirname(real));
    const held = options.place === undefined ? undefined : holdFolder(dirname(options.place));
    const target = held === undefined ? real : join(held.path, basename(real));
    const temporary = temporaryPath(target, options.run ?? randomName(6));
    try {
      const isThere = held !== undefined && real === options.place && realPath(path) === real;
      if (options.place !== undefined && !isThere)
        throw new InputError('changed', path, 'a symbolic link was put there meanwhile; it is left as it is');
      writeFileSync(temporary, bytes, { flag: 'wx', mode: before === undefined ? 0o666 : 0o600 });
      likeModel(temporary, before, options.model);
      if (options.expected !== undefined) requireContent(target, path, options.expected);
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    } finally {
      held?.release();
    }
  } catch (error) {
    throw error instanceof InputError ? error : asInputError(path, error);
  }
}

/** Linux's `O_PATH`, for which a folder need not be readable; Node.js has no name for it. */
const O_PATH = 0o10_000_000;

/** A folder by a path that leads to it whatever is put in its place meanwhile. */
interface HeldFolder {
  readonly path: string;
  release(): void;
}

/** Holds a folder; undefined where something else is in its place. Elsewhere than on Linux its own path has to do. */
function holdFolder(folder: string): HeldFolder | undefined {
  if (process.platform !== 'linux' || !existsSync('/proc/self/fd')) return { path: folder, release: () => undefined };
  const handle = openSync(folder, O_PATH | constants.O_DIRECTORY);
  const [opened, there] = [fstatSync(handle), lstatSync(folder)];
  if (opened.ino === there.ino && opened.dev === there.dev)
    return { path: `/proc/self/fd/${handle}`, release: () => closeSync(handle) };
  closeSync(handle);
  return undefined;
}

/** Where the new bytes of a file wait until they take its place; short enough beside a name of any length. */
export function temporaryPath(target: string, run: string): string {
  return join(dirname(target), `.sagemaker-upgrade-${sha256(basename(target)).slice(0, 12)}-${run}.tmp`);
}

/** The path itself where nothing exists there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Gives the new file mode and owner of the one that it replaces, or else the model's mode. */
export function likeModel(temporary: string, before: Stats | undefined, model: string | undefined): void {
  const like = before ?? (model === undefined ? undefined : statSync(model));
  if (like === undefined) return;
  const own = statSync(temporary);
  if (before !== undefined && (own.uid !== before.uid || own.gid !== before.gid)) {
    try {
      chownSync(temporary, before.uid, before.gid);
    } catch {
      // Only root gives files away; whoever else may write here keeps what they write, as editors do.
    }
  }
  // After chown, which takes special bits away.
  chmodSync(temporary, like.mode & 0o7777);
}

function requireContent(target: string, path: string, expected: Uint8Array): void {
  let current: Uint8Array | undefined;
  try {
    current = readRegular(target);
  } catch {
    // Said below.
  }
  if (current !== undefined && Buffer.compare(current, expected) === 0) return;
  const what = current === undefined ? 'is gone' : 'was changed by another program';
  throw new InputError('changed', path, `${what} meanwhile, and is left as it is; run again`);
}

/** What a failed write means to the user; the path is the one that they gave. */
export function asInputError(path: string, error: unknown): InputError {
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
