import type { TextRange } from '../../text/text-range.js';

/** A word of a shell command. */
export interface ShellWord extends TextRange {
  /** Without quotes and backslashes. */
  readonly value: string;
  /** The quote that the whole word stands in; '' where it stands in none. */
  readonly quote: string;
}

/**
 * Cuts a stretch of shell text into commands and these into words. `<` and `>` do not end a word: in what pip is given
 * they are meant as part of a version, quoted or not.
 */
export function shellCommands(text: string, range: TextRange): ShellWord[][] {
  const commands: ShellWord[][] = [[]];
  let at = range.start;
  while (at < range.end) {
    const here = text[at] ?? '';
    const isContinued = here === '\\' && /^\\[ \t]*\r?\n/.test(text.slice(at, at + 40));
    if (isContinued) at = text.indexOf('\n', at) + 1;
    else if (/[\n;&|()]/.test(here)) {
      commands.push([]);
      at += 1;
    } else if (here.trim() === '') at += 1;
    else if (here === '#') at = endOfLine(text, at, range.end);
    else {
      const word = wordAt(text, at, range.end);
      commands.at(-1)?.push(word);
      at = word.end;
    }
  }
  return commands.filter((words) => words.length > 0);
}

function wordAt(text: string, start: number, limit: number): ShellWord {
  let value = '';
  let quote = '';
  let at = start;
  while (at < limit) {
    const here = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (quote !== '') {
      if (here === quote) quote = '';
      else value += here;
    } else if (here === '"' || here === "'") quote = here;
    else if (/[\s;&|()]/.test(here) || (here === '\\' && /[\r\n]/.test(next))) break;
    else if (here === '\\') {
      value += next;
      at += 1;
    } else value += here;
    at += 1;
  }
  const first = text[start] ?? '';
  const isQuoted = (first === '"' || first === "'") && text.slice(start, at) === `${first}${value}${first}`;
  return { start, end: Math.min(at, limit), value, quote: isQuoted ? first : '' };
}

function endOfLine(text: string, from: number, limit: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? limit : Math.min(found, limit);
}
