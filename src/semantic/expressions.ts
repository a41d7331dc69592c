import { isType, type PyNode } from '../python/node.js';
import { stringContent, stringPrefix, stringValue } from '../python/strings.js';
import { readAttribute } from './attributes.js';
import { BUILTINS, builtinValue } from './builtins.js';
import { evaluateCall } from './calls.js';
import {
  addUnderUnknownKey,
  mergeInto,
  noteAccess,
  pinComputed,
  pinTemplateKeys,
  setEntry,
  valuesOf,
} from './dictionaries.js';
import { bind, createFrame, lookUp } from './frame.js';
import { guard, isVersion, SDK_VERSION } from './guards.js';
import { hintFor, symbolFor } from './hints.js';
import { type Context, mayGoOn } from './machine.js';
import { noteReference, starSymbol } from './references.js';
import { assignTo } from './targets.js';
import {
  addItems,
  alternatives,
  dict,
  type FunctionValue,
  isNone,
  join,
  joinAll,
  NONE,
  type Sequence,
  stringOf,
  unknown,
  type Value,
} from './values.js';

/** What an expression stands for at this point of the program. Never throws; what is not understood is unknown. */
export function evaluate(node: PyNode, context: Context): Value {
  const { machine } = context;
  if (!mayGoOn(machine)) return unknown('too large a computation to follow');
  machine.depth += 1;
  const value = evaluateKind(node, context);
  machine.depth -= 1;
  if (value.kind !== 'constant' && value.kind !== 'unknown') machine.facts.values.set(node, value);
  return value;
}

function evaluateKind(node: PyNode, context: Context): Value {
  switch (node.type) {
    case 'identifier':
      return readName(node, context);
    case 'attribute':
      return readAttribute(node, context, 'read');
    case 'call':
      return evaluateCall(node, context);
    case 'string':
    case 'concatenated_string':
      return readString(node, context);
    case 'integer':
    case 'float':
      return readNumber(node);
    case 'true':
      return { kind: 'constant', value: true };
    case 'false':
      return { kind: 'constant', value: false };
    case 'none':
      return NONE;
    case 'list':
    case 'list_pattern':
      return readItems(node, 'list', context);
    case 'tuple':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
      return readItems(node, 'tuple', context);
    case 'set':
      return readItems(node, 'set', context);
    case 'dictionary':
      return readDictionary(node, context);
    case 'parenthesized_expression':
    case 'await':
    case 'type':
    case 'constrained_type':
      return node.children[0] === undefined ? NONE : evaluate(node.children[0], context);
    case 'binary_operator':
      return readBinary(node, context);
    case 'boolean_operator':
      return readBoolean(node, context);
    case 'conditional_expression':
      return readConditional(node, context);
    case 'comparison_operator':
      return readComparison(node, context);
    case 'not_operator':
    case 'unary_operator':
      return readUnary(node, context);
    case 'lambda':
      return readLambda(node, context);
    case 'subscript':
      return readSubscript(node, context);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
      return readComprehension(node, context);
    case 'dictionary_comprehension':
      return readDictComprehension(node, context);
    case 'yield':
      return readYield(node, context);
    case 'named_expression':
      return readNamed(node, context);
    default: {
      for (const child of node.children) evaluate(child, context);
      return unknown(`a ${node.type.replaceAll('_', ' ')}`);
    }
  }
}

/** The value of a name; what nothing binds may be a builtin, come from a star import, or be a hint. */
export function readName(node: PyNode, context: Context): Value {
  const { machine, frame } = context;
  const name = node.text;
  const bound = lookUp(frame, name);
  if (bound !== undefined) {
    noteReference(node, bound, context);
    if (bound.kind === 'foreign' && bound.path.startsWith('.')) return hintFor(machine, name) ?? bound;
    return bound;
  }
  const starred = starSymbol(name, machine);
  if (starred !== undefined) {
    noteReference(node, starred, context);
    return starred;
  }
  if (BUILTINS.has(name)) return builtinValue(name);
  const users = machine.facts.unbound.get(name);
  if (users === undefined) machine.facts.unbound.set(name, [node]);
  else users.push(node);
  const suggested: Value | undefined =
    name === 'sagemaker' && !machine.isElsewhere
      ? { kind: 'sdk', path: name, evidence: 'name', binding: undefined }
      : symbolFor(machine, node);
  if (suggested !== undefined) {
    noteReference(node, suggested, context);
    return suggested;
  }
  return hintFor(machine, name) ?? unknown(`the name ${name}, which nothing here binds`);
}

function readString(node: PyNode, context: Context): Value {
  const value = stringValue(node);
  if (value !== undefined) return { kind: 'constant', value };
  if (node.type === 'concatenated_string') {
    const parts = node.children.map((child) => evaluate(child, context));
    return { kind: 'text', parts };
  }
  if (!stringPrefix(node).includes('f')) return unknown('a bytes literal');
  const parts: (string | Value)[] = [];
  let from = stringContent(node).start;
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    parts.push(node.document.text.slice(from, child.start));
    from = child.end;
    const expression = child.children[0];
    parts.push(expression === undefined ? unknown('an empty hole') : evaluate(expression, context));
    for (const rest of child.children.slice(1)) evaluate(rest, context);
  }
  parts.push(node.document.text.slice(from, stringContent(node).end));
  return { kind: 'text', parts };
}

function readNumber(node: PyNode): Value {
  const value = Number(node.text.replaceAll('_', ''));
  return Number.isNaN(value) ? unknown('a number literal') : { kind: 'constant', value };
}

function readItems(node: PyNode, type: Sequence['type'], context: Context): Value {
  const items: Value[] = [];
  let open: Sequence['open'] = false;
  for (const child of node.children) {
    if (child.type !== 'list_splat' && child.type !== 'list_splat_pattern') {
      items.push(evaluate(child, context));
      continue;
    }
    const inner = child.children[0] === undefined ? undefined : evaluate(child.children[0], context);
    if (inner?.kind === 'sequence') items.push(...inner.items);
    if (inner?.kind !== 'sequence' || inner.open === true) open = true;
    else open ||= inner.open;
  }
  return { kind: 'sequence', type, items, open };
}

function readDictionary(node: PyNode, context: Context): Value {
  const result = dict(context.machine.keyHolders);
  for (const child of node.children) {
    const [first, second] = child.children;
    if (child.type === 'dictionary_splat' && first !== undefined) mergeInto(result, evaluate(first, context));
    else if (child.type === 'pair' && first !== undefined && second !== undefined) {
      const key = stringOf(evaluate(first, context));
      const value = evaluate(second, context);
      if (key === undefined) addUnderUnknownKey(result, value);
      else setEntry(result, key, { value, key: isType(first, 'string') ? first : undefined, valueNode: second });
    } else result.open = true;
  }
  return result;
}

function readBinary(node: PyNode, context: Context): Value {
  const [leftNode, operator, rightNode] = node.children;
  if (leftNode === undefined || operator === undefined || rightNode === undefined) return unknown('half an expression');
  const left = evaluate(leftNode, context);
  const right = evaluate(rightNode, context);
  return applyBinary(operator.type, left, right);
}

/** The result of a binary operator as far as it can be told. */
export function applyBinary(operator: string, left: Value, right: Value): Value {
  if (left.kind === 'sdk-version' || right.kind === 'sdk-version') return SDK_VERSION;
  if (operator === '|' && left.kind === 'dict') {
    const merged = dict(left.holders);
    mergeInto(merged, left);
    mergeInto(merged, right);
    return merged;
  }
  if (operator === '+' && left.kind === 'sequence' && right.kind === 'sequence') {
    const sum: Sequence = { kind: 'sequence', type: left.type, items: [...left.items], open: left.open };
    addItems(sum, right.items, right.open);
    return sum;
  }
  if (operator === '+' && isTextual(left) && isTextual(right)) {
    const [a, b] = [stringOf(left), stringOf(right)];
    const isShort = (a?.length ?? 0) + (b?.length ?? 0) < MAX_STRING;
    return a !== undefined && b !== undefined && isShort
      ? { kind: 'constant', value: a + b }
      : { kind: 'text', parts: [left, right] };
  }
  if (operator === '%') pinTemplateKeys(left, right);
  if (operator === '%' && isTextual(left)) return { kind: 'text', parts: [left, right] };
  if (left.kind === 'foreign') return left;
  return unknown(`the result of ${operator}`);
}

/** Code units of a string that is put together; a longer one is no name of anything. */
const MAX_STRING = 100_000;

/** Whether the value is text for certain. */
export function isTextual(value: Value): boolean {
  return value.kind === 'text' || stringOf(value) !== undefined;
}

function readBoolean(node: PyNode, context: Context): Value {
  const [leftNode, , rightNode] = node.children;
  if (leftNode === undefined || rightNode === undefined) return unknown('half an expression');
  const left = evaluate(leftNode, context);
  const right = evaluate(rightNode, context);
  if (left.kind === 'sdk-version' || right.kind === 'sdk-version') return SDK_VERSION;
  return isNone(left) ? right : join(left, right);
}

function readConditional(node: PyNode, context: Context): Value {
  const [then, condition, otherwise] = node.children;
  if (then === undefined || condition === undefined || otherwise === undefined) return unknown('half an expression');
  if (isVersion(evaluate(condition, context))) guard(node, context);
  return join(evaluate(then, context), evaluate(otherwise, context));
}

function readComparison(node: PyNode, context: Context): Value {
  const operands = node.children.filter((child) => !COMPARISONS.has(child.type));
  const values = operands.map((operand) => evaluate(operand, context));
  if (values.some(isVersion)) return SDK_VERSION;
  const [leftNode] = operands;
  const [left, right] = values;
  const key = left === undefined ? undefined : stringOf(left);
  if (right?.kind === 'dict' && key !== undefined && isType(leftNode, 'string')) noteAccess(right, key, leftNode);
  return unknown('the outcome of a comparison');
}
const COMPARISONS = new Set(['<', '<=', '==', '!=', '>=', '>', '<>', 'in', 'not in', 'is', 'is not', 'not']);

function readUnary(node: PyNode, context: Context): Value {
  const operand = node.children.at(-1);
  const value = operand === undefined ? NONE : evaluate(operand, context);
  if (value.kind === 'sdk-version') return value;
  const isNegative = node.children[0]?.type === '-' && value.kind === 'constant' && typeof value.value === 'number';
  return isNegative ? { kind: 'constant', value: -Number(value.value) } : unknown('the result of an operator');
}

function readLambda(node: PyNode, context: Context): Value {
  const { functions } = context.machine;
  const known = functions.get(node);
  if (known !== undefined) return known;
  const made: FunctionValue = {
    kind: 'function',
    node,
    home: context.machine,
    closure: context.frame,
    owner: context.owner,
    decorated: false,
    visits: 0,
    result: undefined,
    callSites: new Set(),
  };
  functions.set(node, made);
  return made;
}

function readSubscript(node: PyNode, context: Context): Value {
  const [objectNode, keyNode] = node.children;
  if (objectNode === undefined) return unknown('half an expression');
  const object = evaluate(objectNode, context);
  const key = keyNode === undefined ? NONE : evaluate(keyNode, context);
  for (const extra of node.children.slice(2)) evaluate(extra, context);
  return joinAll(alternatives(object).map((each) => itemOf(each, key, keyNode))) ?? unknown('an item of nothing');
}

/** `object[key]`. */
export function itemOf(object: Value, key: Value, keyNode: PyNode | undefined): Value {
  if (object.kind === 'sdk-version' || object.kind === 'foreign') return object;
  if (object.kind === 'dict') {
    const name = stringOf(key);
    if (!isType(keyNode, 'string')) pinComputed(object, key);
    if (name === undefined) return valuesOf(object) ?? unknown('an item of a dictionary');
    if (isType(keyNode, 'string')) noteAccess(object, name, keyNode);
    return object.entries.get(name)?.value ?? object.rest ?? unknown(`the item "${name}" of a dictionary`);
  }
  if (object.kind === 'sequence') {
    const index = key.kind === 'constant' && typeof key.value === 'number' ? key.value : undefined;
    if (isType(keyNode, 'slice')) return { ...object, open: object.open || 'repeats' };
    const exact = index === undefined || object.open ? undefined : object.items.at(index);
    return exact ?? elementsOf(object);
  }
  return unknown('an item of something unknown');
}

/** What iterating over the value gives, in one turn that stands for all. */
export function elementsOf(value: Value): Value {
  const parts: Value[] = [];
  for (const each of alternatives(value)) {
    if (each.kind === 'sequence') parts.push(...each.items);
    else if (each.kind === 'dict')
      parts.push(...[...each.entries.keys()].map((key): Value => ({ kind: 'constant', value: key, isOwnKey: true })));
    else if (each.kind === 'foreign' || each.kind === 'sdk-version') parts.push(each);
    if ((each.kind === 'sequence' || each.kind === 'dict') && each.open === true)
      parts.push(unknown('an item of a list'));
  }
  return joinAll(parts) ?? unknown('an item of something unknown');
}

/** The keys of a comprehension are not known, its values are. */
function readDictComprehension(node: PyNode, context: Context): Value {
  const items = readComprehension(node, context);
  const pair = items.kind === 'sequence' ? items.items[0] : undefined;
  const made = dict(context.machine.keyHolders, true);
  if (pair?.kind === 'sequence') made.rest = pair.items[1];
  return made;
}

function readYield(node: PyNode, context: Context): Value {
  const value = node.children[0] === undefined ? NONE : evaluate(node.children[0], context);
  // `yield from` hands on what another iterable gives.
  context.yielded.push(/^yield\s+from\b/.test(node.text.slice(0, 40)) ? elementsOf(value) : value);
  return unknown('what is sent to a generator');
}

function readComprehension(node: PyNode, context: Context): Value {
  const frame = createFrame('function', context.frame);
  const inner: Context = { ...context, frame };
  for (const child of node.children.slice(1)) {
    if (child.type === 'for_in_clause') {
      const [target, ...sources] = child.children;
      const source = sources.map((each) => evaluate(each, inner)).at(-1);
      if (target !== undefined && source !== undefined) assignTo(target, elementsOf(source), undefined, inner);
    } else evaluate(child, inner);
  }
  const body = node.children[0];
  const item = body === undefined ? NONE : evaluate(body, inner);
  return { kind: 'sequence', type: node.type === 'set_comprehension' ? 'set' : 'list', items: [item], open: 'repeats' };
}

function readNamed(node: PyNode, context: Context): Value {
  const [name, expression] = node.children;
  const value = expression === undefined ? NONE : evaluate(expression, context);
  if (name !== undefined) bind(context.frame, name.text, value);
  return value;
}
