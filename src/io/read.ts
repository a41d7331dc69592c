import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { describeReadFailure, InputError, type InputErrorCode, systemCode } from './errors.js';

/**
 * Reads a whole file. A pipe or a device is refused: it might never end. Blocks, as all that is done to one file: its
 * thread has nothing else to do, and each detour over the thread pool would cost more than the reading.
 * @throws {@link InputError} when it is missing, no regular file, not readable or larger than Node can hold.
 */
export async function readInput(path: string): Promise<Uint8Array> {
  return readRegular(path);
}

/** As {@link readInput}, for what must not be interrupted. */
export function readRegular(path: string): Uint8Array {
  try {
    // Without O_NONBLOCK, opening a pipe would wait for someone who writes into it.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) throw new InputError('not-a-file', path, 'is a folder; give the files in it');
      if (!stats.isFile()) throw new InputError('not-a-file', path, 'is a pipe, a socket or a device, not a file');
      return stats.size === 0 ? readUnsized(file, path) : readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof InputError ? error : asInputError(path, error);
  }
}

/** Bytes that a file without a size may have: those of `/proc` have none, and some of them never end. */
const MOST_UNSIZED = 1 << 24;

function readUnsized(file: number, path: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let total = 0; total <= MOST_UNSIZED; ) {
    const chunk = Buffer.alloc(1 << 16);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  throw new InputError('not-a-file', path, 'has no size and does not end: the system makes it up');
}

function asInputError(path: string, error: unknown): InputError {
  const code = systemCode(error);
  if (code === 'ERR_FS_FILE_TOO_LARGE') {
    return new InputError('too-large', path, 'is larger than 2 GiB; split it or remove outputs');
  }
  const codes: Readonly<Record<string, InputErrorCode>> = {
    ENOENT: 'missing',
    ENOTDIR: 'missing',
    EACCES: 'no-permission',
    EPERM: 'no-permission',
    ENXIO: 'not-a-file',
  };
  const reason = code === 'ENXIO' ? 'is a socket or a device, not a file' : describeReadFailure(error);
  return new InputError(codes[code ?? ''] ?? 'unreadable', path, reason);
}
