import { InputError } from '../errors.js';
import { parseLenientJson } from './json.js';
import { findJsonError } from './json-error.js';

/** A code cell. */
export interface CodeCell {
  /** 0-based index in the notebook's list of cells; in nbformat 3 over all worksheets. */
  readonly index: number;
  readonly text: string;
  /** Tags that are meant for this program; undefined where there are none. */
  readonly tags?: readonly string[];
}

/** What the migration needs of a notebook. */
export interface NotebookCells {
  readonly cells: readonly CodeCell[];
  /** The notebook's language when it is not Python; null when it is or says nothing. */
  readonly foreignLanguage: string | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads the code cells of a notebook in nbformat 3 or 4.
 * @param text the JSON, without byte order mark.
 * @throws InputError for broken JSON and for JSON that is no notebook.
 */
export function readCells(text: string, path: string): NotebookCells {
  const notebook = parse(text, path);
  const lists = isObject(notebook) ? cellLists(notebook) : undefined;
  if (!isObject(notebook) || lists === undefined) {
    throw new InputError('not-a-notebook', path, 'is JSON but no Jupyter notebook (it has no list of cells)');
  }
  const cells: CodeCell[] = [];
  let cellLanguage: unknown;
  lists.flat().forEach((cell, index) => {
    if (!isObject(cell))
      throw new InputError('not-a-notebook', path, 'is not a JSON object; repair the notebook', { cell: index });
    if (cell.cell_type !== 'code') return;
    cellLanguage ??= cell.language;
    const tags = readTags(cell);
    cells.push({ index, text: readText(cell, path, index), ...(tags.length > 0 && { tags }) });
  });
  return { cells, foreignLanguage: isInR(cells) ? 'R' : foreignLanguage(notebook, cellLanguage) };
}

/** How R gets at a Python module (reticulate); no Python. Notebooks of R may keep the metadata of a Python kernel. */
const IMPORTED_BY_R = /^\w+[ \t]*<-[ \t]*import\(['"]/m;
const IMPORTED_BY_PYTHON = /^(?:import|from)[ \t]+\w/m;

function isInR(cells: readonly CodeCell[]): boolean {
  const own = cells.filter(({ text }) => !text.trimStart().startsWith('%%'));
  return own.some(({ text }) => IMPORTED_BY_R.test(text)) && !cells.some(({ text }) => IMPORTED_BY_PYTHON.test(text));
}

/** Names of the member that holds a code cell's text, by preference: nbformat 4, nbformat 3. */
export const TEXT_KEYS: readonly string[] = ['source', 'input'];

function parse(text: string, path: string): unknown {
  try {
    return parseLenientJson(text);
  } catch (error) {
    const offset = findJsonError(text);
    const problem =
      text.trim() === '' ? 'is empty, not a notebook' : 'is not valid JSON; repair it, or restore the notebook';
    if (offset < 0)
      throw new InputError('json', path, `${problem} (${error instanceof Error ? error.message : String(error)})`);
    throw new InputError('json', path, problem, { line: text.slice(0, offset).split('\n').length });
  }
}

function cellLists(notebook: JsonObject): readonly (readonly unknown[])[] | undefined {
  const { cells, worksheets } = notebook;
  if (Array.isArray(cells)) return [cells];
  if (!Array.isArray(worksheets)) return undefined;
  return worksheets.map((sheet: unknown) => (isObject(sheet) && Array.isArray(sheet.cells) ? sheet.cells : []));
}

function readText(cell: JsonObject, path: string, index: number): string {
  const value = TEXT_KEYS.map((key) => cell[key]).find((found) => found !== undefined);
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return value.join('');
  throw new InputError('not-a-notebook', path, 'its source is neither a text nor a list of texts; repair it', {
    cell: index,
  });
}

/** Other tags are none of this program's business. */
function readTags(cell: JsonObject): readonly string[] {
  const { tags } = asObject(cell.metadata);
  return Array.isArray(tags)
    ? tags.filter((tag) => typeof tag === 'string' && tag.startsWith('sagemaker-upgrade:'))
    : [];
}

/** Python when anything says so: many notebooks keep the metadata of another kernel. */
function foreignLanguage(notebook: JsonObject, cellLanguage: unknown): string | null {
  const metadata = asObject(notebook.metadata);
  const named = [
    asObject(metadata.kernelspec).language,
    asObject(metadata.language_info).name,
    cellLanguage,
    languageOfKernel(asObject(metadata.kernelspec).name),
  ].filter((name) => typeof name === 'string' && name !== '');
  const first = named[0];
  return typeof first !== 'string' || named.some((name) => /python|pyspark/i.test(String(name))) ? null : first;
}

/** For notebooks that name only their kernel. */
function languageOfKernel(kernel: unknown): string | undefined {
  if (typeof kernel !== 'string') return undefined;
  if (kernel === 'ir') return 'R';
  if (/^julia/.test(kernel)) return 'Julia';
  if (/scala|^sparkkernel$/.test(kernel)) return 'Scala';
  return /python|pyspark/.test(kernel) ? 'python' : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
