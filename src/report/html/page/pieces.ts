import { pageStates } from '../data.js';
import { type Child, count, h, percent } from './dom.js';

/** What each state means, in a few words. */
export const meanings: readonly string[] = [
  'rewritten, same request',
  'rewritten on weaker evidence',
  'a person has to write it',
  'looks like v1, not provable',
  'serves both versions already',
  'switched off by a comment',
];

/** The name of a verdict for a person. */
export const verdictNames: readonly string[] = [
  'same as on v1',
  'only v2’s own changes',
  'not provable',
  'differs from v1',
  'nothing to migrate',
  'refused by the SDK',
];

/** A bar whose parts stand for numbers. */
export function bar(counts: readonly number[], names: readonly string[], kind: string): HTMLElement {
  const whole = counts.reduce((a, b) => a + b, 0);
  const label = counts
    .map((value, i) => (value === 0 ? '' : `${names[i]}: ${count(value)}`))
    .filter((part) => part !== '')
    .join(', ');
  return h(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label === '' ? 'none' : label, title: label },
    counts.map((value, i) =>
      value === 0 ? null : h('i', { class: `${kind}${i}`, style: `flex-grow:${value / whole}` }),
    ),
  );
}

/** A table of numbers that are links, one for each part of a bar. */
export function legend(
  counts: readonly number[],
  names: readonly string[],
  kind: string,
  hrefs: readonly string[],
  words: readonly string[] = [],
): HTMLElement {
  const whole = counts.reduce((a, b) => a + b, 0);
  return h(
    'ul',
    { class: 'legend' },
    counts.map((value, i) =>
      h(
        'li',
        {},
        h(
          value === 0 ? 'span' : 'a',
          { class: `entry${value === 0 ? ' none' : ''}`, href: value === 0 ? undefined : hrefs[i] },
          h('i', { class: `dot ${kind}${i}` }),
          h('span', { class: 'name' }, names[i] ?? '', words[i] === undefined ? null : h('small', {}, words[i])),
          h('b', {}, count(value)),
          h('span', { class: 'share' }, percent(value, whole)),
        ),
      ),
    ),
  );
}

/** The name of a state, with its colour. */
export function stateTag(state: number): HTMLElement {
  return h('span', { class: `tag s${state}` }, pageStates[state] ?? '');
}

/** A path with its folders dimmed. */
export function pathText(path: string): Child[] {
  const slash = path.lastIndexOf('/') + 1;
  return [h('span', { class: 'folders' }, path.slice(0, slash)), h('b', {}, path.slice(slash))];
}

/** A line, in a cell or in a file. */
export function placeText(cell: number | null, line: number): string {
  return cell === null ? `line ${line}` : `cell ${cell}, line ${line}`;
}
