import { type Data, Dict, List, PyObject, SetData, Tuple, Unknown } from '../../data/value.js';
import { type Run, Scope } from './state.js';
import { UserFunction } from './user-objects.js';

/** A place of the program's memory that can change: one name, item, key or attribute. */
type Slots = Map<unknown, Data | undefined>;

/** What the memory held at one moment: the slots of each object that can change. */
type Memory = Map<object, Slots>;

/**
 * Runs alternatives of which only one will run, each from the same memory, and joins what they leave: a slot on which
 * they differ is unknown, with the reason. Alternatives that end abruptly (`return`, an exception) leave nothing.
 *
 * @param arms each gives whether the flow goes on behind it
 * @returns whether the flow goes on behind any of them
 */
export function runEither(run: Run, reason: string, arms: readonly (() => boolean)[]): boolean {
  const before = remember(run);
  const after: Memory[] = [];
  let isLive = false;
  run.conditions.push(reason);
  try {
    for (const [index, arm] of arms.entries()) {
      if (index > 0) restore(before);
      isLive = arm();
      // What the last one leaves is there already.
      if (isLive && index < arms.length - 1) after.push(remember(run));
    }
  } finally {
    run.conditions.pop();
  }
  const last = isLive ? undefined : after.pop();
  if (!isLive) restore(last ?? before);
  for (const other of after.reverse()) join(other, reason);
  return isLive || last !== undefined;
}

/** The value in either of two flows. */
export function joinValues(a: Data | undefined, b: Data | undefined, reason: string): Data {
  if (isSame(a, b) && a !== undefined) return a;
  const values: Data[] = [];
  for (const value of [a, b]) {
    const parts = value instanceof Unknown ? value.values : value === undefined ? [] : [value];
    if (value instanceof Unknown && parts.length === 0) return value;
    for (const part of parts) if (!values.some((known) => isSame(known, part))) values.push(part);
  }
  const [only] = values;
  if (values.length === 1 && only !== undefined && a !== undefined && b !== undefined) return only;
  return values.length > MAX_VALUES ? new Unknown(reason) : new Unknown(reason, values);
}

/** More alternatives than this are not told apart. */
const MAX_VALUES = 8;

function isSame(a: Data | undefined, b: Data | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Tuple && b instanceof Tuple)
    return a.items.length === b.items.length && a.items.every((item, index) => isSame(item, b.items[index]));
  return (
    a instanceof Unknown && b instanceof Unknown && a.reason === b.reason && a.values.length + b.values.length === 0
  );
}

function remember(run: Run): Memory {
  const memory: Memory = new Map();
  const pending: unknown[] = [...run.stack];
  while (pending.length > 0) {
    const at = pending.pop();
    if (typeof at !== 'object' || at === null || memory.has(at)) continue;
    if (at instanceof Unknown) pending.push(...at.values);
    const slots = slotsOf(at);
    if (slots === undefined) continue;
    memory.set(at, slots);
    for (const value of slots.values()) pending.push(value);
    if (at instanceof UserFunction) pending.push(at.closure);
    if (at instanceof Scope) pending.push(at.outer, ...at.elsewhere.values());
  }
  // Remembering costs as much as a tenth as many steps, roughly, and a program with a large memory has many conditions.
  run.step(Math.ceil(memory.size / 10));
  return memory;
}

/** The slots of what can change; undefined for what can't, or is no part of the program. */
function slotsOf(object: object): Slots | undefined {
  if (object instanceof Unknown) return undefined;
  if (object instanceof Scope) return new Map<unknown, Data | undefined>(object.names);
  if (object instanceof Map) return new Map<unknown, Data | undefined>([...object, ...openSlot(object)]);
  if (object instanceof List || object instanceof SetData)
    return new Map<unknown, Data | undefined>([...object.items.entries(), ...openSlot(object)]);
  if (object instanceof Tuple) return new Map<unknown, Data | undefined>(object.items.entries());
  if (Array.isArray(object)) return new Map<unknown, Data | undefined>(object.entries());
  if (!(object instanceof PyObject) && Object.getPrototypeOf(object) !== Object.prototype) return undefined;
  return new Map(Object.entries(object).filter(([name]) => name !== 'world'));
}

const OPEN = Symbol('open');

function openSlot(object: object): [symbol, Unknown][] {
  const open = object instanceof Dict || object instanceof List || object instanceof SetData ? object.open : undefined;
  return open === undefined ? [] : [[OPEN, open]];
}

function restore(memory: Memory): void {
  for (const [object, slots] of memory) setSlots(object, slots);
}

function setSlots(object: object, slots: Slots): void {
  if (object instanceof Dict || object instanceof List || object instanceof SetData) {
    const open = slots.get(OPEN);
    object.open = open instanceof Unknown ? open : undefined;
  }
  const map = object instanceof Scope ? object.names : object;
  if (map instanceof Map) {
    map.clear();
    for (const [key, value] of slots) if (key !== OPEN) map.set(key, value);
  } else if (map instanceof List || map instanceof SetData) {
    map.items.length = 0;
    for (const [key, value] of slots) if (key !== OPEN && value !== undefined) map.items.push(value);
  } else if (Array.isArray(map)) {
    map.length = 0;
    for (const value of slots.values()) map.push(value);
  } else if (!(map instanceof Tuple)) {
    for (const name of Object.keys(map)) if (!slots.has(name) && name !== 'world') Reflect.deleteProperty(map, name);
    for (const [name, value] of slots)
      if (Reflect.get(map, String(name)) !== value) Reflect.set(map, String(name), value);
  }
}

/** Joins the outcome of an earlier alternative into the memory at hand. */
function join(other: Memory, reason: string): void {
  for (const [object, theirs] of other) {
    const ours = slotsOf(object);
    if (ours === undefined || object instanceof Tuple) continue;
    if (object instanceof List && ours.size !== theirs.size) {
      joinLists(object, theirs, reason);
      continue;
    }
    if (object instanceof SetData && ours.size !== theirs.size) {
      if (theirs.size > ours.size) setSlots(object, theirs);
      object.open = new Unknown(reason);
      continue;
    }
    const joined: Slots = new Map();
    for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
      const [a, b] = [ours.get(key), theirs.get(key)];
      joined.set(key, Object.is(a, b) || !isData(a, b) ? a : joinValues(b, a, reason));
    }
    setSlots(object, joined);
  }
}

/** One of two lists of unlike length: behind their first difference no item has a known place. */
function joinLists(list: List, theirs: Slots, reason: string): void {
  const others = [...theirs].flatMap(([key, value]) => (key === OPEN || value === undefined ? [] : [value]));
  const length = Math.min(list.items.length, others.length);
  const differs = list.items.slice(0, length).findIndex((item, index) => !isSame(item, others[index]));
  if (differs >= 0) list.items.length = differs;
  else if (others.length > length) list.items.push(...others.slice(length));
  list.sure = Math.min(length, list.items.length);
  list.open = new Unknown(reason);
}

/** Plain parts of SDK objects (arrays, records) are joined slot by slot, not as a whole. */
function isData(a: unknown, b: unknown): boolean {
  const isPlain = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
  return !isPlain(a) && !isPlain(b);
}
