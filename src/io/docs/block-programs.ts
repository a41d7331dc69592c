import type { TextEdit } from '../../edits/edit.js';
import { createLocator, dominantNewline, pythonSource, type Source } from '../../text/source.js';
import type { CodeCell } from '../notebook/cells.js';
import { buildSources } from '../notebook/sources.js';
import type { Programs } from '../programs.js';
import type { CodeBlock } from './code-blocks.js';

/** A text that holds blocks of code. */
export interface Page {
  readonly text: string;
  readonly newline: '\n' | '\r\n';
  /** Number of lines before the one that an offset is in. */
  lineOf(offset: number): number;
}

/** What blocks need to know of the text around them; made once a text. */
export function readPage(path: string, text: string): Page {
  const locate = createLocator(pythonSource(path, text));
  return { text, newline: dominantNewline(text), lineOf: (offset) => locate(offset).line - 1 };
}

/**
 * The blocks of a text as one program, as the cells of a notebook are: what one imports, the next uses. Edits are put
 * back behind the indentation or the prompts of their lines.
 */
export function blockPrograms(path: string, page: Page, blocks: readonly CodeBlock[]): Programs {
  const { text, newline } = page;
  const cells = blocks.map((block, index): CodeCell => ({ index, text: codeOf(block, text) }));
  const { sources, cellEdits } = buildSources(path, cells);
  return {
    sources: sources.map((source) => inFile(source, blocks, page)),
    fileEdits: (edits) =>
      [...cellEdits(edits)]
        .flatMap(([cell, list]) => {
          const block = blocks[cell.index];
          return block === undefined ? [] : list.map((edit) => placeEdit(edit, block, text, newline));
        })
        .sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

function codeOf({ lines }: CodeBlock, text: string): string {
  return lines.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** Places of findings count in the file, not in a cell. */
function inFile(source: Source, blocks: readonly CodeBlock[], { lineOf }: Page): Source {
  const chunks = source.chunks.map((chunk) => {
    const start = blocks[chunk.cell ?? -1]?.lines[0]?.start ?? 0;
    return { ...chunk, cell: null, lineOffset: (chunk.lineOffset ?? 0) + lineOf(start) };
  });
  return { ...source, chunks };
}

/** An edit of a block's code as an edit of the text. */
function placeEdit(
  { start, end, text: inserted }: TextEdit,
  block: CodeBlock,
  text: string,
  newline: string,
): TextEdit {
  const from = placeOf(start, block);
  const [first = '', ...more] = inserted.split('\n');
  const written = more.map((line, i) => {
    const isLast = i === more.length - 1;
    return `${newline}${prefixFor(line, isLast, block, from, text)}${line}`;
  });
  return { start: from.offset, end: placeOf(end, block).offset, text: [first, ...written].join('') };
}

interface Place {
  /** In the text. */
  readonly offset: number;
  readonly line: number;
}

/** Where an offset of a block's code is in the text. */
function placeOf(offset: number, { lines }: CodeBlock): Place {
  let left = offset;
  for (const [line, { start, end }] of lines.entries()) {
    if (left <= end - start) return { offset: start + left, line };
    left -= end - start + 1;
  }
  throw new Error(`offset ${offset} lies outside its block of code`);
}

/** What stands before the code of a line that is inserted. */
function prefixFor(line: string, isLast: boolean, { indent, lines }: CodeBlock, at: Place, text: string): string {
  if (indent !== undefined) return line === '' && !isLast ? '' : indent;
  const start = lines[at.line]?.start ?? at.offset;
  const own = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // Behind an inserted line goes on what began here.
  if (line === '' && isLast) return own;
  return own.replace(/>>>|\.\.\./, /^[\s)\]}]|^$/.test(line) ? '...' : '>>>');
}
