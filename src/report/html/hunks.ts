import { diffWordsWithSpace, structuredPatch } from 'diff';
import type { ChangedPart } from '../../engine/outcome.js';
import type { Marks, PageHunk, PagePart } from './data.js';

/** Lines around what changes, and around findings. */
const CONTEXT = 3;
/** A line of data in a notebook can have millions of characters. */
const MOST_COLUMNS = 1000;
const MOST_LINES = 4000;
/** Lines that have less than this in common are other lines, and nothing in them is marked. */
const LEAST_IN_COMMON = 0.15;

/** The lines of a part that a person wants to see: those that change, those with findings, and some around. */
export function hunksOf({ cell, before, after }: ChangedPart, foundAt: readonly number[]): PagePart {
  const lines = wholeDiff(before, after);
  const shown = linesToShow(lines, foundAt);
  const hunks: PageHunk[] = [];
  let [old, now, used] = [1, 1, 0];
  let left = 0;
  let open: { from: readonly [number, number]; lines: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) hunks.push({ from: open.from, lines: open.lines.map(cut), marks: marksOf(open.lines) });
    open = undefined;
  };
  for (const [i, line] of lines.entries()) {
    if (!shown.has(i)) close();
    else if (used >= MOST_LINES) left += 1;
    else {
      open ??= { from: [old, now], lines: [] };
      open.lines.push(line);
      used += 1;
    }
    if (line[0] !== '+') old += 1;
    if (line[0] !== '-') now += 1;
  }
  close();
  return { cell, hunks, left };
}

/** Every line with its mark. */
function wholeDiff(before: string, after: string): readonly string[] {
  const [from, to] = [before, after].map((text) => text.replace(/\r\n?/g, '\n'));
  if (from === undefined || to === undefined || from === to) {
    return before
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => ` ${line}`);
  }
  const { hunks } = structuredPatch('', '', from, to, '', '', { context: Number.MAX_SAFE_INTEGER });
  return hunks.flatMap(({ lines }) => lines).filter((line) => !line.startsWith('\\'));
}

function linesToShow(lines: readonly string[], foundAt: readonly number[]): ReadonlySet<number> {
  const found = new Set(foundAt);
  const shown = new Set<number>();
  let old = 1;
  for (const [i, line] of lines.entries()) {
    if (line[0] !== ' ' || found.has(old)) {
      for (let k = Math.max(0, i - CONTEXT); k <= Math.min(lines.length - 1, i + CONTEXT); k += 1) shown.add(k);
    }
    if (line[0] !== '+') old += 1;
  }
  return shown;
}

function cut(line: string): string {
  if (line.length <= MOST_COLUMNS) return line;
  return `${line.slice(0, MOST_COLUMNS)} … ${line.length - MOST_COLUMNS} more characters`;
}

/** The words that changed in lines that took each other's place. */
function marksOf(lines: readonly string[]): Record<number, Marks> {
  const marks: Record<number, Marks> = {};
  for (const [before, after] of pairs(lines)) {
    const [from, to] = [lines[before]?.slice(1) ?? '', lines[after]?.slice(1) ?? ''];
    if (Math.max(from.length, to.length) > MOST_COLUMNS) continue;
    const [old, now]: [number[], number[]] = [[], []];
    let [a, b, common] = [0, 0, 0];
    for (const { value, added, removed } of diffWordsWithSpace(from, to)) {
      if (removed) old.push(a, a + value.length);
      else if (added) now.push(b, b + value.length);
      else common += value.trim().length;
      if (!added) a += value.length;
      if (!removed) b += value.length;
    }
    if (common < LEAST_IN_COMMON * Math.min(from.trim().length, to.trim().length)) continue;
    if (old.length > 0) marks[before] = old;
    if (now.length > 0) marks[after] = now;
  }
  return marks;
}

/** The first removed line with the first added one that follows, and so on. */
function* pairs(lines: readonly string[]): Generator<readonly [number, number]> {
  for (let at = 0; at < lines.length; ) {
    const start = at;
    while (lines[at]?.[0] === '-') at += 1;
    const middle = at;
    while (lines[at]?.[0] === '+') at += 1;
    for (let i = 0; i < Math.min(middle - start, at - middle); i += 1) yield [start + i, middle + i];
    if (at === start) at += 1;
  }
}
