import type { TextEdit } from '../edits/edit.js';
import { asBuffer, type Codec } from './codecs.js';
import { InputError } from './errors.js';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Number of bytes of the UTF-8 byte order mark at the start: 3 or 0. */
export function bomLength(bytes: Uint8Array): number {
  return asBuffer(bytes.subarray(0, 3)).equals(BOM) ? 3 : 0;
}

/** @throws {@link InputError} for UTF-16, UTF-32 and for bytes that are no text. */
export function refuseBinary(bytes: Uint8Array, path: string): void {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new InputError('encoding', path, 'is UTF-16, which Python does not read; save it as UTF-8');
  }
  const nul = bytes.indexOf(0);
  if (nul < 0) return;
  let line = 1;
  for (let i = bytes.indexOf(10); i >= 0 && i < nul; i = bytes.indexOf(10, i + 1)) line += 1;
  throw new InputError('binary', path, 'has NUL bytes, so it is no Python text; check the file', { line });
}

/**
 * Replaces stretches of a text inside its bytes; every byte outside them is copied, never encoded again.
 * @param bytes what `text` was decoded from.
 * @param edits sorted, not overlapping, offsets in `text`.
 * @throws {@link InputError} when the encoding can't hold an inserted text.
 */
export function spliceBytes(
  bytes: Uint8Array,
  text: string,
  edits: readonly TextEdit[],
  codec: Codec,
  path: string,
): Uint8Array {
  const parts: Uint8Array[] = [];
  // Every character of such a text is one byte.
  const isOneToOne = text.length === bytes.length;
  let offset = 0;
  let position = 0;
  const advance = (to: number) => {
    position += isOneToOne ? to - offset : codec.measure(text.slice(offset, to));
    offset = to;
  };
  for (const edit of edits) {
    const from = position;
    advance(edit.start);
    parts.push(bytes.subarray(from, position));
    const inserted = codec.encode(edit.text);
    if (inserted === undefined) {
      const problem = `its encoding (${codec.name}) can't hold a character that has to be added; save it as UTF-8`;
      throw new InputError('encoding', path, problem);
    }
    parts.push(inserted);
    advance(edit.end);
  }
  parts.push(bytes.subarray(position));
  return Buffer.concat(parts);
}
