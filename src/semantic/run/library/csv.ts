import { str } from '../../../data/text.js';
import { type Data, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { callValue } from '../calls.js';
import { iterate } from '../items.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import { getMember } from '../members.js';
import type { Run } from '../state.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

/** `csv.writer(file)`: writes rows into a file that is understood, each as one line. */
function writerTo(args: CallArguments, run: Run): Data {
  const file = argument(args, 0, 'csvfile') ?? null;
  const options = [args.named.get('delimiter') ?? ',', args.named.get('lineterminator') ?? '\r\n'];
  const isPlain = args.positional.length === 1 && [...args.named.keys()].every((name) => OPTIONS.has(name));
  const [delimiter, end] = options;
  const write = (row: Data): Data => {
    const { at } = run;
    if (at === undefined) return new Unknown('what a writer writes');
    const line =
      isPlain && typeof delimiter === 'string' && typeof end === 'string'
        ? lineOf(row, delimiter, end)
        : new Unknown('a line with a dialect of its own');
    const call = { positional: [line], named: new Map(), open: undefined };
    return callValue(getMember(file, 'write', at, run), call, at, run);
  };
  return new LibraryObject('csv writer', (name) => {
    if (name === 'writerow') return new NativeFunction(name, ({ positional: [row = null] }) => write(row));
    if (name !== 'writerows') return undefined;
    return new NativeFunction(name, ({ positional: [rows = null] }) => {
      const each = iterate(rows);
      if (each instanceof Unknown) write(each);
      else for (const row of each) write(row);
      return null;
    });
  });
}

const OPTIONS: ReadonlySet<string> = new Set(['delimiter', 'lineterminator']);

function lineOf(row: Data, delimiter: string, end: string): Data {
  const items = iterate(row);
  if (items instanceof Unknown) return items;
  const fields = items.map((item) => (item === null ? '' : str(item)));
  const needsQuotes = (field: string): boolean =>
    [delimiter, '"', '\r', '\n', ...end].some((mark) => field.includes(mark)) || (field === '' && fields.length === 1);
  const written: string[] = [];
  for (const field of fields) {
    // Whether what is not known needs quotes is not known either.
    if (typeof field !== 'string') return new Unknown('a line with a field that is not known');
    written.push(needsQuotes(field) ? `"${field.replaceAll('"', '""')}"` : field);
  }
  return written.join(delimiter) + end;
}

const writers = functionsOf({ writer: writerTo });

/** Python's `csv`, as far as it writes. */
export function csvModule(path: string): Members | undefined {
  return path === 'csv' ? writers : undefined;
}
