import type { TextEdit } from '../../edits/edit.js';
import { type Chunk, dominantNewline, type Magic, type Source } from '../../text/source.js';
import { withSourceNewlines } from '../text-edits.js';
import type { CodeCell } from './cells.js';
import { maskCell } from './magics.js';

/** The programs of a notebook, and the way back from their offsets to the cells'. */
export interface NotebookSources {
  readonly sources: readonly Source[];
  /**
   * Edits per changed cell, in offsets of the cell's text, sorted.
   * @param edits one list for each source.
   * @throws Error when an edit does not lie inside one chunk, or two overlap.
   */
  cellEdits(edits: readonly (readonly TextEdit[])[]): ReadonlyMap<CodeCell, readonly TextEdit[]>;
}

/** Where a chunk comes from. */
interface Origin {
  readonly cell: CodeCell;
  /** Offset in the cell's text of the chunk's start. */
  readonly offset: number;
}

interface Program {
  readonly source: Source;
  /** One for each chunk. */
  readonly origins: readonly Origin[];
}

/** Joins all code cells to one program, and makes one more of each `%%writefile *.py` cell. */
export function buildSources(path: string, cells: readonly CodeCell[]): NotebookSources {
  if (cells.length === 0) return { sources: [], cellEdits: () => new Map() };
  const chunks: Chunk[] = [];
  const magics: Magic[] = [];
  const masked: string[] = [];
  const scripts: Program[] = [];
  let start = 0;
  for (const cell of cells) {
    const mask = maskCell(cell.text);
    chunks.push({ start, end: start + cell.text.length, cell: cell.index, ...(cell.tags && { tags: cell.tags }) });
    masked.push(mask.text);
    for (const magic of mask.magics) magics.push({ ...magic, start: magic.start + start, end: magic.end + start });
    if (mask.script !== null) scripts.push(scriptProgram(path, cell, mask.script.start));
    // The "\n" between two cells belongs to neither.
    start += cell.text.length + 1;
  }
  const original = cells.map((cell) => cell.text).join('\n');
  const text = magics.length === 0 ? original : masked.join('\n');
  const main = { path, original, newline: dominantNewline(original), text, chunks, magics };
  const origins = cells.map((cell) => ({ cell, offset: 0 }));
  const programs: readonly Program[] = [{ source: main, origins }, ...scripts];
  return {
    sources: programs.map((program) => program.source),
    cellEdits: (edits) => collectCellEdits(programs, edits),
  };
}

function scriptProgram(path: string, cell: CodeCell, offset: number): Program {
  const original = cell.text.slice(offset);
  const lineOffset = cell.text.slice(0, offset).split('\n').length - 1;
  const chunks = [
    { start: 0, end: original.length, cell: cell.index, lineOffset, ...(cell.tags && { tags: cell.tags }) },
  ];
  const source = { path, original, newline: dominantNewline(original), text: original, chunks, magics: [] };
  return { source, origins: [{ cell, offset }] };
}

function collectCellEdits(
  programs: readonly Program[],
  edits: readonly (readonly TextEdit[])[],
): ReadonlyMap<CodeCell, readonly TextEdit[]> {
  const byCell = new Map<CodeCell, TextEdit[]>();
  programs.forEach(({ source, origins }, i) => {
    let chunkIndex = 0;
    for (const edit of withSourceNewlines(source, edits[i] ?? [])) {
      while ((source.chunks[chunkIndex]?.end ?? Number.POSITIVE_INFINITY) < edit.start) chunkIndex += 1;
      const chunk = source.chunks[chunkIndex];
      const origin = origins[chunkIndex];
      if (chunk === undefined || origin === undefined || edit.start < chunk.start || edit.end > chunk.end) {
        throw new Error(`edit ${edit.start}..${edit.end} does not lie inside one cell`);
      }
      const shift = origin.offset - chunk.start;
      const list = byCell.get(origin.cell) ?? [];
      byCell.set(origin.cell, list);
      list.push({ start: edit.start + shift, end: edit.end + shift, text: edit.text });
    }
  });
  for (const list of byCell.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return byCell;
}
