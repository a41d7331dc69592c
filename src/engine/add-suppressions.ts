import { findNodes, type PyNode, type PyTree, statementOf, walk } from '../python/node.js';
import type { Source } from '../text/source.js';
import type { TextEdit } from '../text/text-edit.js';
import type { TextRange } from '../text/text-range.js';
import type { RuleFinding } from './run-rules.js';
import { lineAt } from './suppress.js';

/** Edits with the comments among them, and the findings that they switch off. */
export interface AddedSuppressions {
  readonly edits: readonly TextEdit[];
  readonly suppressed: ReadonlySet<RuleFinding>;
}

/**
 * Adds a comment for each finding: at the end of its line, or of its statement where the line goes on in a string or
 * after a backslash. A finding is left open where neither can have a comment, or where its line is rewritten.
 *
 * @param edits sorted, not overlapping
 */
export function addSuppressions(
  source: Source,
  tree: PyTree,
  edits: readonly TextEdit[],
  open: readonly RuleFinding[],
): AddedSuppressions {
  const places = new Map<number, RuleFinding[]>();
  for (const finding of open) {
    const place = commentPlace(source, tree, finding.at);
    if (place === undefined || edits.some(({ start, end }) => start < place && place < end)) continue;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  const comments = [...places].map(([place, findings]): TextEdit => {
    const names = [...new Set(findings.map(({ rule }) => rule))].sort().join(', ');
    return { start: place, end: place, text: `  # sagemaker-upgrade: ignore[${names}]` };
  });
  return { edits: mergeEdits(edits, comments), suppressed: new Set([...places.values()].flat()) };
}

/** A comment comes after what ends at its place, and before a line that begins there. */
function mergeEdits(edits: readonly TextEdit[], comments: readonly TextEdit[]): readonly TextEdit[] {
  const order = (edit: TextEdit): number =>
    comments.includes(edit) ? 1 : edit.start === edit.end && startsLine(edit) ? 2 : 0;
  return [...edits, ...comments].sort((a, b) => a.start - b.start || a.end - b.end || order(a) - order(b));
}

function startsLine({ text }: TextEdit): boolean {
  return /^\r?\n/.test(text);
}

function commentPlace(source: Source, tree: PyTree, at: TextRange): number | undefined {
  const magic = source.magics.find(({ start, end }) => start <= at.start && at.start <= end);
  if (magic !== undefined) return magic.kind === 'shell' ? endOfLine(source, at.start, tree) : undefined;
  const statement = statementAt(tree, at.start);
  const end = endOfLine(source, at.start, tree);
  if (end !== undefined || statement === undefined) return end;
  return endOfLine(source, statement.end, tree);
}

/** Undefined where the line's end is no place for a comment. */
function endOfLine({ original, magics }: Source, offset: number, tree: PyTree): number | undefined {
  const line = lineAt(original, offset);
  const end = original[line.end - 1] === '\r' ? line.end - 1 : line.end;
  if (original[end - 1] === '\\') return undefined;
  if (magics.some((magic) => magic.kind !== 'shell' && magic.start <= end && end <= magic.end)) return undefined;
  return isInString(tree, end) ? undefined : end;
}

function isInString(tree: PyTree, offset: number): boolean {
  return [...findNodes(tree, 'string'), ...tree.broken].some(({ start, end }) => start < offset && offset < end);
}

/** The innermost statement around the offset. */
function statementAt(tree: PyTree, offset: number): PyNode | undefined {
  let found: PyNode | undefined;
  for (const module of tree.modules) {
    walk(module, (node) => {
      if (node !== module && node.start <= offset && offset < node.end) found = node;
    });
  }
  return found === undefined ? undefined : statementOf(found);
}
