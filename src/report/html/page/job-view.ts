import type { Json } from '../../../data/value.js';
import { jobEnds, type PageJob } from '../data.js';
import { type Child, counted, h } from './dom.js';
import { placeText, verdictNames } from './pieces.js';

/** A job: what it sends, what is wrong with it, and what changed in it between the versions. */
export function jobView(job: PageJob): HTMLElement {
  const { operation, cell, line, verdict, violations, condition, side, differences } = job;
  const name = jobEnds[verdict];
  const said = side === 'v1' ? 'only v1 sends it' : side === 'v2' ? 'only v2 sends it' : (verdictNames[verdict] ?? '');
  const body = h('div', { class: 'body' });
  const draw = (): void => {
    if (body.firstChild === null) body.append(...bodyOf(job));
  };
  const isOpen = violations.length > 0 || name === 'differs';
  const element = h(
    'details',
    { class: 'job' },
    h(
      'summary',
      {},
      h('b', {}, operation ?? 'Refused before a request is made'),
      h('span', { class: 'place' }, placeText(cell, line)),
      violations.length > 0 ? h('span', { class: 'tag s2' }, counted(violations.length, 'violation')) : null,
      h('span', { class: `tag v${verdict}` }, said),
      differences.length > 0 ? h('span', { class: 'place' }, counted(differences.length, 'field')) : null,
    ),
    condition === null ? null : h('p', { class: 'condition' }, `Only if: ${condition}`),
    body,
  );
  element.addEventListener('toggle', draw, { once: true });
  if (isOpen) {
    // At once, so that nothing moves when another job is scrolled to.
    draw();
    element.setAttribute('open', '');
  }
  return element;
}

function bodyOf({ request, differences, violations, side }: PageJob): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (violations.length > 0) {
    parts.push(
      h(
        'ul',
        { class: 'violations' },
        violations.map(({ grade, path, message }) =>
          h(
            'li',
            {},
            path === '' ? null : h('code', {}, path),
            ` ${message} `,
            h('small', {}, grade === 'client' ? 'refused before it is sent' : 'refused by AWS'),
          ),
        ),
      ),
    );
  }
  if (differences.length > 0) parts.push(differenceTable(differences));
  if (request !== null) {
    const title = side === 'v1' ? 'What v1 sent' : 'Request';
    parts.push(h('h3', {}, title), h('pre', { class: 'json' }, json(request, 0)));
  }
  return parts;
}

function differenceTable(differences: PageJob['differences']): HTMLElement {
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'fields' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Field', 'v1', 'v2', 'Why'].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        differences.map(({ path, v1, v2, kind, why }) =>
          h(
            'tr',
            { class: kind },
            h('th', { scope: 'row' }, path),
            h('td', {}, value(v1)),
            h('td', {}, value(v2)),
            h('td', { class: 'because' }, kind === 'differs' ? 'not explained' : (why ?? '')),
          ),
        ),
      ),
    ),
  );
}

function value(of: Json | undefined): HTMLElement {
  return of === undefined ? h('i', {}, 'absent') : h('code', {}, json(of, 0));
}

/** JSON with indentation; what is not known stands out. */
function json(of: Json, depth: number): Child[] {
  if (of === null || typeof of !== 'object') {
    return [h('span', { class: typeof of === 'string' ? 'string' : 'scalar' }, JSON.stringify(of))];
  }
  if ('$template' in of && typeof of.$template === 'string')
    return [h('span', { class: 'unknown' }, JSON.stringify(of.$template))];
  if ('$unknown' in of && typeof of.$unknown === 'string' && Object.keys(of).length === 1) {
    return [h('span', { class: 'unknown' }, `unknown: ${of.$unknown}`)];
  }
  const isArray = Array.isArray(of);
  const entries = Object.entries(of);
  if (entries.length === 0) return [isArray ? '[]' : '{}'];
  const indent = '  '.repeat(depth + 1);
  const inner = entries.flatMap(([name, item], i): Child[] => [
    `${i === 0 ? '' : ','}\n${indent}`,
    isArray ? null : [h('span', { class: 'key' }, JSON.stringify(name)), ': '],
    ...json(item as Json, depth + 1),
  ]);
  return [isArray ? '[' : '{', ...inner, `\n${'  '.repeat(depth)}${isArray ? ']' : '}'}`];
}
