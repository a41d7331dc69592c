import type { Edit } from '../../src/edits/edit.js';
import { mergeFixes } from '../../src/edits/merge.js';
import { argumentListOf } from '../../src/python/arguments.js';
import type { PyNode } from '../../src/python/node.js';
import { walk } from '../../src/python/node.js';
import { applyEdits } from '../../src/text/text-edit.js';
import { evaluateText } from './evaluate.js';

/** Finds the nodes of a text for a test to edit. */
export interface Finder {
  /** The n-th call of a function of that name. */
  call(name: string, n?: number): PyNode;
  /** The argument of a call that starts with the text. */
  argument(text: string): PyNode;
  /** The first node whose characters are these. */
  node(text: string): PyNode;
}

/** Applies fixes, each a list of edits, to a text; the second part tells which of them were turned down. */
export function applyFixes(
  code: string,
  fixes: readonly ((find: Finder) => Edit[])[],
): { after: string; rejected: number[] } {
  const program = evaluateText(code);
  const nodes: PyNode[] = [];
  for (const module of program.tree.modules) walk(module, (node) => nodes.push(node));
  const pick = (what: string, found: readonly PyNode[], n = 0): PyNode => {
    const node = found[n];
    if (node === undefined) throw new Error(`no ${what} in ${code}`);
    return node;
  };
  const find: Finder = {
    call: (name, n) =>
      pick(
        `call of ${name}`,
        nodes.filter((node) => node.type === 'call' && node.children[0]?.text === name),
        n,
      ),
    argument: (text) =>
      pick(
        text,
        nodes
          .filter((node) => node.type === 'call')
          .flatMap((call) => (argumentListOf(call)?.children ?? []).filter((child) => child.text.startsWith(text))),
      ),
    node: (text) =>
      pick(
        text,
        nodes.filter((node) => node.text === text && node.type !== 'module' && node.type !== 'block'),
      ),
  };
  const made = fixes.map((fix) => ({ edits: fix(find) }));
  const { edits, rejected } = mergeFixes(program, made);
  return { after: applyEdits(code, edits), rejected: made.flatMap((fix, i) => (rejected.has(fix) ? [i] : [])) };
}

/** Applies the edits of one fix. */
export function applyFix(code: string, fix: (find: Finder) => Edit[]): string {
  return applyFixes(code, [fix]).after;
}
