import { type PyNode, type PyTree, findAncestor } from '../python/node.js';
import type { Replacement } from './edit.js';

/** Turns removals of statements into replacements; a block that would lose its last statement gets `pass`. */
export function layOutStatements(removed: ReadonlySet<PyNode>, text: string, tree: PyTree): Replacement[] {
  const edits: Replacement[] = [];
  for (const statement of removed) {
    const siblings = statement.parent?.children ?? [];
    const isLastLeft = statement.parent?.type === 'block' && siblings.every((sibling) => removed.has(sibling));
    if (isLastLeft && statement === siblings[0]) edits.push({ kind: 'replace', start: statement.start, end: statement.end, pieces: ['pass'] });
    else edits.push({ kind: 'replace', ...lineOf(statement, text, tree), pieces: [] });
  }
  return edits;
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
  if (semicolon !== undefined && after.slice(semicolon.length).trim() !== '') return { start: statement.start, end: statement.end + semicolon.length };
  if (!isFirst) return { start: lineStart + before.trimEnd().replace(/;$/, '').length, end: statement.end + (semicolon?.length ?? 0) };
  // A comment on the line stays.
  if (tree.comments.some((comment) => statement.end <= comment.start && comment.start < lineEnd)) {
    return { start: statement.start, end: statement.end + (semicolon?.length ?? /^[ \t]*/.exec(after)?.[0].length ?? 0) };
  }
  // The last line of a file (or cell) without a line end gives back the one before it.
  if (newline < 0 && lineStart > chunk.start) return { start: text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1, end: lineEnd };
  return { start: lineStart, end: lineEnd };
}
