import { findAncestor, isType, type PyNode, type PyTree } from '../python/node.js';
import type { Program } from '../semantic/program.js';
import { contains, type TextRange } from '../text/text-range.js';
import type { Replacement } from './edit.js';
import { layOutStatements } from './statement-list.js';

/** An import that new code needs. */
export interface NewImport {
  readonly module: string;
  /** The name in the module; undefined for `import module`. */
  readonly name: string | undefined;
  readonly alias: string | undefined;
  /** The import statement next to which it is written; undefined: at the top of the program. */
  readonly anchor: PyNode | undefined;
  /** The node that needs it. */
  readonly at: PyNode;
}

/**
 * Writes the planned imports: names leave their old statements, new ones join a statement of their module or stand
 * next to their relatives.
 *
 * @param dropped clauses that go
 * @param replaced clauses that get another name in the same statement
 */
export function layOutImports(
  program: Program,
  added: readonly NewImport[],
  dropped: ReadonlySet<PyNode>,
  replaced: ReadonlyMap<PyNode, string>,
): Replacement[] {
  const { tree } = program;
  const text = program.source.original;
  const edits: Replacement[] = [];
  const byAnchor = new Map<PyNode | undefined, NewImport[]>();
  for (const each of added) byAnchor.set(each.anchor, [...(byAnchor.get(each.anchor) ?? []), each]);
  const statements = new Set<PyNode>([...byAnchor.keys()].filter((anchor) => anchor !== undefined));
  for (const clause of [...dropped, ...replaced.keys()]) if (clause.parent !== undefined) statements.add(clause.parent);

  const emptied = new Set<PyNode>();
  for (const statement of statements) {
    const fresh = byAnchor.get(statement) ?? [];
    const joining = fresh.filter((each) => canJoin(each, statement));
    const others = fresh.filter((each) => !joining.includes(each));
    const clauses = clausesOf(statement);
    const kept = clauses.filter((clause) => !dropped.has(clause));
    if (kept.length === 0 && joining.length === 0) {
      if (others.length === 0) emptied.add(statement);
      else edits.push(rewrite(statement, writeImports(others, separatorAt(statement, text)), text, tree));
      continue;
    }
    edits.push(...changeClauses(clauses, dropped, replaced, joining.map(nameOf), text, tree));
    if (others.length > 0) edits.push(insertAfter(statement, others, text));
  }
  if (emptied.size > 0) edits.push(...layOutStatements(emptied, text, tree));
  const atTop = byAnchor.get(undefined);
  if (atTop !== undefined) edits.push(...insertAtTop(program, atTop));
  return edits;
}

function clausesOf(statement: PyNode): PyNode[] {
  return statement.type === 'import_from_statement' ? statement.children.slice(1) : [...statement.children];
}

function canJoin({ module, name }: NewImport, statement: PyNode): boolean {
  const [from, ...clauses] = statement.type === 'import_from_statement' ? statement.children : [];
  return name !== undefined && from?.text === module && clauses.every((clause) => clause.type !== 'wildcard_import');
}

function nameOf({ name, alias }: NewImport): string {
  return alias === undefined ? (name ?? '') : `${name} as ${alias}`;
}

/** New names take the places of dropped ones; the rest of the dropped leave with a comma, further names follow the last. */
function changeClauses(
  clauses: readonly PyNode[],
  dropped: ReadonlySet<PyNode>,
  replaced: ReadonlyMap<PyNode, string>,
  joining: readonly string[],
  text: string,
  tree: PyTree,
): Replacement[] {
  const edits: Replacement[] = [];
  const names = [...new Set(joining)].sort();
  const leaving = new Set<PyNode>();
  for (const clause of clauses) {
    const name = dropped.has(clause) ? names.shift() : replaced.get(clause);
    if (name !== undefined) edits.push({ kind: 'replace', start: clause.start, end: clause.end, pieces: [name] });
    else if (dropped.has(clause)) leaving.add(clause);
  }
  const last = clauses.findLast((clause) => !leaving.has(clause));
  if (names.length > 0 && last !== undefined) {
    edits.push({ kind: 'replace', start: last.end, end: last.end, pieces: names.map((name) => `, ${name}`) });
  }
  return [...edits, ...dropClauses(clauses, leaving, text, tree)];
}

/** Names leave a list together with their comma, and with their line where nothing else is on it; comments stay. */
function dropClauses(
  clauses: readonly PyNode[],
  leaving: ReadonlySet<PyNode>,
  text: string,
  tree: PyTree,
): Replacement[] {
  const lastKept = clauses.findLast((clause) => !leaving.has(clause));
  const edits: Replacement[] = [];
  for (let i = 0; i < clauses.length; i += 1) {
    const clause = clauses[i];
    if (clause === undefined || !leaving.has(clause)) continue;
    const isTail = lastKept !== undefined && clause.start > lastKept.start;
    const before = clauses[i - 1];
    const next = clauses[i + 1];
    const range = isTail
      ? { start: before?.end ?? clause.start, end: clause.end }
      : { start: clause.start, end: next?.start ?? clause.end };
    if (commentsIn(range, tree).length === 0) {
      edits.push({ kind: 'replace', ...range, pieces: [] });
      continue;
    }
    const end = clause.end + (/^\s*,?[ \t]*/.exec(text.slice(clause.end, next?.start ?? text.length))?.[0].length ?? 0);
    edits.push({
      kind: 'replace',
      ...(wholeLine(text, clause.start, end) ?? { start: clause.start, end }),
      pieces: [],
    });
  }
  return edits;
}

/** The line of a range, with its line end, where it has the line to itself. */
function wholeLine(text: string, start: number, end: number): TextRange | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const isAlone = text.slice(lineStart, start).trim() === '' && newline >= 0 && text.slice(end, newline).trim() === '';
  return isAlone ? { start: lineStart, end: newline + 1 } : undefined;
}

/** Comments in a range. */
function commentsIn(range: TextRange, tree: PyTree): TextRange[] {
  return tree.comments.filter((comment) => contains(range, comment));
}

/** New statements in the place of an old one, whose comments stand before them. */
function rewrite(statement: PyNode, statements: string, text: string, tree: PyTree): Replacement {
  const separator = separatorAt(statement, text);
  const comments = commentsIn(statement, tree).map((comment) => text.slice(comment.start, comment.end).trimEnd());
  const lines = separator === '; ' ? [statements] : [...comments, statements];
  return { kind: 'replace', start: statement.start, end: statement.end, pieces: [lines.join(separator)] };
}

/** The statements, one for each module, sorted as people sort imports. */
function writeImports(fresh: readonly NewImport[], separator: string): string {
  const modules = new Map<string, Set<string>>();
  const plain = new Set<string>();
  for (const each of fresh) {
    if (each.name === undefined)
      plain.add(each.alias === undefined ? `import ${each.module}` : `import ${each.module} as ${each.alias}`);
    else modules.set(each.module, (modules.get(each.module) ?? new Set()).add(nameOf(each)));
  }
  const lines = [...modules].map(([module, names]) => `from ${module} import ${[...names].sort().join(', ')}`);
  return [...plain, ...lines].sort(bySpecifier).join(separator);
}

function bySpecifier(a: string, b: string): number {
  const key = (line: string): string => line.replace(/^(from|import) /, '');
  return key(a) < key(b) ? -1 : 1;
}

/** What stands between the statement and one next to it: a line end and the indentation, or a semicolon. */
function separatorAt(statement: PyNode, text: string): string {
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const before = text.slice(lineStart, statement.start);
  return before.trim() === '' ? `\n${before}` : '; ';
}

function insertAfter(anchor: PyNode, fresh: readonly NewImport[], text: string): Replacement {
  const separator = separatorAt(anchor, text);
  const chunkEnd = findAncestor(anchor, 'module')?.end ?? text.length;
  const newline = text.indexOf('\n', anchor.end);
  const lineEnd = newline < 0 || newline > chunkEnd ? chunkEnd : newline;
  const rest = text.slice(anchor.end, lineEnd);
  // After a comment on the line; after a statement that shares the line, directly.
  const isAlone = rest.trim() === '' || rest.trimStart().startsWith('#');
  const at = isAlone && separator !== '; ' ? anchor.end + rest.trimEnd().length : anchor.end;
  const glue = isAlone ? separator : '; ';
  return { kind: 'replace', start: at, end: at, pieces: [glue + writeImports(fresh, glue)] };
}

/** At the top: below the docstring and `__future__` imports; in a notebook, in the cell of the first use. */
function insertAtTop(program: Program, fresh: readonly NewImport[]): Replacement[] {
  const { tree, source } = program;
  const byModule = new Map<PyNode | undefined, NewImport[]>();
  const earliest = new Map<string, NewImport>();
  for (const each of fresh) {
    const key = `${each.module} ${nameOf(each)}`;
    const known = earliest.get(key);
    if (known === undefined || each.at.start < known.at.start) earliest.set(key, each);
  }
  for (const each of earliest.values()) {
    const module = tree.modules.findLast((candidate) => candidate.start <= each.at.start) ?? tree.modules[0];
    byModule.set(module, [...(byModule.get(module) ?? []), each]);
  }
  return [...byModule].map(([module, own]) =>
    insertAtTopOf(module, own, source.original, source.chunks[0]?.cell === null),
  );
}

function insertAtTopOf(
  module: PyNode | undefined,
  fresh: readonly NewImport[],
  text: string,
  isFile: boolean,
): Replacement {
  const statements = module?.children ?? [];
  let after: PyNode | undefined;
  for (const statement of statements) {
    const isDocstring = isFile && statement === statements[0] && isType(statement.children[0], 'string');
    if (!isDocstring && statement.type !== 'future_import_statement') break;
    after = statement;
  }
  if (after !== undefined) return insertAfter(after, fresh, text);
  const at = statements[0]?.start ?? module?.start ?? 0;
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1) + 1, module?.start ?? 0);
  return { kind: 'replace', start: lineStart, end: lineStart, pieces: [`${writeImports(fresh, '\n')}\n`] };
}
