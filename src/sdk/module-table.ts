/** A class as one block of the table: its heading and the indented lines under it. */
export interface ClassFacts {
  /** Paths of the direct base classes. */
  readonly bases: readonly string[];
  /** Text between the parentheses; undefined for a class that is known by name only. */
  readonly constructorText: string | undefined;
  readonly methods: ReadonlyMap<string, string>;
  /** Own attributes and properties. */
  readonly members: ReadonlySet<string>;
}

/** What one module offers under a name. */
export type Entry =
  | { readonly kind: 'reexport'; readonly path: string }
  | { readonly kind: 'constant' }
  | { readonly kind: 'function'; readonly text: string | undefined }
  | { readonly kind: 'class'; readonly facts: ClassFacts };

/** `a.b` → `sagemaker.a.b`; `.` → `sagemaker`. The inverse of how the tables write paths. */
export function fullPath(short: string): string {
  if (short === '.') return 'sagemaker';
  return short === '' ? '' : `sagemaker.${short}`;
}

/** Text between the parentheses of `name(…)`. */
function inParentheses(line: string): string {
  return line.slice(line.indexOf('(') + 1, -1);
}

function addReexports(entries: Map<string, Entry>, line: string): void {
  const [, source = '', ...names] = line.split(' ');
  for (const item of names) {
    const [name = '', alias = name] = item.split(':');
    const parent = fullPath(source);
    entries.set(alias, { kind: 'reexport', path: parent === '' ? name : `${parent}.${name}` });
  }
}

function addClass(entries: Map<string, Entry>, heading: string, body: readonly string[]): void {
  const [, name = '', , ...bases] = heading.split(' ');
  const methods = new Map<string, string>();
  const members = new Set<string>();
  let constructorText: string | undefined;
  for (const line of body) {
    if (line.startsWith(' (')) constructorText = inParentheses(line);
    else if (line.startsWith(' .')) for (const member of line.slice(2).split(' ')) members.add(member);
    else methods.set(line.slice(1, line.indexOf('(')), inParentheses(line));
  }
  entries.set(name, { kind: 'class', facts: { bases: bases.map(fullPath), constructorText, methods, members } });
}

const nameOnly: ClassFacts = { bases: [], constructorText: undefined, methods: new Map(), members: new Set() };

/** Reads the lines of one module (format: scripts/generate-sdk/api-table.ts). */
export function parseModule(text: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('from ')) addReexports(entries, line);
    else if (line.startsWith('const '))
      for (const name of line.slice(6).split(' ')) entries.set(name, { kind: 'constant' });
    else if (line.startsWith('names ')) {
      const [, kind, ...names] = line.split(' ');
      for (const name of names) {
        entries.set(name, kind === 'class' ? { kind, facts: nameOnly } : { kind: 'function', text: undefined });
      }
    } else if (line.startsWith('def ')) {
      entries.set(line.slice(4, line.indexOf('(')), { kind: 'function', text: inParentheses(line) });
    } else if (line.startsWith('class ')) {
      const start = at + 1;
      while (lines[at + 1]?.startsWith(' ')) at += 1;
      addClass(entries, line, lines.slice(start, at + 1));
    }
  }
  return entries;
}
