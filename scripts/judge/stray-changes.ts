/**
 * What a migration changed that it must not have touched. In a notebook that is every byte outside the `source` of a
 * cell, and the way in which an unchanged source line is written; in a file, line ends, BOM and the end of the last line.
 */
export function strayChanges(name: string, before: string, after: string): string[] {
  return name.endsWith('.ipynb') ? strayInNotebook(before, after) : strayInFile(before, after);
}

function strayInFile(before: string, after: string): string[] {
  const stray: string[] = [];
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) stray.push('BOM');
  if (before.endsWith('\n') !== after.endsWith('\n')) stray.push('end of the last line');
  const ends = (text: string): string => [text.includes('\r\n'), /(^|[^\r])\n/.test(text)].join();
  if (ends(before) !== ends(after)) stray.push('line ends');
  return stray;
}

interface Excised {
  /** The notebook's text without the values of `source`. */
  readonly rest: string;
  /** The string literals of all sources, as they are written. */
  readonly literals: readonly string[];
}

function strayInNotebook(before: string, after: string): string[] {
  const [was, is] = [excise(before), excise(after)];
  const stray = was.rest === is.rest ? [] : ['bytes outside the cells’ sources'];
  const written = new Set(was.literals);
  const values = new Set(was.literals.map((literal) => JSON.parse(literal) as string));
  const rewritten = is.literals.filter((literal) => !written.has(literal) && values.has(JSON.parse(literal) as string));
  return rewritten.length === 0 ? stray : [...stray, `an unchanged line is written differently: ${rewritten[0]}`];
}

/** Cuts the values of all keys `source` and `input` out of JSON text, in one walk over its characters. */
function excise(text: string): Excised {
  let rest = '';
  const literals: string[] = [];
  let key = '';
  for (let i = 0; i < text.length; ) {
    const end = text[i] === '"' ? endOfString(text, i) : i + 1;
    const token = text.slice(i, end);
    rest += token;
    i = end;
    if (token.length > 1) key = token;
    else if (token === ':' && (key === '"source"' || key === '"input"')) i = skipValue(text, i, literals);
    else if (token === ',' || token === '{') key = '';
  }
  return { rest, literals };
}

/** Passes a string or a list of strings; any other value stays. */
function skipValue(text: string, colon: number, literals: string[]): number {
  let start = colon;
  while (/\s/.test(text[start] ?? '')) start += 1;
  if (text[start] !== '"' && text[start] !== '[') return colon;
  let depth = 0;
  for (let i = start; i < text.length; ) {
    const end = text[i] === '"' ? endOfString(text, i) : i + 1;
    if (end > i + 1) literals.push(text.slice(i, end));
    if (text[i] === '[') depth += 1;
    if (text[i] === ']') depth -= 1;
    i = end;
    if (depth === 0) return i;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}
