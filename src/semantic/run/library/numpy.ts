import { NdArray } from '../../../data/nd-array.js';
import { type Data, float, isFloat, itemsOf, List, numberOf, Tuple, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { NativeFunction } from '../library-objects.js';
import type { Members } from './index.js';
import { functionsOf, shuffle } from './standard.js';

/** An array of which the shape and type are known, but not the numbers (unless all are the same). */
export class ArrayData extends NdArray {
  readonly lengths: readonly Data[];
  readonly dtype: string;
  /** The number that all elements are; undefined where they differ or are unknown. */
  readonly fill: number | undefined;
  /** Elements by row, where the program writes them out. */
  readonly items: readonly Data[] | undefined;

  constructor(shape: readonly Data[], dtype: string, fill: number | undefined, items?: readonly Data[]) {
    super(new Tuple([...shape]));
    this.lengths = shape;
    this.dtype = dtype;
    this.fill = fill;
    this.items = items;
  }

  /** Elements of the first axis: what `len()` gives. */
  get length(): number | undefined {
    return numberOf(this.lengths[0]);
  }
}

/** `numpy`, as far as the shapes of arrays go. */
export function numpyModule(path: string): Members | undefined {
  if (path === 'numpy')
    return functionsOf(
      {
        zeros: (args) => filled(args, 0),
        ones: (args) => filled(args, 1),
        empty: (args) => filled(args, undefined),
        array: (args) => fromItems(args),
        asarray: (args) => fromItems(args),
        arange: (args) => {
          const size = args.positional.length === 1 ? args.positional[0] : undefined;
          return new ArrayData([size ?? new Unknown('the length of an array')], 'int64', undefined);
        },
      },
      (name) => (/^(?:float|int|uint)\d+$/.test(name) ? name : undefined),
    );
  if (path === 'numpy.random')
    return functionsOf({
      rand: (args) => new ArrayData(args.positional, 'float64', undefined),
      randn: (args) => new ArrayData(args.positional, 'float64', undefined),
      random: (args) => new ArrayData(shapeOf(argument(args, 0, 'size')), 'float64', undefined),
      seed: () => null,
      shuffle: (args) => shuffle(argument(args, 0, 'x')),
    });
  return undefined;
}

function shapeOf(value: Data | undefined): readonly Data[] {
  return itemsOf(value) ?? (value === undefined ? [] : [value]);
}

function typeNameOf(args: CallArguments, index: number, fallback = 'float64'): string {
  const given = argument(args, index, 'dtype');
  return typeof given === 'string'
    ? given
    : given instanceof NativeFunction && given.name === 'int'
      ? 'int64'
      : fallback;
}

function filled(args: CallArguments, fill: number | undefined): Data {
  return new ArrayData(shapeOf(argument(args, 0, 'shape')), typeNameOf(args, 1), fill);
}

function fromItems(args: CallArguments): Data {
  const [source] = args.positional;
  if (source instanceof ArrayData) return source;
  const shape: Data[] = [];
  for (let at = source; ; ) {
    const items = itemsOf(at);
    if (items === undefined) break;
    shape.push(items.length);
    at = items[0];
  }
  return shape.length === 0
    ? new Unknown('an array')
    : new ArrayData(shape, typeNameOf(args, 1, commonType(source ?? null)), undefined, itemsOf(source));
}

/** The type that numpy chooses for numbers that are written out. */
function commonType(value: Data): string {
  const items = itemsOf(value);
  if (items === undefined) return typeof value === 'number' && Number.isInteger(value) ? 'int64' : 'float64';
  return items.every((item) => commonType(item) === 'int64') ? 'int64' : 'float64';
}

/** An element, or a row of them, as a value of Python. */
function plainItem(value: Data, dtype: string): Data {
  const items = itemsOf(value);
  if (items !== undefined) return new List(items.map((item) => plainItem(item, dtype)));
  const number = numberOf(value);
  if (number === undefined) return value instanceof Unknown ? value : new Unknown('an element of an array');
  if (dtype === 'float64' || dtype === 'float32') return float(dtype === 'float32' ? Math.fround(number) : number);
  return /^int(?:32|64)$/.test(dtype) && !isFloat(value) ? value : new Unknown('an element of an array');
}

/** A member of an array; undefined where it is not understood. */
export function arrayMember(array: ArrayData, name: string): Data | undefined {
  if (name === 'shape') return array.shape;
  if (name === 'size')
    return array.lengths.every((each) => typeof each === 'number')
      ? array.lengths.reduce((total: number, each) => total * Number(each), 1)
      : new Unknown('the size of an array');
  if (name === 'ndim') return array.lengths.length;
  if (name === 'dtype') return array.dtype;
  if (name === 'tolist' && array.items !== undefined)
    return new NativeFunction(name, () => new List((array.items ?? []).map((item) => plainItem(item, array.dtype))));
  if (name === 'astype')
    return new NativeFunction(
      name,
      (args) => new ArrayData(array.lengths, typeNameOf(args, 0), array.fill, array.items),
    );
  if (name === 'reshape')
    return new NativeFunction(
      name,
      ({ positional }) =>
        new ArrayData(positional.length === 1 ? shapeOf(positional[0]) : positional, array.dtype, array.fill),
    );
  return undefined;
}
