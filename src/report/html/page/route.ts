/** Which page is open. */
export type View = 'overview' | 'files' | 'rules' | 'jobs';

/** What is looked at; all of it stands in the address, so that a link leads there and Back goes back. */
export interface Route {
  readonly view: View;
  /** Path of the file that is open. */
  readonly file: string;
  readonly query: string;
  /** Names of the states that are wanted; empty: all. */
  readonly states: readonly string[];
  readonly rule: string;
  readonly kind: string;
  /** Folder, without a slash at the end. */
  readonly folder: string;
  readonly verdict: string;
  /** Number of the job of the file that is to be seen; empty: none. */
  readonly job: string;
}

const VIEWS: readonly View[] = ['overview', 'files', 'rules', 'jobs'];

/** Everything unset. */
export const start: Route = {
  view: 'overview',
  file: '',
  query: '',
  states: [],
  rule: '',
  kind: '',
  folder: '',
  verdict: '',
  job: '',
};

/** The route that the address names. */
export function currentRoute(): Route {
  const [view = '', search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const values = new URLSearchParams(search);
  const get = (name: string): string => values.get(name) ?? '';
  return {
    view: VIEWS.find((name) => name === view) ?? 'overview',
    ...{ file: get('file'), query: get('q'), rule: get('rule'), kind: get('kind') },
    ...{ folder: get('folder'), verdict: get('verdict'), job: get('job') },
    states: get('state')
      .split('.')
      .filter((name) => name !== ''),
  };
}

/** The address of a route. */
export function hrefOf(route: Partial<Route>): string {
  const { view, file, query, states, rule, kind, folder, verdict, job } = { ...start, ...route };
  const values = new URLSearchParams();
  const given = { q: query, state: states.join('.'), rule, kind, folder, verdict, file, job };
  for (const [name, value] of Object.entries(given)) if (value !== '') values.set(name, value);
  const search = values.toString();
  return `#/${view}${search === '' ? '' : `?${search}`}`;
}

/** Goes to a route; `replace`: without a step for Back. */
export function go(route: Partial<Route>, replace = false): void {
  if (replace) history.replaceState(null, '', hrefOf(route));
  else history.pushState(null, '', hrefOf(route));
  dispatchEvent(new Event('hashchange'));
}
