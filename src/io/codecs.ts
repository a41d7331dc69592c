import { isUtf8 } from 'node:buffer';
import { InputError } from './errors.js';

/** How the bytes of one text are to be read, and how text put into it is to be written. */
export interface Codec {
  /** As a person would name it in a message. */
  readonly name: string;
  /** Never fails: a codec is made only for bytes that it can read. */
  decode(bytes: Uint8Array): string;
  /** Number of bytes that a stretch of the decoded text has in the file. */
  measure(text: string): number;
  /** Bytes of text to insert; undefined when the encoding can't hold it. */
  encode(text: string): Uint8Array | undefined;
}

/** UTF-8, for bytes known to be valid. */
export const utf8: Codec = {
  name: 'UTF-8',
  decode: (bytes) => asBuffer(bytes).toString('utf8'),
  measure: (text) => Buffer.byteLength(text, 'utf8'),
  encode: (text) => (/\p{Surrogate}/u.test(text) ? undefined : Buffer.from(text, 'utf8')),
};

/** One byte a character: ISO-8859-1, which reads every byte, or ASCII, which inserts only bytes below 128. */
function singleByte(name: string, last: number): Codec {
  return {
    name,
    decode: (bytes) => asBuffer(bytes).toString('latin1'),
    measure: (text) => text.length,
    encode: (text) => {
      for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > last) return undefined;
      return Buffer.from(text, 'latin1');
    },
  };
}

/** ISO-8859-1, which reads every byte. */
export const latin1 = singleByte('ISO-8859-1', 0xff);
/** UTF-16 as Windows writes it, for bytes after its byte order mark; pip reads it, Python doesn't. */
export const utf16: Codec = {
  name: 'UTF-16',
  decode: (bytes) => asBuffer(bytes).toString('utf16le'),
  measure: (text) => text.length * 2,
  encode: (text) => Buffer.from(text, 'utf16le'),
};

const ascii = singleByte('ASCII', 0x7f);

/**
 * Any other encoding that the platform can decode. There is no encoder for it, and none is needed: characters that the
 * file has are looked up in the file's own bytes, and what is inserted is ASCII nearly always.
 */
function platformCodec(name: string, label: string, bytes: Uint8Array): Codec | undefined {
  try {
    decodeAs(label, bytes);
  } catch {
    return undefined;
  }
  let table: Map<string, Uint8Array> | undefined;
  const spellings = () => (table ??= spellingsIn(bytes, label));
  return {
    name,
    decode: (some) => decodeAs(label, some),
    measure: (text) => {
      let length = 0;
      for (const character of text) length += spellings().get(character)?.length ?? 1;
      return length;
    },
    encode: (text) => {
      const parts: Uint8Array[] = [];
      for (const character of text) {
        const spelling = character < '\x80' ? Buffer.from(character, 'latin1') : spellings().get(character);
        if (spelling === undefined) return undefined;
        parts.push(spelling);
      }
      return Buffer.concat(parts);
    },
  };
}

/** Decodes as a stream: Node 20 reads windows-1252 as ISO-8859-1 otherwise. */
function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label, { fatal: true });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function spellingsIn(bytes: Uint8Array, label: string): Map<string, Uint8Array> {
  const spellings = new Map<string, Uint8Array>();
  const decoder = new TextDecoder(label, { fatal: true });
  for (let start = 0, i = 0; i < bytes.length; i += 1) {
    const character = decoder.decode(bytes.subarray(i, i + 1), { stream: true });
    if (character === '') continue;
    if (!spellings.has(character)) spellings.set(character, bytes.subarray(start, i + 1));
    start = i + 1;
  }
  return spellings;
}

/**
 * The codec for the bytes of a Python file without its byte order mark: by its coding line (PEP 263), else UTF-8, else
 * ISO-8859-1 (Python 2 sources).
 * @throws {@link InputError} when the bytes can't be read so that they can be written back identically.
 */
export function pythonCodec(bytes: Uint8Array, path: string, hasBom: boolean): Codec {
  const coding = hasBom ? undefined : findCoding(bytes);
  const name = coding === undefined ? undefined : normalCodecName(coding);
  if (name === undefined || name === 'utf-8') {
    if (isUtf8(bytes)) return utf8;
    if (name === undefined && !hasBom) return latin1;
    throw new InputError('encoding', path, `is not UTF-8 although it says so; save it as UTF-8`);
  }
  if (name === 'iso-8859-1') return latin1;
  if (name === 'ascii') return ascii;
  const codec = isAsciiCompatible(name) ? platformCodec(coding ?? name, name, bytes) : undefined;
  if (codec === undefined) {
    throw new InputError(
      'encoding',
      path,
      `can't be read as "${coding}", which its coding line names; save it as UTF-8`,
    );
  }
  return codec;
}

/** The encoding that a comment in the first two lines names (PEP 263). */
function findCoding(bytes: Uint8Array): string | undefined {
  const head = asBuffer(bytes.subarray(0, 1000))
    .toString('latin1')
    .split(/\r\n|\r|\n/, 2);
  for (const line of head) {
    const comment = line.trimStart();
    if (comment.startsWith('#')) {
      const name = /coding[:=][ \t]*([-\w.]+)/.exec(comment)?.[1];
      if (name !== undefined) return name;
    } else if (comment !== '') return undefined;
  }
  return undefined;
}

/** Python's names for encodings, in the spelling of the platform's decoder. */
function normalCodecName(coding: string): string {
  const name = coding.toLowerCase().replaceAll('_', '-');
  if (/^(utf-?8|u8|utf|cp65001)(-|$)/.test(name)) return 'utf-8';
  if (/^(latin-?1?|iso-?8859-1|iso-latin-1|l1|cp819)(-|$)/.test(name)) return 'iso-8859-1';
  if (/^(us-)?ascii$|^646$/.test(name)) return 'ascii';
  const codePages: Readonly<Record<string, string>> = {
    cp932: 'shift-jis',
    cp936: 'gbk',
    cp949: 'euc-kr',
    cp950: 'big5',
  };
  return codePages[name] ?? name;
}

/** Keeps out UTF-16 and encodings in which a byte below 128 may mean something else. */
function isAsciiCompatible(label: string): boolean {
  const sample = Buffer.from(Array.from({ length: 127 - 32 }, (_, i) => i + 32));
  try {
    return new TextDecoder(label, { fatal: true }).decode(sample) === sample.toString('latin1');
  } catch {
    return false;
  }
}

/** The same bytes as a Buffer, not copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
