import type { TextEdit } from '../../edits/edit.js';
import type { TextRange } from '../../text/text-range.js';

/** Writes text as the inside of a JSON string. */
export type EscapeText = (text: string) => string;

/** `text` as the inside of a JSON string, with `\uXXXX` for what is not ASCII if the file does so. */
export function escapeJson(text: string, asciiOnly: boolean): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  if (!asciiOnly) return escaped;
  return escaped.replace(/[\x80-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Edits a string literal in its raw JSON spelling; what no edit touches keeps its escapes.
 * @param raw the literal with its quotes.
 * @param edits sorted, offsets in the decoded text.
 */
export function spliceLiteral(raw: string, edits: readonly TextEdit[], escapeText: EscapeText): string {
  const text: TextRange = { start: 0, end: Number.POSITIVE_INFINITY };
  return `"${editString(raw.slice(1, -1), text, edits, escapeText, false).join('')}"`;
}

/**
 * Edits a list of string literals: added lines become elements laid out as their neighbours, removed lines go with
 * their separators, every other byte stays.
 * @param raw the list with its brackets.
 * @param literals ranges of its strings in `raw`.
 * @param edits sorted, offsets in the joined decoded text.
 */
export function spliceList(
  raw: string,
  literals: readonly TextRange[],
  edits: readonly TextEdit[],
  escapeText: EscapeText,
): string {
  const last = literals.at(-1);
  if (last === undefined) {
    const lines = edits
      .map((edit) => edit.text)
      .join('')
      .split(/(?<=\n)/);
    return lines[0] === '' ? raw : `[${lines.map((line) => `"${escapeText(line)}"`).join(', ')}]`;
  }
  const added = separatorOfAdded(raw, literals);
  const result: string[] = [];
  /** A line that lost its "\n" and so goes on in the next string. */
  let open = '';
  let textStart = 0;
  literals.forEach((literal, k) => {
    const inner = raw.slice(literal.start + 1, literal.end - 1);
    const decoded = decode(inner);
    const start = textStart;
    const end = start + decoded.length;
    textStart = end;
    // What is inserted between two strings belongs to the second; the last one also takes what comes at the end.
    const touching = edits.filter((e) => (e.start < end || literal === last) && (e.end > start || e.start >= start));
    const isUntouched = touching.length === 0 && open === '';
    const range = { start, end: literal === last ? Number.POSITIVE_INFINITY : end };
    const breaksLines = !decoded.slice(0, -1).includes('\n');
    const strings = isUntouched ? [inner] : editString(inner, range, touching, escapeText, breaksLines);
    strings[0] = open + (strings[0] ?? '');
    open = '';
    const tail = strings.at(-1) ?? '';
    if (!isUntouched && literal !== last && tail !== '' && decoded.endsWith('\n') && !decode(tail).endsWith('\n')) {
      open = tail;
      strings.pop();
    }
    strings.forEach((string, i) => {
      if (string === '' && !isUntouched) return;
      if (result.length > 0) result.push(i === 0 ? raw.slice(literals[k - 1]?.end, literal.start) : added);
      result.push(`"${string}"`);
    });
  });
  return result.length === 0 ? '[]' : raw.slice(0, literals[0]?.start) + result.join('') + raw.slice(last.end);
}

/** What stands between two added strings: as between the first two, or as the list opens. */
function separatorOfAdded(raw: string, literals: readonly TextRange[]): string {
  const [first, second] = literals;
  if (first === undefined) return ', ';
  if (second !== undefined) return raw.slice(first.end, second.start);
  const opening = raw.slice(1, first.start);
  return opening.includes('\n') ? `,${opening}` : ', ';
}

/**
 * The inside of a string after the edits: one piece, or, if `breaksLines`, a new piece after each inserted "\n".
 * @param range of the decoded string in the text that the edits count in; the edits may reach out of it, and are
 *   inserted only where they start.
 */
function editString(
  inner: string,
  range: TextRange,
  edits: readonly TextEdit[],
  escapeText: EscapeText,
  breaksLines: boolean,
): string[] {
  const pieces: string[] = [];
  let piece = '';
  let at = range.start;
  let rawAt = 0;
  const advance = (to: number) => {
    const from = rawAt;
    rawAt = rawOffset(inner, rawAt, to - at);
    at = to;
    return inner.slice(from, rawAt);
  };
  for (const edit of edits) {
    if (edit.start >= range.start) {
      piece += advance(edit.start);
      for (const line of breaksLines ? edit.text.split(/(?<=\n)/) : [edit.text]) {
        piece += escapeText(line);
        if (!breaksLines || !line.endsWith('\n')) continue;
        pieces.push(piece);
        piece = '';
      }
    }
    advance(Math.min(edit.end, range.end));
  }
  pieces.push(piece + inner.slice(rawAt));
  return pieces;
}

/** Raw offset after `units` more UTF-16 units of the decoded text, from the raw offset `from`. */
function rawOffset(inner: string, from: number, units: number): number {
  let at = from;
  for (let left = units; left > 0 && at < inner.length; left -= 1) {
    if (inner[at] !== '\\') at += 1;
    else at += inner[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}

function decode(inner: string): string {
  return String(JSON.parse(`"${inner}"`));
}
