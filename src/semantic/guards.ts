import { isType, type PyNode, walk } from '../python/node.js';
import { portablePath } from '../sdk/portable-path.js';
import { v1, v2 } from '../sdk/tables.js';
import type { Facts } from './facts.js';
import type { Context } from './machine.js';
import { alternatives, type Value } from './values.js';

/** What is computed from the SDK's version; a test of it chooses between the two versions. */
export const SDK_VERSION: Value = { kind: 'sdk-version' };

/** Calls that look the version of an installed package up. */
const VERSION_LOOKUPS = new Set([
  'importlib.metadata.version',
  'importlib.metadata.distribution',
  'importlib_metadata.version',
  'importlib_metadata.distribution',
  'pkg_resources.get_distribution',
  'pkg_resources.require',
]);

/** Whether the value comes from the SDK's version, itself or in its parts: `tuple(map(int, v.split(".")))`. */
export function isVersion(value: Value | undefined): boolean {
  if (value?.kind === 'sequence') return value.items.some((item) => item.kind === 'sdk-version');
  return value?.kind === 'sdk-version';
}

/** Whether the call of another package's function asks which SDK is installed. */
export function isVersionLookup(path: string, first: Value | undefined): boolean {
  return (
    VERSION_LOOKUPS.has(path) &&
    first?.kind === 'constant' &&
    typeof first.value === 'string' &&
    /^sagemaker\b/.test(first.value)
  );
}

/** Whether `hasattr(object, name)` tells the versions apart: one has the member, the other does not. */
export function tellsVersion(object: Value, name: string | undefined): boolean {
  return (
    name !== undefined &&
    alternatives(object).some((each) => each.kind === 'sdk' && spellingOf(`${each.path}.${name}`) !== undefined)
  );
}

/** Marks a statement (or expression) as one that serves both versions. */
export function guard(node: PyNode, context: Context): void {
  const { guarded } = context.machine.facts;
  if (!guarded.includes(node)) guarded.push(node);
}

/** What follows `if <version 2>: return …` in its block is for the other version. */
export function guardAfterReturn(statement: PyNode, context: Context): void {
  const returns = statement.children.some((child) => isType(lastOf(child), 'return_statement', 'continue_statement'));
  if (!returns) return;
  const siblings = statement.parent?.children ?? [];
  for (const sibling of siblings.slice(siblings.indexOf(statement) + 1)) guard(sibling, context);
}

function lastOf(part: PyNode): PyNode | undefined {
  const block = part.type === 'block' ? part : part.children.find((child) => child.type === 'block');
  return block?.children.at(-1);
}

/** Names that only one version of the SDK knows, in one arm of a `try`: which version the arm is for. */
export function versionOf(arm: PyNode, facts: Facts): 'v1' | 'v2' | undefined {
  let found: 'v1' | 'v2' | undefined;
  let isMixed = false;
  walk(arm, (node) => {
    const reference = facts.references.get(node);
    const only = reference === undefined ? undefined : spellingOf(reference.sdk.path);
    if (only === undefined) return;
    if (found !== undefined && found !== only) isMixed = true;
    found = only;
  });
  return isMixed ? undefined : found;
}

/** The version in which one writes that path; undefined for what is right in both. */
function spellingOf(path: string): 'v1' | 'v2' | undefined {
  const inV1 = v1.resolve(path) !== undefined;
  // v2 has kept some old names as deprecated aliases: nobody writes them for v2.
  if (inV1) return portablePath(path) === path && !DEPRECATED.has(path) ? undefined : 'v1';
  return v2.resolve(path) === undefined ? undefined : 'v2';
}
/** Old functions that v2 keeps under their old paths (amazon/amazon_estimator.py of 2.257.6). */
const DEPRECATED = new Set(['sagemaker.amazon.amazon_estimator.get_image_uri']);
