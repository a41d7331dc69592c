import { skipSpace, stringEnd } from './json.js';

const NON_FINITE: readonly string[] = ['NaN', 'Infinity', '-Infinity'];

/**
 * Offset of the first thing in `text` that JSON (with `NaN` and `Infinity`) does not allow; -1 when all is well.
 * Only for messages: `JSON.parse` does not always say where it stopped.
 */
export function findJsonError(text: string): number {
  /** Closing brackets still to come. */
  const closers: string[] = [];
  let expected: 'value' | 'value or end' | 'key' | 'key or end' | 'comma' = 'value';
  let at = skipSpace(text, 0);
  const closes = () => closers.length > 0 && text[at] === closers.at(-1);
  while (at < text.length) {
    const character = text[at];
    if (expected !== 'value' && expected !== 'key' && closes()) {
      closers.pop();
      expected = 'comma';
      at += 1;
    } else if (expected === 'comma') {
      if (character !== ',' || closers.length === 0) return at;
      expected = closers.at(-1) === '}' ? 'key' : 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'key or end') {
      const end = character === '"' ? scalarEnd(text, at) : -1;
      if (end < 0) return at;
      at = skipSpace(text, end);
      if (text[at] !== ':') return at;
      expected = 'value';
      at += 1;
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'key or end' : 'value or end';
      at += 1;
    } else {
      const end = scalarEnd(text, at);
      if (end < 0) return at;
      expected = 'comma';
      at = end;
    }
    at = skipSpace(text, at);
  }
  return closers.length === 0 && expected === 'comma' ? -1 : text.length;
}

/** Offset after the valid string, number or word at `at`; -1 where there is none. */
function scalarEnd(text: string, at: number): number {
  let end = at;
  if (text[at] === '"') end = stringEnd(text, at);
  else while (end < text.length && !',]}:'.includes(text[end] ?? '') && skipSpace(text, end) === end) end += 1;
  const scalar = text.slice(at, end);
  if (NON_FINITE.includes(scalar)) return end;
  try {
    JSON.parse(scalar);
    return end;
  } catch {
    return -1;
  }
}
