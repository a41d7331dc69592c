import type { TextRange } from './text-range.js';

/** A finished replacement of `original[start, end)` of a source by `text`. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

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
  // What the text has grown by before each edit.
  const growth = [0];
  for (const edit of edits) growth.push((growth.at(-1) ?? 0) + edit.text.length - (edit.end - edit.start));
  const forwardWith = (offset: number, reaches: (edit: TextEdit) => boolean): number => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = edits[middle];
      if (edit !== undefined && reaches(edit)) low = middle + 1;
      else high = middle;
    }
    return offset + (growth[low] ?? 0);
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
