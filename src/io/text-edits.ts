import type { TextEdit } from '../edits/edit.js';
import type { Source } from '../text/source.js';
import { applyEdits } from '../text/text-edit.js';

/** The edits of a source with every "\n" of an inserted text written as the source's newline; "\r\n" stays. */
export function withSourceNewlines(source: Source, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (source.newline === '\n') return edits;
  return edits.map((edit) => ({ ...edit, text: edit.text.replace(/(?<!\r)\n/g, '\r\n') }));
}

/**
 * `text` with its edits.
 * @throws Error when they are not sorted, overlap or reach outside.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new Error(`edit ${edit.start}..${edit.end} overlaps another or lies outside the text`);
    }
    at = edit.end;
  }
  return applyEdits(text, edits);
}
