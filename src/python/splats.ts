import { isType, PyNode } from './node.js';

/** What a star stands in front of as a whole: all expressions that begin with another one. */
const EXPRESSIONS = [
  'attribute',
  'binary_operator',
  'boolean_operator',
  'call',
  'comparison_operator',
  'conditional_expression',
  'subscript',
];

/**
 * Puts a star in front of the expression that Python puts it in front of. tree-sitter-python 0.23 does so within calls; in lists,
 * sets and at the start of tuples without brackets it reads `[*a.b()]` as `[(*a).b()]`.
 *
 * @param splat a `list_splat`, in a tree that is complete
 */
export function raiseSplat(splat: PyNode): void {
  const [operand] = splat.children;
  const around: PyNode[] = [];
  let top = splat;
  while (isType(top.parent, ...EXPRESSIONS) && top.parent.children[0] === top) {
    top = top.parent;
    around.push(top);
  }
  const { parent } = top;
  if (operand === undefined || parent === undefined || top === splat) return;
  const raised = new PyNode('list_splat', splat.start, top.end, splat.document, parent);
  parent.children = parent.children.map((child) => (child === top ? raised : child));
  let whole = raised;
  for (const { type, end, document, children } of around.reverse()) {
    const node = new PyNode(type, operand.start, end, document, whole);
    for (const child of children) child.parent = node;
    whole.children = [node, ...whole.children.slice(1)];
    node.children = children;
    whole = node;
  }
  whole.children = [operand, ...whole.children.slice(1)];
  operand.parent = whole;
}
