import type { TextRange } from '../../text/text-range.js';

/** A member of a JSON object or array: its key (null in an array) and the range of its value in the JSON text. */
export interface Member extends TextRange {
  readonly key: string | null;
}

/**
 * Parses JSON as Python writes it: bare `NaN`, `Infinity` and `-Infinity` are numbers.
 * @throws SyntaxError for anything else that is not JSON; {@link findJsonError} tells where.
 */
export function parseLenientJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const finite = replaceNonFinite(text);
    if (finite === text) throw error;
    return JSON.parse(finite);
  }
}

/** The text with a finite number of the same length for every `NaN` and `Infinity` outside strings. */
function replaceNonFinite(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    const gap = text.slice(at, end);
    if (gap.includes('NaN') || gap.includes('Infinity')) {
      parts.push(text.slice(copied, at), gap.replace(/\bNaN\b/g, '0.0').replace(/\bInfinity\b/g, '10000000'));
      copied = end;
    }
    at = quote < 0 ? text.length : stringEnd(text, quote);
  }
  if (copied === 0) return text;
  parts.push(text.slice(copied));
  return parts.join('');
}

/** Offset after the string literal that starts at `start`; the text's length when it is never closed. */
export function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 92) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** Members of the object or array that starts at `start` in valid JSON; none for any other value. */
export function* members(text: string, start: number): Generator<Member> {
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return;
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    let key: string | null = null;
    if (isObject) {
      const keyEnd = stringEnd(text, at);
      key = String(JSON.parse(text.slice(at, keyEnd)));
      at = skipSpace(text, skipSpace(text, keyEnd) + 1);
    }
    const end = valueEnd(text, at);
    yield { key, start: at, end };
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

/** The value of `key` in the object at `start`, as `JSON.parse` sees it: the last one of doubled keys. */
export function findMember(text: string, start: number, key: string): Member | undefined {
  let found: Member | undefined;
  for (const member of members(text, start)) if (member.key === key) found = member;
  return found;
}

/** Offset after leading white space of JSON. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

/** Offset after the value at `start`. Counts brackets instead of recursing: depth is bounded by memory only. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at);
    else if (character === '{' || character === '[') {
      depth += 1;
      at += 1;
    } else if (character === '}' || character === ']') {
      if (depth === 0) return at;
      depth -= 1;
      at += 1;
    } else if (depth === 0 && (character === ',' || skipSpace(text, at) > at)) return at;
    else {
      at += 1;
      continue;
    }
    if (depth === 0) return at;
  }
  return at;
}
