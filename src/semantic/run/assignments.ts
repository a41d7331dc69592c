import { type Data, Dict, List, numberOf, Unknown } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { keyOf, keyText, raise } from './callables.js';
import { evaluate, setKey, subscriptKey } from './expressions.js';
import { indexIn, iterate, Slice } from './items.js';
import { LibraryObject } from './library-objects.js';
import { setMember } from './members.js';
import type { Run, Scope } from './state.js';
import { callSpecial, UserObject } from './user-objects.js';

/** Binds a name in the scope that owns it. A value that the caller gave for the name wins over one that is not known. */
export function bindName(name: string, value: Data, scope: Scope, run: Run): void {
  const given = value instanceof Unknown && scope.kind === 'module' ? run.surroundings.given.get(name) : undefined;
  (scope.elsewhere.get(name) ?? scope).names.set(name, given === undefined ? value : given);
}

/** `target = value`, for every kind of target. */
export function assign(target: PyNode, value: Data, scope: Scope, run: Run): void {
  switch (target.type) {
    case 'identifier':
      bindName(target.text, value, scope, run);
      return;
    case 'attribute': {
      const [object, name] = target.children;
      if (object !== undefined && name !== undefined) setMember(evaluate(object, scope, run), name.text, value, run);
      return;
    }
    case 'subscript': {
      const [object] = target.children;
      if (object === undefined) return;
      const owner = evaluate(object, scope, run);
      const key = subscriptKey(target, scope, run);
      if (key !== undefined) setItem(owner, key, value);
      return;
    }
    case 'parenthesized_expression':
    case 'as_pattern_target':
      if (target.children[0] !== undefined) assign(target.children[0], value, scope, run);
      return;
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
      unpack(target.children, value, scope, run);
      return;
    default:
  }
}

function unpack(targets: readonly PyNode[], value: Data, scope: Scope, run: Run): void {
  const items = iterate(value);
  if (items instanceof Unknown) {
    for (const target of targets)
      assign(target.type.startsWith('list_splat') ? (target.children[0] ?? target) : target, items, scope, run);
    return;
  }
  const star = targets.findIndex((target) => target.type === 'list_splat_pattern' || target.type === 'list_splat');
  if (star < 0) {
    if (items.length !== targets.length) raise('ValueError', `${items.length} values for ${targets.length} names`);
    for (const [index, target] of targets.entries()) assign(target, items[index] ?? null, scope, run);
    return;
  }
  const after = targets.length - star - 1;
  for (const [index, target] of targets.slice(0, star).entries()) assign(target, items[index] ?? null, scope, run);
  const inner = targets[star]?.children[0];
  if (inner !== undefined) assign(inner, new List(items.slice(star, items.length - after)), scope, run);
  for (const [index, target] of targets.slice(star + 1).entries())
    assign(target, items[items.length - after + index] ?? null, scope, run);
}

/** `object[key] = value`. */
export function setItem(object: Data, key: Data, value: Data): void {
  if (object instanceof Dict) setKey(object, key, value);
  else if (object instanceof UserObject) {
    if (callSpecial(object, '__setitem__', key, value) === undefined && object.content !== undefined)
      setItem(object.content, key, value);
  } else if (object instanceof List && key instanceof Slice) setSlice(object, key, value);
  else if (object instanceof List) {
    const index = numberOf(key);
    const at = index === undefined ? undefined : indexIn(object.items, index);
    if (at === undefined || object.open !== undefined) object.open = new Unknown('a list with a computed item');
    else object.items[at] = value;
  } else if (object instanceof LibraryObject) {
    const variables = object.attributes.get('(variables)');
    if (variables instanceof Dict) setKey(variables, key, value);
    else object.attributes.set(`[${String(key)}]`, value);
  }
}

function setSlice(list: List, { start, stop, step }: Slice, value: Data): void {
  const items = iterate(value);
  const [from, to] = [start ?? 0, stop ?? list.items.length].map((each) => numberOf(each));
  if (items instanceof Unknown || step !== null || from === undefined || to === undefined) {
    list.open = new Unknown('a list with a computed part');
    return;
  }
  const place = (at: number): number => Math.min(Math.max(at < 0 ? at + list.items.length : at, 0), list.items.length);
  list.items.splice(place(from), Math.max(0, place(to) - place(from)), ...items);
}

/** `del object[key]`. */
export function deleteItem(object: Data, key: Data): void {
  if (object instanceof UserObject && object.content !== undefined) {
    if (callSpecial(object, '__delitem__', key) === undefined) deleteItem(object.content, key);
    return;
  }
  const plain = object instanceof Dict ? keyOf(key) : undefined;
  if (object instanceof Dict && plain !== undefined) {
    if (!object.delete(plain) && object.open === undefined)
      raise('KeyError', `the dictionary has no key ${keyText(plain)}`);
  } else if (object instanceof Dict) object.open = new Unknown('a dictionary from which a computed key was removed');
  else if (object instanceof List) {
    const index = numberOf(key);
    const at = index === undefined ? undefined : indexIn(object.items, index);
    if (at === undefined) object.open = new Unknown('a list from which items were removed');
    else object.items.splice(at, 1);
  }
}
