import { findAncestor, findNodes, type PyNode, type PyTree } from '../../python/node.js';

/** The blanks before a statement that starts its line; undefined for one that follows something there. */
export function indentOf(statement: PyNode): string | undefined {
  const { text } = statement.document;
  const before = text.slice(lineStart(statement), statement.start);
  return before.trim() === '' ? before : undefined;
}

/** One step of indentation as the text has it near a place: that of the blocks around it, or of the first one. */
export function indentUnit(tree: PyTree, near: PyNode): string {
  const own = findAncestor(near, 'block');
  const blocks = own === undefined ? findNodes(tree, 'block') : [own, ...findNodes(tree, 'block')];
  for (const block of blocks) {
    const [statement] = block.children;
    const header = block.parent;
    const inner = statement === undefined ? undefined : indentOf(statement);
    const outer = header === undefined ? undefined : indentOf(header);
    if (inner !== undefined && outer !== undefined && inner.length > outer.length && inner.startsWith(outer))
      return inner.slice(outer.length);
  }
  return '    ';
}

/** Where the lines of a statement begin: its own, or that of the comments right above it. */
export function topOf(statement: PyNode, tree: PyTree): number {
  const { text } = statement.document;
  const first = chunkStart(statement);
  let top = lineStart(statement);
  for (;;) {
    const above = Math.max(text.lastIndexOf('\n', top - 2) + 1, first);
    const isComment =
      top > first &&
      tree.comments.some(({ start }) => start >= above && start < top && text.slice(above, start).trim() === '');
    if (!isComment) return top;
    top = above;
  }
}

/**
 * Whether something put above a statement follows a blank line, or opens its block.
 *
 * @param top where it is put
 * @param gone statements that are taken out
 */
export function isAfterGap(statement: PyNode, top: number, gone: ReadonlySet<PyNode>): boolean {
  const { text } = statement.document;
  const siblings = statement.parent?.children ?? [];
  const before = siblings.slice(0, siblings.indexOf(statement)).findLast((each) => !gone.has(each));
  if (before === undefined && gone.size === 0) {
    const above = text.slice(chunkStart(statement), top);
    return above.trim() === '' || statement.parent?.type === 'block' || /\n[ \t]*\r?\n$/.test(above);
  }
  if (before === undefined) return true;
  const next = siblings[siblings.indexOf(before) + 1] ?? statement;
  return /\n[ \t]*\r?\n/.test(text.slice(before.end, gone.has(next) ? next.start : top));
}

function lineStart(statement: PyNode): number {
  const { text } = statement.document;
  return Math.max(text.lastIndexOf('\n', statement.start - 1) + 1, chunkStart(statement));
}

function chunkStart(node: PyNode): number {
  return (findAncestor(node, 'module') ?? node).start;
}
