import { pageStates } from '../data.js';
import { count, counted, fill, h } from './dom.js';
import { currentRoute, go, hrefOf } from './route.js';
import { type Box, squarify } from './squarify.js';
import { index, mainState } from './store.js';

/** A folder or file with what was found below it. */
interface Branch {
  readonly name: string;
  /** From the top, without a slash at the end. */
  readonly path: string;
  readonly counts: number[];
  found: number;
  files: number;
  /** Undefined for a file. */
  readonly branches: Map<string, Branch> | undefined;
}

/** Folders that are smaller than this are one tile: those at the top, and those inside others. */
const SMALLEST_FOLDER = 64;
const SMALLEST_INNER = 110;
const HEADER = 20;
const GAP = 2;
/** Parts of a folder get a tile each, as many as have room for this many square pixels; the smallest share the last. */
const TILE_AREA = 500;
const MOST_TILES = 60;

/** The repository as tiles: their size is what was found, their colour how it ended. */
export function treemap(): { readonly element: HTMLElement; readonly update: () => void } {
  const root = buildTree();
  const crumbs = h('nav', { class: 'crumbs', 'aria-label': 'Folder' });
  const map = h('div', { class: 'map' });
  const update = (): void => {
    const top = find(root, currentRoute().folder);
    fill(crumbs, crumbsOf(top));
    const box = { x: 0, y: 0, width: map.clientWidth, height: map.clientHeight };
    fill(
      map,
      top.found === 0 ? h('p', { class: 'empty' }, 'No use of SDK v1 here.') : tiles(top, box, SMALLEST_FOLDER),
    );
  };
  let width = 0;
  new ResizeObserver(() => {
    if (map.clientWidth === width) return;
    width = map.clientWidth;
    update();
  }).observe(map);
  return { element: h('div', {}, crumbs, map), update };
}

function buildTree(): Branch {
  const root = branch('', '', true);
  for (const [path, , counts] of index.files) {
    const names = path.split('/');
    let at = root;
    grow(at, counts);
    for (const [i, name] of names.entries()) {
      const isFile = i === names.length - 1;
      const next = at.branches?.get(name) ?? branch(name, names.slice(0, i + 1).join('/'), !isFile);
      at.branches?.set(name, next);
      grow(next, counts);
      at = next;
    }
  }
  return root;
}

function branch(name: string, path: string, isFolder: boolean): Branch {
  const branches = isFolder ? new Map<string, Branch>() : undefined;
  return { name, path, counts: pageStates.map(() => 0), found: 0, files: 0, branches };
}

function grow(at: Branch, counts: readonly number[]): void {
  at.files += 1;
  for (const [state, value] of counts.entries()) {
    at.counts[state] = (at.counts[state] ?? 0) + value;
    at.found += value;
  }
}

function find(root: Branch, folder: string): Branch {
  let at = root;
  for (const name of folder.split('/').filter((part) => part !== '')) {
    const next = at.branches?.get(name);
    if (next?.branches === undefined) return at;
    at = next;
  }
  return at;
}

function crumbsOf(top: Branch): HTMLElement[] {
  const names = top.path.split('/').filter((name) => name !== '');
  const links = ['all files', ...names].map((name, i) =>
    h('a', { href: hrefOf({ ...currentRoute(), folder: names.slice(0, i).join('/') }) }, name),
  );
  const said = `${counted(top.files, 'file')}, ${counted(top.found, 'use')} of v1`;
  return [...links, h('span', {}, said), h('a', { class: 'quiet', href: listOf(top) }, 'list them')];
}

function listOf({ path }: Branch): string {
  return hrefOf({ view: 'files', folder: path });
}

/** The tiles of a folder's parts; positions are relative to the box. */
function tiles(top: Branch, box: Box, smallest: number): HTMLElement[] {
  const parts = [...(top.branches?.values() ?? [])].filter(({ found }) => found > 0).map(joined);
  parts.sort((a, b) => b.found - a.found || (a.name < b.name ? -1 : 1));
  const most = Math.max(4, Math.min(MOST_TILES, Math.floor((box.width * box.height) / TILE_AREA)));
  const shown = parts.length > most ? [...parts.slice(0, most - 1), rest(top, parts.slice(most - 1))] : parts;
  shown.sort((a, b) => b.found - a.found);
  const boxes = squarify(
    shown.map(({ found }) => found),
    box,
  );
  return shown.flatMap((part, i) => {
    const at = boxes[i];
    return at === undefined || at.width < GAP + 1 || at.height < GAP + 1 ? [] : [tile(part, at, smallest)];
  });
}

/** A folder that holds nothing but one other is shown as one with it. */
function joined(part: Branch): Branch {
  let at = part;
  let name = part.name;
  for (;;) {
    const inner: Branch[] = [...(at.branches?.values() ?? [])].filter(({ found }) => found > 0);
    const [only] = inner;
    if (inner.length !== 1 || only?.branches === undefined) return at === part ? part : { ...at, name };
    name += `/${only.name}`;
    at = only;
  }
}

function rest(top: Branch, small: readonly Branch[]): Branch {
  const all = branch(`${count(small.length)} more`, top.path, false);
  for (const part of small) {
    for (const [state, value] of part.counts.entries()) all.counts[state] = (all.counts[state] ?? 0) + value;
    all.found += part.found;
    all.files += part.files;
  }
  return all;
}

function shares({ counts, found }: Branch): string {
  let end = 0;
  const stops = counts.flatMap((value, state) => {
    const start = end;
    end += (100 * value) / found;
    return value === 0 ? [] : [`var(--k${state}) ${start.toFixed(2)}% ${end.toFixed(2)}%`];
  });
  return `linear-gradient(90deg,${stops.join(',')})`;
}

function tile(part: Branch, { x, y, width, height }: Box, smallest: number): HTMLElement {
  const style = `left:${x}px;top:${y}px;width:${width - GAP}px;height:${height - GAP}px`;
  const said = pageStates
    .map((name, state) => ((part.counts[state] ?? 0) > 0 ? `${part.counts[state]} ${name}` : ''))
    .filter((text) => text !== '')
    .join(', ');
  const title = `${part.path}: ${said}`;
  const isFolder = part.branches !== undefined;
  const open = (): void => {
    if (isFolder) go({ ...currentRoute(), folder: part.path });
    else if (part.files > 1) go({ view: 'files', folder: part.path });
    else go({ view: 'files', file: part.path });
  };
  if (isFolder && width > smallest && height > smallest) {
    const inner = { x: GAP, y: HEADER, width: width - 3 * GAP + GAP, height: height - HEADER - GAP - GAP };
    const head = h('button', { class: 'head', title, click: open }, part.name, h('small', {}, count(part.found)));
    return h('div', { class: 'group', style }, head, tiles(part, inner, SMALLEST_INNER));
  }
  const label = width > 44 && height > 16 ? h('span', {}, part.name) : null;
  const number = width > 44 && height > 34 ? h('small', {}, count(part.found)) : null;
  // A folder shows shares: one hard file in a hundred is not the colour of all.
  const isMixed = part.files > 1;
  return h(
    'button',
    {
      class: `tile s${mainState(part.counts)}`,
      style: isMixed ? `${style};background:${shares(part)}` : style,
      title,
      'aria-label': title,
      click: open,
    },
    label,
    number,
  );
}
