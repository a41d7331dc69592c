import { repr } from '../data/text.js';
import { Bytes, type Data, Dict, Float, type Key, numberOf, type Plain } from '../data/value.js';
import { crossFieldViolations } from './cross-field-rules.js';
import { dataOf, isHidden, listItems, typeName } from './request-data.js';
import { type Member, type Range, requestShape, type Shape, shapeNamed } from './shapes.js';
import { stringViolations } from './strings.js';
import type { Violation, ViolationKind } from './violation.js';

/**
 * Everything in a request that will be refused, in the order of its fields. Grade `client` is what botocore's own validation
 * says (validate.py: required, unknown, type, minimum); grade `service` are maxima, patterns, values and the documented rules
 * over several fields. Unknown values and strings with holes never violate anything. The request is not changed.
 *
 * @param operation `CreateTrainingJob`; of operations that the SDK doesn't send nothing is known and nothing reported
 * @param request data, or plain arrays and objects, or JSON with `{"$unknown": reason}`
 */
export function validateRequest(operation: string, request: Plain): Violation[] {
  const shape = requestShape(operation);
  if (shape === undefined) return [];
  const violations: Violation[] = [];
  validate(dataOf(request), shape, '', violations);
  return violations;
}

function validate(value: Data, shapeName: string, path: string, out: Violation[]): void {
  if (isHidden(value)) return;
  const shape = shapeNamed(shapeName);
  if (!isOfType(value, shape)) {
    const message = `${typeName(value)} where ${EXPECTED[shape.type]} is needed${value === null ? ': leave it out' : ''}`;
    out.push({ grade: 'client', kind: 'type', path, message });
    return;
  }
  if (shape.type === 'structure' && value instanceof Dict) validateStructure(value, shape, path, out);
  else if (shape.type === 'list') validateList(value, shape, path, out);
  else if (shape.type === 'map' && value instanceof Dict) validateMap(value, shape, path, out);
  else if (shape.type === 'string' && typeof value === 'string') out.push(...stringViolations(value, shape, path));
  else if (shape.type === 'integer' || shape.type === 'float') {
    const number = typeof value === 'boolean' ? Number(value) : numberOf(value);
    if (number !== undefined) checkRange(number, shape.range, path, '', out);
  }
}

const EXPECTED: Readonly<Record<Shape['type'], string>> = {
  structure: 'a dictionary',
  map: 'a dictionary',
  list: 'a list',
  string: 'a string',
  integer: 'an integer',
  float: 'a number',
  boolean: 'True or False',
  blob: 'a string or bytes',
};

/** As Python's `isinstance` sees it: booleans are integers, and integers do for floats. */
function isOfType(value: Data, shape: Shape): boolean {
  const isInteger = typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value));
  switch (shape.type) {
    case 'structure':
    case 'map':
      return value instanceof Dict;
    case 'list':
      return listItems(value) !== undefined;
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return isInteger;
    case 'float':
      return isInteger || typeof value === 'number' || value instanceof Float;
    case 'boolean':
      return typeof value === 'boolean';
    case 'blob':
      return typeof value === 'string' || value instanceof Bytes;
  }
}

function validateStructure(value: Dict, shape: Shape & { type: 'structure' }, path: string, out: Violation[]): void {
  for (const [name, { isRequired }] of shape.members) {
    if (isRequired && !value.has(name) && value.open === undefined)
      out.push({ grade: 'client', kind: 'required', path: join(path, name), message: 'missing, and required: add it' });
  }
  for (const [key, item] of value) {
    const member = typeof key === 'string' ? shape.members.get(key) : undefined;
    if (member !== undefined) validate(item, member.shape, join(path, key), out);
    // A field of which nothing is known may be left out.
    else if (!isHidden(item))
      out.push({ grade: 'client', kind: 'unknown', path: join(path, key), message: unknownMember(key, shape.members) });
  }
  out.push(...crossFieldViolations(shape.name, value, path));
}

function unknownMember(key: Key, members: ReadonlyMap<string, Member>): string {
  const names = [...members.keys()];
  const meant = names.find((name) => name.toLowerCase() === String(key).toLowerCase());
  if (meant !== undefined) return `there is no such field: write ${meant}`;
  return `there is no such field: ${names.length > 12 ? 'remove it' : `there are ${names.join(', ')}`}`;
}

function validateList(value: Data, shape: Shape & { type: 'list' }, path: string, out: Violation[]): void {
  const { items, isOpen } = listItems(value) ?? { items: [], isOpen: true };
  const range = isOpen ? { min: undefined, max: shape.range.max } : shape.range;
  checkRange(isOpen ? items.filter((item) => !isHidden(item)).length : items.length, range, path, ' items', out);
  items.forEach((item, i) => {
    validate(item, shape.member, `${path}[${i}]`, out);
  });
}

function validateMap(value: Dict, shape: Shape & { type: 'map' }, path: string, out: Violation[]): void {
  // botocore does not count the entries: only the service does.
  const sizes: Violation[] = [];
  const min = value.open === undefined ? shape.range.min : undefined;
  checkRange(value.size, { min, max: shape.range.max }, path, ' entries', sizes);
  out.push(...sizes.map((size): Violation => ({ ...size, grade: 'service' })));
  for (const [key, item] of value) {
    const keys: Violation[] = [];
    validate(key, shape.key, join(path, key), keys);
    out.push(...keys.map((each) => ({ ...each, message: `the key: ${each.message}` })));
    validate(item, shape.value, join(path, key), out);
  }
}

function checkRange(size: number, { min, max }: Range, path: string, unit: string, out: Violation[]): void {
  const add = (grade: Violation['grade'], kind: ViolationKind, limit: string): void => {
    out.push({ grade, kind, path, message: `${size}${unit}: ${limit}` });
  };
  if (min !== undefined && size < min) add('client', 'minimum', `at least ${min} needed`);
  if (max !== undefined && size > max) add('service', 'maximum', `at most ${max} allowed`);
}

/** Keys other than strings are written as Python writes them. */
function join(path: string, key: Key): string {
  const name = typeof key === 'string' ? key : String(repr(key));
  return path === '' ? name : `${path}.${name}`;
}
