import type { TextEdit } from '../edits/edit.js';
import { pythonSource } from '../text/source.js';
import { bomLength, refuseBinary, spliceBytes } from './bytes.js';
import { pythonCodec } from './codecs.js';
import type { Document } from './document.js';
import { applyTextEdits, withSourceNewlines } from './text-edits.js';

/**
 * Reads a Python file: UTF-8 with or without byte order mark, the encoding that its coding line names, or ISO-8859-1.
 * @throws InputError when the bytes are no text in that encoding.
 */
export function parsePythonFile(bytes: Uint8Array, path: string): Document {
  refuseBinary(bytes, path);
  const body = bytes.subarray(bomLength(bytes));
  const codec = pythonCodec(body, path, body.length < bytes.length);
  const text = codec.decode(body);
  const source = pythonSource(path, text);
  const finished = (edits: readonly (readonly TextEdit[])[]) => withSourceNewlines(source, edits[0] ?? []);
  return {
    path,
    kind: 'python',
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
