import { argumentListOf } from '../python/arguments.js';
import type { PyNode, PyTree } from '../python/node.js';
import type { TextRange } from '../text/text-range.js';
import type { ArgumentAddition, ArgumentRemoval, Piece, Replacement } from './edit.js';

interface ListChange {
  readonly list: PyNode;
  readonly removed: Set<PyNode>;
  readonly added: (readonly Piece[])[];
}

/**
 * Turns removals and additions of arguments into replacements. All changes of one list are laid out together, so that
 * rules that know nothing of each other never fight over a comma.
 */
export function layOutArguments(changes: readonly (ArgumentRemoval | ArgumentAddition)[], text: string, tree: PyTree): Replacement[] {
  const byList = new Map<PyNode, ListChange>();
  for (const change of changes) {
    const list = change.kind === 'remove-argument' ? change.argument.parent : argumentListOf(change.call);
    if (list === undefined) continue;
    const entry = byList.get(list) ?? { list, removed: new Set<PyNode>(), added: [] };
    byList.set(list, entry);
    if (change.kind === 'remove-argument') entry.removed.add(change.argument);
    else if (!entry.added.some((pieces) => pieces[0] === change.pieces[0])) entry.added.push(change.pieces);
  }
  return [...byList.values()].flatMap((entry) => layOutList(entry, text, tree));
}

function layOutList({ list, removed, added }: ListChange, text: string, tree: PyTree): Replacement[] {
  const items = list.children;
  const kept = items.filter((item) => !removed.has(item));
  const last = kept.at(-1);
  const edits: Replacement[] = [];
  if (kept.length === 0 && items.length > 0) {
    edits.push({ kind: 'replace', start: list.start + 1, end: list.end - 1, pieces: joinPieces(added, ', ') });
    return edits;
  }
  for (const range of removalRanges(items, removed, text, tree)) edits.push({ kind: 'replace', ...range, pieces: [] });
  if (added.length === 0) return edits;
  if (last === undefined) {
    edits.push({ kind: 'replace', start: list.start + 1, end: list.start + 1, pieces: joinPieces(added, ', ') });
    return edits;
  }
  // Everything between the last kept argument and the bracket is free of arguments, or they are removed.
  const close = list.end - 1;
  const tailStart = items.at(-1) === last ? last.end : (items.at(-1)?.end ?? last.end);
  const comma = findComma(text, tailStart, close, tree);
  const separator = layoutOf(items, list, text);
  if (comma === undefined) {
    edits.push({ kind: 'replace', start: last.end, end: last.end, pieces: [`,${separator}`, ...joinPieces(added, `,${separator}`)] });
    return edits;
  }
  const isOnePerLine = separator.includes('\n');
  if (!isOnePerLine) {
    edits.push({ kind: 'replace', start: comma + 1, end: comma + 1, pieces: [' ', ...joinPieces(added, ', '), ','] });
    return edits;
  }
  // A comment after the comma belongs to the argument before it.
  const comment = tree.comments.find((range) => range.start > comma && range.start < close && !text.slice(comma, range.start).includes('\n'));
  const at = comment?.end ?? comma + 1;
  edits.push({ kind: 'replace', start: at, end: at, pieces: [separator, ...joinPieces(added, `,${separator}`), ','] });
  return edits;
}

/** From the end of the argument before to the end of the removed one; for the first ones, up to the next that stays. */
function removalRanges(items: readonly PyNode[], removed: ReadonlySet<PyNode>, text: string, tree: PyTree): TextRange[] {
  const ranges: TextRange[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i];
    if (item === undefined || !removed.has(item)) continue;
    let j = i;
    while (items[j + 1] !== undefined && removed.has(items[j + 1] as PyNode)) j += 1;
    const before = items[i - 1];
    const after = items[j + 1];
    const end = items[j]?.end ?? item.end;
    const limit = after?.start ?? item.parent?.end ?? end;
    if (before === undefined) ranges.push({ start: item.start, end: after === undefined ? end : endOfFirst(end, after.start, text, tree) });
    else ranges.push(withoutComments({ start: before.end, end }, item.start, limit, after !== undefined, text, tree));
    i = j;
  }
  return ranges;
}

/** Up to the next argument, unless a comment stands before it. */
function endOfFirst(end: number, next: number, text: string, tree: PyTree): number {
  const hasComment = tree.comments.some((comment) => end <= comment.start && comment.end <= next);
  return hasComment ? (findComma(text, end, next, tree) ?? end - 1) + 1 : next;
}

/** No comment is lost with an argument, and none swallows a comma. `limit`: where the next argument starts, or the list ends. */
function withoutComments(range: TextRange, itemStart: number, limit: number, isFollowed: boolean, text: string, tree: PyTree): TextRange {
  const last = tree.comments.findLast((comment) => range.start <= comment.start && comment.end <= itemStart);
  if (last === undefined) return range;
  const before = findComma(text, range.start, itemStart, tree) ?? itemStart;
  // The comma before the comment stays, the one after the removed argument goes with it.
  if (before < last.start) return { start: last.end, end: (findComma(text, range.end, limit, tree) ?? range.end - 1) + 1 };
  return isFollowed ? { start: itemStart, end: limit } : { start: before, end: range.end };
}

function findComma(text: string, from: number, to: number, tree: PyTree): number | undefined {
  for (let i = text.indexOf(',', from); i >= 0 && i < to; i = text.indexOf(',', i + 1)) {
    if (!tree.comments.some((comment) => comment.start <= i && i < comment.end)) return i;
  }
  return undefined;
}

/** What stands between arguments here: a blank, or a line end with the indentation of the arguments. */
function layoutOf(items: readonly PyNode[], list: PyNode, text: string): string {
  const last = items.at(-1);
  const before = items.at(-2);
  if (last === undefined) return ' ';
  const gap = text.slice(before?.end ?? list.start + 1, last.start);
  if (!gap.includes('\n')) return ' ';
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  return `\n${text.slice(lineStart, last.start).replace(/[^ \t]/g, ' ')}`;
}

function joinPieces(parts: readonly (readonly Piece[])[], separator: string): Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]));
}
