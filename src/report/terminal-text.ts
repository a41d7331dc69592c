/**
 * Characters that can steer a terminal or reorder what a person reads: C0 and C1 controls, DEL, line and paragraph
 * separators, bidirectional marks. Tab and line feed are left to the caller.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** GitHub Actions carries out what stands behind `::` at the start of a line of its log, blanks aside. */
const command = /^([ \t]*)::/gm;

/** Makes a text of several lines safe to print: steering characters become `\xNN` or `\uNNNN`; tabs and line feeds stay. */
export function printable(text: string): string {
  return text.replace(steering, escapeCharacter).replace(command, '$1\\x3a:');
}

/** Makes a path or another text that belongs on one line safe to print. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n]/g, (character) => (character === '\n' ? '\\n' : '\\t'));
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * Breaks a text at spaces so that its lines have at most `width` columns. Lines after the first of the text begin with
 * `indent`; the first one continues a line that already has `used` columns. A word that is longer than a line keeps its
 * line: a path or a name that is cut in two can't be copied.
 */
export function wrap(text: string, width: number, indent: string, used = 0): string {
  const lines: string[] = [];
  let room = width - used;
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        lines.push(line);
        room = width - indent.length;
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
    room = width - indent.length;
  }
  return lines.join(`\n${indent}`);
}

/** Puts `indent` before every line that is not empty. */
export function indentLines(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}
