import type { TextRange } from '../text/text-range.js';
import type { PyNode } from './node.js';

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text between the quotes of a `string` node, as written. */
export function stringContent(node: PyNode): TextRange {
  const { text } = node.document;
  let start = node.start;
  while (start < node.end && text[start] !== '"' && text[start] !== "'") start += 1;
  const quote = text[start] ?? '"';
  const length = node.end - start >= 6 && text.startsWith(quote.repeat(3), start) ? 3 : 1;
  return { start: start + length, end: node.end - length };
}

/** What a string literal (or implicitly joined ones) evaluates to; undefined for f-strings with holes, bytes, and other nodes. */
export function stringValue(node: PyNode): string | undefined {
  if (node.type === 'concatenated_string') {
    const parts = node.children.map(stringValue);
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  if (node.type !== 'string') return undefined;
  const prefix = stringPrefix(node);
  if (prefix.includes('b') || node.children.some((child) => child.type === 'interpolation')) return undefined;
  const { start, end } = stringContent(node);
  const written = node.document.text.slice(start, end);
  return prefix.includes('r')
    ? written
    : decodeEscapes(prefix.includes('f') ? written.replace(/\{\{|\}\}/g, (b) => b.slice(1)) : written);
}

/** The letters before the quotes, in lower case: `rb`, `f`, ''. */
export function stringPrefix(node: PyNode): string {
  const { text } = node.document;
  let end = node.start;
  while (end < node.end && text[end] !== '"' && text[end] !== "'") end += 1;
  return text.slice(node.start, end).toLowerCase();
}

/** The value of what stands between the quotes of a string that is not raw. */
export function decodeEscapes(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    /\\(?:\r?\n|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
    (all, x, u, U, octal, one) => {
      const hex: string | undefined = x ?? u ?? U;
      if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (one !== undefined) return SIMPLE_ESCAPES[one] ?? all;
      return '';
    },
  );
}

/** A Python literal with that value, in the given quotes. */
export function quote(value: string, mark: string): string {
  return mark + value.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`).replaceAll('\n', '\\n') + mark;
}
