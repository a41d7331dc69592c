/** A statement line of Python as its tokenizer groups it: brackets, triple quotes and backslashes continue it. */
export interface LogicalLine {
  /** Offset of the "\n" that ends it, or the end of the text. */
  readonly end: number;
  /** Offset of the `!` or `%` of `x = !command`, `x = %magic`; -1 where there is none. Nothing after it is read. */
  readonly magic: number;
  /** Offset of the last character that is neither space nor comment (of a string its first quote); -1 in an empty line. */
  readonly last: number;
  /** The text ended before a bracket was closed. */
  readonly isOpen: boolean;
}

/** Reads the logical line that starts at `start`. Linear; broken code ends at the end of the text at worst. */
export function scanLogicalLine(text: string, start: number): LogicalLine {
  let depth = 0;
  let hasAssign = false;
  let last = -1;
  let at = start;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '\n') {
      if (depth === 0) break;
      at += 1;
      continue;
    }
    if (character === '#') {
      at = endOfLine(text, at);
      continue;
    }
    if (character === '\\') {
      // Also over the "\n" of "\r\n", so that it does not end the line.
      at += text.startsWith('\r\n', at + 1) ? 3 : 2;
      continue;
    }
    if (character === ' ' || character === '\t' || character === '\r' || character === '\f') {
      at += 1;
      continue;
    }
    last = at;
    if (character === '"' || character === "'") {
      at = endOfString(text, at);
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '=') {
      if (text[at + 1] === '=') at += 1;
      else if (depth === 0 && !hasAssign && !'!<>=+-*/%&|^@:'.includes(text[at - 1] ?? ' ')) {
        hasAssign = true;
        const right = skipContinued(text, at + 1);
        if (text[right] === '!' || (text[right] === '%' && /[A-Za-z_ \t]/.test(text[right + 1] ?? ''))) {
          return { end: endOfLine(text, right), magic: right, last, isOpen: false };
        }
      }
    }
    at += 1;
  }
  return { end: Math.min(at, text.length), magic: -1, last, isOpen: depth > 0 };
}

/** Offset of the "\n" of the line in which `from` lies, or the end of the text. */
export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** Offset after the string literal at `start`; one that is never closed ends with its line, or with the text. */
function endOfString(text: string, start: number): number {
  const quote = text[start] ?? '';
  const isTriple = text.startsWith(quote.repeat(3), start);
  const closer = isTriple ? quote.repeat(3) : quote;
  let at = start + closer.length;
  while (at < text.length) {
    if (text[at] === '\\') at += text.startsWith('\r\n', at + 1) ? 3 : 2;
    else if (text.startsWith(closer, at)) return at + closer.length;
    else if (text[at] === '\n' && !isTriple) return at;
    else at += 1;
  }
  return text.length;
}

/** Skips spaces and line continuations. */
function skipContinued(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (text[at] === ' ' || text[at] === '\t') at += 1;
    else if (text.startsWith('\\\n', at)) at += 2;
    else if (text.startsWith('\\\r\n', at)) at += 3;
    else return at;
  }
}
