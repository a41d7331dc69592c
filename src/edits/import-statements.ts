import { type PyNode, isType } from '../python/node.js';
import type { Program } from '../semantic/program.js';
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
  readonly at?: PyNode;
}

/**
 * Writes the planned imports: names leave their old statements, new statements stand next to them.
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
  const text = program.source.original;
  const edits: Replacement[] = [];
  const byAnchor = new Map<PyNode | undefined, NewImport[]>();
  for (const each of added) byAnchor.set(each.anchor, [...(byAnchor.get(each.anchor) ?? []), each]);
  const statements = new Set<PyNode>();
  for (const clause of [...dropped, ...replaced.keys()]) if (clause.parent !== undefined) statements.add(clause.parent);

  for (const statement of statements) {
    const clauses = clausesOf(statement);
    const kept = clauses.filter((clause) => !dropped.has(clause));
    const fresh = byAnchor.get(statement) ?? [];
    if (kept.length > 0) {
      for (const clause of clauses) {
        const name = replaced.get(clause);
        if (name !== undefined) edits.push({ kind: 'replace', start: clause.start, end: clause.end, pieces: [name] });
      }
      edits.push(...dropClauses(clauses, dropped));
      continue;
    }
    byAnchor.delete(statement);
    if (fresh.length === 0) edits.push(...layOutStatements(new Set([statement]), text, program.tree));
    else edits.push({ kind: 'replace', start: statement.start, end: statement.end, pieces: [writeImports(fresh, separatorAt(statement, text))] });
  }
  for (const [anchor, fresh] of byAnchor) edits.push(anchor === undefined ? insertAtTop(program, fresh) : insertAfter(anchor, fresh, program, dropped));
  return edits;
}

function clausesOf(statement: PyNode): PyNode[] {
  return statement.type === 'import_from_statement' ? statement.children.slice(1) : [...statement.children];
}

/** Names leave a list together with the comma and blanks that follow (or, at the end, precede) them. */
function dropClauses(clauses: readonly PyNode[], dropped: ReadonlySet<PyNode>): Replacement[] {
  const edits: Replacement[] = [];
  const kept = clauses.filter((clause) => !dropped.has(clause));
  const lastKept = kept.at(-1);
  for (let i = 0; i < clauses.length; i += 1) {
    const clause = clauses[i];
    if (clause === undefined || !dropped.has(clause)) continue;
    const next = clauses[i + 1];
    if (lastKept !== undefined && clause.start > lastKept.start) {
      const last = clauses.at(-1) ?? clause;
      edits.push({ kind: 'replace', start: lastKept.end, end: last.end, pieces: [] });
      break;
    }
    edits.push({ kind: 'replace', start: clause.start, end: next?.start ?? clause.end, pieces: [] });
  }
  return edits;
}

/** The names by module, sorted as people sort imports. */
function writeImports(fresh: readonly NewImport[], separator: string): string {
  const modules = new Map<string, Set<string>>();
  const plain = new Set<string>();
  for (const { module, name, alias } of fresh) {
    if (name === undefined) plain.add(`import ${module}`);
    else modules.set(module, (modules.get(module) ?? new Set()).add(alias === undefined ? name : `${name} as ${alias}`));
  }
  const lines = [...modules].map(([module, names]) => `from ${module} import ${[...names].sort().join(', ')}`);
  return [...plain, ...lines].sort(bySpecifier).join(separator);
}

function bySpecifier(a: string, b: string): number {
  const key = (line: string): string => line.replace(/^(from|import) /, '');
  return key(a) < key(b) ? -1 : 1;
}

function separatorAt(statement: PyNode, text: string): string {
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const before = text.slice(lineStart, statement.start);
  return before.trim() === '' ? `\n${before}` : '; ';
}

function insertAfter(anchor: PyNode, fresh: readonly NewImport[], program: Program, dropped: ReadonlySet<PyNode>): Replacement {
  void dropped;
  const text = program.source.original;
  const separator = separatorAt(anchor, text);
  const newline = text.indexOf('\n', anchor.end);
  const rest = text.slice(anchor.end, newline < 0 ? text.length : newline);
  // After a comment on the line; after a statement that shares the line, directly.
  const isAlone = rest.trim() === '' || rest.trimStart().startsWith('#');
  const at = isAlone && separator !== '; ' ? anchor.end + rest.trimEnd().length : anchor.end;
  const glue = isAlone ? separator : '; ';
  return { kind: 'replace', start: at, end: at, pieces: [glue + writeImports(fresh, glue)] };
}

/** At the top: below the docstring and `__future__` imports; in a notebook, in the cell of the first use. */
function insertAtTop(program: Program, fresh: readonly NewImport[]): Replacement {
  const first = fresh.map((each) => each.at?.start ?? 0).reduce((a, b) => Math.min(a, b));
  const module = program.tree.modules.findLast((each) => each.start <= first) ?? program.tree.modules[0];
  const statements = module?.children ?? [];
  let after: PyNode | undefined;
  for (const statement of statements) {
    const isDocstring = statement === statements[0] && isType(statement.children[0], 'string') && program.source.chunks[0]?.cell === null;
    if (!isDocstring && statement.type !== 'future_import_statement') break;
    after = statement;
  }
  if (after !== undefined) return insertAfter(after, fresh, program, new Set());
  const text = program.source.original;
  const target = statements[0];
  const at = target?.start ?? module?.start ?? 0;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return { kind: 'replace', start: lineStart, end: lineStart, pieces: [`${writeImports(fresh, '\n')}\n`] };
}
