import type { TextRange } from '../../text/text-range.js';

/** One line of a value in an INI file as Python's configparser reads it. */
export interface IniLine {
  readonly section: string;
  readonly key: string;
  /** Without blanks around it, and without the key. */
  readonly at: TextRange;
  readonly text: string;
  /** Where the physical line ends, before its line end. */
  readonly lineEnd: number;
  /** What stands before the value where the line holds nothing else; undefined on the line of the key. */
  readonly indent: string | undefined;
}

/** The lines of all values, in order. Comment lines and empty ones are left out. */
export function iniLines(text: string): readonly IniLine[] {
  const lines: IniLine[] = [];
  let section = '';
  let key = '';
  let offset = 0;
  for (const physical of text.split('\n')) {
    const line = physical.endsWith('\r') ? physical.slice(0, -1) : physical;
    const start = offset;
    offset += physical.length + 1;
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    const isContinuation = /^[ \t]/.test(line) && key !== '';
    const header = isContinuation ? undefined : /^\[([^\]]*)\]/.exec(line)?.[1];
    if (header !== undefined) {
      section = header.trim();
      key = '';
      continue;
    }
    const separator = isContinuation ? -1 : line.search(/[=:]/);
    if (!isContinuation) {
      if (separator < 0) continue;
      key = line.slice(0, separator).trim();
    }
    const value = line.slice(separator + 1);
    const from = start + separator + 1 + (value.length - value.trimStart().length);
    const at = { start: from, end: from + value.trim().length };
    if (at.end === at.start) continue;
    const indent = isContinuation ? line.slice(0, from - start) : undefined;
    lines.push({ section, key, at, text: value.trim(), lineEnd: start + line.length, indent });
  }
  return lines;
}
