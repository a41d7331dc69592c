import type { Source } from '../text/source.js';
import type { FindModule } from './options.js';

/** `import a.b as c, d` or `from ..a import b, c`, by its line; a list in brackets may go on. Bounded, so that no text takes long. */
const IMPORT =
  /^[ \t]*(?:from\b[ \t]{0,9}(?<dots>\.{0,9})[ \t]{0,9}(?<module>(?:\w[\w.]*)?)[ \t]{0,9}\bimport\b[ \t]{0,9}(?:\((?<list>[^)]{0,4000})\)|(?<names>[^\n#;]*))|import[ \t]{1,9}(?<modules>[^\n#;]+))/gm;

/** Imports of imports that are looked at. */
const MAX_DISTANCE = 3;

/** Modules that one file may cost. */
const MAX_MODULES = 50;

/** Names in the imports of one file that are looked up. */
const MAX_WANTED = 500;

/** Modules of which is remembered what a look at them told. */
const MOST_KEPT = 2000;

/** What a look at a module's text tells. */
interface Glance {
  readonly mentionsSdk: boolean;
  readonly wanted: readonly Wanted[];
  /** Paths of the modules that it imports; looked up when they are first asked for. */
  imports: readonly string[] | undefined;
}

interface Wanted {
  readonly dotted: string;
  readonly level: number;
}

/** What was seen of modules, by finder and path; the texts themselves are not kept. */
const glances = new WeakMap<FindModule, Map<string, Glance>>();

/** Whether the source imports a module of the project that mentions the SDK, itself or by its own imports. */
export function importsSdk(source: Source, find: FindModule): boolean {
  const known = glances.get(find) ?? new Map<string, Glance>();
  glances.set(find, known);
  if (known.size >= MOST_KEPT) known.clear();
  const seen = new Set<string>();
  let next = pathsOf(wantedModules(source.text), source.path, find, known);
  for (let distance = 1; next.length > 0; distance += 1) {
    const further: string[] = [];
    for (const path of next) {
      const glance = known.get(path);
      if (glance === undefined || seen.has(path) || seen.size >= MAX_MODULES) continue;
      if (glance.mentionsSdk) return true;
      seen.add(path);
      if (distance === MAX_DISTANCE) continue;
      glance.imports ??= pathsOf(glance.wanted, path, find, known);
      further.push(...glance.imports);
    }
    next = further;
  }
  return false;
}

/** The files of modules, each glanced at. */
function pathsOf(wanted: readonly Wanted[], fromPath: string, find: FindModule, known: Map<string, Glance>): string[] {
  const paths = new Set<string>();
  for (const { dotted, level } of wanted) {
    const module = find(dotted, level, fromPath);
    if (module === undefined) continue;
    paths.add(module.path);
    if (!known.has(module.path)) known.set(module.path, glanceAt(module.text));
  }
  return [...paths];
}

function glanceAt(text: string): Glance {
  const mentionsSdk = /\bsagemaker\b/.test(text);
  return { mentionsSdk, wanted: mentionsSdk ? [] : wantedModules(text), imports: undefined };
}

/** The modules that the import statements of a text may name. */
function wantedModules(text: string): Wanted[] {
  const wanted: Wanted[] = [];
  for (const { groups = {} } of text.matchAll(IMPORT)) {
    if (wanted.length > MAX_WANTED) break;
    const { dots = '', module = '', modules } = groups;
    if (modules !== undefined) {
      for (const name of namesIn(modules)) wanted.push({ dotted: name, level: 0 });
      continue;
    }
    const level = dots.length;
    wanted.push({ dotted: module, level });
    // What is imported may be a submodule.
    for (const name of namesIn(groups.list ?? groups.names ?? ''))
      wanted.push({ dotted: module === '' ? name : `${module}.${name}`, level });
  }
  return wanted.filter(({ dotted, level }) => dotted !== '' || level > 0);
}

function namesIn(list: string): string[] {
  const names = list.replace(/#[^\n]*/g, '').split(',', MAX_WANTED);
  return names.map((name) => name.trim().split(/\s+/)[0] ?? '').filter((name) => /^[\w.]+$/.test(name));
}
