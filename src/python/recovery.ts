import type { TextRange } from '../text/text-range.js';
import { type PyNode, statementOf } from './node.js';
import type { ParsedChunk } from './parser.js';

/** Lines that one broken top-level statement may lose before all of it is given up. */
const MAX_MASKED_LINES = 25;
/** Code units beyond a piece in which its brackets are looked for. */
const MAX_REACH = 100_000;

/** Header that stands in for one that does not parse, so that its block has one. */
const HEADER = 'if 1:';

interface Piece extends TextRange {
  readonly broken: readonly TextRange[];
  readonly code: string;
}

/**
 * Makes a tree of code that is not all Python. The code is cut at the lines that start at column 0; a piece that
 * does not parse by itself or with the pieces below it loses its offending lines one at a time (they become spaces),
 * so that one half-typed statement costs that statement and no other.
 *
 * @param code text of the chunk
 * @param base offset of the chunk in the source
 * @param parse parses a text of the same length as `code`, or a shorter one when probing
 */
export function recover(
  code: string,
  base: number,
  parse: (code: string) => ParsedChunk,
): { parsed: ParsedChunk; broken: TextRange[] } {
  const starts = startsOfTopLevel(code);
  const pieces: Piece[] = [];
  for (let i = 0; i < starts.length; ) {
    const taken = takePiece(code, starts, i, parse);
    pieces.push(taken.piece);
    i += taken.count;
  }
  let masked = pieces.map((piece) => piece.code).join('');
  let broken = pieces.flatMap((piece) => piece.broken);
  let parsed = parse(masked);
  // What parses in pieces nearly always parses together; where not, the piece around the error goes too.
  for (const _ of pieces) {
    const errorAt = parsed.errorAt;
    if (errorAt === undefined) break;
    const piece = pieces.findLast((p) => p.start <= errorAt - base) ?? pieces[0];
    if (piece === undefined) break;
    masked = masked.slice(0, piece.start) + blank(code.slice(piece.start, piece.end)) + masked.slice(piece.end);
    broken = [...broken, piece];
    parsed = parse(masked);
  }
  const ranges = broken.map((range) => ({ start: range.start + base, end: range.end + base }));
  return { parsed, broken: [...ranges, ...statementsAround(parsed.module, ranges)] };
}

/** The first piece from `starts[i]` on, with the pieces that its brackets and strings reach over; masked where nothing helps. */
function takePiece(
  code: string,
  starts: readonly number[],
  i: number,
  parse: (code: string) => ParsedChunk,
): { piece: Piece; count: number } {
  const start = starts[i] ?? 0;
  const end = starts[i + 1] ?? code.length;
  const text = code.slice(start, end);
  if (parse(text).errorAt === undefined) return { piece: { start, end, code: text, broken: [] }, count: 1 };
  const reach = reachOf(code, start, end);
  if (reach !== undefined && reach > end) {
    let count = 2;
    while ((starts[i + count] ?? code.length) < reach) count += 1;
    const joined = { start, end: starts[i + count] ?? code.length };
    const joinedText = code.slice(joined.start, joined.end);
    if (parse(joinedText).errorAt === undefined) return { piece: { ...joined, code: joinedText, broken: [] }, count };
  }
  return { piece: maskLines(text, start, parse), count: 1 };
}

/** Where the brackets and strings that open before `end` are all closed, judged without a parse; undefined where they never are. */
function reachOf(code: string, start: number, end: number): number | undefined {
  let depth = 0;
  const limit = Math.min(code.length, end + MAX_REACH);
  for (let i = start; i < limit; i += 1) {
    if (i >= end && depth <= 0) return i;
    const c = code[i];
    if (c === '#') i = endOfLine(code, i);
    else if (c === '"' || c === "'") {
      const mark = code.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      const close = closeOfString(code, i + mark.length, mark);
      if (close < 0) return undefined;
      i = close + mark.length - 1;
    } else if (c === '(' || c === '[' || c === '{') depth += 1;
    else if (c === ')' || c === ']' || c === '}') depth -= 1;
  }
  return depth <= 0 ? limit : undefined;
}

function closeOfString(text: string, from: number, quote: string): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\\') i += text.startsWith('\r\n', i + 1) ? 2 : 1;
    else if (quote.length === 1 && text[i] === '\n') return i;
    else if (text.startsWith(quote, i)) return i;
  }
  return -1;
}

/** Masks the line of each error until the text parses; past the limit, all of it. */
function maskLines(text: string, start: number, parse: (code: string) => ParsedChunk): Piece {
  let code = text;
  const broken: TextRange[] = [];
  for (let tries = 0; tries < MAX_MASKED_LINES; tries += 1) {
    const { errorAt, module } = parse(code);
    if (errorAt === undefined) return { start, end: start + text.length, code, broken };
    // A probe is parsed as if it stood at the start of the chunk.
    const at = Math.min(errorAt - module.start, code.length - 1);
    const found = lineWithCode(code, at);
    if (found === undefined) break;
    const line = withContinuation(code, found);
    code = code.slice(0, line.start) + fill(code, line) + code.slice(line.end);
    broken.push({ start: start + line.start, end: start + line.end });
  }
  return {
    start,
    end: start + text.length,
    code: blank(text),
    broken: [{ start, end: start + text.trimEnd().length }],
  };
}

/** The line at the offset or, where it is blank by now, the nearest one above and then below that is not. */
function lineWithCode(text: string, at: number): TextRange | undefined {
  // A negative position counts as 0 to lastIndexOf.
  const lineAt = (i: number): TextRange => ({
    start: i === 0 ? 0 : text.lastIndexOf('\n', i - 1) + 1,
    end: endOfLine(text, i),
  });
  const filled = (r: TextRange): boolean => text.slice(r.start, r.end).trim() !== '';
  let line = lineAt(at);
  if (filled(line)) return line;
  while (line.start > 0) {
    line = lineAt(line.start - 1);
    if (filled(line)) return line;
  }
  line = lineAt(at);
  while (line.end < text.length) {
    line = lineAt(line.end + 1);
    if (filled(line)) return line;
  }
  return undefined;
}

/** The line and, unless it is a block's header, the lines below that are indented deeper: its continuation. */
function withContinuation(text: string, line: TextRange): TextRange {
  const indent = indentAt(text, line.start);
  if (text.slice(line.start, line.end).trimEnd().endsWith(':')) return line;
  let end = line.end;
  for (let next = end + 1; next < text.length; next = endOfLine(text, next) + 1) {
    const last = endOfLine(text, next);
    const isBlank = text.slice(next, last).trim() === '';
    if (!isBlank && indentAt(text, next) <= indent) break;
    if (!isBlank) end = last;
  }
  return { start: line.start, end };
}

function indentAt(text: string, lineStart: number): number {
  let i = lineStart;
  while (text[i] === ' ' || text[i] === '\t') i += 1;
  return i - lineStart;
}

/** Spaces; `if 1:` where the lines below are indented deeper and would have no header. */
function fill(text: string, line: TextRange): string {
  const content = text.slice(line.start, line.end);
  const indent = indentAt(text, line.start);
  const next = lineWithCode(text, line.end + 1);
  const isHeader = content.trimEnd().endsWith(':') && next !== undefined && indentAt(text, next.start) > indent;
  const bodyAt = indent + HEADER.length;
  return isHeader && content.replace(/\r$/, '').length >= bodyAt
    ? content.slice(0, indent) + HEADER + blank(content.slice(bodyAt))
    : blank(content);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Offsets of the lines that may start a statement at column 0. The first is always 0. */
function startsOfTopLevel(code: string): number[] {
  const starts = [0];
  for (let i = code.indexOf('\n') + 1; i > 0; i = code.indexOf('\n', i) + 1) {
    const c = code[i];
    if (c === undefined || c === ' ' || c === '\t' || c === '\n' || c === '\r' || c === '#') continue;
    if (c === ')' || c === ']' || c === '}' || /^(?:else|elif|except|finally)\b/.test(code.slice(i, i + 8))) continue;
    starts.push(i);
  }
  return starts;
}

/** The simple statements of the tree that a masked line lies in: half a call is no call to edit. */
function statementsAround(module: PyNode, broken: readonly TextRange[]): TextRange[] {
  const around: TextRange[] = [];
  for (const range of broken) {
    let node: PyNode = module;
    for (let child: PyNode | undefined = node; child !== undefined; ) {
      node = child;
      child = node.children.find((c) => c.start < range.start && range.end < c.end);
    }
    if (node.type === 'module' || node.type === 'block') continue;
    const statement = statementOf(node);
    if (!statement.children.some((child) => child.type === 'block'))
      around.push({ start: statement.start, end: statement.end });
  }
  return around;
}
