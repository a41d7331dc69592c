import { setImmediate } from 'node:timers/promises';
import { readInput } from './read.js';

/** Whether a file has something that the pattern matches; files that can't be read have nothing. */
export async function anyFileContains(paths: readonly string[], pattern: RegExp): Promise<boolean> {
  for (const [i, path] of paths.entries()) {
    // Reading blocks: Ctrl-C has its turn.
    if (i % 100 === 99) await setImmediate();
    const bytes = await readInput(path).catch(() => new Uint8Array());
    if (pattern.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) return true;
  }
  return false;
}
