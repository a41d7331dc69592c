import type { PyNode, PyTree } from '../../src/python/node.js';
import { parsePython } from '../../src/python/parser.js';

/** Parses a text that is one chunk. */
export function parse(code: string): PyTree {
  return parsePython(code, [{ start: 0, end: code.length, cell: null }]);
}

/** The statements of the first module, each as its characters. */
export function statements(tree: PyTree): string[] {
  return tree.modules.flatMap((module) => module.children.map((child) => child.text));
}

/** Types and offsets of a tree, line by line: equal for equal trees. Not recursive, trees can be thousands deep. */
export function outline(tree: PyTree): string {
  const lines: string[] = [];
  const stack = tree.modules.map((node): { node: PyNode; depth: number } => ({ node, depth: 0 })).reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    lines.push(`${at.depth} ${at.node.type} ${at.node.start} ${at.node.end}`);
    for (const child of [...at.node.children].reverse()) stack.push({ node: child, depth: at.depth + 1 });
  }
  lines.push(`comments ${JSON.stringify(tree.comments)}`, `broken ${JSON.stringify(tree.broken)}`);
  return lines.join('\n');
}

/** The first node of that type (and text). */
export function findNode(tree: PyTree, type: string, text?: string): PyNode {
  const stack = [...tree.modules].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === type && (text === undefined || node.text === text)) return node;
    stack.push(...[...node.children].reverse());
  }
  throw new Error(`no ${type} ${text ?? ''}`);
}
