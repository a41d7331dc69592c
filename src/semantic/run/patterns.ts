import { type Data, Dict, isText, List, PyObject, Tuple, truthOf, Unknown } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { bindName } from './assignments.js';
import { equal } from './comparisons.js';
import { evaluate, readName } from './expressions.js';
import { isInstance } from './instances.js';
import { getMember } from './members.js';
import { binary } from './operators.js';
import { fieldValues } from './records.js';
import type { Run, Scope } from './state.js';
import { UserObject } from './user-objects.js';

/** Whether a value matches a pattern of a `case`; binds the pattern's names. Unknown where it can't be told. */
export function matches(pattern: PyNode, value: Data, scope: Scope, run: Run): boolean | Unknown {
  const inner = pattern.children[0];
  switch (pattern.type) {
    case 'case_pattern':
      if (inner === undefined) return true;
      return inner.type === 'integer' || inner.type === 'float'
        ? isNumber(pattern, inner, value, scope, run)
        : matches(inner, value, scope, run);
    case 'dotted_name': {
      const [first, ...rest] = pattern.children;
      if (first === undefined) return true;
      if (rest.length > 0)
        return equal(
          rest.reduce((at: Data, name) => getMember(at, name.text, name, run), readName(first.text, first, scope, run)),
          value,
        );
      if (first.text !== '_') bindName(first.text, value, scope, run);
      return true;
    }
    case 'identifier':
      bindName(pattern.text, value, scope, run);
      return true;
    case 'as_pattern': {
      const [subject, name] = pattern.children;
      const outcome = subject === undefined ? true : matches(subject, value, scope, run);
      if (name !== undefined && outcome !== false) bindName(name.text, value, scope, run);
      return outcome;
    }
    case 'union_pattern':
      return any(pattern.children.map((child) => matches(child, value, scope, run)));
    case 'list_pattern':
    case 'tuple_pattern':
      return matchesItems(pattern.children, value, scope, run);
    case 'dict_pattern':
      return matchesEntries(pattern, value, scope, run);
    case 'class_pattern':
      return matchesClass(pattern, value, scope, run);
    case 'true':
    case 'false':
    case 'none':
      return value instanceof Unknown ? value : evaluate(pattern, scope, run) === value;
    default:
      return equal(evaluate(pattern, scope, run), value);
  }
}

function any(outcomes: readonly (boolean | Unknown)[]): boolean | Unknown {
  return outcomes.includes(true) || (outcomes.find((each) => each instanceof Unknown) ?? false);
}

function all(outcomes: readonly (boolean | Unknown)[]): boolean | Unknown {
  if (outcomes.includes(false)) return false;
  return outcomes.find((each) => each instanceof Unknown) ?? true;
}

function isNumber(pattern: PyNode, number: PyNode, value: Data, scope: Scope, run: Run): boolean | Unknown {
  const written = evaluate(number, scope, run);
  return equal(pattern.text.startsWith('-') ? binary('*', -1, written) : written, value);
}

/** Whether a sequence has items that match the patterns, one of which may take the rest. */
export function matchesItems(patterns: readonly PyNode[], value: Data, scope: Scope, run: Run): boolean | Unknown {
  if (value instanceof Unknown) return value;
  if (!(value instanceof List || value instanceof Tuple)) return false;
  if (value instanceof List && value.open !== undefined) return value.open;
  const { items } = value;
  const star = patterns.findIndex((each) => splat(each) !== undefined);
  if (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) return false;
  const rest = items.length - patterns.length + 1;
  return all(
    patterns.map((each, index) => {
      if (index !== star) {
        const place = star >= 0 && index > star ? index + rest - 1 : index;
        return matches(each, items[place] ?? null, scope, run);
      }
      const name = splat(each)?.children[0]?.text;
      if (name !== undefined) bindName(name, new List(items.slice(star, star + rest)), scope, run);
      return true;
    }),
  );
}

function splat(pattern: PyNode): PyNode | undefined {
  return pattern.type === 'splat_pattern' ? pattern : pattern.children.find((child) => child.type === 'splat_pattern');
}

function matchesEntries(pattern: PyNode, value: Data, scope: Scope, run: Run): boolean | Unknown {
  if (value instanceof Unknown) return value;
  if (!(value instanceof Dict)) return false;
  const taken = new Set<Data>();
  const outcomes: (boolean | Unknown)[] = [];
  let key: PyNode | undefined;
  for (const child of pattern.children) {
    if (child.type === 'splat_pattern') {
      const rest = new Dict([...value].filter(([name]) => !taken.has(name)));
      rest.open = value.open;
      bindName(child.children[0]?.text ?? '_', rest, scope, run);
    } else if (key === undefined) key = child;
    else {
      const name = evaluate(key, scope, run);
      taken.add(name);
      const item = name === null || typeof name !== 'object' ? value.get(name) : value.open;
      if (item !== undefined) outcomes.push(matches(child, item, scope, run));
      else outcomes.push(value.open ?? false);
      key = undefined;
    }
  }
  return all(outcomes);
}

function matchesClass(pattern: PyNode, value: Data, scope: Scope, run: Run): boolean | Unknown {
  const [written, ...rest] = pattern.children;
  if (written === undefined) return new Unknown('half a pattern');
  const [first, ...names] = written.children;
  const root: Data = first === undefined ? null : readName(first.text, first, scope, run);
  const type = names.reduce((at: Data, name) => getMember(at, name.text, name, run), root);
  const isOne = truthOf(isInstance(value, type, run));
  if (isOne !== true) return isOne;
  const fields = fieldValues(value);
  return all(
    rest.map((each, index) => {
      const keyword = each.children[0]?.type === 'keyword_pattern' ? each.children[0] : undefined;
      if (keyword === undefined) {
        // `int(n)`: Python's own classes match the value itself.
        const item = value instanceof UserObject ? fields?.[index]?.[1] : isPlain(value) ? value : undefined;
        return item === undefined ? new Unknown('whether an object matches') : matches(each, item, scope, run);
      }
      const [name, inner] = keyword.children;
      if (name === undefined || !(value instanceof PyObject)) return new Unknown('whether an object matches');
      const item = getMember(value, name.text, name, run);
      return inner === undefined ? true : matches(inner, item, scope, run);
    }),
  );
}

function isPlain(value: Data): boolean {
  return value === null || typeof value !== 'object' || isText(value) || value instanceof List || value instanceof Dict;
}
