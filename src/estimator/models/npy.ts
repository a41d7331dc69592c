import { Bytes, type Data, isFloat, itemsOf, numberOf, Unknown } from '../../data/value.js';

/**
 * The bytes that `numpy.save` writes for nested lists of numbers, format 1.0: a header that says type and shape, padded so that
 * the numbers start at a multiple of 64. Unknown for what numpy would make another kind of array of.
 */
export function npyOf(data: Data): Bytes | Unknown {
  const shape = shapeOf(data);
  const numbers = shape === undefined ? undefined : flat(data, shape.length);
  if (shape === undefined || numbers === undefined) return new Unknown('the bytes of a numpy array');
  const isBool = numbers.every((each) => typeof each === 'boolean');
  const isInt = numbers.every((each) => typeof each === 'boolean' || !isFloat(each));
  const type = isBool ? '|b1' : isInt ? '<i8' : '<f8';
  const dimensions = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dict = `{'descr': '${type}', 'fortran_order': False, 'shape': (${dimensions}), }`;
  const header = `${dict}${' '.repeat((64 - ((10 + dict.length + 1) % 64)) % 64)}\n`;
  const length = String.fromCharCode(header.length & 255, header.length >> 8);
  return new Bytes(`\x93NUMPY\x01\x00${length}${header}${bytesOf(numbers, type)}`);
}

function shapeOf(data: Data): number[] | undefined {
  if (typeof data === 'boolean' || numberOf(data) !== undefined) return [];
  const items = itemsOf(data);
  const [first] = items ?? [];
  if (items === undefined || first === undefined) return undefined;
  const inner = shapeOf(first);
  const isRegular = items.every((item) => String(shapeOf(item)) === String(inner));
  return inner === undefined || !isRegular ? undefined : [items.length, ...inner];
}

function flat(data: Data, depth: number): Data[] | undefined {
  if (depth === 0) return [data];
  return itemsOf(data)?.flatMap((item) => flat(item, depth - 1) ?? []);
}

function bytesOf(numbers: readonly Data[], type: string): string {
  const size = type === '|b1' ? 1 : 8;
  const view = new DataView(new ArrayBuffer(numbers.length * size));
  for (const [index, each] of numbers.entries()) {
    const number = typeof each === 'boolean' ? Number(each) : (numberOf(each) ?? 0);
    if (type === '<f8') view.setFloat64(index * size, number, true);
    else if (type === '<i8') view.setBigInt64(index * size, BigInt(number), true);
    else view.setUint8(index, number);
  }
  return Array.from({ length: view.byteLength }, (_, at) => String.fromCharCode(view.getUint8(at))).join('');
}
