import type { TextEdit } from '../edits/edit.js';
import type { ChangedPart } from '../engine/outcome.js';
import type { Source } from '../text/source.js';
import { type FileKind, kindOfName } from './file-kind.js';
import { parseNotebook } from './notebook/notebook-file.js';
import { type FindPrograms, parsePythonFile, parseTextFile } from './python-file.js';
import { dependencyFormatOf } from './requirements/kinds.js';

/** A file as programs, and the way back to its bytes. */
export interface Document {
  /** As the user gave it. */
  readonly path: string;
  readonly kind: FileKind;
  /** One for a text; for a notebook the joined code cells, then each `%%writefile *.py` cell. */
  readonly sources: readonly Source[];
  /** Why the file holds nothing to migrate (a notebook in another language); null when it is to be read. */
  readonly skipped: string | null;
  /**
   * The file's bytes with the edits: a list per source, sorted, not overlapping, each inside one chunk. "\n" in an
   * inserted text becomes the source's newline. The result is checked: it reads back as the edited text, and no byte
   * outside the edits differs.
   * @throws InputError when the file's encoding can't hold an inserted text; Error when the edits are not as above.
   */
  splice(edits: readonly (readonly TextEdit[])[]): Promise<Uint8Array>;
  /** Text before and after: the whole of a Python file, one part for each changed cell of a notebook. */
  parts(edits: readonly (readonly TextEdit[])[]): ChangedPart[];
}

/** What finds code in pages and docstrings; given where that is wanted. */
export interface DocsReader {
  readonly pagePrograms: FindPrograms;
  readonly programsWithDocstrings: FindPrograms;
}

/**
 * Reads the bytes of a file: a notebook or a file that says what a project needs by its name, anything else is Python.
 * @throws InputError when they are no text, or no notebook.
 */
export function parseDocument(bytes: Uint8Array, path: string, docs?: DocsReader): Document {
  if (path.toLowerCase().endsWith('.ipynb')) return parseNotebook(bytes, path);
  if (dependencyFormatOf(path) !== undefined) return parseTextFile(bytes, path, 'dependencies');
  if (docs !== undefined && kindOfName(path) === 'docs') return parseTextFile(bytes, path, 'docs', docs.pagePrograms);
  return parsePythonFile(bytes, path, docs?.programsWithDocstrings);
}
