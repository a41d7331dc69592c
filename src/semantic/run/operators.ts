import { eitherOf } from '../../data/either.js';
import { concat } from '../../data/text.js';
import {
  Bytes,
  type Data,
  Dict,
  float,
  isFloat,
  isText,
  List,
  PyObject,
  resultOf,
  SetData,
  Template,
  Tuple,
  Unknown,
  View,
} from '../../data/value.js';
import { Callable, raise } from './callables.js';
import { asNumber, equal, ofUserObjects } from './comparisons.js';
import { formatPercent } from './format.js';
import { iterate } from './items.js';
import { LibraryObject } from './library-objects.js';
import { mixedValue } from './records.js';

/** Characters of a string, and items of a list, beyond which a computation is not followed. */
const MAX_SIZE = 100_000;

/** `left operator right`. */
export function binary(operator: string, left: Data, right: Data): Data {
  if (operator === '%' && isText(left)) return formatPercent(left, right);
  const special = ofUserObjects(operator, left, right);
  if (special !== undefined) return special;
  const [mixedLeft, mixedRight] = [mixedValue(left), mixedValue(right)];
  if (mixedLeft !== undefined || mixedRight !== undefined)
    return binary(operator, mixedLeft ?? left, mixedRight ?? right);
  if (left instanceof LibraryObject || right instanceof LibraryObject) return ofObjects(operator, left, right);
  if (operator === '+' && isText(left) && (isText(right) || right instanceof Unknown))
    return limited(concat([left, right]));
  if (operator === '+' && left instanceof Unknown && isText(right) && left.values.length === 0)
    return concat([left, right]);
  if (left instanceof Unknown)
    return left.values.length > 0 ? distribute(left, (value) => binary(operator, value, right)) : resultOf(left);
  if (right instanceof Unknown)
    return right.values.length > 0 ? distribute(right, (value) => binary(operator, left, value)) : resultOf(right);
  const [a, b] = [asNumber(left), asNumber(right)];
  if (
    typeof left === 'boolean' &&
    typeof right === 'boolean' &&
    (operator === '&' || operator === '|' || operator === '^')
  )
    return ofBits(operator, Number(left), Number(right)) === 1;
  if (a !== undefined && b !== undefined) return arithmetic(operator, a, b, isFloat(left) || isFloat(right));
  if (operator === '*' && (a !== undefined || b !== undefined))
    return repeat(a === undefined ? left : right, a ?? b ?? 0);
  if (operator === '+') return sum(left, right);
  if (operator === '|' && left instanceof Dict && right instanceof Dict) {
    const merged = new Dict(left);
    merged.openAs(left);
    merged.merge(right);
    return merged;
  }
  if (left instanceof SetData && right instanceof SetData) return ofSets(operator, left, right);
  // What `dict.keys()` gives is like a set.
  if (operator !== '+' && [left, right].some((each) => each instanceof SetData || each instanceof View)) {
    const [a, b] = [iterate(left), iterate(right)];
    if (!(a instanceof Unknown) && !(b instanceof Unknown))
      return ofSets(operator, new SetData([...a]), new SetData([...b]));
  }
  if (left instanceof PyObject || right instanceof PyObject) return new Unknown(`the result of ${operator} on objects`);
  return raise('TypeError', `${operator} does not go with these values`);
}

function distribute(value: Unknown, apply: (value: Data) => Data): Unknown {
  return eitherOf(value.reason, value.values.map(apply));
}

/** Objects of understood libraries say themselves what an operator gives: their member of that name is the function. */
function ofObjects(operator: string, left: Data, right: Data): Data {
  const [object, name, other] = left instanceof LibraryObject ? [left, operator, right] : [right, `r${operator}`, left];
  const method = object instanceof LibraryObject ? object.member(name) : undefined;
  if (method instanceof Callable) return method.call([other], new Map());
  return new Unknown(`the result of ${operator} on a ${object instanceof LibraryObject ? object.type : 'value'}`);
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
      return b === 0 ? raise('ZeroDivisionError', 'a division by zero') : number(Math.round((a - modulo(a, b)) / b));
    case '%':
      return b === 0 ? raise('ZeroDivisionError', 'a division by zero') : number(modulo(a, b));
    case '**':
      return !isReal && b < 0 ? float(a ** b) : number(a ** b);
    case '<<':
      return number(a * 2 ** b);
    case '>>':
      return number(Math.floor(a / 2 ** b));
    case '&':
    case '|':
    case '^':
      return isReal ? raise('TypeError', `${operator} does not go with these values`) : number(ofBits(operator, a, b));
    default:
      return new Unknown(`the result of ${operator}`);
  }
}

/** What is left of a division that rounds down, with the sign of the divisor. */
function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

function ofBits(operator: '&' | '|' | '^', a: number, b: number): number {
  const [x, y] = [BigInt(a), BigInt(b)];
  return Number(operator === '&' ? x & y : operator === '|' ? x | y : x ^ y);
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
    const made = new List([...left.items]);
    made.open = left.open;
    made.add(...right.items);
    made.open ??= right.open;
    return made.items.length > MAX_SIZE ? new Unknown('a very long list') : made;
  }
  if (left instanceof Tuple && right instanceof Tuple) return new Tuple([...left.items, ...right.items]);
  if (left instanceof Bytes && right instanceof Bytes) return new Bytes(left.latin1 + right.latin1);
  if (left instanceof PyObject || right instanceof PyObject) return new Unknown('the result of + on an object');
  return raise('TypeError', '+ does not go with these values');
}

function ofSets(operator: string, left: SetData, right: SetData): Data {
  const [ours, theirs] = [new Set(left.items), new Set(right.items)];
  const has = (set: SetData, value: Data): boolean =>
    (set === left ? ours : theirs).has(value) ||
    (typeof value === 'object' && set.items.some((each) => equal(each, value) === true));
  const open = left.open ?? right.open;
  if (open !== undefined) return open;
  if (operator === '|') return new SetData([...left.items, ...right.items.filter((item) => !has(left, item))]);
  if (operator === '&') return new SetData(left.items.filter((item) => has(right, item)));
  if (operator === '-') return new SetData(left.items.filter((item) => !has(right, item)));
  if (operator === '^')
    return new SetData([
      ...left.items.filter((item) => !has(right, item)),
      ...right.items.filter((item) => !has(left, item)),
    ]);
  return new Unknown(`the result of ${operator} on sets`);
}
