import type { TextRange } from './text-range.js';

/** A stretch of a {@link Source} that parses on its own: the whole of a file, or one code cell of a notebook. */
export interface Chunk extends TextRange {
  /** 0-based index in the notebook's list of cells (all cells, not only code cells); null in a Python file. */
  readonly cell: number | null;
  /** Lines of the cell that stand before `start` (the `%%writefile` line of a cell whose body is a program of its own). */
  readonly lineOffset?: number;
  /** The cell's tags that are meant for this program; undefined where it has none. */
  readonly tags?: readonly string[];
}

/** A line of a notebook that IPython reads and Python does not: `%magic`, `!shell`, `x = !shell`, `obj?`, a whole `%%bash` cell. */
export interface Magic extends TextRange {
  readonly kind: 'line' | 'shell' | 'cell' | 'help';
}

/**
 * One Python program as the engine sees it. A Python file is one source. A notebook is one source for all its code
 * cells (joined with "\n"), and one more for each `%%writefile *.py` cell.
 */
export interface Source {
  /** As the user gave it; used in messages only. */
  readonly path: string;
  /** The text to edit, as it is in the file (`\r\n` included): every offset of the project counts in it. */
  readonly original: string;
  /** The line end that most lines of the text have; inserted text gets it. */
  readonly newline: '\n' | '\r\n';
  /** `original` with every magic masked at equal length (spaces and `pass`-like fillers), so that it parses as Python. */
  readonly text: string;
  /** In order, not overlapping. */
  readonly chunks: readonly Chunk[];
  /** In order. Only rules that read magics may edit inside them. */
  readonly magics: readonly Magic[];
}

/** A place as a person counts: lines and columns from 1, columns in UTF-16 code units; cell as in {@link Chunk}. */
export interface Position {
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
}

/** Makes a source of Python text that is not a notebook. */
export function pythonSource(path: string, text: string): Source {
  return {
    path,
    original: text,
    newline: dominantNewline(text),
    text,
    chunks: [{ start: 0, end: text.length, cell: null }],
    magics: [],
  };
}

/** The line end that most lines of the text have; "\n" where there is none. */
export function dominantNewline(text: string): '\n' | '\r\n' {
  let crlf = 0;
  let all = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
    all += 1;
    if (text.charCodeAt(i - 1) === 13) crlf += 1;
  }
  return crlf * 2 > all ? '\r\n' : '\n';
}

/** Returns a function from offset to position; builds its line table once, on the first call. */
export function createLocator(source: Source): (offset: number) => Position {
  let lineStarts: number[] | undefined;
  return (offset) => {
    lineStarts ??= startsOfLines(source.original);
    const line = lastAtMost(lineStarts, offset);
    const chunk = source.chunks.findLast((c) => c.start <= offset) ?? source.chunks[0];
    const first = chunk === undefined ? 0 : lastAtMost(lineStarts, chunk.start);
    return {
      cell: chunk?.cell ?? null,
      line: line - first + 1 + (chunk?.lineOffset ?? 0),
      column: offset - (lineStarts[line] ?? 0) + 1,
    };
  };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Index of the last element that is not above `value`; `sorted` starts with 0. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
