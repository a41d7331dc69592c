import { callChange } from '../sdk/call-changes.js';
import { movedSymbols } from '../sdk/moved-symbols.js';
import { lineageOf } from '../sdk/roles.js';
import { v2 } from '../sdk/tables.js';
import { trainKeywords } from '../sdk/train-keywords.js';

/** Canonical v2 path → the v1 class that became it. */
const formerPaths: ReadonlyMap<string, string> = new Map(
  [...movedSymbols].map(([before, after]) => [v2.resolve(after)?.path ?? after, before]),
);

/** The path under which the core may have what v1 has at a canonical path. */
export function currentPath(path: string): string {
  const moved = movedSymbols.get(path);
  return moved === undefined ? path : (v2.resolve(moved)?.path ?? moved);
}

/** The v1 class that became the one at a canonical v2 path. */
export function formerPath(path: string): string {
  return formerPaths.get(path) ?? path;
}

/** Attributes of v1 objects that have other names in v2. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  ...trainKeywords,
  image_name: 'image_uri',
  image: 'image_uri',
  endpoint: 'endpoint_name',
  train_image: 'training_image_uri',
  distributions: 'distribution',
};

/** The name in v2 of a v1 attribute or method. */
export function currentAttribute(name: string): string {
  return Object.hasOwn(ATTRIBUTES, name) ? (ATTRIBUTES[name] ?? name) : name;
}

/** The name in v2 of a parameter of a v1 callable (also of those that it hands on through `**kwargs`). */
export function currentParameter(path: string, method: string | undefined, name: string): string {
  for (const owner of [path, ...lineageOf(path)]) {
    const renamed = callChange(owner, method)?.renamed;
    if (renamed !== undefined && Object.hasOwn(renamed, name)) return renamed[name] ?? name;
  }
  return name;
}
