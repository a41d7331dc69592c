import { type Data, Dict, List, SetData, Tuple } from './value.js';

/** Copies that were made, by what they were made of: what is in two places is copied once, and what holds itself ends. */
type Made = Map<Data, Data>;

/**
 * Python's `copy.deepcopy` of what a program can change: lists, dictionaries, sets and what they hold.
 *
 * @param other gives the copy of anything else; without it, that stays shared
 */
export function deepCopy(value: Data, other: (value: Data) => Data = (same) => same): Data {
  return copyOnce(value, new Map(), other);
}

/** {@link deepCopy} of a dictionary. */
export function deepCopyDict(value: Dict): Dict {
  const made = new Map<Data, Data>();
  return copyInto(new Dict(), value, made, (same) => same);
}

function copyOnce(value: Data, made: Made, other: (value: Data) => Data): Data {
  const known = made.get(value);
  if (known !== undefined) return known;
  if (value instanceof Dict) return copyInto(new Dict(), value, made, other);
  if (value instanceof Tuple) return new Tuple(value.items.map((item) => copyOnce(item, made, other)));
  if (!(value instanceof List) && !(value instanceof SetData)) return other(value);
  const copy = value instanceof List ? new List() : new SetData();
  made.set(value, copy);
  copy.open = value.open;
  if (value instanceof List && copy instanceof List) copy.sure = value.sure;
  for (const item of value.items) copy.items.push(copyOnce(item, made, other));
  return copy;
}

function copyInto(copy: Dict, value: Dict, made: Made, other: (value: Data) => Data): Dict {
  made.set(value, copy);
  copy.openAs(value);
  for (const [key, item] of value) copy.set(key, copyOnce(item, made, other));
  return copy;
}
