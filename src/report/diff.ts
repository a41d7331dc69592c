import type { StructuredPatch } from 'diff';
import type { FileOutcome } from '../engine/outcome.js';
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
export async function formatDiff(outcome: FileOutcome, layout: DiffLayout): Promise<string> {
  // Loaded here, because most runs show no diff.
  const { structuredPatch } = await import('diff');
  const path = printableLine(outcome.path);
  return outcome.parts
    .map(({ cell, before, after }) => {
      const name = cell === null ? path : `${path}:cell ${cell}`;
      return formatPart(structuredPatch(name, name, before, after, '', '', { context: 3 }), layout);
    })
    .join('');
}

function formatPart({ oldFileName, newFileName, hunks }: StructuredPatch, { style, forTerminal }: DiffLayout): string {
  if (hunks.length === 0) return '';
  const lines = [style.bold(`--- ${oldFileName}`), style.bold(`+++ ${newFileName}`)];
  for (const hunk of hunks) {
    lines.push(style.cyan(`@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@`));
    const shown = forTerminal ? hunk.lines.map((line) => printable(line.replace(/\r$/, ''))) : hunk.lines;
    lines.push(...shown.map((line) => colorLine(line, style)));
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
