import { structuredPatch } from 'diff';
import type { ChangedPart, FileOutcome } from '../engine/outcome.js';
import type { Style } from './style.js';
import { printable, printableLine } from './terminal-text.js';

/** How a diff is shown. */
export interface DiffLayout {
  readonly style: Style;
  /** Makes control characters in the code visible; a diff that goes to a file or a pipe keeps every byte. */
  readonly forTerminal: boolean;
}

/**
 * The changes of a file as a unified diff with three lines of context: one diff for a Python file (`patch -p0` applies
 * it), one per changed cell for a notebook, where line numbers count within the cell. Empty where nothing changes.
 */
export function formatDiff(outcome: FileOutcome, layout: DiffLayout): string {
  return outcome.parts.map((part) => formatPart(printableLine(outcome.path), part, layout)).join('');
}

function formatPart(path: string, { cell, before, after }: ChangedPart, { style, forTerminal }: DiffLayout): string {
  const name = cell === null ? path : `${path}:cell ${cell}`;
  const { hunks } = structuredPatch(name, name, before, after, undefined, undefined, { context: 3 });
  if (hunks.length === 0) return '';
  const lines = [style.bold(`--- ${name}`), style.bold(`+++ ${name}`)];
  for (const hunk of hunks) {
    lines.push(style.cyan(`@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@`));
    lines.push(...hunk.lines.map((line) => colorLine(forTerminal ? printable(line) : line, style)));
  }
  return `${lines.join('\n')}\n`;
}

function span(start: number, count: number): string {
  return count === 1 ? String(start) : `${start},${count}`;
}

function colorLine(line: string, style: Style): string {
  if (line.startsWith('+')) return style.green(line);
  return line.startsWith('-') ? style.red(line) : line;
}
