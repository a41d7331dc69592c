import { type FileRow, type PageFile, pageStates, pageStatuses } from '../data.js';
import { diffView } from './diff-view.js';
import { count, counted, h } from './dom.js';
import { jobView } from './job-view.js';
import { pathText, placeText } from './pieces.js';
import { currentRoute, go } from './route.js';
import { findFile, index, readFile } from './store.js';

/** Everything about one file. @param step goes so many files on in the list */
export function fileView(path: string, step: (by: number) => void): HTMLElement {
  const found = findFile(path);
  if (found === undefined) return h('p', { class: 'welcome' }, `There is no file ${path} in this report.`);
  const { number, row } = found;
  const file = readFile(number);
  return h(
    'article',
    { class: 'file' },
    header(row, step),
    file === undefined
      ? h('p', { class: 'nothing' }, 'No use of SDK v1, and no job.')
      : [reason(file), parts(file), jobs(file), notes(file)],
  );
}

function header([path, status, counts, , jobs, , differing]: FileRow, step: (by: number) => void): HTMLElement {
  const name = pageStatuses[status] ?? '';
  const facts = [
    ...pageStates.map((state, i) => ((counts[i] ?? 0) > 0 ? `${counts[i]} ${state}` : '')),
    differing > 0 ? `${counted(differing, 'change')} of a request` : '',
    jobs.length > 0 ? counted(jobs.length, 'job') : '',
  ].filter((fact) => fact !== '');
  return h(
    'header',
    {},
    h('button', { class: 'back', click: () => go({ ...currentRoute(), file: '' }) }, '‹ Files'),
    h('h1', {}, pathText(path)),
    h(
      'p',
      {},
      h('span', { class: `status t${status}` }, name === 'changed' && index.pending ? 'would change' : name),
      facts.length > 0 ? ` ${facts.join(' · ')}` : null,
    ),
    h(
      'nav',
      { 'aria-label': 'Files' },
      h('button', { click: () => step(-1), 'aria-label': 'Previous file' }, '↑'),
      h('button', { click: () => step(1), 'aria-label': 'Next file' }, '↓'),
    ),
  );
}

function reason({ reason: text }: PageFile): HTMLElement | null {
  return text === null ? null : h('p', { class: 'reason' }, text);
}

function parts({ parts: all, findings }: PageFile): readonly HTMLElement[] {
  // Without code, as after a merge of reports, findings stand alone.
  const cells = new Set(all.map(({ cell }) => cell));
  const bare = new Set(findings.map(({ cell }) => cell).filter((cell) => !cells.has(cell)));
  const shown = [...all, ...[...bare].map((cell) => ({ cell, hunks: [], left: 0 }))];
  shown.sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0));
  return shown.map((part) =>
    diffView(
      part,
      findings.filter(({ cell }) => cell === part.cell),
    ),
  );
}

function jobs({ jobs: shown, allJobs }: PageFile): HTMLElement | null {
  if (shown.length === 0) return null;
  const left = allJobs - shown.length;
  return h(
    'section',
    { class: 'jobs' },
    h('h2', {}, 'Jobs', h('b', {}, count(allJobs))),
    shown.map(jobView),
    left > 0 ? h('p', { class: 'place' }, `and ${count(left)} more, started at the same places`) : null,
  );
}

function notes({ notes: all }: PageFile): HTMLElement | null {
  if (all.length === 0) return null;
  return h(
    'details',
    { class: 'notes' },
    h('summary', {}, `${counted(all.length, 'place')} that the dry run could not follow`),
    h(
      'ul',
      {},
      all.map(({ cell, line, message }) => h('li', {}, h('b', {}, placeText(cell, line)), ' ', message)),
    ),
  );
}
