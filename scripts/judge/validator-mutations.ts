import { shapeNamed } from '../../src/aws/shapes.js';
import { Bytes, type Data, Dict, Float, type Key, List, SetData, Tuple } from '../../src/data/value.js';

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** A request that botocore accepts: what is required, and now and then something else. */
export function makeValid(shapeName: string, random: Random, depth = 0): Data {
  const shape = shapeNamed(shapeName);
  switch (shape.type) {
    case 'structure': {
      const made = new Dict();
      for (const [name, member] of shape.members)
        if (member.isRequired || random() < 0.3 / (depth + 1))
          made.set(name, makeValid(member.shape, random, depth + 1));
      return made;
    }
    case 'list': {
      const length = Math.max(shape.range.min ?? 0, Math.floor(random() * 2));
      return new List(Array.from({ length }, () => makeValid(shape.member, random, depth + 1)));
    }
    case 'map':
      return new Dict([[String(makeValid(shape.key, random)), makeValid(shape.value, random, depth + 1)]]);
    case 'string':
      return shape.values?.[0] ?? 'a'.repeat(Math.max(shape.range.min ?? 0, 1));
    case 'integer':
      return shape.range.min ?? 1;
    case 'float':
      return 0.5;
    case 'boolean':
      return random() < 0.5;
    case 'blob':
      return 'data';
  }
}

/** A place in a request: what holds the value, and how to put another there. */
interface Place {
  readonly value: Data;
  readonly put: (value: Data) => void;
  readonly remove: () => void;
}

function placesIn(value: Data): Place[] {
  if (value instanceof Dict)
    return [...value].flatMap(([key, item]) => [
      { value: item, put: (next: Data) => void value.set(key, next), remove: () => void value.delete(key) },
      ...placesIn(item),
    ]);
  if (value instanceof List)
    return value.items.flatMap((item, i) => [
      {
        value: item,
        put: (next: Data) => {
          value.items[i] = next;
        },
        remove: () => void value.items.splice(i, 1),
      },
      ...placesIn(item),
    ]);
  return [];
}

/** Deep copy of dictionaries and lists. */
export function copyOf(value: Data): Data {
  if (value instanceof Dict) return new Dict([...value].map(([key, item]) => [key, copyOf(item)]));
  if (value instanceof List) return new List(value.items.map(copyOf));
  return value;
}

const WRONG: readonly [() => Data, ...(() => Data)[]] = [
  () => null,
  () => true,
  () => 0,
  () => 7,
  () => 1.5,
  () => new Float(2),
  () => 'text',
  () => new List(),
  () => new List(['one', 2]),
  () => new Dict(),
  () => new Dict([['Name', 'x']]),
  () => new Tuple(['a']),
  () => new Tuple([new Dict()]),
  () => new SetData([1]),
  () => new Bytes('bytes'),
];
const OUT_OF_RANGE: readonly [Data, ...Data[]] = [
  -1,
  0,
  -2.5,
  10 ** 9,
  new Float(-1),
  '',
  'x'.repeat(300),
  -(10 ** 12),
];
const ODD_KEYS: readonly [Key, ...Key[]] = ['Unknown', '', 'instanceCount', 'a.b', 3, true, null, 'S3Uri', 'Tags'];

/** The request with one to three things changed; the request itself stays. */
export function mutate(request: Data, random: Random): Data {
  const made = copyOf(request);
  const count = 1 + Math.floor(random() * 3);
  for (let i = 0; i < count; i += 1) {
    const places = placesIn(made);
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) continue;
    const other = places[Math.floor(random() * places.length)] ?? place;
    const dictionaries = [made, ...places.map(({ value }) => value)].filter((value) => value instanceof Dict);
    const dictionary = dictionaries[Math.floor(random() * dictionaries.length)];
    const change = pick(random, [
      () => place.remove(),
      () => dictionary?.set(pick(random, ODD_KEYS), pick(random, WRONG)()),
      () => place.put(pick(random, WRONG)()),
      () => place.put(pick(random, WRONG)()),
      () => place.put(pick(random, OUT_OF_RANGE)),
      () => place.put(emptied(place.value)),
      () => place.put(new List([copyOf(place.value)])),
      () => place.put(new Dict([['Value', copyOf(place.value)]])),
      () => place.put(copyOf(other.value)),
    ]);
    change();
  }
  return made;
}

function emptied(value: Data): Data {
  if (value instanceof Dict) return new Dict();
  if (value instanceof List) return new List();
  return typeof value === 'string' ? '' : 0;
}
