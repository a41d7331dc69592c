import { eitherOf } from '../../data/either.js';
import { concat, type Text } from '../../data/text.js';
import {
  Bytes,
  type Data,
  Dict,
  List,
  numberOf,
  PyObject,
  SetData,
  Template,
  Tuple,
  Unknown,
} from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { keyOf, keyText, raise } from './callables.js';
import { CounterDict, missingItem } from './dictionaries.js';
import { LibraryObject } from './library-objects.js';
import { callMember } from './members.js';
import { itemOfRecord, membersOf, tupleOf } from './records.js';
import type { Run } from './state.js';
import { Stream, streamOf } from './streams.js';
import { callSpecial, findInClass, plainOf, UserClass, UserObject } from './user-objects.js';

/** `start:stop:step` between brackets. */
export class Slice extends PyObject {
  readonly start: Data;
  readonly stop: Data;
  readonly step: Data;

  constructor(start: Data, stop: Data, step: Data) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override get className(): string {
    return 'slice';
  }
}

/** The slice that a `slice` node writes. */
export function sliceOf(node: PyNode, evaluate: (part: PyNode) => Data): Slice {
  const parts: Data[] = [null, null, null];
  let at = 0;
  for (const child of node.children) {
    if (child.type === ':') at += 1;
    else parts[at] = evaluate(child);
  }
  return new Slice(parts[0] ?? null, parts[1] ?? null, parts[2] ?? null);
}

/** The items that iterating gives, in order; unknown where not all are known. */
export function iterate(given: Data): readonly Data[] | Unknown {
  const value =
    given instanceof UserObject && findInClass(given.type, '__iter__') === undefined ? plainOf(given) : given;
  if (value instanceof Tuple) return value.items;
  if (value instanceof List || value instanceof SetData) return value.open ?? value.items;
  if (value instanceof Dict) return value.open ?? [...value.keys()];
  if (typeof value === 'string') return [...value];
  if (value instanceof Unknown) return value;
  if (value instanceof Template) return new Unknown('the characters of a string with holes');
  if (value instanceof Stream) return value.takeAll();
  if (value instanceof UserClass && value.kind === 'enum') return membersOf(value);
  if (value instanceof UserObject) return itemsOfObject(value);
  if (value instanceof PyObject) return new Unknown(`the items of an object of class ${value.className}`);
  return raise('TypeError', 'this cannot be iterated over');
}

function itemsOfObject(object: UserObject): readonly Data[] | Unknown {
  const items = tupleOf(object)?.items;
  if (items !== undefined) return items;
  const made = callSpecial(object, '__iter__');
  if (made === undefined) return new Unknown(`the items of an object of class ${object.className}`);
  if (made instanceof UserObject) return streamOf(() => callSpecial(made, '__next__') ?? stopped()).takeAll();
  return iterate(made);
}

function stopped(): never {
  return raise('StopIteration', 'nothing is left');
}

/** Goes through items one by one; a generator runs on only as far as its items are used. */
export function eachItem(value: Data, use: (item: Data) => void): Unknown | undefined {
  if (value instanceof Stream && value.open === undefined) {
    value.each((item) => {
      use(item);
      return true;
    });
    return value.open;
  }
  const items = iterate(value);
  if (items instanceof Unknown) return items;
  for (const item of [...items]) use(item);
  return undefined;
}

/** The place of an item counted from either end; undefined where there is none. */
export function indexIn(items: readonly unknown[], index: number): number | undefined {
  const at = index < 0 ? items.length + index : index;
  return at >= 0 && at < items.length ? at : undefined;
}

/** `object[key]`. */
export function getItem(object: Data, key: Data, node: PyNode, run: Run): Data {
  if (object instanceof Unknown) return itemOfUnknown(object, key, node, run);
  if (key instanceof Slice) return getSlice(tupleOf(object) ?? plainOf(object), key);
  if (object instanceof Dict) return itemOfDict(object, key);
  if (object instanceof List || object instanceof Tuple) {
    const index = typeof key === 'boolean' ? Number(key) : numberOf(key);
    if (index === undefined) return key instanceof Unknown ? key : new Unknown('an item of a list');
    const open = object instanceof List ? object.open : undefined;
    if (open !== undefined && (index < 0 || index >= object.items.length)) return open;
    const at = indexIn(object.items, index);
    return at === undefined ? raise('IndexError', 'the list has no such item') : (object.items[at] ?? null);
  }
  if (typeof object === 'string') {
    const index = numberOf(key);
    if (index === undefined) return new Unknown('a character of a string');
    const at = indexIn([...object], index);
    return at === undefined ? raise('IndexError', 'the string has no such character') : (object[at] ?? '');
  }
  if (object instanceof Template) return new Unknown('a character of a string with holes');
  if (object instanceof LibraryObject)
    return (
      object.attributes.get(`[${String(key)}]`) ?? object.item?.(key) ?? new Unknown(`an item of a ${object.type}`)
    );
  // `Box[int]` is the class `Box`.
  if (object instanceof UserClass && object.kind !== 'enum') return object;
  const part = itemOfRecord(object, key);
  if (part !== undefined) return part;
  if (
    object instanceof UserObject &&
    object.content !== undefined &&
    findInClass(object.type, '__getitem__') === undefined
  )
    return getItem(object.content, key, node, run);
  if (object instanceof UserObject)
    return callMember(object, '__getitem__', [key], node, run) ?? new Unknown('an item of an object');
  if (object instanceof PyObject || object instanceof Bytes) return new Unknown('an item of an object');
  return raise('TypeError', 'this has no items');
}

function itemOfUnknown(object: Unknown, key: Data, node: PyNode, run: Run): Data {
  const known = object.values.filter(
    (value) => value instanceof Dict || value instanceof List || value instanceof Tuple,
  );
  if (known.length > 0 && known.length === object.values.length) {
    const items = known.map((value) => getItem(value, key, node, run));
    const [first] = items;
    if (first !== undefined && items.every((item) => item === first)) return first;
    return eitherOf(object.reason, items);
  }
  const name = typeof key === 'string' ? `the item "${key}" of ${object.reason}` : `an item of ${object.reason}`;
  return new Unknown(name.length > MAX_REASON ? object.reason : name);
}

/** Characters of a reason beyond which it says nothing more to a person. */
const MAX_REASON = 120;

function itemOfDict(object: Dict, key: Data): Data {
  if (key instanceof Unknown || key instanceof Template) {
    const values = [...new Set(object.values())];
    const reason = key instanceof Unknown ? key.reason : 'a string with holes';
    const why = `the item whose key is ${reason}`;
    return object.open === undefined && values.length <= 8 ? eitherOf(why, values) : new Unknown(why);
  }
  const plain = keyOf(key);
  const value = plain === undefined ? undefined : object.get(plain);
  if (value !== undefined) return value;
  if (object.open !== undefined) return object.open;
  const made = plain === undefined ? undefined : missingItem(object);
  if (plain !== undefined && made !== undefined) {
    if (!(object instanceof CounterDict)) object.set(plain, made);
    return made;
  }
  return plain === undefined
    ? new Unknown('the item under a computed key')
    : raise('KeyError', `the dictionary has no key ${keyText(plain)}`);
}

function getSlice(object: Data, slice: Slice): Data {
  const parts = [slice.start, slice.stop, slice.step].map((part) => (part === null ? undefined : numberOf(part)));
  const isKnown = [slice.start, slice.stop, slice.step].every(
    (part, index) => part === null || parts[index] !== undefined,
  );
  if (!isKnown) return new Unknown('a slice with computed bounds');
  const [start, stop, step] = parts;
  if (object instanceof Template) return sliceTemplate(object, start, stop, step);
  if (typeof object === 'string') return pick([...object], start, stop, step).join('');
  if (object instanceof Tuple) return new Tuple(pick(object.items, start, stop, step));
  if (object instanceof List) return object.open ?? new List(pick(object.items, start, stop, step));
  return object instanceof Unknown ? object : new Unknown('a slice of an object');
}

function pick<T>(items: readonly T[], start: number | undefined, stop: number | undefined, step = 1): T[] {
  if (step === 0) return raise('ValueError', 'a slice cannot have the step 0');
  const size = items.length;
  const place = (at: number, low: number, high: number): number =>
    Math.min(Math.max(at < 0 ? at + size : at, low), high);
  if (step > 0) {
    const [from, to] = [place(start ?? 0, 0, size), place(stop ?? size, 0, size)];
    return items.slice(from, to).filter((_, index) => index % step === 0);
  }
  const [from, to] = [
    start === undefined ? size - 1 : place(start, -1, size - 1),
    stop === undefined ? -1 : place(stop, -1, size - 1),
  ];
  const picked: T[] = [];
  for (let at = from; at > to; at += step) {
    const item = items[at];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

/** A slice of a string with holes is known where it cuts inside its first or last stretch of text. */
function sliceTemplate(
  text: Template,
  start: number | undefined,
  stop: number | undefined,
  step: number | undefined,
): Text | Unknown {
  const [first, last] = [text.parts[0], text.parts.at(-1)];
  if (
    (step ?? 1) === 1 &&
    stop === undefined &&
    start !== undefined &&
    start >= 0 &&
    typeof first === 'string' &&
    start <= first.length
  )
    return concat([first.slice(start), ...text.parts.slice(1)]);
  if ((step ?? 1) === 1 && (start ?? 0) === 0 && stop !== undefined) {
    if (stop >= 0 && typeof first === 'string' && stop <= first.length) return first.slice(0, stop);
    if (stop < 0 && typeof last === 'string' && -stop <= last.length)
      return concat([...text.parts.slice(0, -1), last.slice(0, stop)]);
  }
  return new Unknown('a slice of a string with holes');
}
