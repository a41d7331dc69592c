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
export function layOutArguments(
  changes: readonly (ArgumentRemoval | ArgumentAddition)[],
  text: string,
  tree: PyTree,
): Replacement[] {
  const byList = new Map<PyNode, ListChange>();
  for (const change of changes) {
    const list = change.kind === 'remove-argument' ? change.argument.parent : listOf(change.call);
    if (list === undefined) continue;
    const entry = byList.get(list) ?? { list, removed: new Set<PyNode>(), added: [] };
    byList.set(list, entry);
    if (change.kind === 'remove-argument') entry.removed.add(change.argument);
    else if (!entry.added.some((pieces) => pieces[0] === change.pieces[0])) entry.added.push(change.pieces);
  }
  return [...byList.values()].flatMap((entry) => layOutList(entry, text, tree));
}

/** A dictionary is a list of its own. */
function listOf(call: PyNode): PyNode | undefined {
  return call.type === 'dictionary' ? call : argumentListOf(call);
}

function layOutList({ list, removed, added }: ListChange, text: string, tree: PyTree): Replacement[] {
  const items = list.children;
  const separator = layoutOf(items, list, text);
  const last = items.at(-1);
  // What comes takes the place of what goes, with its comma and comments.
  const isReplaced = last !== undefined && added.length > 0 && removed.has(last);
  const gone = new Set(isReplaced ? [...removed].filter((item) => item !== last) : removed);
  const edits = removals(items, gone, list, text, tree).map(
    (range): Replacement => ({ kind: 'replace', ...range, pieces: [] }),
  );
  if (added.length === 0) return edits;
  if (last === undefined) return [...edits, insertion(list.start + 1, joinPieces(added, ', '))];
  if (isReplaced)
    return [
      ...edits,
      { kind: 'replace', start: last.start, end: last.end, pieces: joinPieces(added, `,${separator}`) },
    ];
  return [...edits, ...appended(last, list.end - 1, separator, added, text, tree)];
}

function appended(
  last: PyNode,
  close: number,
  separator: string,
  added: readonly (readonly Piece[])[],
  text: string,
  tree: PyTree,
): Replacement[] {
  const comma = findComma(text, last.end, close, tree);
  const isOnePerLine = separator.includes('\n');
  const pieces = joinPieces(added, `,${separator}`);
  // A comment on the line of an argument belongs to it.
  const from = comma ?? last.end;
  const comment = tree.comments.find(
    (range) => range.start >= from && range.start < close && !text.slice(from, range.start).includes('\n'),
  );
  if (comma === undefined) {
    if (comment !== undefined && isOnePerLine)
      return [insertion(last.end, [',']), insertion(comment.end, [separator, ...pieces])];
    return [insertion(last.end, [`,${separator}`, ...pieces])];
  }
  if (!isOnePerLine) return [insertion(comma + 1, [' ', ...pieces, ','])];
  return [insertion(comment?.end ?? comma + 1, [separator, ...pieces, ','])];
}

function insertion(at: number, pieces: readonly Piece[]): Replacement {
  return { kind: 'replace', start: at, end: at, pieces };
}

/** What goes with the removed arguments: from the end of the one before, or up to the next one that stays. */
function removals(
  items: readonly PyNode[],
  removed: ReadonlySet<PyNode>,
  list: PyNode,
  text: string,
  tree: PyTree,
): TextRange[] {
  const isFree = (range: TextRange): boolean =>
    !tree.comments.some((comment) => range.start <= comment.start && comment.end <= range.end);
  if (items.length > 0 && items.every((item) => removed.has(item))) {
    const inside = { start: list.start + 1, end: list.end - 1 };
    if (isFree(inside)) return [inside];
  }
  const ranges: TextRange[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const first = items[i];
    if (first === undefined || !removed.has(first)) continue;
    let j = i;
    for (let next = items[j + 1]; next !== undefined && removed.has(next); next = items[j + 1]) j += 1;
    const [before, after, end] = [items[i - 1], items[j + 1], items[j]?.end ?? first.end];
    const gap = { start: before?.end ?? list.start + 1, end: after?.start ?? list.end - 1 };
    if (isFree(gap))
      ranges.push(before === undefined ? { start: first.start, end: after?.start ?? end } : { start: before.end, end });
    else {
      for (let k = i; k <= j; k += 1) {
        const done = ranges.at(-1)?.end ?? 0;
        for (const range of besideComments(items, k, list, done, text, tree))
          ranges.push({ start: Math.max(range.start, done), end: range.end });
      }
    }
    i = j;
  }
  return ranges;
}

/** One argument among comments: they all stay, and none swallows a comma. What is before `done` is gone already. */
function besideComments(
  items: readonly PyNode[],
  i: number,
  list: PyNode,
  done: number,
  text: string,
  tree: PyTree,
): TextRange[] {
  const item = items[i];
  if (item === undefined) return [];
  const next = items[i + 1]?.start ?? list.end - 1;
  const comma = findComma(text, item.end, next, tree);
  const comment = tree.comments.find((each) => item.end <= each.start && each.start < next);
  // A comma in front of each argument: the one in front of this, or of the next where this is the first, goes too.
  const own = i === 0 ? undefined : lastComma(text, Math.max(done, items[i - 1]?.end ?? list.start), item.start, tree);
  const lineOfComma = own === undefined ? undefined : text.slice(text.lastIndexOf('\n', own) + 1, own);
  if (own !== undefined && lineOfComma?.trim() === '' && !text.slice(own, item.start).includes('\n'))
    return [{ start: own, end: item.end }];
  if (comma !== undefined && comment !== undefined && comment.start < comma)
    return [item, { start: comma, end: comma + 1 + blanksAt(text, comma + 1) }];
  const end = comma === undefined ? item.end : comma + 1;
  const lineStart = text.lastIndexOf('\n', item.start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const isFirstOnLine = text.slice(lineStart, item.start).trim() === '';
  const isAlone = isFirstOnLine && newline >= 0 && text.slice(end, newline).trim() === '';
  if (isAlone) return [{ start: lineStart, end: newline + 1 }];
  if (isFirstOnLine) return [{ start: item.start, end: end + blanksAt(text, end) }];
  return [{ start: text.slice(0, item.start).trimEnd().length, end }];
}

function blanksAt(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return end - at;
}

function lastComma(text: string, from: number, to: number, tree: PyTree): number | undefined {
  let found: number | undefined;
  for (let at = findComma(text, from, to, tree); at !== undefined; at = findComma(text, at + 1, to, tree)) found = at;
  return found;
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
