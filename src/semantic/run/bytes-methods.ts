import { type Bytes, type Data, Unknown } from '../../data/value.js';
import { raise } from './callables.js';
import { NativeFunction } from './library-objects.js';

/** A method of `bytes`. */
export function bytesMember(object: Bytes, name: string): Data {
  const units = Uint8Array.from(object.latin1, (unit) => unit.charCodeAt(0));
  if (name === 'decode')
    return new NativeFunction(name, ({ positional, named }) => {
      const encoding = positional[0] ?? named.get('encoding') ?? 'utf-8';
      if (typeof encoding !== 'string' || !/^(?:utf-?8|ascii)$/i.test(encoding)) return new Unknown('decoded bytes');
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(units);
      } catch {
        return raise('UnicodeDecodeError', 'the bytes are no such text');
      }
    });
  if (name === 'hex') return new NativeFunction(name, () => hexadecimal(object.latin1));
  return new Unknown(`the attribute ${name} of bytes`);
}

/** Two digits for each byte. @param latin1 a character for each byte */
export function hexadecimal(latin1: string): string {
  return Array.from(latin1, (unit) => unit.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
