import type { TextRange } from '../text/text-range.js';

/** The text that the offsets of a tree count in; nodes share it. */
export interface ParsedText {
  readonly text: string;
}

const NO_CHILDREN: readonly PyNode[] = [];

/**
 * A node of a Python syntax tree: tree-sitter's, reduced to what has meaning. Punctuation and keywords are left out,
 * except the operators of operator nodes and the colons of slices; comments stand apart in {@link PyTree.comments}.
 * `type` is the node type of tree-sitter-python 0.23.
 */
export class PyNode implements TextRange {
  readonly type: string;
  readonly start: number;
  /** Given once by the parser, as the children are. */
  end: number;
  /** Shared and empty for the many nodes without children. */
  children: readonly PyNode[] = NO_CHILDREN;
  readonly document: ParsedText;
  parent: PyNode | undefined;

  constructor(type: string, start: number, end: number, document: ParsedText, parent: PyNode | undefined) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.document = document;
    this.parent = parent;
  }

  /** The characters of the node. */
  get text(): string {
    return this.document.text.slice(this.start, this.end);
  }
}

/** A parsed source: one module node per chunk, in order. */
export interface PyTree {
  readonly modules: readonly PyNode[];
  readonly comments: readonly TextRange[];
  /** Statements that do not parse: reported, never edited. */
  readonly broken: readonly TextRange[];
}

/** Whether the node is of one of the types. */
export function isType(node: PyNode | undefined, ...types: readonly string[]): node is PyNode {
  return node !== undefined && types.includes(node.type);
}

/** The nearest ancestor (or the node itself) of one of the types. */
export function findAncestor(node: PyNode, ...types: readonly string[]): PyNode | undefined {
  let at: PyNode | undefined = node;
  while (at !== undefined && !types.includes(at.type)) at = at.parent;
  return at;
}

/** Calls `visit` for the node and all below it, parents first, without recursion (nesting may be thousands deep). */
export function walk(root: PyNode, visit: (node: PyNode) => void): void {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(node);
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** The statement that the node belongs to (the simple statement, or the compound one whose header it is in). */
export function statementOf(node: PyNode): PyNode {
  let at = node;
  while (at.parent !== undefined && at.parent.type !== 'block' && at.parent.type !== 'module') at = at.parent;
  return at;
}

const typeIndexes = new WeakMap<PyTree, Map<string, PyNode[]>>();

/** Every node of that type, in the order of the text; the tree is walked once for all types. */
export function findNodes(tree: PyTree, type: string): readonly PyNode[] {
  let index = typeIndexes.get(tree);
  if (index === undefined) {
    index = new Map();
    const found = index;
    for (const module of tree.modules) walk(module, (node) => addTo(found, node.type, node));
    typeIndexes.set(tree, index);
  }
  return index.get(type) ?? NO_CHILDREN;
}

const identifierIndexes = new WeakMap<PyTree, Map<string, PyNode[]>>();

/** Every identifier node of that name in the tree: variables, attributes and keywords alike, in no order. */
export function findIdentifiers(tree: PyTree, name: string): readonly PyNode[] {
  let index = identifierIndexes.get(tree);
  if (index === undefined) {
    index = new Map();
    for (const node of findNodes(tree, 'identifier')) addTo(index, node.text, node);
    identifierIndexes.set(tree, index);
  }
  return index.get(name) ?? NO_CHILDREN;
}

function addTo(index: Map<string, PyNode[]>, key: string, node: PyNode): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [node]);
  else known.push(node);
}
