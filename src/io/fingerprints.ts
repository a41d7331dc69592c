import type { FileFinding, SourceOutcome } from '../engine/outcome.js';
import type { Source } from '../text/source.js';
import { sha256 } from './hash.js';

/**
 * The findings of a file's programs, each with a name that stays when lines are added above it, when its line is
 * indented anew, and when other rules find more or less: a hash of its rule, of its line without white space at the
 * ends, and of how many alike stand before it.
 */
export function withFingerprints(sources: readonly Source[], outcomes: readonly SourceOutcome[]): FileFinding[] {
  const seen = new Map<string, number>();
  return outcomes.flatMap(({ findings }, i) => {
    const lineOf = linesOf(sources[i]);
    return findings.map((finding) => {
      const key = `${finding.rule}\0${lineOf(finding.cell, finding.line).trim().replace(/\s+/g, ' ')}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return { ...finding, fingerprint: sha256(`${key}\0${before}`).slice(0, 32) };
    });
  });
}

/** Looks lines up as findings count them; splits each cell once, and only where something was found. */
function linesOf(source: Source | undefined): (cell: number | null, line: number) => string {
  const split = new Map<number | null, readonly string[]>();
  return (cell, line) => {
    const chunk = source?.chunks.find((each) => each.cell === cell);
    if (source === undefined || chunk === undefined) return '';
    const lines = split.get(cell) ?? source.original.slice(chunk.start, chunk.end).split('\n');
    split.set(cell, lines);
    return lines[line - 1 - (chunk.lineOffset ?? 0)] ?? '';
  };
}
