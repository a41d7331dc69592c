import { findIdentifiers, isType, type PyNode } from '../python/node.js';
import { portablePath } from '../sdk/portable-path.js';
import { v2 } from '../sdk/tables.js';
import { isGuarded, type Program, scopeOf } from '../semantic/program.js';
import type { ImportBinding } from '../semantic/values.js';
import { contains } from '../text/text-range.js';

/** The name at the left end of an attribute chain, or the node itself where it is a name. */
export function rootName(node: PyNode): PyNode | undefined {
  let at: PyNode | undefined = node;
  while (at !== undefined && at.type === 'attribute') at = at.children[0];
  return at?.type === 'identifier' ? at : undefined;
}

/** The imports that may have given the name its value at this node; several for the arms of an `if`. */
export function bindingsOf(program: Program, name: PyNode | undefined): ImportBinding[] {
  return name === undefined ? [] : program.facts.imports.filter((each) => each.references.has(name));
}

/** Whether what the statement binds is bound at the place: it stands before it, in the same block or one around it. */
export function reaches(statement: PyNode, place: PyNode): boolean {
  const block = statement.parent;
  if (block === undefined || statement.start > place.start) return false;
  const isAround = block.type === 'module' ? true : contains(block, place);
  if (!isAround) return false;
  // Names of a class body are not seen by the functions in it.
  return scopeOf(statement).type !== 'class_definition' || scopeOf(place) === scopeOf(statement);
}

/** Whether an import path and a v2 path are the same thing, under its v2 name or the one that it had in v1. */
export function isSameThing(path: string, target: string): boolean {
  const canonical = v2.resolve(target)?.path;
  const moved = portablePath(path);
  return v2.resolve(path)?.path === canonical || (moved !== undefined && v2.resolve(moved)?.path === canonical);
}

/** An import of exactly the v2 path that is bound at the place, and still is when all has run. */
export function findImport(
  program: Program,
  path: string,
  place: PyNode,
  isKept: (binding: ImportBinding) => boolean,
): ImportBinding | undefined {
  const canonical = v2.resolve(path)?.path;
  return program.facts.imports.find(
    (each) =>
      v2.resolve(each.path)?.path === canonical &&
      isKept(each) &&
      !isGuarded(program, each.statement) &&
      isSeen(each.statement, place) &&
      isStillBound(program, each),
  );
}

/** Whether `from module import *` gives the symbol to the place, under its own name. */
export function isStarred(program: Program, path: string, place: PyNode): boolean {
  const module = path.slice(0, path.lastIndexOf('.'));
  const hasStar = program.facts.starImports.some(
    (each) => each.path === module && !isGuarded(program, each.statement) && reaches(each.statement, place),
  );
  return hasStar && !isTaken(program, path.slice(module.length + 1), path, () => false);
}

/** As {@link reaches}; a function also sees what the module imports further down before it is called. */
function isSeen(statement: PyNode, place: PyNode): boolean {
  return (
    reaches(statement, place) || (statement.parent?.type === 'module' && scopeOf(place).type === 'function_definition')
  );
}

function isStillBound(program: Program, binding: ImportBinding): boolean {
  if (scopeOf(binding.statement).type !== 'module') return true;
  const value = program.globals.get(binding.name);
  return value?.kind === 'sdk' && value.path === binding.path;
}

/** Whether the program uses the name for something other than the v2 symbol. */
export function isTaken(program: Program, name: string, path: string, isGone: (node: PyNode) => boolean): boolean {
  return findIdentifiers(program.tree, name).some((node) => {
    const { parent } = node;
    if (isType(parent, 'attribute') && parent.children[1] === node) return false;
    if (isType(parent, 'keyword_argument') && parent.children[0] === node) return false;
    if (isGone(node)) return false;
    const sdk = program.facts.references.get(node)?.sdk;
    if (sdk !== undefined) return !isSameThing(sdk.path, path);
    const imported = program.facts.imports.find((each) => contains(each.clause, node));
    if (imported !== undefined) return imported.name === name && !isSameThing(imported.path, path);
    // A module's name in an import statement binds nothing of that name.
    return (
      !isType(parent, 'dotted_name') ||
      !isType(parent.parent, 'import_from_statement') ||
      parent !== parent.parent.children[0]
    );
  });
}

/** Whether running the program has loaded the module when it comes to the place. */
export function isLoadedAt(program: Program, module: string, place: PyNode): boolean {
  return program.facts.imports.some(({ clause, statement, path }) => {
    const named =
      statement.type === 'import_statement'
        ? clause.type === 'aliased_import'
          ? (clause.children[0]?.text ?? '')
          : clause.text
        : path;
    return (named === module || named.startsWith(`${module}.`)) && isSeen(statement, place);
  });
}

/** The import statement after which a new one is written for the place; undefined: at the top. */
export function findAnchor(program: Program, place: PyNode): PyNode | undefined {
  const { imports, starImports } = program.facts;
  const statements = [...imports, ...starImports]
    .map((each) => each.statement)
    .filter((statement) => !isGuarded(program, statement) && reaches(statement, place))
    .sort((a, b) => a.start - b.start);
  const first = statements.find((statement) => statement.parent?.type === 'module') ?? statements[0];
  if (first === undefined) return undefined;
  // The last of the imports that stand together with the first: what follows them sees it.
  const siblings = first.parent?.children ?? [];
  let anchor = first;
  for (let i = siblings.indexOf(first) + 1; i < siblings.length; i += 1) {
    const next = siblings[i];
    if (!isType(next, 'import_statement', 'import_from_statement') || next.start > place.start) break;
    if (statements.includes(next)) anchor = next;
  }
  return anchor;
}

/** A `from module import a, b` in the same block (and cell) before the place, which a further name can join. */
export function findFromImport(program: Program, module: string, place: PyNode): PyNode | undefined {
  return program.facts.imports.find(
    ({ statement }) =>
      statement.type === 'import_from_statement' &&
      statement.children[0]?.text === module &&
      statement.parent === place.parent &&
      statement.start <= place.start &&
      !isGuarded(program, statement),
  )?.statement;
}
