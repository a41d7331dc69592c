import { isUtf8 } from 'node:buffer';
import { bomLength, refuseBinary, spliceBytes } from './bytes.js';
import { type Codec, latin1, pythonCodec, utf8, utf16 } from './codecs.js';
import type { Document } from './document.js';
import { type Programs, wholeText } from './programs.js';
import { applyTextEdits } from './text-edits.js';

/**
 * Reads a Python file: UTF-8 with or without byte order mark, the encoding that its coding line names, or ISO-8859-1.
 * @param programs what of its text is to be migrated; all of it as one program where it is left out
 * @throws InputError when the bytes are no text in that encoding.
 */
export function parsePythonFile(bytes: Uint8Array, path: string, programs: FindPrograms = wholeText): Document {
  refuseBinary(bytes, path);
  const hasBom = bomLength(bytes) > 0;
  return readText(bytes, path, 'python', pythonCodec(bytes.subarray(bomLength(bytes)), path, hasBom), programs);
}

/**
 * Reads a text that is no program: UTF-8 with or without byte order mark, UTF-16 with one, or ISO-8859-1. What is no text
 * is skipped: a name alone doesn't say that it is one.
 */
export function parseTextFile(
  bytes: Uint8Array,
  path: string,
  kind: 'dependencies' | 'docs',
  programs: FindPrograms = wholeText,
): Document {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes.length % 2 === 0) {
    return readText(bytes, path, kind, utf16, programs);
  }
  if (bytes.includes(0)) return nothingIn(path, kind, 'is no text; nothing to do');
  return readText(bytes, path, kind, isUtf8(bytes) ? utf8 : latin1, programs);
}

function nothingIn(path: string, kind: Document['kind'], skipped: string): Document {
  const never = () => {
    throw new Error('nothing is edited in a file that is skipped');
  };
  return { path, kind, sources: [], skipped, splice: never, parts: never };
}

/** Finds what is to be migrated in the text of a file. */
export type FindPrograms = (path: string, text: string) => Programs;

function readText(
  bytes: Uint8Array,
  path: string,
  kind: Document['kind'],
  codec: Codec,
  programs: FindPrograms,
): Document {
  const body = bytes.subarray(codec === utf16 ? 2 : bomLength(bytes));
  const text = codec.decode(body);
  const { sources, fileEdits } = programs(path, text);
  return {
    path,
    kind,
    sources,
    skipped: null,
    async splice(edits) {
      const changes = fileEdits(edits);
      const expected = applyTextEdits(text, changes);
      const result = spliceBytes(body, text, changes, codec, path);
      if (codec.decode(result) !== expected) throw new Error('the written bytes do not read back as the edited text');
      return Buffer.concat([bytes.subarray(0, bytes.length - body.length), result]);
    },
    parts(edits) {
      const after = applyTextEdits(text, fileEdits(edits));
      return after === text ? [] : [{ cell: null, before: text, after }];
    },
  };
}
