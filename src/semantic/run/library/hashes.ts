import { Bytes, type Data, Unknown } from '../../../data/value.js';
import { hexadecimal } from '../bytes-methods.js';
import type { CallArguments } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Run } from '../state.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

/** The algorithms of Python's `hashlib` that Node.js computes under the same name. */
const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** `hashlib`: names are made of the digests of what is known. */
export function hashModule(path: string): Members | undefined {
  if (path !== 'hashlib') return undefined;
  const algorithms = ALGORITHMS.map((name) => [
    name,
    ({ positional: [bytes = new Bytes('')] }: CallArguments, run: Run) => hashOf(name, bytes, run),
  ]);
  return functionsOf(Object.fromEntries(algorithms));
}

function hashOf(algorithm: string, start: Data, run: Run): Data {
  const made: LibraryObject = new LibraryObject('hash', (name) => {
    if (name === 'name') return algorithm;
    if (name === 'update')
      return new NativeFunction(name, ({ positional: [more = null] }) => {
        made.setAttribute(HASHED, joined(made.attributes.get(HASHED) ?? null, more));
        return null;
      });
    if (name !== 'hexdigest' && name !== 'digest') return undefined;
    return new NativeFunction(name, () => {
      const bytes = made.attributes.get(HASHED);
      const { tools } = run.surroundings;
      if (!(bytes instanceof Bytes) || tools === undefined) return new Unknown(`the ${algorithm} of what is not known`);
      run.step(bytes.latin1.length >> 6);
      const digest = tools.digest(algorithm, bytes.latin1);
      return name === 'digest' ? new Bytes(digest) : hexadecimal(digest);
    });
  });
  made.setAttribute(HASHED, start);
  return made;
}

/** Where an object keeps what it was given so far: no name that a program can write. */
const HASHED = '(bytes)';

function joined(before: Data, more: Data): Data {
  return before instanceof Bytes && more instanceof Bytes
    ? new Bytes(before.latin1 + more.latin1)
    : new Unknown('bytes');
}
