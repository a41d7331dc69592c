import { type FileRow, pageStates, pageStatuses } from '../data.js';
import { count, counted, fill, h } from './dom.js';
import { fileView } from './file-view.js';
import { bar, pathText } from './pieces.js';
import { currentRoute, go, type Route } from './route.js';
import { foundIn, index, mentions, openIn, stateNumber } from './store.js';
import type { Shown } from './view.js';
import { virtualList } from './virtual-list.js';

/** All files in a list with filters, beside the one that is open. */
export function filesView(): Shown {
  let matching: readonly number[] = [];
  let asked = '';
  let open = '';
  const positionOf = (path: string): number => matching.findIndex((number) => index.files[number]?.[0] === path);
  const list = virtualList({
    label: 'Files',
    height: 52,
    row: (at) => rowOf(matching[at] ?? -1),
    choose: (at) => go({ ...currentRoute(), file: index.files[matching[at] ?? -1]?.[0] ?? '', job: '' }, open !== ''),
  });
  const total = h('p', { class: 'total', role: 'status' });
  const filters = filterBar();
  const pane = h('section', { class: 'pane', tabindex: -1, 'aria-label': 'File' });
  const element = h(
    'main',
    { class: 'files' },
    h('aside', { class: 'side' }, filters.element, total, list.element),
    pane,
  );
  const step = (by: number): void => {
    const at = positionOf(open) + by;
    const next = index.files[matching[at] ?? -1]?.[0];
    if (next !== undefined) go({ ...currentRoute(), file: next, job: '' }, true);
  };
  return {
    element,
    update(route) {
      const question = JSON.stringify([route.query, route.states, route.rule, route.kind, route.folder]);
      if (question !== asked) {
        asked = question;
        matching = search(route);
        filters.update(route);
        fill(total, summaryOf(matching));
      }
      element.classList.toggle('has-file', route.file !== '');
      list.show(matching.length, positionOf(route.file));
      if (route.file === open && pane.firstChild !== null) return;
      open = route.file;
      fill(pane, route.file === '' ? welcome() : fileView(route.file, step));
      pane.scrollTop = 0;
      if (matchMedia('(max-width: 760px)').matches) scrollTo(0, 0);
      const job = pane.querySelectorAll<HTMLDetailsElement>('.job').item(Number(route.job));
      if (route.job === '' || job === null) return;
      job.open = true;
      job.scrollIntoView({ block: 'start' });
    },
  };
}

function welcome(): HTMLElement {
  return h(
    'div',
    { class: 'welcome' },
    h('p', {}, 'Choose a file to see its changes, findings and jobs.'),
    h(
      'p',
      { class: 'keys' },
      h('kbd', {}, '/'),
      ' search ',
      h('kbd', {}, '↑'),
      h('kbd', {}, '↓'),
      ' in the list ',
      h('kbd', {}, 'n'),
      h('kbd', {}, 'p'),
      ' next, previous finding',
    ),
  );
}

function summaryOf(matching: readonly number[]): string {
  let [found, open] = [0, 0];
  for (const number of matching) {
    const row = index.files[number];
    if (row === undefined) continue;
    found += foundIn(row);
    open += openIn(row);
  }
  return `${counted(matching.length, 'file')} · ${counted(found, 'use')} of v1${open > 0 ? ` · ${count(open)} open` : ''}`;
}

function rowOf(number: number): HTMLElement {
  const row = index.files[number];
  if (row === undefined) return h('div');
  const [path, status, counts] = row;
  const found = foundIn(row);
  const slash = path.lastIndexOf('/') + 1;
  const open = openIn(row);
  return h(
    'div',
    { class: 'row', title: path },
    h(
      'div',
      { class: 'names' },
      h('b', {}, path.slice(slash)),
      h('span', {}, h('bdi', {}, slash === 0 ? '\u00a0' : path.slice(0, slash - 1))),
    ),
    found + open === 0
      ? h('span', { class: `status t${status}` }, statusWord(row))
      : h(
          'div',
          { class: 'sums' },
          h('span', {}, open > 0 ? h('em', {}, `${count(open)} open`) : null, h('b', {}, count(found))),
          bar(counts, pageStates, 's'),
        ),
  );
}

function statusWord([, status, , , jobs]: FileRow): string {
  const name = pageStatuses[status] ?? '';
  if (name !== 'unchanged') return name;
  return jobs.length > 0 ? counted(jobs.length, 'job') : 'no v1';
}

const MANUAL = stateNumber('manual');

function search({ query, states, rule, kind, folder }: Route): readonly number[] {
  const wanted = states.map(stateNumber).filter((state) => state >= 0);
  const ruleNumber = rule === '' ? -1 : index.rules.findIndex(({ name }) => name === rule);
  const words = query.toLowerCase();
  // In a file's data text stands as JSON escapes it.
  const escaped = JSON.stringify(query).slice(1, -1).replaceAll('<', '\\u003c');
  const pattern = new RegExp(escaped.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  const status = pageStatuses.findIndex((name) => name === kind);
  const found: number[] = [];
  for (const [number, [path, itsStatus, counts, rules, , , differing]] of index.files.entries()) {
    if (folder !== '' && !path.startsWith(`${folder}/`)) continue;
    if (status >= 0 && itsStatus !== status) continue;
    if (kind === 'notebook' && !path.endsWith('.ipynb')) continue;
    if (kind === 'other' && path.endsWith('.ipynb')) continue;
    if (wanted.length > 0 && !wanted.some((state) => (counts[state] ?? 0) + (state === MANUAL ? differing : 0) > 0))
      continue;
    if (rule !== '' && !rules.includes(ruleNumber)) continue;
    if (query !== '' && !path.toLowerCase().includes(words) && !mentions(number, pattern)) continue;
    found.push(number);
  }
  return found;
}

function filterBar(): { readonly element: HTMLElement; readonly update: (route: Route) => void } {
  const input = document.createElement('input');
  Object.assign(input, {
    type: 'search',
    placeholder: 'Search paths, code, messages',
    className: 'search',
    id: 'search',
  });
  input.setAttribute('aria-label', 'Search paths, code and messages');
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ ...currentRoute(), query: input.value }, true), 150);
  });
  const chips = pageStates.map((name, state) =>
    h(
      'button',
      { class: `chip s${state}`, 'aria-pressed': 'false', click: () => toggleState(name) },
      h('i', { class: `dot s${state}` }),
      name,
    ),
  );
  const kinds = select('Kind', [
    ['', 'every kind'],
    ['other', 'all but notebooks'],
    ['notebook', 'notebooks'],
    ...pageStatuses.map((name) => [name, name === 'changed' && index.pending ? 'would change' : name] as const),
  ]);
  kinds.addEventListener('change', () => go({ ...currentRoute(), kind: kinds.value }, true));
  const names = index.rules.map(({ name }) => name).sort();
  const rules = select('Rule', [['', 'every rule'], ...names.map((name) => [name, name] as const)]);
  rules.addEventListener('change', () => go({ ...currentRoute(), rule: rules.value }, true));
  const folder = h('button', { class: 'folder', click: () => go({ ...currentRoute(), folder: '' }, true) });
  const clear = h(
    'button',
    { class: 'clear', click: () => go({ view: 'files', file: currentRoute().file }, true) },
    'clear',
  );
  return {
    element: h(
      'div',
      { class: 'filters', role: 'search' },
      input,
      h('div', { class: 'chips', role: 'group', 'aria-label': 'States' }, chips),
      h('div', { class: 'selects' }, kinds, rules, clear),
      folder,
    ),
    update(route) {
      if (document.activeElement !== input) input.value = route.query;
      for (const [state, chip] of chips.entries()) {
        chip.setAttribute('aria-pressed', String(route.states.includes(pageStates[state] ?? '')));
      }
      kinds.value = route.kind;
      rules.value = route.rule;
      folder.hidden = route.folder === '';
      fill(folder, 'in ', pathText(`${route.folder}/`), ' ✕');
      folder.setAttribute('aria-label', 'Search in all folders again');
      clear.hidden = [route.query, route.states.join(), route.kind, route.rule].every((value) => value === '');
    },
  };
}

function toggleState(name: string): void {
  const route = currentRoute();
  const { states } = route;
  go({ ...route, states: states.includes(name) ? states.filter((each) => each !== name) : [...states, name] }, true);
}

function select(label: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const element = document.createElement('select');
  element.setAttribute('aria-label', label);
  for (const [value, text] of options) element.append(h('option', { value }, text));
  return element;
}
