import { readFile } from 'node:fs/promises';
import { InputError, systemCode } from './errors.js';

/**
 * Reads a whole file.
 * @throws {@link InputError} when it is missing, a folder, not readable or larger than Node can hold.
 */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw asInputError(path, error);
  }
}

function asInputError(path: string, error: unknown): InputError {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new InputError('missing', path, 'no such file; check the path');
    case 'EISDIR':
      return new InputError('not-a-file', path, 'is a folder; give the files in it');
    case 'EACCES':
    case 'EPERM':
      return new InputError('no-permission', path, 'no permission to read it; change its mode or run as its owner');
    case 'ERR_FS_FILE_TOO_LARGE':
      return new InputError('too-large', path, 'is larger than 2 GiB; split it or remove outputs');
    default:
      return new InputError(
        'unreadable',
        path,
        `can't be read (${error instanceof Error ? error.message : String(error)})`,
      );
  }
}
