import { createRequire } from 'node:module';

// Required when it is first used: as an import, every part of it would be loaded, which a run without findings never needs.
const require = createRequire(import.meta.url);
const crypto = (): typeof import('node:crypto') => require('node:crypto');

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return crypto().createHash('sha256').update(data).digest('hex');
}

/** A name that nothing else has: hexadecimal digits. */
export function randomName(bytes: number): string {
  return crypto().randomBytes(bytes).toString('hex');
}
