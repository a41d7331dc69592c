import { type JobRow, jobEnds } from '../data.js';
import { count, counted, fill, h } from './dom.js';
import { pathText, placeText, verdictNames } from './pieces.js';
import { currentRoute, go } from './route.js';
import { index } from './store.js';
import type { Shown } from './view.js';
import { virtualList } from './virtual-list.js';

/** All jobs of all files. */
export function jobsView(): Shown {
  const all = index.files.flatMap(([path, , , , jobs]) => jobs.map((job, number) => ({ path, job, number })));
  let matching = all;
  let asked: string | undefined;
  const list = virtualList({
    label: 'Jobs',
    height: 52,
    row: (at) => rowOf(matching[at]),
    choose: (at) => go({ view: 'files', file: matching[at]?.path ?? '', job: String(matching[at]?.number ?? '') }),
  });
  const totals = index.jobs;
  const whole = totals.reduce((a, b) => a + b, 0);
  const chips = jobEnds.map((name, verdict) =>
    h(
      'button',
      {
        class: 'chip',
        'aria-pressed': 'false',
        click: () => go({ ...currentRoute(), verdict: currentRoute().verdict === name ? '' : name }, true),
      },
      h('i', { class: `dot v${verdict}` }),
      `${verdictNames[verdict]} `,
      h('b', {}, count(totals[verdict] ?? 0)),
    ),
  );
  const total = h('p', { class: 'total', role: 'status' });
  const element = h(
    'main',
    { class: 'alljobs' },
    h('h1', {}, counted(whole, 'job')),
    h(
      'p',
      { class: 'sub' },
      `The requests that the programs would send on v2, beside what v1 would have sent.${
        all.length < whole ? ' Of jobs that loops start at one place, the first are listed.' : ''
      }`,
    ),
    h(
      'div',
      { class: 'chips', role: 'group', 'aria-label': 'Verdicts' },
      chips.filter((_, verdict) => (totals[verdict] ?? 0) > 0),
    ),
    total,
    list.element,
  );
  return {
    element,
    update({ verdict }) {
      for (const [i, chip] of chips.entries()) chip.setAttribute('aria-pressed', String(jobEnds[i] === verdict));
      if (verdict !== asked) {
        asked = verdict;
        matching = verdict === '' ? all : all.filter(({ job }) => jobEnds[job[1]] === verdict);
        fill(total, verdict === '' ? '' : `${counted(matching.length, 'job')} listed`);
      }
      list.show(matching.length, -1);
    },
  };
}

function rowOf(of: { readonly path: string; readonly job: JobRow } | undefined): HTMLElement {
  if (of === undefined) return h('div');
  const { path, job } = of;
  const [operation, verdict, violations, line, cell] = job;
  return h(
    'div',
    { class: 'row', title: path },
    h(
      'div',
      { class: 'names' },
      h('b', {}, operation === '' ? 'Refused' : operation),
      h('span', {}, h('bdi', {}, pathText(path), `, ${placeText(cell, line)}`)),
    ),
    violations > 0 ? h('span', { class: 'tag s2' }, counted(violations, 'violation')) : null,
    h('span', { class: `tag v${verdict}` }, verdictNames[verdict] ?? ''),
  );
}
