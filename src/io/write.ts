import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { InputError, systemCode } from './errors.js';

/**
 * Writes a file in one step: into a temporary file beside it, then renamed over it, so that a reader (or a crash) sees
 * the old bytes or the new ones, never half. Keeps mode and owner of an existing file, writes through symbolic links,
 * creates missing folders.
 * @throws {@link InputError} when that fails; the existing file is intact and no temporary file is left.
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    // write-file-atomic calls write(2) once and ignores a short count, so that a disk that fills up half-way would give
    // a truncated file. node:fs writes to the end or fails, so the content goes in through the hook.
    await writeFileAtomic(path, '', { tmpfileCreated: (temporary) => writeFile(temporary, bytes) });
  } catch (error) {
    throw asInputError(path, error);
  }
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
