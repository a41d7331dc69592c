import {
  Bytes,
  type Data,
  Dict,
  isText,
  List,
  numberOf,
  PyObject,
  resultOf,
  SetData,
  Template,
  Tuple,
  truthOf,
  Unknown,
} from '../../data/value.js';
import { Callable, keyOf } from './callables.js';
import { iterate } from './items.js';
import { LibraryObject, NativeFunction, SdkSymbolValue } from './library-objects.js';
import { fieldValues, mixedValue, tupleOf } from './records.js';
import { Stream } from './streams.js';
import { callSpecial, specialClassOf, UserObject } from './user-objects.js';

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

/** What Python asks the other value of a comparison. */
const REFLECTED: Readonly<Record<string, string>> = { '<': 'gt', '<=': 'ge', '>': 'lt', '>=': 'le' };

/** What the class of one of two values says of an operator; undefined where it says nothing. */
export function ofUserObjects(operator: string, left: Data, right: Data): Data | undefined {
  const name = SPECIAL[operator];
  const reflected = REFLECTED[operator];
  return (
    callSpecial(left, `__${name}__`, right) ??
    callSpecial(right, reflected === undefined ? `__r${name}__` : `__${reflected}__`, left)
  );
}

/** The number that a value is computed with; undefined for what is none. */
export function asNumber(value: Data): number | undefined {
  return typeof value === 'boolean' ? Number(value) : numberOf(value);
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
  return resultOf(unknown);
}

/** Pairs of values that a comparison looks at, before it is given up. */
const MAX_PAIRS = 10_000;

/** The items of a set: of equal ones the first. */
export function distinct(items: readonly Data[]): Data[] {
  const kept = [...new Set(items)];
  if (kept.every((item) => typeof item === 'string' || (typeof item === 'number' && Number.isInteger(item))))
    return kept;
  const budget = { left: MAX_PAIRS };
  return kept.filter(
    (item, index) => kept.findIndex((each) => each === item || equalWithin(each, item, budget) === true) === index,
  );
}

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
    return isAgreed ? first : resultOf(unknown);
  }
  if (left === right) return true;
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return a === b;
  if (left instanceof Template || right instanceof Template) return equalTemplates(left, right);
  if (left instanceof SetData && right instanceof SetData) {
    const open = left.open ?? right.open;
    if (open !== undefined) return open;
    if (left.items.length !== right.items.length) return false;
    return left.items.every((item) => right.items.some((each) => equalWithin(item, each, budget) === true));
  }
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
  if (left instanceof LibraryObject && right instanceof LibraryObject)
    for (const name of ['moment', 'milliseconds', 'path']) {
      const [x, y] = [left.attributes.get(name), right.attributes.get(name)];
      if (x !== undefined && y !== undefined) return equalWithin(x, y, budget);
    }
  if (left instanceof SdkSymbolValue && right instanceof SdkSymbolValue) return false;
  if (left instanceof PyObject && right instanceof PyObject) return new Unknown('whether two objects are equal');
  return false;
}

/** What the class of an object of the program says of `==`; undefined where that is not known. */
function equalObjects(left: Data, right: Data): boolean | Unknown | undefined {
  const answer = callSpecial(left, '__eq__', right) ?? callSpecial(right, '__eq__', left);
  if (answer !== undefined) return truthOf(answer);
  if (left === right) return true;
  const [mixedLeft, mixedRight] = [mixedValue(left), mixedValue(right)];
  if (mixedLeft !== undefined || mixedRight !== undefined) return equal(mixedLeft ?? left, mixedRight ?? right);
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
  if (container instanceof Unknown) return resultOf(container);
  if (container instanceof Dict) {
    if (item instanceof Unknown || item instanceof Template)
      return new Unknown('whether a computed key is in a dictionary');
    const key = keyOf(item);
    if (key === undefined) return new Unknown('whether a computed key is in a dictionary');
    return container.has(key) || (container.open === undefined ? false : resultOf(container.open));
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
  return typeof first === 'boolean' && outcomes.every((each) => each === first) ? first : resultOf(unknown);
}

/** What an object is compared as: a dataclass that has an order, a named tuple, or a member of an enumeration of numbers or strings. */
function orderedForm(value: Data): Data | undefined {
  if (!(value instanceof UserObject)) return value;
  const mixed = mixedValue(value);
  if (mixed !== undefined) return mixed;
  return (
    tupleOf(value) ??
    (specialClassOf(value.type)?.isOrdered === true
      ? new Tuple(fieldValues(value)?.map(([, each]) => each))
      : undefined)
  );
}

/** The order of two sequences whose first items may be equal: known where all that an unknown one may be agree. */
function orderFrom(operator: string, x: readonly Data[], y: readonly Data[], doubt: Unknown): Data {
  const [[a = null, ...xs], [b = null, ...ys]] = [x, y];
  const few = a instanceof Unknown ? a : b instanceof Unknown ? b : undefined;
  const outcomes = (few?.values ?? []).map((value) =>
    order(operator, new Tuple([few === a ? value : a, ...xs]), new Tuple([few === b ? value : b, ...ys])),
  );
  const [first] = outcomes;
  return typeof first === 'boolean' && outcomes.every((each) => each === first) ? first : doubt;
}

function order(operator: string, left: Data, right: Data): Data {
  const unknown = left instanceof Unknown ? left : right instanceof Unknown ? right : undefined;
  if (unknown !== undefined) return orderOfFew(operator, left, right, unknown);
  const special = ofUserObjects(operator, left, right);
  if (special !== undefined) return special;
  if (left instanceof UserObject || right instanceof UserObject) {
    const [a, b] = [orderedForm(left), orderedForm(right)];
    if (a !== undefined && b !== undefined) return order(operator, a, b);
  }
  if (left instanceof LibraryObject && right instanceof LibraryObject) {
    const [a, b] = [left.attributes.get('moment'), right.attributes.get('moment')];
    if (a !== undefined && b !== undefined) return order(operator, a, b);
  }
  const decide = (sign: number): boolean =>
    operator === '<' ? sign < 0 : operator === '<=' ? sign <= 0 : operator === '>' ? sign > 0 : sign >= 0;
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return decide(a - b);
  if (typeof left === 'string' && typeof right === 'string') return decide(left < right ? -1 : left > right ? 1 : 0);
  if (left instanceof SetData && right instanceof SetData) {
    const open = left.open ?? right.open;
    if (open !== undefined) return open;
    const [inner, outer] = operator.startsWith('<') ? [left, right] : [right, left];
    const isInside = inner.items.every((item) => outer.items.some((each) => equal(item, each) === true));
    return isInside && (operator.endsWith('=') || inner.items.length < outer.items.length);
  }
  const [x, y] = [sequenceOf(left), sequenceOf(right)];
  if (x !== undefined && y !== undefined) {
    for (const [index, item] of x.entries()) {
      const other = y[index];
      if (other === undefined) break;
      const same = equal(item, other);
      if (same instanceof Unknown) return orderFrom(operator, x.slice(index), y.slice(index), same);
      if (!same) return order(operator, item, other);
    }
    return decide(x.length - y.length);
  }
  return new Unknown('the outcome of a comparison');
}
