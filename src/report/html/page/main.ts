import { counted, fill, h } from './dom.js';
import { filesView } from './files.js';
import { jobsView } from './jobs.js';
import { overview } from './overview.js';
import { currentRoute, go, hrefOf, type View } from './route.js';
import { rulesView } from './rule-view.js';
import { index } from './store.js';
import { themeButton } from './theme.js';
import type { Shown } from './view.js';

const VIEWS: Readonly<Record<View, { readonly title: string; readonly make: () => Shown }>> = {
  overview: { title: 'Overview', make: overview },
  files: { title: 'Files', make: filesView },
  rules: { title: 'Rules', make: rulesView },
  jobs: { title: 'Jobs', make: jobsView },
};

const links = new Map(
  Object.entries(VIEWS).map(([view, { title }]) => [view, h('a', { href: `#/${view}` }, title)] as const),
);
const page = h('div', { class: 'page' });
let open: { readonly view: View; readonly shown: Shown } | undefined;

const app = document.getElementById('app');
if (app !== null) {
  fill(
    app,
    h('a', { class: 'skip-link', href: '#page', click: skip }, 'Skip to the content'),
    h(
      'header',
      { class: 'top' },
      h('a', { class: 'mark', href: hrefOf({}) }, 'SageMaker SDK ', h('b', {}, 'v1 → v2')),
      h('nav', { 'aria-label': 'Report' }, [...links.values()]),
      themeButton(),
    ),
    page,
    h('footer', {}, `sagemaker-upgrade-v2 ${index.version} · ${counted(index.files.length, 'file')}`),
  );
  addEventListener('hashchange', show);
  addEventListener('keydown', onKey);
  show();
}

function show(): void {
  const route = currentRoute();
  if (open?.view !== route.view) {
    open = { view: route.view, shown: VIEWS[route.view].make() };
    fill(page, open.shown.element);
    document.body.dataset.view = route.view;
    for (const [view, link] of links) {
      if (view === route.view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    scrollTo(0, 0);
  }
  open.shown.update(route);
}

function skip(event: Event): void {
  event.preventDefault();
  const main = page.querySelector('main');
  main?.setAttribute('tabindex', '-1');
  main?.focus();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  const isTyping = target instanceof HTMLElement && target.matches('input, select, textarea');
  if (event.key === 'Escape' && isTyping) target.blur();
  if (isTyping) return;
  if (event.key === '/') {
    event.preventDefault();
    if (currentRoute().view !== 'files') go({ view: 'files' });
    document.getElementById('search')?.focus();
  } else if (event.key === 'n' || event.key === 'p') nextFinding(event.key === 'n' ? 1 : -1);
}

/** Goes to the finding after, or before, the one that has the focus. */
function nextFinding(by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>('.finding > summary')];
  const at = all.findIndex((each) => each === document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}
