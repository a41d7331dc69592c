import { type Data, Dict, List, SetData, Tuple } from './value.js';

/** Python's `copy.deepcopy` of what a program can change: lists, dictionaries, sets and what they hold; objects stay shared. */
export function deepCopy(value: Data): Data {
  if (value instanceof Dict) return deepCopyDict(value);
  if (value instanceof List) return opened(new List(value.items.map(deepCopy)), value);
  if (value instanceof SetData) return opened(new SetData(value.items.map(deepCopy)), value);
  if (value instanceof Tuple) return new Tuple(value.items.map(deepCopy));
  return value;
}

/** {@link deepCopy} of a dictionary. */
export function deepCopyDict(value: Dict): Dict {
  return opened(new Dict([...value].map(([key, item]) => [key, deepCopy(item)])), value);
}

function opened<T extends Dict | List | SetData>(made: T, from: T): T {
  made.open = from.open;
  return made;
}
