import type { TextEdit } from '../edits/edit.js';
import { pythonSource, type Source } from '../text/source.js';
import { withSourceNewlines } from './text-edits.js';

/** The programs in the text of a file, and the way back. */
export interface Programs {
  readonly sources: readonly Source[];
  /** The edits of the file's text, sorted. @param edits a list for each source, in its offsets */
  fileEdits(edits: readonly (readonly TextEdit[])[]): readonly TextEdit[];
}

/** A text that is one program, or one thing to read, as a whole. */
export function wholeText(path: string, text: string): Programs {
  const source = pythonSource(path, text);
  return { sources: [source], fileEdits: (edits) => withSourceNewlines(source, edits[0] ?? []) };
}
