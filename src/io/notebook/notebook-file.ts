import { isUtf8 } from 'node:buffer';
import { bomLength, refuseBinary } from '../bytes.js';
import { utf8 } from '../codecs.js';
import type { Document } from '../document.js';
import { InputError, systemCode } from '../errors.js';
import { applyTextEdits } from '../text-edits.js';
import { readCells } from './cells.js';
import { buildSources } from './sources.js';
import { spliceNotebook } from './splice.js';

/**
 * Reads a Jupyter notebook (nbformat 3 or 4).
 * @throws InputError for what is not UTF-8, not JSON or no notebook.
 */
export function parseNotebook(bytes: Uint8Array, path: string): Document {
  const { cells, foreignLanguage } = readCells(decodeNotebook(bytes, path), path);
  const { sources, cellEdits } = buildSources(path, foreignLanguage === null ? cells : []);
  return {
    path,
    kind: 'notebook',
    sources,
    skipped: foreignLanguage === null ? null : `is a notebook in ${foreignLanguage}, not Python; nothing to do`,
    async splice(edits) {
      const changed = cellEdits(edits);
      return changed.size === 0 ? bytes : spliceNotebook(bytes, changed, path);
    },
    parts(edits) {
      return [...cellEdits(edits)]
        .map(([cell, list]) => ({ cell: cell.index, before: cell.text, after: applyTextEdits(cell.text, list) }))
        .filter((part) => part.before !== part.after)
        .sort((a, b) => a.cell - b.cell);
    },
  };
}

function decodeNotebook(bytes: Uint8Array, path: string): string {
  refuseBinary(bytes, path);
  const body = bytes.subarray(bomLength(bytes));
  if (!isUtf8(body)) throw new InputError('encoding', path, 'is not UTF-8, as notebooks are; save it as UTF-8');
  try {
    return utf8.decode(body);
  } catch (error) {
    if (systemCode(error) !== 'ERR_STRING_TOO_LONG') throw error;
    throw new InputError('too-large', path, 'is too large to read; clear its outputs');
  }
}
