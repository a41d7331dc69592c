import { type Data, float, isFloat, numberOf, Unknown } from '../../data/value.js';
import { argument, type CallArguments, raise } from './callables.js';

/** Python's `int(text, base)`. @throws PythonError `ValueError` for what is no number in that base */
export function inBase(args: CallArguments): Data {
  const [text, base] = [args.positional[0], numberOf(argument(args, 1, 'base'))];
  if (typeof text !== 'string' || base === undefined || base < 2 || base > 36)
    return new Unknown('a number in another base');
  const digits = text
    .trim()
    .toLowerCase()
    .replace(/^([-+]?)0[xbo]/, '$1');
  const isWritten = [...digits.replace(/^[-+]/, '')].every((digit) => Number.parseInt(digit, base) >= 0);
  if (!isWritten || digits === '') return raise('ValueError', 'the text is no number in this base');
  const number = Number.parseInt(digits, base);
  return Number.isSafeInteger(number) ? number : new Unknown('a very large number');
}

/** Python's `hex()`, `bin()` and `oct()`. */
export function inDigits(args: CallArguments, base: number, prefix: string): Data {
  const number = args.positional[0] ?? args.open ?? null;
  if (typeof number !== 'number' || !Number.isInteger(number)) return new Unknown('the digits of a number');
  return `${number < 0 ? '-' : ''}${prefix}${Math.abs(number).toString(base)}`;
}

/** Python's `round()`: a tie goes to the even number. */
export function roundOf(args: CallArguments): Data {
  const value = args.positional[0] ?? args.open ?? null;
  const [number, places] = [numberOf(value), numberOf(argument(args, 1, 'ndigits'))];
  if (number === undefined) return new Unknown('the result of round()');
  if (!isFloat(value)) {
    if (places === undefined || places >= 0) return number;
    const unit = 10 ** -places;
    return Number.isSafeInteger(unit) ? halfToEven(number / unit) * unit : new Unknown('the result of round()');
  }
  if (places === undefined) return halfToEven(number);
  return places < 0 || places > 20 ? new Unknown('the result of round()') : float(Number(number.toFixed(places)));
}

function halfToEven(number: number): number {
  const floor = Math.floor(number);
  const rest = number - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}
