import { isUtf8 } from 'node:buffer';
import type { TextEdit } from '../edits/edit.js';
import { pythonSource } from '../text/source.js';
import { bomLength, refuseBinary, spliceBytes } from './bytes.js';
import { type Codec, latin1, pythonCodec, utf8 } from './codecs.js';
import type { Document } from './document.js';
import { applyTextEdits, withSourceNewlines } from './text-edits.js';

/**
 * Reads a Python file: UTF-8 with or without byte order mark, the encoding that its coding line names, or ISO-8859-1.
 * @throws InputError when the bytes are no text in that encoding.
 */
export function parsePythonFile(bytes: Uint8Array, path: string): Document {
  refuseBinary(bytes, path);
  const hasBom = bomLength(bytes) > 0;
  return readText(bytes, path, 'python', pythonCodec(bytes.subarray(bomLength(bytes)), path, hasBom));
}

/**
 * Reads a text that is no program: UTF-8 with or without byte order mark, or ISO-8859-1.
 * @throws InputError when the bytes are no text.
 */
export function parseDependencyFile(bytes: Uint8Array, path: string): Document {
  refuseBinary(bytes, path);
  return readText(bytes, path, 'dependencies', isUtf8(bytes) ? utf8 : latin1);
}

function readText(bytes: Uint8Array, path: string, kind: Document['kind'], codec: Codec): Document {
  const body = bytes.subarray(bomLength(bytes));
  const text = codec.decode(body);
  const source = pythonSource(path, text);
  const finished = (edits: readonly (readonly TextEdit[])[]) => withSourceNewlines(source, edits[0] ?? []);
  return {
    path,
    kind,
    sources: [source],
    skipped: null,
    async splice(edits) {
      const changes = finished(edits);
      const expected = applyTextEdits(text, changes);
      const result = spliceBytes(body, text, changes, codec, path);
      if (codec.decode(result) !== expected) throw new Error('the written bytes do not read back as the edited text');
      return Buffer.concat([bytes.subarray(0, bytes.length - body.length), result]);
    },
    parts(edits) {
      const after = applyTextEdits(text, finished(edits));
      return after === text ? [] : [{ cell: null, before: text, after }];
    },
  };
}
