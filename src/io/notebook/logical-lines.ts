/** A statement line of Python as its tokenizer groups it: brackets, triple quotes and backslashes continue it. */
export interface LogicalLine {
  /** Offset of the "\n" that ends it, or the end of the text. */
  readonly end: number;
  /** Offset of the `!` or `%` of `x = !command`, `x = %magic`; -1 where there is none. Nothing after it is read. */
  readonly magic: number;
  /** Offset after the `?` that ends it, outside brackets, strings and comments; -1 where there is none. */
  readonly help: number;
  /** The text ended before a bracket was closed. */
  readonly isOpen: boolean;
}

/** Reads the logical line that starts at `start`. Linear; broken code ends at the end of the text at worst. */
export function scanLogicalLine(text: string, start: number): LogicalLine {
  let depth = 0;
  let hasAssign = false;
  for (let at = nextOf(TOKENS, text, start); at < text.length; at = nextOf(TOKENS, text, at + 1)) {
    switch (text[at]) {
      case '\n':
        if (depth === 0) return { end: at, magic: -1, help: -1, isOpen: false };
        break;
      case '#':
        at = endOfLine(text, at) - 1;
        break;
      case '\\':
        // Also over the "\n" of "\r\n", so that it does not end the line.
        at += text.startsWith('\r\n', at + 1) ? 2 : 1;
        break;
      case '"':
      case "'":
        at = endOfString(text, at) - 1;
        break;
      case '?': {
        const end = endOfLine(text, at);
        if (depth === 0 && text.slice(at + 1, end).trim() === '')
          return { end, magic: -1, help: at + 1, isOpen: false };
        break;
      }
      case '=': {
        if (text[at + 1] === '=') at += 1;
        else if (depth === 0 && !hasAssign && !'!<>=+-*/%&|^@:'.includes(text[at - 1] ?? ' ')) {
          hasAssign = true;
          const right = skipContinued(text, at + 1);
          if (startsMagic(text, right)) return { end: endOfLine(text, right), magic: right, help: -1, isOpen: false };
        }
        break;
      }
      default:
        depth = Math.max(0, depth + ('([{'.includes(text[at] ?? '') ? 1 : -1));
    }
  }
  return { end: text.length, magic: -1, help: -1, isOpen: depth > 0 };
}

/** What decides where a logical line ends and whether it holds a magic. */
const TOKENS = /[\n#\\"'?=()[\]{}]/g;

/** What may end a string literal. */
const STRING_STOPS = /[\n\\"']/g;

/** Offset of the next of `characters` at or after `from`; the text's length when there is none. */
function nextOf(characters: RegExp, text: string, from: number): number {
  characters.lastIndex = from;
  return characters.test(text) ? characters.lastIndex - 1 : text.length;
}

/** Whether the right side of an assignment is a command or a magic. */
function startsMagic(text: string, at: number): boolean {
  return text[at] === '!' || (text[at] === '%' && /[A-Za-z_ \t]/.test(text[at + 1] ?? ''));
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
  for (let at = start + closer.length; ; at += 1) {
    at = nextOf(STRING_STOPS, text, at);
    if (at >= text.length) return text.length;
    if (text[at] === '\\') at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (text.startsWith(closer, at)) return at + closer.length;
    else if (text[at] === '\n' && !isTriple) return at;
  }
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
