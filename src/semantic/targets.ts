import type { PyNode } from '../python/node.js';
import { writeAttribute } from './attributes.js';
import { addUnderUnknownKey, noteAccess, setEntry } from './dictionaries.js';
import { elementsOf, evaluate } from './expressions.js';
import { bind } from './frame.js';
import type { Context } from './machine.js';
import { addItems, alternatives, joinAll, stringOf, unknown, type Value } from './values.js';

/**
 * Assigns a value to a target: a name, an attribute, an item, or a pattern of these.
 *
 * @param valueNode the expression on the right where the target gets all of it
 */
export function assignTo(target: PyNode, value: Value, valueNode: PyNode | undefined, context: Context): void {
  switch (target.type) {
    case 'identifier':
      bind(context.frame, target.text, value);
      return;
    case 'attribute':
      writeAttribute(target, value, valueNode, context);
      return;
    case 'subscript':
      assignItem(target, value, valueNode, context);
      return;
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
      unpack(target, value, valueNode, context);
      return;
    case 'list_splat_pattern':
    case 'parenthesized_expression':
    case 'as_pattern_target':
      if (target.children[0] !== undefined) assignTo(target.children[0], value, undefined, context);
      return;
    default:
      evaluate(target, context);
  }
}

function unpack(target: PyNode, value: Value, valueNode: PyNode | undefined, context: Context): void {
  const items = columnsOf(value, target.children.length);
  const nodes =
    valueNode !== undefined && valueNode.children.length === target.children.length ? valueNode.children : undefined;
  const any = items === undefined ? elementsOf(value) : undefined;
  for (const [i, part] of target.children.entries()) {
    assignTo(part, items?.[i] ?? any ?? unknown('an item'), items === undefined ? undefined : nodes?.[i], context);
  }
}

/** The items by their places, joined where the value is one of several sequences; undefined where the places are not known. */
function columnsOf(value: Value, count: number): (Value | undefined)[] | undefined {
  const rows = alternatives(value).map((each) =>
    each.kind === 'sequence' && !each.open && each.items.length === count ? each.items : undefined,
  );
  if (!rows.every((row) => row !== undefined)) return undefined;
  return Array.from({ length: count }, (_, i) => joinAll(rows.flatMap((row) => row[i] ?? [])));
}

function assignItem(target: PyNode, value: Value, valueNode: PyNode | undefined, context: Context): void {
  const [objectNode, keyNode] = target.children;
  if (objectNode === undefined || keyNode === undefined) return;
  const object = evaluate(objectNode, context);
  const key = stringOf(evaluate(keyNode, context));
  for (const each of alternatives(object)) {
    if (each.kind === 'sequence') addItems(each, [value]);
    if (each.kind !== 'dict') continue;
    if (key === undefined) addUnderUnknownKey(each, value);
    else {
      setEntry(each, key, { value, key: keyNode.type === 'string' ? keyNode : undefined, valueNode });
      if (keyNode.type === 'string') noteAccess(each, key, keyNode);
    }
  }
}
