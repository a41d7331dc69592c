import type { Marks, PageFinding, PageHunk, PagePart } from '../data.js';
import { type Child, counted, h } from './dom.js';
import { findingView } from './finding-view.js';

/** One row of the two sides; a side that has no line there is undefined. */
interface Row {
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

interface Side {
  readonly line: number;
  readonly text: string;
  readonly marks: Marks;
  readonly isChanged: boolean;
}

/** A file or cell: before on the left, after on the right, and each finding below the line that it is about. */
export function diffView({ cell, hunks, left }: PagePart, findings: readonly PageFinding[]): HTMLElement {
  const waiting = [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
  const body = hunks.flatMap((hunk, i) => [
    i > 0 || hunk.from[0] > 1 ? h('div', { class: 'skip', 'aria-hidden': 'true' }, '⋯') : null,
    ...rowsOf(hunk).flatMap((row) => {
      const shown = [rowView(row)];
      // A line that goes away shows its findings below what takes its place, where that stands in the same row.
      while (row.before !== undefined && waiting[0] !== undefined && waiting[0].line <= row.before.line) {
        const [finding] = waiting.splice(0, 1);
        if (finding !== undefined) shown.push(findingView(finding));
      }
      return shown;
    }),
  ]);
  return h(
    'section',
    { class: 'part' },
    cell === null ? null : h('h2', { class: 'cell' }, `Cell ${cell}`),
    h(
      'div',
      { class: 'code', role: 'group', 'aria-label': cell === null ? 'Changes' : `Changes in cell ${cell}` },
      body,
      waiting.map(findingView),
      left > 0 ? h('p', { class: 'left' }, `${counted(left, 'more line')}; run with --diff to see all.`) : null,
    ),
  );
}

function rowsOf({ from, lines, marks }: PageHunk): Row[] {
  const rows: Row[] = [];
  let [old, now] = from;
  const side = (at: number, line: number): Side => {
    const text = lines[at] ?? '';
    return { line, text: text.slice(1), marks: marks[at] ?? [], isChanged: text[0] !== ' ' };
  };
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.[0] === ' ') {
      rows.push({ before: side(at, old), after: side(at, now) });
      [at, old, now] = [at + 1, old + 1, now + 1];
      continue;
    }
    const [gone, come]: [Side[], Side[]] = [[], []];
    for (; lines[at]?.[0] === '-'; at += 1) gone.push(side(at, old++));
    for (; lines[at]?.[0] === '+'; at += 1) come.push(side(at, now++));
    for (let i = 0; i < Math.max(gone.length, come.length); i += 1) rows.push({ before: gone[i], after: come[i] });
  }
  return rows;
}

function rowView({ before, after }: Row): HTMLElement {
  const isChanged = before?.isChanged !== false || after?.isChanged !== false;
  return h('div', { class: isChanged ? 'line changed' : 'line' }, sideView(before, 'before'), sideView(after, 'after'));
}

function sideView(side: Side | undefined, which: 'before' | 'after'): Child[] {
  if (side === undefined) return [h('span', { class: `no ${which} absent` }), h('code', { class: `${which} absent` })];
  const changed = side.isChanged ? ' changed' : '';
  return [
    h('span', { class: `no ${which}${changed}` }, side.line),
    h(
      'code',
      { class: `${which}${changed}` },
      side.isChanged ? h('span', { class: 'sr' }, which === 'before' ? 'removed: ' : 'added: ') : null,
      marked(side.text, side.marks),
    ),
  ];
}

function marked(text: string, marks: Marks): Child[] {
  const pieces: Child[] = [];
  let at = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [start, end] = [marks[i] ?? 0, marks[i + 1] ?? 0];
    pieces.push(text.slice(at, start), h('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)];
}
