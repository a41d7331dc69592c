import { migrateSource } from './engine/migrate.js';
import type { MigrateOptions } from './engine/options.js';
import type { FileOutcome, ReportedFinding } from './engine/outcome.js';
import { parseDocument } from './io/document.js';
import { migrateDocument } from './io/migrate-document.js';
import { applyTextEdits, withSourceNewlines } from './io/text-edits.js';
import { pythonSource } from './text/source.js';

export type { MigrateOptions } from './engine/options.js';
export type { FindingState, ReportedFinding } from './engine/outcome.js';
export { InputError, type InputErrorCode, type InputErrorPlace } from './io/errors.js';
export type { Evidence } from './semantic/evidence.js';

/** What {@link migrate} can be told. */
export interface MigrateTextOptions extends MigrateOptions {
  /** Name of the text; its extension tells a notebook (`.ipynb`) from Python. Default `input.py`. */
  readonly path?: string;
}

/** What became of a text. */
export interface MigrateTextResult {
  /** The text after migration; the very text that was given where nothing changes. */
  readonly text: string;
  /** `skipped`: a notebook in another language, see `reason`. */
  readonly status: Exclude<FileOutcome['status'], 'failed'>;
  readonly reason: string | null;
  /** Every use of SDK v1 that was found, and how it ended. */
  readonly findings: readonly ReportedFinding[];
}

const byteOrderMark = '\ufeff';

/**
 * Moves the text of a Python program or a notebook from the SageMaker Python SDK v1 to v2.
 *
 * @param text Python code, or the JSON of a notebook, as it is in the file.
 * @throws {@link InputError} when the path says notebook and the text is none.
 */
export async function migrate(text: string, options: MigrateTextOptions = {}): Promise<MigrateTextResult> {
  const { path = 'input.py', ...engineOptions } = options;
  return path.toLowerCase().endsWith('.ipynb')
    ? migrateNotebookText(text, path, engineOptions)
    : migratePythonText(text, path, engineOptions);
}

/** Not by way of bytes: a coding line says how a file is encoded, and a text is decoded already. */
function migratePythonText(text: string, path: string, options: MigrateOptions): MigrateTextResult {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const source = pythonSource(path, text.slice(mark.length));
  const { edits, findings } = migrateSource(source, options);
  const after = mark + applyTextEdits(source.original, withSourceNewlines(source, edits));
  return { text: after, status: after === text ? 'unchanged' : 'changed', reason: null, findings };
}

async function migrateNotebookText(text: string, path: string, options: MigrateOptions): Promise<MigrateTextResult> {
  const document = parseDocument(new TextEncoder().encode(text), path);
  const { outcome, bytes } = await migrateDocument(document, options, migrateSource);
  const { status, reason, findings } = outcome;
  if (status === 'failed') throw new Error(reason ?? `${path}: migration failed`);
  const after = bytes === null ? text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text: after, status, reason, findings };
}
