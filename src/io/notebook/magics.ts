import type { Magic } from '../../text/source.js';
import type { TextRange } from '../../text/text-range.js';
import { endOfLine, scanLogicalLine } from './logical-lines.js';
import { statementOfMagic } from './statement-magics.js';

/** A code cell as Python sees it. Offsets count in the cell's text. */
export interface MaskedCell {
  /** As long as the cell's text, line ends at the same places, every magic replaced. */
  readonly text: string;
  readonly magics: readonly Magic[];
  /** The body of a `%%writefile *.py` cell: a program of its own; null in any other cell. */
  readonly script: TextRange | null;
}

/** A magic and what stands in its place; the rest of its range becomes spaces. */
interface Mask extends Magic {
  readonly filler: string;
}

/** Cell magics that run their body as Python in the notebook's own kernel. */
const PYTHON_BODY: ReadonlySet<string> = new Set([
  ...['time', 'timeit', 'capture', 'prun', 'debug', 'memit', 'mprun', 'lprun', 'heat', 'scalene', 'snakeviz'],
  // In a notebook of a Spark cluster, `%%local` is what runs beside it.
  ...['pyinstrument', 'matplotlib', 'wandb', 'local'],
]);

/** What IPython takes as an escape where a statement may start; no Python statement starts so. */
const ESCAPES = '%!?,;/';

/**
 * Masks what IPython reads and Python does not, as IPython decides it: by logical lines, so that a `%` in a string, in
 * brackets or after a line continuation is Python. At the left margin a magic becomes blank (nothing may be inserted
 * before a `%%time` as if it were a statement); in a block it becomes `pass` or `0`, which keeps the block alive; as
 * the right side of an assignment it becomes the unbound name `__`, which no one can take for a value.
 */
export function maskCell(cell: string): MaskedCell {
  if (!MAY_BE_MAGIC.test(cell)) return { text: cell, magics: [], script: null };
  const masks: Mask[] = [];
  let at = 0;
  for (;;) {
    const start = skipBlank(cell, at);
    const header = cellMagicAt(cell, start);
    if (header === undefined) break;
    if (!PYTHON_BODY.has(header.name)) {
      masks.push({ kind: 'cell', start, end: cell.length, filler: '' });
      return { ...applyMasks(cell, masks), script: scriptOf(cell, header) };
    }
    masks.push({ kind: 'cell', start, end: header.end, filler: '' });
    at = Math.min(header.end + 1, cell.length);
  }
  while (at < cell.length) {
    const mask = maskAt(cell, at);
    if (mask !== undefined) masks.push(mask.mask);
    at = (mask?.next ?? scanLogicalLine(cell, at).end) + 1;
  }
  return { ...applyMasks(cell, masks), script: null };
}

/** Magics that run without their `%` (IPython's automagic), with a word that can't follow a name in Python. */
const AUTOMAGIC =
  /^(?:pip|conda|mamba|micromamba|uv)[ \t]+(?:install|uninstall|update|upgrade|download|list|show|freeze|pip)\b/;

/** A line that starts as an escape, an assignment from one, or a `?` at a line's end: most cells have none. */
const MAY_BE_MAGIC =
  /(?:^|\n)[ \t\f]*(?:[%!?,;/]|(?:pip|conda|mamba|micromamba|uv)[ \t])|=[ \t\\\r\n]*[!%]|\?[ \t\r]*(?:\n|$)/;

interface CellMagic {
  readonly name: string;
  readonly argument: string;
  /** End of its line. */
  readonly end: number;
}

function cellMagicAt(cell: string, start: number): CellMagic | undefined {
  if (!cell.startsWith('%%', start)) return undefined;
  const end = lineEnd(cell, start);
  const [, name, argument] = /^%%(\S*)(.*)$/s.exec(cell.slice(start, end)) ?? [];
  if (name === undefined || argument === undefined || name.endsWith('?')) return undefined;
  return { name, argument: argument.trim(), end };
}

function scriptOf(cell: string, header: CellMagic): TextRange | null {
  if (header.name !== 'writefile' && header.name !== 'file') return null;
  const file = header.argument.replace(/^(?:-a|--append)\s+|\s+(?:-a|--append)$/g, '').replace(/^(["'])(.*)\1$/, '$2');
  const start = endOfLine(cell, header.end) + 1;
  return file.endsWith('.py') && start < cell.length ? { start, end: cell.length } : null;
}

/** The magic in the logical line that starts at `start`, and the offset of the "\n" after which to go on. */
function maskAt(cell: string, start: number): { mask: Mask; next: number } | undefined {
  let column = start;
  while (cell[column] === ' ' || cell[column] === '\t' || cell[column] === '\f') column += 1;
  const first = cell[column] ?? '\n';
  if (ESCAPES.includes(first)) return escapedCommand(cell, start, column);
  if (AUTOMAGIC.test(cell.slice(column, column + 60))) return escapedCommand(cell, start, column);
  const line = scanLogicalLine(cell, column);
  if (line.magic >= 0) return assignedMagic(cell, line.magic);
  const end = line.help;
  if (!endsAsHelp(cell, column, end)) return undefined;
  const filler = statementFiller(column - start, end - column);
  return { mask: { kind: 'help', start: column, end, filler }, next: line.end };
}

/** Whether `obj?` or `obj??` ends there: IPython takes a name, a wildcard or an index. */
function endsAsHelp(cell: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  return /[\w*\]]/.test(cell[end - (cell[end - 2] === '?' ? 3 : 2)] ?? '');
}

/** `x = !command`, `x = %magic`: only the right side goes. */
function assignedMagic(cell: string, start: number): { mask: Mask; next: number } {
  const next = endOfCommand(cell, start);
  const end = withoutReturn(cell, start, next);
  const kind = cell[start] === '!' ? 'shell' : 'line';
  const statement = statementOfMagic(cell, start, next);
  // `x = %time f()` has the value of `f()`.
  if (statement?.name === 'time') return { mask: { kind, start, end: statement.start, filler: '' }, next };
  return { mask: { kind, start, end, filler: end - start > 1 ? '__' : '_' }, next };
}

function escapedCommand(cell: string, start: number, column: number): { mask: Mask; next: number } {
  const next = endOfCommand(cell, column);
  const statement = statementOfMagic(cell, column, next);
  if (statement !== undefined) {
    // `%time f()` becomes `0    ;f()`: blanks alone would indent the statement.
    const filler = `0${' '.repeat(statement.start - column - 2)};`;
    return { mask: { kind: 'line', start: column, end: statement.start, filler }, next };
  }
  const end = withoutReturn(cell, column, next);
  const isHelp = cell[column] === '?' || /^%{1,2}\w+\?{1,2}$/.test(cell.slice(column, end).trimEnd());
  const kind = isHelp ? 'help' : cell[column] === '!' ? 'shell' : 'line';
  return { mask: { kind, start: column, end, filler: statementFiller(column - start, end - column) }, next };
}

/** Something that may stand alone in a block and does nothing. */
function statementFiller(indentation: number, length: number): string {
  if (indentation === 0) return '';
  return length >= 4 ? 'pass' : '0';
}

/** End of a magic or shell command: its line, and each following line while one ends with a backslash. */
function endOfCommand(cell: string, start: number): number {
  let end = endOfLine(cell, start);
  while (end < cell.length && cell[withoutReturn(cell, start, end) - 1] === '\\') end = endOfLine(cell, end + 1);
  return end;
}

function lineEnd(cell: string, start: number): number {
  return withoutReturn(cell, start, endOfLine(cell, start));
}

/** `end` without the "\r" of a "\r\n" that starts there. */
function withoutReturn(cell: string, start: number, end: number): number {
  return end > start && cell[end] === '\n' && cell[end - 1] === '\r' ? end - 1 : end;
}

function skipBlank(cell: string, from: number): number {
  let at = from;
  while (at < cell.length && ' \t\f\r\n'.includes(cell[at] ?? '')) at += 1;
  return at;
}

function applyMasks(cell: string, masks: readonly Mask[]): { text: string; magics: readonly Magic[] } {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, filler } of masks) {
    const rest = cell.slice(start + filler.length, end).replace(/[^\r\n]/g, ' ');
    parts.push(cell.slice(at, start), filler, rest);
    at = end;
  }
  parts.push(cell.slice(at));
  return { text: parts.join(''), magics: masks.map(({ kind, start, end }) => ({ kind, start, end })) };
}
