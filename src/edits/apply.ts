import type { Source } from '../text/source.js';
import { overlaps } from '../text/text-range.js';
import type { TextEdit } from './edit.js';

/** The text with the edits applied. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** The source after the edits: chunks and magics moved along, magics still masked. */
export function applyToSource(source: Source, edits: readonly TextEdit[]): Source {
  const inMagic = (edit: TextEdit): boolean => source.magics.some((magic) => overlaps(magic, edit));
  const masked = edits.map((edit) => (inMagic(edit) ? { ...edit, text: ' '.repeat(edit.text.length) } : edit));
  const move = createShift(edits);
  return {
    ...source,
    original: applyEdits(source.original, edits),
    text: applyEdits(source.text, masked),
    chunks: source.chunks.map((chunk) => ({ ...chunk, start: move.forwardStart(chunk.start), end: move.forward(chunk.end) })),
    magics: source.magics.map((magic) => ({ ...magic, start: move.forwardStart(magic.start), end: move.forward(magic.end) })),
  };
}

/** Maps offsets between the text before and after the edits. */
export interface Shift {
  /** Where an offset of the old text is in the new one; behind what is inserted there. */
  forward(offset: number): number;
  /** As `forward`, but before what is inserted there. */
  forwardStart(offset: number): number;
  /** Where an offset of the new text was in the old one; for new text, the start of what it replaced. */
  back(offset: number): number;
}

/** The offset map of sorted edits. */
export function createShift(edits: readonly TextEdit[]): Shift {
  const forwardWith = (offset: number, reaches: (edit: TextEdit) => boolean): number => {
    let delta = 0;
    for (const edit of edits) {
      if (!reaches(edit)) break;
      delta += edit.text.length - (edit.end - edit.start);
    }
    return offset + delta;
  };
  return {
    forward: (offset) => forwardWith(offset, (edit) => edit.end <= offset),
    forwardStart: (offset) => forwardWith(offset, (edit) => edit.end <= offset && edit.start < offset),
    back(offset) {
      let delta = 0;
      for (const edit of edits) {
        const start = edit.start + delta;
        if (offset < start) break;
        if (offset < start + edit.text.length) return edit.start;
        delta += edit.text.length - (edit.end - edit.start);
      }
      return offset - delta;
    },
  };
}
