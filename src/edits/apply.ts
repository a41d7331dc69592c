import type { Source } from '../text/source.js';
import { applyEdits, createShift, type TextEdit } from '../text/text-edit.js';
import { overlaps } from '../text/text-range.js';

/** The source after the edits: chunks and magics moved along, magics still masked. */
export function applyToSource(source: Source, edits: readonly TextEdit[]): Source {
  const inMagic = (edit: TextEdit): boolean => source.magics.some((magic) => overlaps(magic, edit));
  const masked = edits.map((edit) => (inMagic(edit) ? { ...edit, text: ' '.repeat(edit.text.length) } : edit));
  const move = createShift(edits);
  return {
    ...source,
    original: applyEdits(source.original, edits),
    text: applyEdits(source.text, masked),
    chunks: source.chunks.map((chunk) => ({
      ...chunk,
      start: move.forwardStart(chunk.start),
      end: move.forward(chunk.end),
    })),
    magics: source.magics.map((magic) => ({
      ...magic,
      start: move.forwardStart(magic.start),
      end: move.forward(magic.end),
    })),
  };
}
