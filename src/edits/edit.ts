import type { TextRange } from '../text/text-range.js';

/** A finished replacement of `original[start, end)` of a source by `text`. */
export interface TextEdit extends TextRange {
  readonly text: string;
}
