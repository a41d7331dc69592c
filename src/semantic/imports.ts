import { dottedName } from '../python/arguments.js';
import type { PyNode } from '../python/node.js';
import { bind } from './frame.js';
import { SDK_VERSION } from './guards.js';
import type { Context } from './machine.js';
import { symbolAt } from './sdk-objects.js';
import type { ImportBinding, Value } from './values.js';

/** Packages that are certainly not part of the program: what they give is no SDK object. */
const SDK = 'sagemaker';

/** `import a.b, c as d` */
export function runImport(statement: PyNode, context: Context): void {
  for (const clause of statement.children) {
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    const path = target === undefined ? undefined : dottedName(target);
    if (path === undefined) continue;
    const root = path.split('.')[0] ?? path;
    const bound = alias === undefined ? root : path;
    bindImport(alias?.text ?? root, bound, clause, statement, alias !== undefined, context);
    if (alias === undefined && root === SDK && path !== SDK) noteClause(clause, path, statement, context);
  }
}

/** `from a import b, c as d`, `from a import *` */
export function runFromImport(statement: PyNode, context: Context): void {
  const [moduleNode, ...clauses] = statement.children;
  const module = moduleNode === undefined ? undefined : moduleOf(moduleNode);
  if (module === undefined) return;
  for (const clause of clauses) {
    if (clause.type === 'wildcard_import') {
      if (isSdk(module)) context.machine.facts.starImports.push({ path: module, statement });
      else context.machine.hasForeignStar = true;
      continue;
    }
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    if (target === undefined) continue;
    const name = target.text;
    bindImport(
      alias?.text ?? name,
      module === '.' ? `.${name}` : `${module}.${name}`,
      clause,
      statement,
      alias !== undefined,
      context,
    );
  }
}

/** Dotted path of the module; relative ones start with a dot. */
function moduleOf(node: PyNode): string | undefined {
  if (node.type === 'relative_import') {
    const rest = node.children.find((child) => child.type === 'dotted_name');
    return rest === undefined ? '.' : `.${rest.text}`;
  }
  return dottedName(node);
}

function isSdk(path: string): boolean {
  return path === SDK || path.startsWith(`${SDK}.`);
}

function bindImport(
  name: string,
  path: string,
  clause: PyNode,
  statement: PyNode,
  hasAlias: boolean,
  context: Context,
): void {
  const { machine, frame } = context;
  if (!isSdk(path)) {
    bind(frame, name, { kind: 'foreign', path });
    return;
  }
  if (path === `${SDK}.__version__`) {
    bind(frame, name, SDK_VERSION);
    return;
  }
  const binding = noteBinding({ name, path, clause, statement, hasAlias, references: new Set() }, context);
  const value: Value = { kind: 'sdk', path, evidence: 'import', binding };
  bind(
    frame,
    name,
    symbolAt(path) === undefined ? { kind: 'unknown', reason: `${path}, which neither SDK version has` } : value,
  );
  if (symbolAt(path) !== undefined && !machine.facts.references.has(clause)) {
    machine.facts.references.set(clause, { node: clause, sdk: value, isImport: true });
  }
}

/** One binding per clause, however often the statement is met. */
function noteBinding(binding: ImportBinding, context: Context): ImportBinding {
  const { imports } = context.machine.facts;
  const known = imports.find((each) => each.clause === binding.clause);
  if (known !== undefined) return known;
  imports.push(binding);
  return binding;
}

/** `import sagemaker.fw_registry` binds the root only, but names the module too. */
function noteClause(clause: PyNode, path: string, statement: PyNode, context: Context): void {
  const { references, imports } = context.machine.facts;
  const binding = imports.find((each) => each.clause === clause);
  void statement;
  references.set(clause, { node: clause, sdk: { kind: 'sdk', path, evidence: 'import', binding }, isImport: true });
}
