import type { SdkApi, SdkSymbol, SdkVersion, Signature } from './api.js';
import { facts as v1Facts } from './generated/v1.js';
import { facts as v2Facts } from './generated/v2.js';
import { type ClassBlock, type Entry, findInModule, findMethod, fullPath, hasOwnMember } from './module-table.js';
import { parseSignature } from './signature.js';

interface ModuleText {
  readonly isLoaded: boolean;
  readonly start: number;
  readonly end: number;
}

/** Where each module's lines are; nothing else of the text is looked at. */
function indexModules(text: string): Map<string, ModuleText> {
  const modules = new Map<string, ModuleText>();
  const marker = '\nmodule ';
  for (let at = text.indexOf(marker); at !== -1; ) {
    const next = text.indexOf(marker, at + 1);
    const start = text.indexOf('\n', at + 1);
    const heading = text.slice(at + marker.length, start);
    const isLoaded = heading.endsWith(' +');
    const name = isLoaded ? heading.slice(0, -2) : heading;
    modules.set(fullPath(name), { isLoaded, start: start + 1, end: next === -1 ? text.length : next + 1 });
    at = next;
  }
  return modules;
}

/** Merges the linear orders of the base classes as Python does, so that overridden members are found in the right class. */
function linearize(path: string, basesOf: (path: string) => readonly string[]): string[] {
  const bases = basesOf(path);
  const pending = [...bases.map((base) => linearize(base, basesOf)), [...bases]];
  const order = [path];
  for (let rest = pending; rest.length > 0; rest = rest.filter((list) => list.length > 0)) {
    const heads = rest.flatMap((list) => list[0] ?? []);
    const next = heads.find((head) => rest.every((list) => list.indexOf(head) < 1)) ?? heads[0];
    if (next === undefined) break;
    order.push(next);
    for (const list of rest) if (list[0] === next) list.shift();
  }
  return order;
}

/** The value kept for the key, made on the first question; undefined is kept as well. */
function cached<T>(kept: Map<string, T | undefined>, key: string, make: () => T | undefined): T | undefined {
  const known = kept.get(key);
  if (known !== undefined || kept.has(key)) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

function createSdkApi(version: SdkVersion, text: string): SdkApi {
  let modules: Map<string, ModuleText> | undefined;
  const entries = new Map<string, Entry | undefined>();
  const lineages = new Map<string, readonly string[]>();
  const symbols = new Map<string, SdkSymbol | undefined>();
  const signatures = new Map<string, Signature | undefined>();
  const methods = new Map<string, Signature | undefined>();

  function findModule(path: string): ModuleText | undefined {
    modules ??= indexModules(text);
    return modules.get(path);
  }

  function findIn(module: string, name: string): Entry | undefined {
    const key = `${module}.${name}`;
    const place = findModule(module);
    if (place === undefined) return undefined;
    return cached(entries, key, () => findInModule(text.slice(place.start, place.end), name));
  }

  /** The entry that a canonical path names. */
  function findEntry(path: string): Entry | undefined {
    const cut = path.lastIndexOf('.');
    return findIn(path.slice(0, cut), path.slice(cut + 1));
  }

  function findClass(path: string): ClassBlock | undefined {
    const entry = findEntry(path);
    return entry?.kind === 'class' ? entry.block : undefined;
  }

  function follow(path: string): SdkSymbol | undefined {
    if (findModule(path) !== undefined) return { path, kind: 'module' };
    const cut = path.lastIndexOf('.');
    const parent = cut === -1 ? undefined : resolve(path.slice(0, cut));
    if (parent?.kind !== 'module') return undefined;
    const name = path.slice(cut + 1);
    const entry = findIn(parent.path, name);
    if (entry === undefined) return parent.path === path.slice(0, cut) ? undefined : resolve(`${parent.path}.${name}`);
    if (entry.kind === 'reexport') return resolve(entry.path);
    return { path: `${parent.path}.${name}`, kind: entry.kind };
  }

  function resolve(path: string): SdkSymbol | undefined {
    return cached(symbols, path, () => follow(path));
  }

  function remember(key: string, source: string | undefined): Signature | undefined {
    if (source === undefined) return undefined;
    const known = signatures.get(key);
    if (known !== undefined) return known;
    const signature = parseSignature(source, (base) => findSignature(fullPath(base)));
    signatures.set(key, signature);
    return signature;
  }

  function findSignature(path: string): Signature | undefined {
    const entry = findEntry(path);
    if (entry?.kind === 'function') return remember(path, entry.signature);
    return entry?.kind === 'class' ? remember(path, findMethod(entry.block, '')) : undefined;
  }

  function lineage(classPath: string): readonly string[] {
    const known = lineages.get(classPath);
    if (known !== undefined) return known;
    const order =
      findClass(classPath) === undefined ? [] : linearize(classPath, (path) => findClass(path)?.bases ?? []);
    lineages.set(classPath, order);
    return order;
  }

  function inheritedMethod(classPath: string, name: string): Signature | undefined {
    for (const owner of lineage(classPath)) {
      const block = findClass(owner);
      const source = block && findMethod(block, name);
      if (source !== undefined) return remember(`${owner}.${name}()`, source);
    }
    return undefined;
  }

  return {
    version,
    resolve,
    signature: findSignature,
    lineage,
    method: (classPath, name) => cached(methods, `${classPath}.${name}`, () => inheritedMethod(classPath, name)),
    hasMember(classPath, name) {
      return lineage(classPath).some((owner) => {
        const block = findClass(owner);
        return block !== undefined && (hasOwnMember(block, name) || findMethod(block, name) !== undefined);
      });
    },
    isLoadedByRoot: (modulePath) => findModule(modulePath)?.isLoaded ?? false,
  };
}

/** Facts of SageMaker Python SDK 1.72.0. */
export const v1: SdkApi = createSdkApi('v1', v1Facts);

/**
 * Facts of SageMaker Python SDK 2.257.6. Areas that v1 didn't have (JumpStart, ModelBuilder, lineage, pipelines …) are
 * known by name only: their classes have no signature and no members here.
 */
export const v2: SdkApi = createSdkApi('v2', v2Facts);
