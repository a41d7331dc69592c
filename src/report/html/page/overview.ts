import { jobEnds, pageStates, pageStatuses } from '../data.js';
import { count, counted, h, percent } from './dom.js';
import { bar, legend, meanings, verdictNames } from './pieces.js';
import { hrefOf } from './route.js';
import { index } from './store.js';
import { treemap } from './treemap.js';
import type { Shown } from './view.js';

/** The page that opens first: how far the migration is, and where. */
export function overview(): Shown {
  const { coverage, files } = index.summary;
  const states = pageStates.map((state) => coverage[state]);
  const map = treemap();
  const element = h(
    'main',
    { class: 'overview' },
    h(
      'section',
      { class: 'hero' },
      h('h1', {}, headline()),
      h('p', { class: 'sub' }, subline()),
      coverage.found === 0 ? null : bar(states, pageStates, 's'),
      coverage.found === 0
        ? null
        : legend(
            states,
            pageStates,
            's',
            pageStates.map((state) => hrefOf({ view: 'files', states: [state] })),
            meanings,
          ),
    ),
    coverage.found === 0
      ? null
      : h(
          'section',
          { class: 'card wide' },
          h('h2', {}, 'Where it is'),
          h(
            'p',
            { class: 'hint' },
            'A tile’s size is the number of v1 uses found; a file’s colour is how the hardest of them ended, a folder’s colours are shares.',
          ),
          map.element,
        ),
    h(
      'div',
      { class: 'cards' },
      card('Files', files.total, statusBar(), statusLegend()),
      ...jobsCard(),
      ...rulesCard(),
    ),
  );
  return { element, update: map.update };
}

function headline(): string {
  const { coverage, files } = index.summary;
  if (coverage.found === 0) return files.failed + files.skipped === 0 ? 'No use of SDK v1' : 'No use of SDK v1 found';
  const done = coverage.found - coverage.manual - coverage.unproven;
  if (done === coverage.found) return index.pending ? 'All of it can be migrated' : 'All of it is migrated';
  return `${percent(done, coverage.found)} ${index.pending ? 'migrates by itself' : 'is migrated'}`;
}

function subline(): string {
  const { coverage, files, changedRequests } = index.summary;
  const open = coverage.manual + coverage.unproven;
  const found = `${counted(coverage.found, 'use')} of SageMaker SDK v1 in ${counted(files.total, 'file')}`;
  const left = open === 0 ? 'nothing is left for a person' : `${count(open)} left for a person`;
  const differ = changedRequests === 0 ? '' : `, and ${counted(changedRequests, 'request')} would change`;
  return coverage.found === 0 ? counted(files.total, 'file') : `${found}; ${left}${differ}.`;
}

function card(title: string, total: number, ...body: (HTMLElement | null)[]): HTMLElement {
  return h('section', { class: 'card' }, h('h2', {}, title, h('b', {}, count(total))), ...body);
}

function statusBar(): HTMLElement {
  return bar(
    pageStatuses.map((status) => index.summary.files[status]),
    statusNames(),
    't',
  );
}

function statusLegend(): HTMLElement {
  return legend(
    pageStatuses.map((status) => index.summary.files[status]),
    statusNames(),
    't',
    pageStatuses.map((status) => hrefOf({ view: 'files', kind: status })),
  );
}

function statusNames(): string[] {
  return pageStatuses.map((status) => (status === 'changed' && index.pending ? 'would change' : status));
}

function jobsCard(): HTMLElement[] {
  const counts = index.jobs;
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return [];
  const hrefs = jobEnds.map((verdict) => hrefOf({ view: 'jobs', verdict }));
  return [card('Jobs', total, bar(counts, verdictNames, 'v'), legend(counts, verdictNames, 'v', hrefs))];
}

const MOST_RULES = 6;

function rulesCard(): HTMLElement[] {
  const open = index.found.map((counts) => (counts[2] ?? 0) + (counts[3] ?? 0));
  const ranked = [...open.entries()].filter(([, uses]) => uses > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (ranked.length === 0) return [];
  const most = ranked[0]?.[1] ?? 1;
  return [
    h(
      'section',
      { class: 'card' },
      h('h2', {}, 'What needs a person'),
      h(
        'ul',
        { class: 'ranks' },
        ranked.slice(0, MOST_RULES).map(([rule, uses]) =>
          h(
            'li',
            {},
            h(
              'a',
              {
                href: hrefOf({ view: 'files', rule: index.rules[rule]?.name ?? '', states: ['manual', 'unproven'] }),
              },
              h('span', {}, index.rules[rule]?.name ?? ''),
              h('b', {}, count(uses)),
              h('i', { style: `width:${(100 * uses) / most}%` }),
            ),
          ),
        ),
      ),
      h('a', { class: 'quiet', href: hrefOf({ view: 'rules' }) }, 'all rules'),
    ),
  ];
}
