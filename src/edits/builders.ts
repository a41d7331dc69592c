import { argumentListOf } from '../python/arguments.js';
import { type PyNode, statementOf } from '../python/node.js';
import { stringContent } from '../python/strings.js';
import type { TextRange } from '../text/text-range.js';
import type {
  ArgumentAddition,
  ArgumentRemoval,
  Edit,
  ImportMove,
  ModuleRequest,
  Piece,
  Replacement,
  StatementRemoval,
  SymbolUse,
} from './edit.js';

/** Replaces a node (or range) by new code. */
export function replace(range: TextRange, ...pieces: readonly Piece[]): Replacement {
  return { kind: 'replace', start: range.start, end: range.end, pieces };
}

/** Inserts before an offset. */
export function insert(at: number, ...pieces: readonly Piece[]): Replacement {
  return { kind: 'replace', start: at, end: at, pieces };
}

/** Respells a name: an identifier, or the content of a string literal that stands for a name. */
export function rename(nameNode: PyNode, name: string): Replacement {
  return replace(nameNode.type === 'string' ? stringContent(nameNode) : nameNode, name);
}

/** Makes a positional argument a keyword one. */
export function nameArgument(argument: PyNode, name: string): Replacement {
  // `name=a := 1` is no Python.
  const sign = equalsIn(argument.parent);
  if (argument.type === 'named_expression') return replace(argument, `${name}${sign}(`, argument, ')');
  return insert(argument.start, `${name}${sign}`);
}

/** Takes an argument out of its call. */
export function removeArgument(argument: PyNode): ArgumentRemoval {
  return { kind: 'remove-argument', argument };
}

/** Adds `name=value` to a call. */
export function appendArgument(call: PyNode, name: string, ...value: readonly Piece[]): ArgumentAddition {
  return { kind: 'append-argument', call, pieces: [`${name}${equalsIn(argumentListOf(call))}`, ...value] };
}

/** How an argument list writes the sign between keyword and value: with blanks where all of its keywords have them. */
function equalsIn(list: PyNode | undefined): string {
  const keywords = list?.children.filter(({ type }) => type === 'keyword_argument') ?? [];
  const isSpaced = keywords.every(({ children: [name, value], document }) => {
    return name !== undefined && value !== undefined && document.text.slice(name.end, value.start) === ' = ';
  });
  return keywords.length > 0 && isSpaced ? ' = ' : '=';
}

/** Adds `key: value` to a dictionary display; `key` as it is written. */
export function appendPair(dictionary: PyNode, key: string, ...value: readonly Piece[]): ArgumentAddition {
  return { kind: 'append-argument', call: dictionary, pieces: [`${key}: `, ...value] };
}

/** Takes the statement of a node out. */
export function removeStatement(node: PyNode): StatementRemoval {
  return { kind: 'remove-statement', statement: statementOf(node) };
}

/** Moves an imported name to another module. */
export function moveImport(clause: PyNode, to: string | undefined): ImportMove {
  return { kind: 'move-import', clause, to };
}

/** Has a module loaded where the reference names it through its package. */
export function requireModule(module: string, at: PyNode): ModuleRequest {
  return { kind: 'require-module', module, at };
}

/** Names an SDK symbol in new code. */
export function symbol(path: string, at: PyNode): SymbolUse {
  return { symbol: path, at };
}

/** The range in the old text that an edit concerns, for the place of a finding. */
export function rangeOf(edit: Edit): TextRange {
  switch (edit.kind) {
    case 'replace':
      return edit;
    case 'remove-argument':
      return edit.argument;
    case 'append-argument':
      return edit.call;
    case 'remove-statement':
      return edit.statement;
    case 'move-import':
      return edit.clause;
    case 'require-module':
      return edit.at;
  }
}
