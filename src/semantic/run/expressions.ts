import { concat, repr, str, type Text } from '../../data/text.js';
import {
  Bytes,
  type Data,
  Dict,
  float,
  isText,
  List,
  numberOf,
  SetData,
  Tuple,
  truthOf,
  Unknown,
} from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { decodeEscapes, stringContent, stringPrefix, stringValue } from '../../python/strings.js';
import { assign } from './assignments.js';
import { joinValues, runEither } from './branches.js';
import { builtin } from './builtins.js';
import { keyOf } from './callables.js';
import { evaluateCall } from './calls.js';
import { compare, distinct } from './comparisons.js';
import { comprehend, comprehendDictionary } from './comprehensions.js';
import { formatValue } from './format.js';
import { makeLambda } from './functions.js';
import { eachItem, getItem, iterate, sliceOf } from './items.js';
import { getMember } from './members.js';
import { binary } from './operators.js';
import { sdkMember } from './sdk-symbols.js';
import { moduleOf, type Run, type Scope } from './state.js';
import { Stream } from './streams.js';
import { plainOf } from './user-objects.js';

/** The value of an expression at this moment of the run. */
export function evaluate(node: PyNode, scope: Scope, run: Run): Data {
  run.step();
  if (!run.enter()) return new Unknown('nested too deeply to be followed');
  try {
    return evaluateKind(node, scope, run);
  } finally {
    run.leave();
  }
}

function evaluateKind(node: PyNode, scope: Scope, run: Run): Data {
  switch (node.type) {
    case 'identifier':
      return readName(node.text, node, scope, run);
    case 'attribute': {
      const [object, name] = node.children;
      if (object === undefined || name === undefined) return malformed();
      return getMember(evaluate(object, scope, run), name.text, node, run);
    }
    case 'call':
      return evaluateCall(node, scope, run);
    case 'string':
    case 'concatenated_string':
      return readString(node, scope, run);
    case 'integer':
    case 'float':
      return readNumber(node.text);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'none':
      return null;
    case 'list':
    case 'list_pattern':
      return readList(node, scope, run);
    case 'tuple':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern': {
      const list = readList(node, scope, run);
      return list.open ?? new Tuple(list.items);
    }
    case 'set': {
      const list = readList(node, scope, run);
      const made = new SetData(distinct(list.items));
      made.open = list.open;
      return made;
    }
    case 'dictionary':
      return readDictionary(node, scope, run);
    case 'parenthesized_expression':
    case 'await':
    case 'type':
    case 'constrained_type':
    case 'as_pattern':
      return node.children[0] === undefined ? null : evaluate(node.children[0], scope, run);
    case 'binary_operator': {
      const [left, operator, right] = node.children;
      if (left === undefined || operator === undefined || right === undefined) return malformed();
      const [a, b] = [evaluate(left, scope, run), evaluate(right, scope, run)];
      run.weigh(a, b);
      if (operator.type === '%' && b instanceof Tuple) run.step(b.items.length);
      return binary(operator.type, a, b);
    }
    case 'boolean_operator':
      return readBoolean(node, scope, run);
    case 'conditional_expression':
      return readConditional(node, scope, run);
    case 'comparison_operator':
      return readComparison(node, scope, run);
    case 'not_operator': {
      const truth = truthOf(evaluate(node.children.at(-1) ?? node, scope, run));
      return typeof truth === 'boolean' ? !truth : truth;
    }
    case 'unary_operator':
      return readUnary(node, scope, run);
    case 'lambda':
      return makeLambda(node, scope, run);
    case 'subscript':
      return readSubscript(node, scope, run);
    case 'slice':
      return sliceOf(node, (part) => evaluate(part, scope, run));
    case 'list_comprehension':
      return comprehend(node, scope, run);
    case 'generator_expression': {
      const list = comprehend(node, scope, run);
      return list instanceof List ? new Stream(list.items) : list;
    }
    case 'set_comprehension': {
      const list = comprehend(node, scope, run);
      return list instanceof List ? new SetData(distinct(list.items)) : list;
    }
    case 'dictionary_comprehension':
      return comprehendDictionary(node, scope, run);
    case 'yield': {
      const value = node.children[0] === undefined ? null : evaluate(node.children[0], scope, run);
      if (/^yield\s+from\b/.test(node.text)) return yieldFrom(value, scope, run);
      scope.onYield?.(value);
      return null;
    }
    case 'named_expression': {
      const [target, value] = node.children;
      if (target === undefined || value === undefined) return malformed();
      const result = evaluate(value, scope, run);
      assign(target, result, scope, run);
      return result;
    }
    case 'ellipsis':
      return new Unknown('an ellipsis');
    default:
      return new Unknown(`a ${node.type.replaceAll('_', ' ')}`);
  }
}

/** `yield from`: hands on what another iterable gives; its value is what a generator returns. */
function yieldFrom(source: Data, { onYield }: Scope, run: Run): Data {
  const unknown = eachItem(source, (item) => onYield?.(item));
  if (unknown === undefined) return source instanceof Stream ? (source.result ?? null) : null;
  const mayYield = (): boolean => {
    onYield?.(new Unknown(unknown.reason));
    return true;
  };
  runEither(run, unknown.reason, [mayYield, () => true]);
  return new Unknown(unknown.reason);
}

function malformed(): Unknown {
  return new Unknown('half an expression');
}

/** The value of a name, looked up as Python does; what nothing binds is unknown, for it may come from elsewhere. */
export function readName(name: string, node: PyNode, scope: Scope, run: Run): Data {
  // The grammar takes these for names where an attribute follows.
  if (name === 'None') return null;
  if (name === 'True' || name === 'False') return name === 'True';
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = (at.elsewhere.get(name) ?? at).names.get(name);
    if (found !== undefined) return found;
  }
  const given = run.surroundings.given.get(name);
  if (given !== undefined) return given;
  for (const star of run.stars.get(moduleOf(scope)) ?? []) {
    const found = sdkMember(star, name, run);
    if (found !== undefined) return found;
  }
  const native = builtin(name, run);
  if (native !== undefined) return native;
  if (/^_+$/.test(name)) return new Unknown(`the output of a shell command or magic at ${run.placeOf(node)}`);
  return new Unknown(`the name ${name}, which nothing before ${run.placeOf(node)} binds`);
}

function readString(node: PyNode, scope: Scope, run: Run): Data {
  const value = stringValue(node);
  if (value !== undefined) return value;
  if (node.type === 'concatenated_string') {
    const parts = node.children.map((child) => evaluate(child, scope, run));
    if (parts.every((part) => part instanceof Bytes)) return new Bytes(parts.map((part) => part.latin1).join(''));
    return concat(parts.map((part) => (isText(part) ? part : new Unknown('a part of a string'))));
  }
  const prefix = stringPrefix(node);
  const { start, end } = stringContent(node);
  const { text } = node.document;
  if (prefix.includes('b'))
    return new Bytes(prefix.includes('r') ? text.slice(start, end) : decodeEscapes(text.slice(start, end)));
  const parts: (Text | Unknown)[] = [];
  let from = start;
  const literal = (to: number): string => {
    const written = text.slice(from, to).replace(/\{\{|\}\}/g, (braces) => braces.slice(1));
    return prefix.includes('r') ? written : decodeEscapes(written);
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    parts.push(literal(child.start));
    from = child.end;
    parts.push(readHole(child, scope, run));
  }
  parts.push(literal(end));
  return concat(parts);
}

function readHole(node: PyNode, scope: Scope, run: Run): Text | Unknown {
  const [expression, ...rest] = node.children;
  if (expression === undefined) return '';
  const value = evaluate(expression, scope, run);
  const conversion = rest.find((child) => child.type === 'type_conversion')?.text;
  const specifier = rest.find((child) => child.type === 'format_specifier');
  const converted: Data =
    conversion === '!r' || conversion === '!a' ? repr(value) : conversion === '!s' ? str(value) : value;
  // `{name=}` shows itself too.
  const shown = /^\s*=\s*(?=[!:}])/.exec(node.document.text.slice(expression.end, node.end))?.[0];
  if (shown !== undefined) {
    const written = node.document.text.slice(node.start + 1, expression.end) + shown;
    if (specifier === undefined) return concat([written, conversion === undefined ? repr(value) : str(converted)]);
    const bare = formatValue(converted, specifier.text.replace(/^:/, ''));
    return specifier.children.length > 0
      ? new Unknown('a string formatted with a computed width')
      : concat([written, bare]);
  }
  if (specifier === undefined) return conversion === undefined ? formatValue(converted, '') : str(converted);
  const parts: (Text | Unknown)[] = [];
  let from = specifier.start;
  for (const child of specifier.children) {
    parts.push(node.document.text.slice(from, child.start), readHole(child, scope, run));
    from = child.end;
  }
  const written = concat([...parts, node.document.text.slice(from, specifier.end)]);
  if (typeof written !== 'string') return new Unknown('a string formatted with a computed width');
  return formatValue(converted, written.replace(/^:/, ''));
}

function readNumber(text: string): Data {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('j')) return new Unknown('a complex number');
  const value = Number(plain);
  if (Number.isNaN(value)) return new Unknown('a number literal');
  const isInteger = /^(?:\d+|0[xob][\da-f]+)$/.test(plain);
  if (isInteger) return Number.isSafeInteger(value) ? value : new Unknown('a very large number');
  return float(value);
}

function readList(node: PyNode, scope: Scope, run: Run): List {
  const made = new List();
  for (const child of node.children) {
    if (child.type !== 'list_splat' && child.type !== 'list_splat_pattern') {
      made.add(evaluate(child, scope, run));
      continue;
    }
    const items = child.children[0] === undefined ? [] : iterate(evaluate(child.children[0], scope, run));
    if (items instanceof Unknown) made.open ??= items;
    else made.add(...items);
  }
  return made;
}

function readDictionary(node: PyNode, scope: Scope, run: Run): Dict {
  const made = new Dict();
  for (const child of node.children) {
    const [first, second] = child.children;
    if (child.type === 'dictionary_splat' && first !== undefined) {
      const source = plainOf(evaluate(first, scope, run));
      if (source instanceof Dict) made.merge(source);
      else made.mix(source instanceof Unknown ? source : new Unknown('what is no dictionary'));
    } else if (child.type === 'pair' && first !== undefined && second !== undefined) {
      const key = evaluate(first, scope, run);
      const value = evaluate(second, scope, run);
      setKey(made, key, value);
    }
  }
  return made;
}

/** `dict[key] = value`; under a key that is not known the dictionary becomes open. */
export function setKey(target: Dict, key: Data, value: Data): void {
  const plain = keyOf(key);
  if (plain !== undefined) {
    target.set(plain, value);
    return;
  }
  const number = numberOf(key);
  if (number !== undefined) target.set(number, value);
  else target.mix(key instanceof Unknown ? key : new Unknown('the value under a key that is computed'));
}

function readBoolean(node: PyNode, scope: Scope, run: Run): Data {
  const [leftNode, operator, rightNode] = node.children;
  if (leftNode === undefined || operator === undefined || rightNode === undefined) return malformed();
  const left = evaluate(leftNode, scope, run);
  const truth = truthOf(left);
  const isAnd = operator.type === 'and';
  if (typeof truth === 'boolean') return truth === isAnd ? evaluate(rightNode, scope, run) : left;
  let right: Data | undefined;
  runEither(run, truth.reason, [
    () => {
      right = evaluate(rightNode, scope, run);
      return true;
    },
    () => true,
  ]);
  return right === undefined ? left : joinValues(left, right, truth.reason);
}

function readConditional(node: PyNode, scope: Scope, run: Run): Data {
  const [then, condition, otherwise] = node.children;
  if (then === undefined || condition === undefined || otherwise === undefined) return malformed();
  const truth = truthOf(evaluate(condition, scope, run));
  if (typeof truth === 'boolean') return evaluate(truth ? then : otherwise, scope, run);
  const values: Data[] = [];
  const arm = (value: PyNode) => (): boolean => {
    values.push(evaluate(value, scope, run));
    return true;
  };
  runEither(run, truth.reason, [arm(then), arm(otherwise)]);
  const [a, b] = values;
  return joinValues(a, b, truth.reason);
}

const COMPARISONS = new Set(['<', '<=', '==', '!=', '>=', '>', '<>', 'in', 'not in', 'is', 'is not', 'not']);

function readComparison(node: PyNode, scope: Scope, run: Run): Data {
  const operators: string[] = [];
  const values: Data[] = [];
  for (const child of node.children) {
    if (!COMPARISONS.has(child.type)) values.push(evaluate(child, scope, run));
    else if (child.type === 'in' && operators.at(-1) === 'not' && operators.length > values.length - 1)
      operators[operators.length - 1] = 'not in';
    else if (child.type === 'not' && operators.at(-1) === 'is') operators[operators.length - 1] = 'is not';
    else operators.push(child.type);
  }
  let result: Data = true;
  for (const [index, operator] of operators.entries()) {
    const [left, right] = [values[index], values[index + 1]];
    if (left === undefined || right === undefined) return malformed();
    run.weigh(left, right);
    result = compare(operator, left, right);
    const truth = truthOf(result);
    if (truth !== true) return result;
  }
  return result;
}

function readUnary(node: PyNode, scope: Scope, run: Run): Data {
  const operand = node.children.at(-1);
  const value = operand === undefined ? null : evaluate(operand, scope, run);
  const number = typeof value === 'boolean' ? Number(value) : numberOf(value);
  if (number === undefined) return value instanceof Unknown ? value : new Unknown('the result of an operator');
  const sign = node.document.text[node.start];
  if (sign === '+') return value;
  if (sign === '~') return -number - 1;
  return typeof value === 'number' && Number.isInteger(value) ? -number : float(-number);
}

function readSubscript(node: PyNode, scope: Scope, run: Run): Data {
  const [objectNode] = node.children;
  if (objectNode === undefined) return malformed();
  const object = evaluate(objectNode, scope, run);
  const key = subscriptKey(node, scope, run);
  return key === undefined ? malformed() : getItem(object, key, node, run);
}

/** What stands between the brackets of a subscript; keys with a comma are one tuple. Undefined where there is nothing. */
export function subscriptKey(node: PyNode, scope: Scope, run: Run): Data | undefined {
  const [, first, ...more] = node.children;
  if (first === undefined) return undefined;
  if (more.length === 0 && !/^\s*,/.test(node.document.text.slice(first.end, node.end)))
    return evaluate(first, scope, run);
  return new Tuple([first, ...more].map((each) => evaluate(each, scope, run)));
}
