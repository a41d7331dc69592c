import { concat } from '../../data/text.js';
import {
  Bytes,
  type Data,
  Dict,
  float,
  isFloat,
  isText,
  List,
  numberOf,
  PyObject,
  SetData,
  Template,
  Tuple,
  truthOf,
  Unknown,
} from '../../data/value.js';
import { Callable, raise } from './callables.js';
import { formatPercent } from './format.js';
import { iterate } from './items.js';
import { LibraryObject, NativeFunction } from './library-objects.js';
import { fieldValues, tupleOf } from './records.js';
import { Stream } from './streams.js';
import { callSpecial, UserObject } from './user-objects.js';

/** Characters of a string, and items of a list, beyond which a computation is not followed. */
const MAX_SIZE = 100_000;

/** `left operator right`. */
export function binary(operator: string, left: Data, right: Data): Data {
  if (operator === '%' && isText(left)) return formatPercent(left, right);
  const special = ofUserObjects(operator, left, right);
  if (special !== undefined) return special;
  if (left instanceof LibraryObject || right instanceof LibraryObject) return ofObjects(operator, left, right);
  if (operator === '+' && isText(left) && (isText(right) || right instanceof Unknown))
    return limited(concat([left, right]));
  if (operator === '+' && left instanceof Unknown && isText(right) && left.values.length === 0)
    return concat([left, right]);
  if (left instanceof Unknown)
    return left.values.length > 0 ? distribute(left, (value) => binary(operator, value, right)) : unknownResult(left);
  if (right instanceof Unknown)
    return right.values.length > 0 ? distribute(right, (value) => binary(operator, left, value)) : unknownResult(right);
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return arithmetic(operator, a, b, isFloat(left) || isFloat(right));
  if (operator === '*' && (a !== undefined || b !== undefined))
    return repeat(a === undefined ? left : right, a ?? b ?? 0);
  if (operator === '+') return sum(left, right);
  if (operator === '|' && left instanceof Dict && right instanceof Dict) {
    const merged = new Dict([...left, ...right]);
    merged.open = left.open ?? right.open;
    return merged;
  }
  if (left instanceof SetData && right instanceof SetData) return ofSets(operator, left, right);
  // `dict.keys()` is a list here, and like a set in Python.
  if (operator !== '+' && (left instanceof SetData || right instanceof SetData)) {
    const [a, b] = [iterate(left), iterate(right)];
    if (!(a instanceof Unknown) && !(b instanceof Unknown))
      return ofSets(operator, new SetData([...a]), new SetData([...b]));
  }
  if (left instanceof PyObject || right instanceof PyObject) return new Unknown(`the result of ${operator} on objects`);
  return raise('TypeError', `${operator} does not go with these values`);
}

/** The names under which Python looks for what an operator does. */
const SPECIAL: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '|': 'or',
  '&': 'and',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

function ofUserObjects(operator: string, left: Data, right: Data): Data | undefined {
  const name = SPECIAL[operator];
  return callSpecial(left, `__${name}__`, right) ?? callSpecial(right, `__r${name}__`, left);
}

function unknownResult(value: Unknown): Unknown {
  return new Unknown(value.reason);
}

function distribute(value: Unknown, apply: (value: Data) => Data): Unknown {
  return new Unknown(
    value.reason,
    value.values.map(apply).filter((result) => !(result instanceof Unknown)),
  );
}

/** Objects of understood libraries say themselves what an operator gives: their member of that name is the function. */
function ofObjects(operator: string, left: Data, right: Data): Data {
  const [object, name, other] = left instanceof LibraryObject ? [left, operator, right] : [right, `r${operator}`, left];
  const method = object instanceof LibraryObject ? object.member(name) : undefined;
  if (method instanceof Callable) return method.call([other], new Map());
  return new Unknown(`the result of ${operator} on a ${object instanceof LibraryObject ? object.type : 'value'}`);
}

function asNumber(value: Data): number | undefined {
  return typeof value === 'boolean' ? Number(value) : numberOf(value);
}

function limited(value: string | Template): Data {
  return typeof value === 'string' && value.length > MAX_SIZE ? new Unknown('a very long string') : value;
}

function arithmetic(operator: string, a: number, b: number, isReal: boolean): Data {
  const number = (value: number): Data => {
    if (isReal) return float(value);
    return Number.isSafeInteger(value) ? value : new Unknown('a very large number');
  };
  switch (operator) {
    case '+':
      return number(a + b);
    case '-':
      return number(a - b);
    case '*':
      return number(a * b);
    case '/':
      return b === 0 ? raise('ZeroDivisionError', 'a division by zero') : float(a / b);
    case '//':
      return b === 0 ? raise('ZeroDivisionError', 'a division by zero') : number(Math.floor(a / b));
    case '%':
      return b === 0 ? raise('ZeroDivisionError', 'a division by zero') : number(a - b * Math.floor(a / b));
    case '**':
      return !isReal && b < 0 ? float(a ** b) : number(a ** b);
    case '<<':
      return number(a * 2 ** b);
    case '>>':
      return number(Math.floor(a / 2 ** b));
    case '&':
      return number(Number(BigInt(a) & BigInt(b)));
    case '|':
      return number(Number(BigInt(a) | BigInt(b)));
    case '^':
      return number(Number(BigInt(a) ^ BigInt(b)));
    default:
      return new Unknown(`the result of ${operator}`);
  }
}

function repeat(value: Data, times: number): Data {
  const size =
    typeof value === 'string' ? value.length : value instanceof List || value instanceof Tuple ? value.items.length : 1;
  if (size * times > MAX_SIZE) return new Unknown('a very long list');
  const count = Math.max(0, times);
  if (typeof value === 'string') return value.repeat(count);
  if (value instanceof Template) return concat(Array.from({ length: count }, () => value));
  if (value instanceof List) return value.open ?? new List(Array.from({ length: count }, () => value.items).flat());
  if (value instanceof Tuple) return new Tuple(Array.from({ length: count }, () => value.items).flat());
  if (value instanceof Bytes) return new Bytes(value.latin1.repeat(count));
  return value instanceof PyObject
    ? new Unknown('the result of * on an object')
    : raise('TypeError', '* does not go with these values');
}

function sum(left: Data, right: Data): Data {
  if (left instanceof List && right instanceof List) {
    const made = new List([...left.items, ...right.items]);
    made.open = left.open ?? right.open;
    return made.items.length > MAX_SIZE ? new Unknown('a very long list') : made;
  }
  if (left instanceof Tuple && right instanceof Tuple) return new Tuple([...left.items, ...right.items]);
  if (left instanceof Bytes && right instanceof Bytes) return new Bytes(left.latin1 + right.latin1);
  if (left instanceof PyObject || right instanceof PyObject) return new Unknown('the result of + on an object');
  return raise('TypeError', '+ does not go with these values');
}

function ofSets(operator: string, left: SetData, right: SetData): Data {
  const [ours, theirs] = [new Set(left.items), new Set(right.items)];
  const has = (set: SetData, value: Data): boolean => (set === left ? ours : theirs).has(value);
  const open = left.open ?? right.open;
  if (open !== undefined) return open;
  if (operator === '|') return new SetData([...new Set([...left.items, ...right.items])]);
  if (operator === '&') return new SetData(left.items.filter((item) => has(right, item)));
  if (operator === '-') return new SetData(left.items.filter((item) => !has(right, item)));
  if (operator === '^')
    return new SetData([
      ...left.items.filter((item) => !has(right, item)),
      ...right.items.filter((item) => !has(left, item)),
    ]);
  return new Unknown(`the result of ${operator} on sets`);
}

/** `left operator right` as a truth value. */
export function compare(operator: string, left: Data, right: Data): Data {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
    case '<>':
      return negate(equal(left, right));
    case 'is':
      return isSameObject(left, right);
    case 'is not':
      return negate(isSameObject(left, right));
    case 'in':
      return isIn(left, right);
    case 'not in':
      return negate(isIn(left, right));
    default:
      return order(operator, left, right);
  }
}

function negate(value: boolean | Unknown): boolean | Unknown {
  return typeof value === 'boolean' ? !value : value;
}

function isSameObject(left: Data, right: Data): boolean | Unknown {
  const unknown = left instanceof Unknown ? left : right instanceof Unknown ? right : undefined;
  if (unknown === undefined)
    return left === null || right === null || typeof left === 'boolean' ? left === right : left === right;
  const other = unknown === left ? right : left;
  if (unknown.values.length > 0 && !(other instanceof Unknown) && unknown.values.every((value) => value !== other))
    return false;
  return unknown;
}

/** Pairs of values that a comparison looks at, before it is given up. */
const MAX_PAIRS = 10_000;

/** Whether two values are equal in Python. */
export function equal(left: Data, right: Data): boolean | Unknown {
  return equalWithin(left, right, { left: MAX_PAIRS });
}

function equalWithin(left: Data, right: Data, budget: { left: number }): boolean | Unknown {
  budget.left -= 1;
  if (budget.left < 0) return new Unknown('whether two very large values are equal');
  if (left instanceof Unknown || right instanceof Unknown) {
    const [unknown, other] = left instanceof Unknown ? [left, right] : [right as Unknown, left];
    const outcomes = unknown.values.map((value) => equalWithin(value, other, budget));
    const [first] = outcomes;
    const isAgreed = typeof first === 'boolean' && outcomes.every((each) => each === first);
    return isAgreed ? first : unknown;
  }
  if (left === right) return true;
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return a === b;
  if (left instanceof Template || right instanceof Template) return equalTemplates(left, right);
  const [x, y] = [sequenceOf(left), sequenceOf(right)];
  if (x !== undefined && y !== undefined) {
    if (
      left instanceof Tuple !== right instanceof Tuple ||
      left instanceof List !== right instanceof List ||
      x.length !== y.length
    )
      return false;
    return all(x.map((item, index) => equalWithin(item, y[index] ?? null, budget)));
  }
  if (left instanceof Dict && right instanceof Dict) {
    const open = left.open ?? right.open;
    if (open !== undefined) return open;
    if (left.size !== right.size) return false;
    return all([...left].map(([key, value]) => right.has(key) && equalWithin(value, right.get(key) ?? null, budget)));
  }
  if (left instanceof Bytes && right instanceof Bytes) return left.latin1 === right.latin1;
  // A builtin type is made anew each time its name is read.
  if (left instanceof NativeFunction && right instanceof NativeFunction) return left.name === right.name;
  if (left instanceof UserObject || right instanceof UserObject) {
    const outcome = equalObjects(left, right);
    if (outcome !== undefined) return outcome;
  }
  if (left instanceof PyObject && right instanceof PyObject) return new Unknown('whether two objects are equal');
  return false;
}

/** What the class of an object of the program says of `==`; undefined where that is not known. */
function equalObjects(left: Data, right: Data): boolean | Unknown | undefined {
  const answer = callSpecial(left, '__eq__', right) ?? callSpecial(right, '__eq__', left);
  if (answer !== undefined) return truthOf(answer);
  if (left === right) return true;
  const [x, y] = [tupleOf(left), tupleOf(right)];
  if (x !== undefined || y !== undefined) return equal(x ?? left, y ?? right);
  if (!(left instanceof UserObject) || !(right instanceof UserObject))
    return left instanceof PyObject && right instanceof PyObject ? undefined : false;
  if (left.made !== undefined || right.made !== undefined) return undefined;
  const fields = left.type === right.type ? fieldValues(left) : undefined;
  if (fields === undefined) return false;
  return all(fields.map(([name, value]) => equal(value, right.attributes.get(name) ?? null)));
}

function sequenceOf(value: Data): (readonly Data[] & object) | undefined {
  return value instanceof List || value instanceof Tuple || value instanceof SetData ? value.items : undefined;
}

function all(outcomes: readonly (boolean | Unknown)[]): boolean | Unknown {
  if (outcomes.includes(false)) return false;
  return outcomes.find((outcome) => outcome instanceof Unknown) ?? true;
}

function equalTemplates(left: Data, right: Data): boolean | Unknown {
  if (!isText(left) || !isText(right)) return false;
  const [a, b] = [ends(left), ends(right)];
  const starts = a.start.startsWith(b.start) || b.start.startsWith(a.start);
  const stops = a.end.endsWith(b.end) || b.end.endsWith(a.end);
  return starts && stops ? new Unknown('whether a string with holes equals another') : false;
}

/** What a string is known to start and end with. */
function ends(text: string | Template): { start: string; end: string } {
  if (typeof text === 'string') return { start: text, end: text };
  const [first, last] = [text.parts[0], text.parts.at(-1)];
  return { start: typeof first === 'string' ? first : '', end: typeof last === 'string' ? last : '' };
}

function isIn(item: Data, container: Data): boolean | Unknown {
  if (container instanceof Unknown) return container;
  if (container instanceof Dict) {
    if (item instanceof Unknown || item instanceof Template)
      return new Unknown('whether a computed key is in a dictionary');
    if (item !== null && typeof item === 'object') return new Unknown('whether a computed key is in a dictionary');
    return container.has(item) || (container.open ?? false);
  }
  if (container instanceof List || container instanceof Tuple || container instanceof SetData) {
    const outcomes = container.items.map((each) => equal(item, each));
    if (outcomes.includes(true)) return true;
    const doubt = outcomes.find((outcome) => outcome instanceof Unknown);
    return doubt ?? (container instanceof Tuple ? undefined : container.open) ?? false;
  }
  const own = callSpecial(container, '__contains__', item);
  if (own !== undefined) return truthOf(own);
  if (container instanceof UserObject && container.content !== undefined) return isIn(item, container.content);
  if (container instanceof UserObject || container instanceof Stream) {
    const items = iterate(container);
    return items instanceof Unknown ? items : isIn(item, new Tuple(items));
  }
  if (container instanceof LibraryObject) {
    const method = container.member('__contains__');
    if (method instanceof Callable) return truthOf(method.call([item], new Map()));
  }
  if (typeof container === 'string' && typeof item === 'string') return container.includes(item);
  if (container instanceof Template && typeof item === 'string')
    return (
      container.parts.some((part) => typeof part === 'string' && part.includes(item)) ||
      new Unknown('what a string with holes contains')
    );
  return new Unknown('whether something contains something else');
}

/** The outcome that all of a few possible values share. */
function orderOfFew(operator: string, left: Data, right: Data, unknown: Unknown): Data {
  const outcomes = unknown.values.map((value) =>
    unknown === left ? order(operator, value, right) : order(operator, left, value),
  );
  const [first] = outcomes;
  return typeof first === 'boolean' && outcomes.every((each) => each === first) ? first : unknown;
}

function order(operator: string, left: Data, right: Data): Data {
  const unknown = left instanceof Unknown ? left : right instanceof Unknown ? right : undefined;
  if (unknown !== undefined) return orderOfFew(operator, left, right, unknown);
  const special = ofUserObjects(operator, left, right);
  if (special !== undefined) return special;
  if (left instanceof LibraryObject && right instanceof LibraryObject) {
    const [a, b] = [left.attributes.get('moment'), right.attributes.get('moment')];
    if (a !== undefined && b !== undefined) return order(operator, a, b);
  }
  const decide = (sign: number): boolean =>
    operator === '<' ? sign < 0 : operator === '<=' ? sign <= 0 : operator === '>' ? sign > 0 : sign >= 0;
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return decide(a - b);
  if (typeof left === 'string' && typeof right === 'string') return decide(left < right ? -1 : left > right ? 1 : 0);
  const [x, y] = [sequenceOf(left), sequenceOf(right)];
  if (x !== undefined && y !== undefined) {
    for (const [index, item] of x.entries()) {
      const other = y[index];
      if (other === undefined) break;
      const same = equal(item, other);
      if (same instanceof Unknown) return same;
      if (!same) return order(operator, item, other);
    }
    return decide(x.length - y.length);
  }
  return new Unknown('the outcome of a comparison');
}
