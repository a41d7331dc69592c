import type { PyNode } from '../python/node.js';
import { alternatives, type DictEntry, type DictValue, join, joinAll, stringOf, type Value } from './values.js';

/** Gives a key of the dictionary its value. The token that spelt the key before stays one of those that name it. */
export function setEntry(target: DictValue, key: string, entry: DictEntry): void {
  const former = target.entries.get(key)?.key;
  if (former !== undefined && former !== entry.key) target.accesses.push({ key, node: former });
  target.entries.set(key, entry);
  if (entry.key !== undefined) hold(entry.key, target);
}

/** Notes that a string literal names a key: `d["k"]`, `d.get("k")`, `"k" in d`. */
export function noteAccess(target: DictValue, key: string, node: PyNode): void {
  target.accesses.push({ key, node });
  hold(node, target);
}

/** Notes the keys by which a `**` dictionary binds to names that are not the dictionary's own. */
export function pinKeys(
  args: Iterable<{ readonly dict: DictValue | undefined; readonly name: string | undefined }>,
): void {
  for (const { dict, name } of args) if (name !== undefined) dict?.pinned.add(name);
}

/** Notes the keys that a template names: `"%(k)s" % d`. */
export function pinTemplateKeys(template: Value, value: Value): void {
  const text = stringOf(template);
  if (value.kind !== 'dict' || text === undefined) return;
  for (const key of value.entries.keys()) if (text.includes(`%(${key})`)) value.pinned.add(key);
}

/** Notes the keys that an expression gives, other than those that come from going through a dictionary. */
export function pinComputed(target: DictValue, key: Value): void {
  for (const each of alternatives(key)) {
    const name = stringOf(each);
    if (name !== undefined && !(each.kind === 'constant' && each.isOwnKey)) target.pinned.add(name);
  }
}

/** Notes a value whose key is not known (or no string). */
export function addUnderUnknownKey(target: DictValue, value: Value): void {
  target.open = true;
  target.rest = target.rest === undefined ? value : join(target.rest, value);
}

/** Copies the entries of one mapping into another: `{**d}`, `dict(d)`, `a.update(d)`, `a | d`. */
export function mergeInto(target: DictValue, source: Value): void {
  for (const each of alternatives(source)) {
    if (each.kind !== 'dict') {
      target.open = true;
      continue;
    }
    for (const [key, entry] of each.entries) setEntry(target, key, entry);
    if (each.open) target.open = true;
    if (each.rest !== undefined) addUnderUnknownKey(target, each.rest);
  }
}

/** Any value of a dictionary; undefined where nothing is known of them. */
export function valuesOf(object: DictValue): Value | undefined {
  return joinAll([
    ...[...object.entries.values()].map((entry) => entry.value),
    ...(object.rest === undefined ? [] : [object.rest]),
  ]);
}

function hold(token: PyNode, dictionary: DictValue): void {
  const { holders } = dictionary;
  const known = holders.get(token);
  if (known === undefined) holders.set(token, new Set([dictionary]));
  else known.add(dictionary);
}
