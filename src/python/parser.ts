import { createRequire } from 'node:module';
import type Parser from 'tree-sitter';
import type { Chunk } from '../text/source.js';
import { createShift, type Shift, type TextEdit } from '../text/text-edit.js';
import type { TextRange } from '../text/text-range.js';
import { convertTree } from './convert.js';
import { type ParsedText, PyNode, type PyTree } from './node.js';
import { recover } from './recovery.js';
import { raiseSplat } from './splats.js';

// The native packages are CommonJS; require keeps them out of the module graph of bundlers and test runners.
const require = createRequire(import.meta.url);
let loaded: Parser | undefined;

/** Loads the parser on first use: a file that doesn't mention the SDK needs none. */
function loadParser(): Parser {
  const TreeSitter = require('tree-sitter') as typeof Parser;
  const parser = new TreeSitter();
  parser.setLanguage(require('tree-sitter-python') as Parser.Language);
  return parser;
}

/** What one parse gave: the module, or where it went wrong first. */
export interface ParsedChunk {
  readonly module: PyNode;
  readonly comments: readonly TextRange[];
  /** Offset of the first thing that is not Python; undefined where all is well. */
  readonly errorAt: number | undefined;
}

/**
 * Parses the chunks of a text, each by itself. What does not parse is masked, statement by statement, and listed in
 * `broken`: the rest of the chunk is still a tree.
 *
 * @param text the source's text with magics masked; offsets of the tree count in it
 * @param chunks the stretches to parse
 */
export function parsePython(text: string, chunks: readonly Chunk[]): PyTree {
  const tree = emptyTree();
  for (const chunk of chunks) parseInto(tree, text, chunk);
  return tree;
}

/** A tree that grows chunk by chunk. */
interface GrowingTree extends PyTree {
  readonly modules: PyNode[];
  readonly comments: TextRange[];
  readonly broken: TextRange[];
}

function emptyTree(): GrowingTree {
  return { modules: [], comments: [], broken: [] };
}

function parseInto(tree: GrowingTree, text: string, chunk: Chunk): void {
  const code = text.slice(chunk.start, chunk.end);
  let parsed = parseChunk(code, chunk.start, text);
  if (parsed.errorAt !== undefined) {
    const recovered = recover(code, chunk.start, (masked) => parseChunk(masked, chunk.start, text));
    parsed = recovered.parsed;
    tree.broken.push(...recovered.broken);
  }
  tree.modules.push(parsed.module);
  tree.comments.push(...parsed.comments);
}

/**
 * Parses a text again after edits: only the top-level statements that changed go to the parser, the others are moved.
 * A chunk with changes in which something doesn't parse goes there as a whole.
 *
 * @param before the tree before the edits
 * @param text the new text, magics masked
 * @param chunks the new chunks, one for each module of `before`
 * @param edits sorted; offsets in the old text
 */
export function reparsePython(
  before: PyTree,
  text: string,
  chunks: readonly Chunk[],
  edits: readonly TextEdit[],
): PyTree {
  const document = { text };
  const shift = createShift(edits);
  const tree = emptyTree();
  for (const [i, chunk] of chunks.entries()) {
    const old = before.modules[i];
    const own = old && edits.filter((edit) => old.start <= edit.start && edit.end <= old.end);
    const broken =
      old === undefined ? [] : before.broken.filter(({ start, end }) => old.start <= start && end <= old.end);
    const reparsed =
      old === undefined || own === undefined || (own.length > 0 && broken.length > 0)
        ? undefined
        : reparseModule(before, old, chunk, own, shift, document);
    if (reparsed === undefined) parseInto(tree, text, chunk);
    else {
      tree.modules.push(reparsed.module);
      tree.comments.push(...reparsed.comments);
      for (const { start, end } of broken) tree.broken.push({ start: shift.forward(start), end: shift.forward(end) });
    }
  }
  return tree;
}

/** The module of a changed chunk; undefined where a changed statement does not parse by itself. */
function reparseModule(
  before: PyTree,
  old: PyNode,
  chunk: Chunk,
  own: readonly TextEdit[],
  shift: Shift,
  document: ParsedText,
): Pick<ParsedChunk, 'module' | 'comments'> | undefined {
  const module = new PyNode('module', chunk.start, chunk.end, document, undefined);
  const comments: TextRange[] = [];
  const children: PyNode[] = [];
  const statements = old.children;
  // To which block such a statement belongs, the lines above it decide.
  if (own.length > 0 && statements.some((statement) => isIndented(statement))) return undefined;
  const count = Math.max(1, statements.length);
  const startOf = (i: number): number => (i === 0 ? old.start : (statements[i]?.start ?? old.end));
  // A change at a statement's edge can join it to its neighbour, and statements of one line live in one block: they are
  // read again together.
  let from = 0;
  const touched = statements.map((_, i) => {
    const start = statements[i - 1]?.end ?? old.start;
    for (let edit = own[from]; edit !== undefined && edit.end < start; edit = own[from]) from += 1;
    const edit = own[from];
    return edit !== undefined && edit.start <= startOf(i + 1);
  });
  const sharesLine = (i: number): boolean =>
    !old.document.text.slice(statements[i - 1]?.end, statements[i]?.start).includes('\n');
  for (let i = 1; i < statements.length; i += 1) if (touched[i - 1] === true && sharesLine(i)) touched[i] = true;
  for (let i = statements.length - 1; i > 0; i -= 1) if (touched[i] === true && sharesLine(i)) touched[i - 1] = true;
  const isTouched = (i: number): boolean => touched[i] ?? own.length > 0;
  const oldComments = before.comments.filter((comment) => old.start <= comment.start && comment.end <= old.end);
  let nextComment = 0;
  for (let i = 0; i < count; ) {
    let j = i;
    while (j < count && isTouched(j)) j += 1;
    const isMoved = j === i;
    if (isMoved) j += 1;
    const stretchEnd = j >= count ? old.end + 1 : startOf(j);
    for (
      let comment = oldComments[nextComment];
      comment !== undefined && comment.start < stretchEnd;
      comment = oldComments[nextComment]
    ) {
      const delta = shift.forward(comment.start) - comment.start;
      if (isMoved) comments.push({ start: comment.start + delta, end: comment.end + delta });
      nextComment += 1;
    }
    const statement = statements[i];
    if (!isMoved) {
      const start = i === 0 ? chunk.start : shift.forwardStart(startOf(i));
      const end = j >= count ? chunk.end : shift.forwardStart(startOf(j));
      const parsed = parseChunk(document.text.slice(start, end), start, document.text);
      if (parsed.errorAt !== undefined) return undefined;
      for (const child of parsed.module.children) {
        child.parent = module;
        children.push(child);
      }
      comments.push(...parsed.comments);
    } else if (statement !== undefined)
      children.push(moved(statement, shift.forward(statement.start) - statement.start, document, module));
    i = j;
  }
  module.children = children;
  return { module, comments };
}

/** Whether blanks stand before a top-level statement, as in code that is not all Python. */
function isIndented({ start, document: { text } }: PyNode): boolean {
  let at = start;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at < start && (at === 0 || text[at - 1] === '\n');
}

/** A copy of an unchanged statement at its new place. */
function moved(node: PyNode, delta: number, document: ParsedText, parent: PyNode): PyNode {
  const copyOf = (from: PyNode, above: PyNode): PyNode =>
    new PyNode(from.type, from.start + delta, from.end + delta, document, above);
  const copy = copyOf(node, parent);
  const stack = [node, copy];
  while (stack.length > 0) {
    const to = stack.pop();
    const from = stack.pop();
    if (from === undefined || to === undefined || from.children.length === 0) continue;
    to.children = from.children.map((child) => copyOf(child, to));
    for (const [i, child] of to.children.entries()) {
      const original = from.children[i];
      if (original !== undefined && original.children.length > 0) stack.push(original, child);
    }
  }
  return copy;
}

/** Whether the text is Python from its first character to its last. */
export function isPython(code: string): boolean {
  return parseChunk(code, 0, code).errorAt === undefined;
}

function parseChunk(code: string, base: number, text: string): ParsedChunk {
  loaded ??= loadParser();
  // The binding's own buffer is too small for long texts, and takes time to clear for short ones.
  const tree = loaded.parse(code, undefined, { bufferSize: code.length + 1 });
  const { module, comments, errorAt: at, statements, splats } = convertTree(tree, code, base, { text });
  for (const splat of splats) raiseSplat(splat);
  let errorAt = at;
  for (const node of statements) {
    if (errorAt === undefined || node.start < errorAt) errorAt = findStrayNewline(node, code, base) ?? errorAt;
  }
  return { module, comments, errorAt };
}

/**
 * tree-sitter reads `x =` and the line below as one assignment, because a newline is white space to it wherever no
 * statement can end. Python does not. Returns the start of a simple statement that crosses a line end outside
 * brackets and strings and without a backslash.
 */
function findStrayNewline(statement: PyNode, code: string, base: number): number | undefined {
  if (!code.slice(statement.start - base, statement.end - base).includes('\n')) return undefined;
  const covered: TextRange[] = [];
  const stack = [...statement.children];
  // The brackets of an import are its own, not those of a node in it.
  const bracket =
    statement.type === 'import_from_statement'
      ? code.slice(statement.start - base, statement.end - base).indexOf('(')
      : -1;
  if (bracket >= 0) covered.push({ start: statement.start + bracket, end: statement.end });
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (BRACKETED.has(node.type)) covered.push(node);
    else stack.push(...node.children);
  }
  covered.sort((a, b) => a.start - b.start);
  let from = statement.start - base;
  for (const range of [...covered, { start: statement.end, end: statement.end }]) {
    for (let i = code.indexOf('\n', from); i >= 0 && i < range.start - base; i = code.indexOf('\n', i + 1)) {
      if (code[code[i - 1] === '\r' ? i - 2 : i - 1] !== '\\') return statement.start;
    }
    from = Math.max(from, range.end - base);
  }
  return undefined;
}
/** Nodes inside which a line may end. */
const BRACKETED = new Set([
  'argument_list',
  'parenthesized_expression',
  'list',
  'tuple',
  'dictionary',
  'set',
  'list_comprehension',
  'dictionary_comprehension',
  'set_comprehension',
  'generator_expression',
  'string',
  'list_pattern',
  'tuple_pattern',
  'subscript',
  'type_parameter',
]);
