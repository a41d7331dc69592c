import { type Data, Unknown } from '../../../data/value.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import { binary } from '../operators.js';

/** `io.StringIO`: what is written to it, put together. */
export function textBuffer(start: Data): Data {
  const made: LibraryObject = new LibraryObject('text buffer', (name) => {
    if (name === 'getvalue') return new NativeFunction(name, () => made.attributes.get(CONTENT) ?? '');
    if (name === 'write')
      return new NativeFunction(name, ({ positional: [more = null] }) => {
        made.attributes.set(CONTENT, binary('+', made.attributes.get(CONTENT) ?? '', more));
        return typeof more === 'string' ? more.length : new Unknown('the length of a text');
      });
    return undefined;
  });
  made.attributes.set(CONTENT, start);
  return made;
}
const CONTENT = '(content)';

/** Notes that code of another package has a text buffer: what it holds from then on is not known. */
export function hand(value: Data, reason: string): void {
  if (value instanceof LibraryObject && value.attributes.has(CONTENT))
    value.attributes.set(CONTENT, new Unknown(reason));
}
