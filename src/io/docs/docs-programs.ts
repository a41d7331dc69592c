import type { TextEdit } from '../../edits/edit.js';
import { isType, type PyNode, walk } from '../../python/node.js';
import { parsePython } from '../../python/parser.js';
import { stringContent, stringPrefix } from '../../python/strings.js';
import { overlaps } from '../../text/text-range.js';
import { type Programs, wholeText } from '../programs.js';
import { blockPrograms, readPage } from './block-programs.js';
import { type BlockKinds, type CodeBlock, findCodeBlocks } from './code-blocks.js';

/** The code in a page: Markdown has fences, reStructuredText directives and prompts. */
export function pagePrograms(path: string, text: string): Programs {
  const isMarkdown = !path.toLowerCase().endsWith('.rst');
  const blocks = findCodeBlocks(text, { fences: isMarkdown, directives: !isMarkdown, prompts: !isMarkdown });
  return blockPrograms(path, readPage(path, text), blocks);
}

const ALL_KINDS: BlockKinds = { fences: true, directives: true, prompts: true };

/** A Python program, and the code in each of its docstrings as a program of its own. */
export function programsWithDocstrings(path: string, text: string): Programs {
  const main = wholeText(path, text);
  const page = readPage(path, text);
  const docs = docstrings(main, text).map((node) => blocksIn(node, text));
  const parts = [main, ...docs.filter(({ length }) => length > 0).map((blocks) => blockPrograms(path, page, blocks))];
  return {
    sources: parts.flatMap(({ sources }) => sources),
    fileEdits(edits) {
      let at = 0;
      const [own = [], ...others] = parts.map(({ sources, fileEdits }) => {
        const list = edits.slice(at, at + sources.length);
        at += sources.length;
        return fileEdits(list);
      });
      const added = others.flat().map(refuseQuotes);
      const free = added.filter((edit) => !own.some((other) => overlaps(other, edit)));
      return [...own, ...free].sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

/** What is inserted into a docstring must not end it, nor be read as an escape. */
function refuseQuotes(edit: TextEdit): TextEdit {
  if (!/"""|'''|\\/.test(edit.text)) return edit;
  throw new Error('code in a docstring would need quotes or a backslash that the docstring cannot hold');
}

/** The first statement of a module, class or function where it is a string. */
function docstrings({ sources }: Programs, text: string): readonly PyNode[] {
  if (!/>>>|```|~~~|::/.test(text)) return [];
  const [source] = sources;
  if (source === undefined) return [];
  const found: PyNode[] = [];
  for (const module of parsePython(source.text, source.chunks).modules) {
    walk(module, (node) => {
      const body = isType(node, 'module', 'block') ? node.children[0] : undefined;
      const owner = node.parent?.type;
      if (node.type === 'block' && owner !== 'class_definition' && owner !== 'function_definition') return;
      const string = body?.type === 'expression_statement' ? body.children[0] : body;
      if (string?.type === 'string') found.push(string);
    });
  }
  return found;
}

/** The blocks of a docstring; those with escapes are left alone: their code is not what is written. */
function blocksIn(node: PyNode, text: string): readonly CodeBlock[] {
  const { start, end } = stringContent(node);
  const isRaw = stringPrefix(node).includes('r');
  return findCodeBlocks(text.slice(start, end), ALL_KINDS)
    .map(({ lines, indent }) => ({
      indent,
      lines: lines.map((line) => ({ start: line.start + start, end: line.end + start })),
    }))
    .filter(({ lines }) => isRaw || !lines.some((line) => text.slice(line.start, line.end).includes('\\')));
}
