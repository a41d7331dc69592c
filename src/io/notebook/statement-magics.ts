import { scanLogicalLine } from './logical-lines.js';

/** Line magics that run the rest of their line as Python, each with the options that take a value. */
const VALUE_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['time', ''],
  ['timeit', 'nrpv'],
  ['prun', 'DlsT'],
]);

/** Statements that can't follow a `;`. */
const COMPOUND = /^(?:if|for|while|with|try|def|class|async)\b|^@/;

/** The Python statement in a line magic such as `%time est.fit(x)`. */
export interface MagicStatement {
  /** Of the magic. */
  readonly name: string;
  /** Offset of the statement, at least two after the magic's. */
  readonly start: number;
}

/**
 * The statement in the line magic at `start` that ends at `end`; undefined where the magic runs none, or one that can't
 * stay where it is: a compound statement, one with a magic in it, one that goes on after the magic's line.
 */
export function statementOfMagic(text: string, start: number, end: number): MagicStatement | undefined {
  if (text[start] !== '%') return undefined;
  const name = /^\w*/.exec(text.slice(start + 1, end))?.[0] ?? '';
  const withValue = VALUE_OPTIONS.get(name);
  if (withValue === undefined) return undefined;
  let at = skipSpaces(text, start + 1 + name.length, end);
  // `%time` has long options only: `%time -x` is a negation.
  const option = name === 'time' ? /^--[a-z]/ : /^-[-A-Za-z]/;
  while (option.test(text.slice(at, at + 3))) {
    const word = wordAt(text, at, end);
    at = skipSpaces(text, at + word.length, end);
    if (word.length === 2 && withValue.includes(word.slice(1))) {
      at = skipSpaces(text, at + wordAt(text, at, end).length, end);
    }
  }
  const statement = text.slice(at, end);
  if (statement.trim() === '' || '%!?#\\'.includes(statement.charAt(0)) || COMPOUND.test(statement)) return undefined;
  const line = scanLogicalLine(text, at);
  if (line.end !== end || line.isOpen || line.magic >= 0 || line.help >= 0) return undefined;
  return { name, start: at };
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

function wordAt(text: string, at: number, end: number): string {
  return /^\S*/.exec(text.slice(at, end))?.[0] ?? '';
}
