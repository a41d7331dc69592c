import type { TextEdit } from '../../edits/edit.js';
import { lineAt } from '../../engine/suppress.js';
import { applyEdits, createShift } from '../../text/text-edit.js';
import type { DependencyFinding } from './finding.js';

/** Edits with comments among them, and the findings that these switch off. */
export interface AddedComments {
  readonly edits: readonly TextEdit[];
  readonly suppressed: ReadonlySet<DependencyFinding>;
}

/** A finding of the text with comments. */
export interface Found {
  readonly rule: string;
  readonly start: number;
  readonly isSuppressed: boolean;
}

/**
 * Adds a comment on a line of its own above each finding, or above the first of the lines that are joined by
 * backslashes. A place is left open where the text would be read otherwise with it.
 *
 * @param edits sorted, not overlapping
 * @param read what is found in a new text; throws for what is not of the format
 */
export function addComments(
  text: string,
  edits: readonly TextEdit[],
  open: readonly DependencyFinding[],
  read: (text: string) => readonly Found[],
): AddedComments {
  let kept = edits;
  const suppressed = new Set<DependencyFinding>();
  for (const [start, findings] of byPlace(text, open)) {
    const indent = /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
    const rules = [...new Set(findings.map(({ rule }) => rule))].sort().join(', ');
    const comment = { start, end: start, text: `${indent}# sagemaker-upgrade: ignore[${rules}]\n` };
    const tried = [...kept, comment].sort((a, b) => a.start - b.start || a.end - b.end);
    if (!holds(text, tried, findings, read)) continue;
    kept = tried;
    for (const finding of findings) suppressed.add(finding);
  }
  return { edits: kept, suppressed };
}

/** Findings by the start of the line that their comment goes above. */
function byPlace(text: string, findings: readonly DependencyFinding[]): ReadonlyMap<number, DependencyFinding[]> {
  const places = new Map<number, DependencyFinding[]>();
  for (const finding of findings) {
    let { start } = lineAt(text, finding.at.start);
    while (start > 0 && /[\\`][ \t\r]*\n$/.test(text.slice(Math.max(0, start - 80), start))) {
      start = lineAt(text, start - 1).start;
    }
    places.set(start, [...(places.get(start) ?? []), finding]);
  }
  return places;
}

function holds(
  text: string,
  edits: readonly TextEdit[],
  findings: readonly DependencyFinding[],
  read: (text: string) => readonly Found[],
): boolean {
  const { forward } = createShift(edits);
  try {
    const found = read(applyEdits(text, edits));
    return findings.every(({ rule, at }) =>
      found.some((each) => each.isSuppressed && each.rule === rule && each.start === forward(at.start)),
    );
  } catch {
    return false;
  }
}
