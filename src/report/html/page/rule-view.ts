import { type PageRule, pageStates } from '../data.js';
import { count, h } from './dom.js';
import { bar } from './pieces.js';
import { hrefOf } from './route.js';
import { index } from './store.js';
import type { Shown } from './view.js';

/** What a rule says of itself. */
export function ruleBody({ summary, why, since, guide, examples }: PageRule): HTMLElement[] {
  if (summary === '') return [];
  return [
    h('p', {}, `${summary}.`),
    h('p', {}, why),
    h('p', { class: 'since' }, `Since SDK ${since}.${guide === null ? '' : ` In the SDK’s guide: ${guide}.`}`),
    ...examples.map(({ before, after }) =>
      h(
        'div',
        { class: 'example' },
        h('pre', {}, before.trimEnd()),
        before === after ? null : h('pre', { class: 'after' }, after.trimEnd()),
      ),
    ),
  ];
}

/** All rules that found something, with the files in which they did. */
export function rulesView(): Shown {
  const totals = index.found.map((counts) => counts.reduce((a, b) => a + b, 0));
  const order = [...index.rules.keys()].sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
  const element = h(
    'main',
    { class: 'rules' },
    h('h1', {}, `${count(index.rules.length)} ${index.rules.length === 1 ? 'rule' : 'rules'} found something`),
    h('p', { class: 'sub' }, 'By the number of uses; the bar shows how they ended.'),
    order.map((number) => {
      const rule = index.rules[number];
      if (rule === undefined) return null;
      const body = h('div', { class: 'body' });
      const item = h(
        'details',
        {},
        h(
          'summary',
          {},
          h('div', {}, h('b', {}, rule.name), h('span', {}, rule.summary)),
          bar(index.found[number] ?? [], pageStates, 's'),
          h(
            'span',
            { class: 'number' },
            count(totals[number] ?? 0),
            h('small', {}, totals[number] === 1 ? ' use' : ' uses'),
          ),
        ),
        body,
      );
      item.addEventListener(
        'toggle',
        () =>
          body.append(
            ...ruleBody(rule),
            h('p', {}, h('a', { href: hrefOf({ view: 'files', rule: rule.name }) }, 'Files with this rule')),
          ),
        { once: true },
      );
      return item;
    }),
  );
  return { element, update: () => undefined };
}
