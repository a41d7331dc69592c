import { findAncestor, type PyNode, type PyTree } from '../python/node.js';
import type { TextRange } from '../text/text-range.js';
import type { Replacement } from './edit.js';

/** Turns removals of statements into replacements; a block that would lose its last statement gets `pass`. */
export function layOutStatements(removed: ReadonlySet<PyNode>, text: string, tree: PyTree): Replacement[] {
  const edits: Replacement[] = [];
  const ranges: TextRange[] = [];
  for (const statement of removed) {
    const siblings = statement.parent?.children ?? [];
    const isLastLeft = statement.parent?.type === 'block' && siblings.every((sibling) => removed.has(sibling));
    if (isLastLeft && statement === siblings[0])
      edits.push({ kind: 'replace', start: statement.start, end: statement.end, pieces: ['pass'] });
    else ranges.push(lineOf(statement, text, tree));
  }
  return [
    ...edits,
    ...joinRanges(ranges, text, tree).map((range): Replacement => ({ kind: 'replace', ...range, pieces: [] })),
  ];
}

/** Neighbours go as one: both may take the line end (or semicolon) between them. */
function joinRanges(ranges: readonly TextRange[], text: string, { modules }: PyTree): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || range.start > last.end) {
      joined.push(range);
      continue;
    }
    // The line end between the two is taken once; in its place goes the one before them, if there is one.
    const isShared = range.start < last.end && takesLineBefore(range, text);
    const isFirst = modules.some((module) => module.start === last.start);
    const start = isShared && !isFirst ? startOfLineEnd(last.start, text) : last.start;
    joined[joined.length - 1] = { start, end: Math.max(last.end, range.end) };
  }
  return joined;
}

/** Whether a range starts with the end of the line before it: it is the last one of a text without a line end. */
function takesLineBefore(range: TextRange, text: string): boolean {
  return text[range.start] === '\n' || text.startsWith('\r\n', range.start);
}

/** Where the line end before an offset starts; the offset itself where none is before it. */
function startOfLineEnd(offset: number, text: string): number {
  if (text[offset - 1] !== '\n') return offset;
  return text[offset - 2] === '\r' ? offset - 2 : offset - 1;
}

/** The whole line where the statement stands alone on it; else the statement with one semicolon. */
function lineOf(statement: PyNode, text: string, tree: PyTree): { start: number; end: number } {
  // The line end after a cell's last line belongs to no cell.
  const chunk = findAncestor(statement, 'module') ?? statement;
  const lineStart = Math.max(text.lastIndexOf('\n', statement.start - 1) + 1, chunk.start);
  const found = text.indexOf('\n', statement.end);
  const newline = found >= chunk.end ? -1 : found;
  const lineEnd = newline < 0 ? chunk.end : newline + 1;
  const before = text.slice(lineStart, statement.start);
  const after = text.slice(statement.end, lineEnd);
  const isFirst = before.trim() === '';
  const semicolon = /^[ \t]*;[ \t]*/.exec(after)?.[0];
  if (semicolon !== undefined && after.slice(semicolon.length).trim() !== '')
    return { start: statement.start, end: statement.end + semicolon.length };
  if (!isFirst)
    return {
      start: lineStart + before.trimEnd().replace(/;$/, '').length,
      end: statement.end + (semicolon?.length ?? 0),
    };
  // A comment on the line stays.
  if (tree.comments.some((comment) => statement.end <= comment.start && comment.start < lineEnd)) {
    return {
      start: statement.start,
      end: statement.end + (semicolon?.length ?? /^[ \t]*/.exec(after)?.[0].length ?? 0),
    };
  }
  // The last line of a file (or cell) without a line end gives back the one before it.
  if (newline < 0 && lineStart > chunk.start) return { start: startOfLineEnd(lineStart, text), end: lineEnd };
  return { start: lineStart, end: lineEnd };
}
