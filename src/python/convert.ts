import type { TextRange } from '../text/text-range.js';
import { KINDS, learnKind, MODULE_KIND, type NativeCursor, type NodeKind } from './kinds.js';
import { type ParsedText, PyNode } from './node.js';

/** What is asked of tree-sitter's tree. */
export interface NativeTree {
  readonly rootNode: { readonly hasError: boolean };
  walk(): NativeCursor;
}

/** A native tree as plain nodes. */
export interface ConvertedTree {
  readonly module: PyNode;
  readonly comments: readonly TextRange[];
  /** Offset of the first error or missing token; undefined where the parser saw none. */
  readonly errorAt: number | undefined;
  /** Simple statements, in the order of the text. */
  readonly statements: readonly PyNode[];
  /** Stars with what they stand in front of, as the grammar has it. */
  readonly splats: readonly PyNode[];
}

/** Symbol number that tree-sitter gives ERROR nodes. */
const ERROR_SYMBOL = 65535;
/** A place that only the parser can tell. */
const UNKNOWN = -1;

/**
 * Copies the native tree into plain nodes in one walk: every later question is then free of calls into the addon. Each
 * call costs about as much as making a node, so where there is no error nothing is asked that the text itself says: a
 * node starts where its first child does, a name ends with its last letter, an argument list with its bracket.
 *
 * @param code the text that was parsed
 * @param base its offset in the text of `document`
 * @param isSure whether the text may be trusted so; the outcome is the same, a test compares them
 */
export function convertTree(
  tree: NativeTree,
  code: string,
  base: number,
  document: ParsedText,
  isSure: boolean = !tree.rootNode.hasError,
): ConvertedTree {
  const cursor = tree.walk();
  const comments: TextRange[] = [];
  const statements: PyNode[] = [];
  const splats: PyNode[] = [];
  const module = new PyNode('module', base, base + cursor.endIndex, document, undefined);
  let errorAt = !isSure && cursor.nodeTypeId === ERROR_SYMBOL ? base : undefined;
  /** Children met so far of the open nodes, one list for all; each node gets an array of just its size when it ends. */
  const pending: PyNode[] = [];
  let parent = module;
  let within = MODULE_KIND;
  let first = 0;
  const outer: NodeKind[] = [];
  const firsts: number[] = [];
  /** Where the child starts that the cursor is at. */
  let start = UNKNOWN;
  let isOpen = cursor.gotoFirstChild();
  while (isOpen) {
    const id = cursor.nodeTypeId;
    const kind = KINDS[id] ?? learnKind(id, cursor);
    /** Where the last child of `parent` ends that the cursor has passed. */
    let end = UNKNOWN;
    let isExtra = false;
    if (kind.named || within.keepsTokens) {
      if (start === UNKNOWN) start = cursor.startIndex;
      if (!isSure && errorAt === undefined && (id === ERROR_SYMBOL || cursor.nodeIsMissing)) errorAt = base + start;
      const isLeaf = kind.leaf || (kind.isString && isPlainString(code, start));
      const members = isSure && kind.isAttribute ? endOfMembers(code, start) : UNKNOWN;
      if (members !== UNKNOWN && cursor.endIndex === members) {
        end = members;
        pending.push(nestedMembers(code, base, start, end, document, parent));
      } else if (!isLeaf && cursor.gotoFirstChild()) {
        const node = new PyNode(kind.type, base + start, base + start, document, parent);
        if (kind.isSimpleStatement) statements.push(node);
        if (kind.isSplat) splats.push(node);
        pending.push(node);
        outer.push(within);
        firsts.push(first);
        first = pending.length;
        parent = node;
        within = kind;
        if (!isSure || !kind.isSettled) start = UNKNOWN;
        if (!isSure || !kind.hasBrackets) continue;
        end = start + 1;
      } else {
        if (isSure) end = endOfLeaf(kind, code, start);
        if (end === UNKNOWN) end = cursor.endIndex;
        isExtra = kind.isComment || kind.isIgnored;
        if (kind.isComment) comments.push({ start: base + start, end: base + withoutReturn(code, end) });
        else if (!kind.isIgnored) {
          const node = new PyNode(kind.type, base + start, base + end, document, parent);
          if (kind.isSimpleStatement) statements.push(node);
          pending.push(node);
        }
      }
    } else if (!isSure && errorAt === undefined && cursor.nodeIsMissing) errorAt = base + cursor.startIndex;
    start = UNKNOWN;
    // On to the next child, out of every node that ends here.
    for (;;) {
      let isClosed = false;
      if (isSure && within.isSettled && end !== UNKNOWN) {
        const name = within.isAttribute && pending.length === first + 1 ? endOfMember(code, end) : UNKNOWN;
        if (name !== UNKNOWN) {
          pending.push(new PyNode('identifier', base + end + 1, base + name, document, parent));
          end = name;
          isClosed = true;
        } else if (pending.length === first + within.arity) isClosed = true;
        else {
          let at = skipBlanks(code, end);
          if (at < code.length && within.separators.includes(code.charAt(at))) {
            if (cursor.gotoNextSibling()) {
              end = at + 1;
              at = skipBlanks(code, end);
              // Behind `import a` the next statement may begin with a dot: `...`.
            } else isClosed = true;
          } else isClosed = within.isSeparated && !isExtra && isPlainStart(code.charCodeAt(at));
          if (within.closes && isClosing(code.charCodeAt(at))) {
            end = at + 1;
            isClosed = true;
          } else if (isPlainStart(code.charCodeAt(at))) start = at;
        }
      } else if (isSure && within.isBlock && end !== UNKNOWN) {
        const at = skipBlanks(code, end);
        if (isPlainStart(code.charCodeAt(at))) start = at;
      }
      if (!isClosed && cursor.gotoNextSibling()) break;
      isOpen = parent !== module && cursor.gotoParent();
      if (!isOpen) break;
      if (!isSure || !within.isSettled || end === UNKNOWN) end = cursor.endIndex;
      parent.end = base + end;
      if (pending.length > first) parent.children = pending.splice(first);
      parent = parent.parent ?? module;
      within = outer.pop() ?? MODULE_KIND;
      isExtra = false;
      first = firsts.pop() ?? 0;
      start = UNKNOWN;
    }
  }
  module.children = pending;
  return { module, comments, errorAt, statements, splats };
}

/** A string that is no f-string has nothing inside that anybody asks for. */
function isPlainString(code: string, start: number): boolean {
  for (let i = start; ; i += 1) {
    const c = code.charCodeAt(i);
    if (c === 0x22 || c === 0x27 || Number.isNaN(c)) return true;
    if (c === 0x66 || c === 0x46) return false;
  }
}

/** The grammar counts the carriage return of a line end as part of the comment. */
function withoutReturn(code: string, end: number): number {
  return code.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

function endOfLeaf(kind: NodeKind, code: string, start: number): number {
  if (kind.isName) return endOfName(code, start);
  if (kind.isString) return endOfString(code, start);
  if (kind.isInteger) return endOfDigits(code, start);
  // An operator is spelt as its type; `not in` can have several blanks.
  return kind.length > 0 ? start + kind.length : UNKNOWN;
}

/** End of a string on one line that starts with its quote. */
function endOfString(code: string, start: number): number {
  const quote = code.charCodeAt(start);
  if ((quote !== 0x22 && quote !== 0x27) || code.charCodeAt(start + 1) === quote) return UNKNOWN;
  for (let i = start + 1; ; i += 1) {
    const c = code.charCodeAt(i);
    if (c === quote) return i + 1;
    if (c === 0x5c) i += 1;
    else if (c === 0x0a || Number.isNaN(c)) return UNKNOWN;
  }
}

function endOfDigits(code: string, start: number): number {
  let at = start;
  while (isDigit(code.charCodeAt(at))) at += 1;
  return isWord(code.charCodeAt(at)) ? UNKNOWN : at;
}

/** End of the name in ASCII that starts there. */
function endOfName(code: string, start: number): number {
  for (let i = start; ; i += 1) {
    const c = code.charCodeAt(i);
    if (c >= 0x80) return UNKNOWN;
    if (!isWord(c)) return i;
  }
}

/** End of a `.name` right behind an object. */
function endOfMember(code: string, at: number): number {
  if (code.charCodeAt(at) !== 0x2e) return UNKNOWN;
  const c = code.charCodeAt(at + 1);
  return isWord(c) && !isDigit(c) ? endOfName(code, at + 1) : UNKNOWN;
}

/** End of the names in ASCII with dots between them that start there, if there are several. */
function endOfMembers(code: string, start: number): number {
  let end = endOfName(code, start);
  if (end === UNKNOWN || code.charCodeAt(end) !== 0x2e) return UNKNOWN;
  for (let next = endOfMember(code, end); next !== UNKNOWN; next = endOfMember(code, end)) end = next;
  return end;
}

/** `a.b.c` as the parser reads it. */
function nestedMembers(
  code: string,
  base: number,
  start: number,
  end: number,
  document: ParsedText,
  parent: PyNode,
): PyNode {
  const outermost = new PyNode('attribute', base + start, base + end, document, parent);
  let node = outermost;
  let last = end;
  for (;;) {
    const dot = code.lastIndexOf('.', last - 1);
    const before = code.lastIndexOf('.', dot - 1);
    const isInnermost = before < start;
    const object = new PyNode(isInnermost ? 'identifier' : 'attribute', base + start, base + dot, document, node);
    node.children = [object, new PyNode('identifier', base + dot + 1, base + last, document, node)];
    if (isInnermost) return outermost;
    node = object;
    last = dot;
  }
}

function isWord(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f || isDigit(c);
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

function skipBlanks(code: string, from: number): number {
  let at = from;
  for (let c = code.charCodeAt(at); c === 0x20 || (c >= 0x09 && c <= 0x0d && c !== 0x0b); c = code.charCodeAt(at))
    at += 1;
  return at;
}

function isClosing(c: number): boolean {
  return c === 0x29 || c === 0x5d || c === 0x7d;
}

/** Whether a node starts at that character: no white space beyond ASCII, no line continuation. */
function isPlainStart(c: number): boolean {
  return c > 0x20 && c < 0x7f && c !== 0x5c;
}
