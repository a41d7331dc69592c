/** What one module of a table says about a name (format: scripts/generate-sdk/api-table.ts). */
export type Entry =
  | { readonly kind: 'reexport'; readonly path: string }
  | { readonly kind: 'constant' }
  | { readonly kind: 'function'; readonly signature: string | undefined }
  | { readonly kind: 'class'; readonly block: ClassBlock };

/** The lines of one class; looked into by name only when somebody asks. */
export interface ClassBlock {
  /** Paths of the direct base classes. */
  readonly bases: readonly string[];
  readonly body: string;
}

/** `a.b` → `sagemaker.a.b`; `.` → `sagemaker`: the tables write paths without their common start. */
export function fullPath(short: string): string {
  if (short === '.') return 'sagemaker';
  return short === '' ? '' : `sagemaker.${short}`;
}

const nameOnly: ClassBlock = { bases: [], body: '' };

/** Calls `take` with the start of every whole word `name`; stops at the first answer. */
function findWord<T>(text: string, name: string, take: (at: number) => T | undefined): T | undefined {
  if (name === '') return undefined;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1];
    const after = text[at + name.length];
    if ((before !== ' ' && before !== ':' && before !== '.') || (after !== ' ' && after !== '\n' && after !== '('))
      continue;
    const answer = take(at);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function readReexport(line: string, start: number): Entry | undefined {
  const source = line.slice(5, line.indexOf(' ', 5));
  if (start <= 5 + source.length) return undefined;
  const word = line.slice(line.lastIndexOf(' ', start) + 1).split(' ', 1)[0] ?? '';
  const name = word.split(':', 1)[0] ?? '';
  return { kind: 'reexport', path: source === '' ? name : `${fullPath(source)}.${name}` };
}

function readClass(text: string, lineEnd: number, heading: string): Entry {
  const [, bases = ''] = heading.split(' < ');
  let end = lineEnd;
  while (text[end + 1] === ' ') end = text.indexOf('\n', end + 1);
  return {
    kind: 'class',
    block: { bases: bases === '' ? [] : bases.split(' ').map(fullPath), body: text.slice(lineEnd, end + 1) },
  };
}

/**
 * @param text the lines of one module, each closed by a newline
 * @returns what the module offers under `name`
 */
export function findInModule(text: string, name: string): Entry | undefined {
  return findWord(text, name, (at) => {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(lineStart, lineEnd);
    const start = at - lineStart;
    if (line.startsWith('from ')) return readReexport(line, start);
    if (line.startsWith('const ')) return { kind: 'constant' };
    if (line.startsWith('names class ')) return { kind: 'class', block: nameOnly };
    if (line.startsWith('names function ')) return { kind: 'function', signature: undefined };
    if (line.startsWith('def ') && start === 4) return { kind: 'function', signature: inParentheses(line) };
    if (line.startsWith('class ') && start === 6) return readClass(text, lineEnd, line);
    return undefined;
  });
}

/** Text between the parentheses of `name(…)`. */
function inParentheses(line: string): string {
  return line.slice(line.indexOf('(') + 1, -1);
}

/** Signature text of a method that the class itself defines; of its constructor for the empty name. */
export function findMethod({ body }: ClassBlock, name: string): string | undefined {
  const at = body.indexOf(`\n ${name}(`);
  return at === -1 ? undefined : inParentheses(body.slice(at + 1, body.indexOf('\n', at + 1)));
}

/** Whether the class itself has an attribute or property of that name. */
export function hasOwnMember({ body }: ClassBlock, name: string): boolean {
  const start = body.indexOf('\n .');
  return start !== -1 && (findWord(body.slice(start), name, () => true) ?? false);
}
