/** A line of code in a text: what stands in it after the indentation or prompt of its block. */
export interface CodeLine {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
}

/** Python code in a text that is no program. */
export interface CodeBlock {
  readonly lines: readonly CodeLine[];
  /** What begins each further line of the block; undefined where lines begin with prompts. */
  readonly indent: string | undefined;
}

/** Which kinds of blocks a text has. */
export interface BlockKinds {
  readonly fences: boolean;
  readonly directives: boolean;
  readonly prompts: boolean;
}

interface Line extends CodeLine {
  readonly text: string;
}

const PYTHON = /^\{?\.?(?:python[\d.]*|py[\d.]*|pycon[\d.]*|ipython[\d.]*|python-repl|jupyter|code-cell)\}?$/i;
const DIRECTIVE = /^([ \t]*)\.\.[ \t]+(?:code-block|code|sourcecode|testcode|doctest|ipython)::[ \t]*(\S*)[ \t]*$/;
const NEEDS_NO_LANGUAGE = /\b(?:testcode|doctest|ipython)::/;
const FENCE = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;
const PROMPT = /^([ \t]*)(?:>>>|\.\.\.)(?: |$)/;

/** The Python code in a text, in order. Code that a block quote holds is left out. */
export function findCodeBlocks(text: string, kinds: BlockKinds): readonly CodeBlock[] {
  const lines = splitLines(text);
  const blocks: CodeBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const fence = kinds.fences ? FENCE.exec(line.text) : null;
    const directive = kinds.directives && fence === null ? DIRECTIVE.exec(line.text) : null;
    if (fence !== null) {
      const end = fenceEnd(lines, at, fence[2] ?? '');
      const body = lines.slice(at + 1, end);
      const language = fence[3] ?? '';
      // Without a language, a prompt of Python tells it.
      const isPython = language === '' ? body.some(({ text }) => /^\s*>>> /.test(text)) : PYTHON.test(language);
      if (isPython) blocks.push(...blocksIn(body, (fence[1] ?? '').length));
      at = end + 1;
    } else if (directive !== null) {
      const { body, end } = directiveBody(lines, at, (directive[1] ?? '').length);
      const isPython = PYTHON.test(directive[2] ?? '') || NEEDS_NO_LANGUAGE.test(line.text);
      if (isPython) blocks.push(...blocksIn(body, indentation(body)));
      at = end;
    } else if (kinds.prompts && isPrompt(line)) {
      const end = runEnd(lines, at);
      blocks.push(...promptBlocks(lines.slice(at, end)));
      at = end;
    } else at += 1;
  }
  return blocks;
}

function splitLines(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((physical) => {
    const line = physical.endsWith('\r') ? physical.slice(0, -1) : physical;
    const at = { start, end: start + line.length, text: line };
    start += physical.length + 1;
    return at;
  });
}

/** Index of the line that closes a fence, or of the text's end. */
function fenceEnd(lines: readonly Line[], open: number, fence: string): number {
  for (let at = open + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text.length >= fence.length && text === (fence[0] ?? '`').repeat(text.length)) return at;
  }
  return lines.length;
}

/** The lines below a directive, without its options and the empty lines around. */
function directiveBody(lines: readonly Line[], at: number, indent: number): { body: readonly Line[]; end: number } {
  let end = at + 1;
  while (end < lines.length && isInside(lines[end], indent)) end += 1;
  let start = at + 1;
  while (start < end && /^\s*:[\w-]+:/.test(lines[start]?.text ?? '')) start += 1;
  while (start < end && lines[start]?.text.trim() === '') start += 1;
  let last = end;
  while (last > start && lines[last - 1]?.text.trim() === '') last -= 1;
  return { body: lines.slice(start, last), end };
}

function isInside(line: Line | undefined, indent: number): boolean {
  return line !== undefined && (line.text.trim() === '' || indentOf(line.text) > indent);
}

function indentation(lines: readonly Line[]): number {
  return Math.min(...lines.filter(({ text }) => text.trim() !== '').map(({ text }) => indentOf(text)), 200);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The lines of one block; those with prompts only where there are some. */
function blocksIn(lines: readonly Line[], indent: number): readonly CodeBlock[] {
  if (lines.some(isPrompt)) return promptBlocks(lines);
  const first = lines.find(({ text }) => text.trim() !== '');
  if (first === undefined) return [];
  const code = lines.map(({ start, end, text }) => ({ start: start + Math.min(indent, indentOf(text)), end }));
  return [{ lines: code, indent: first.text.slice(0, Math.min(indent, indentOf(first.text))) }];
}

function isPrompt({ text }: Line): boolean {
  return PROMPT.test(text);
}

function runEnd(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length && isPrompt(lines[end] ?? { text: '', start: 0, end: 0 })) end += 1;
  return end;
}

/** What is typed after prompts, without what is answered: a block for each run of lines. */
function promptBlocks(lines: readonly Line[]): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = runEnd(lines, at);
    if (end === at) continue;
    const code = lines.slice(at, end).map(({ start, end: lineEnd, text }) => {
      return { start: start + (PROMPT.exec(text)?.[0].length ?? 0), end: lineEnd };
    });
    blocks.push({ lines: code, indent: undefined });
    at = end;
  }
  return blocks;
}
