import { dottedName } from '../python/arguments.js';
import type { PyNode } from '../python/node.js';
import { bind } from './frame.js';
import { SDK_VERSION } from './guards.js';
import type { Context } from './machine.js';
import { moduleValue, openModule, rootValue } from './modules.js';
import { asV1Spells, symbolAt } from './sdk-objects.js';
import type { ImportBinding, SdkValue } from './values.js';

/** Packages that are certainly not part of the program: what they give is no SDK object. */
const SDK = 'sagemaker';

/** `import a.b, c as d` */
export function runImport(statement: PyNode, context: Context): void {
  for (const clause of statement.children) {
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    const path = target === undefined ? undefined : dottedName(target);
    if (path === undefined) continue;
    const root = path.split('.')[0] ?? path;
    if (!isSdk(path) || isShadowed(context)) {
      const local = alias === undefined ? rootValue(path, context) : moduleValue(path, 0, context);
      bind(context.frame, alias?.text ?? root, local ?? { kind: 'foreign', path: alias === undefined ? root : path });
      continue;
    }
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
  if (!isSdk(module) || isShadowed(context)) {
    runForeignImport(statement, module, clauses, context);
    return;
  }
  for (const clause of clauses) {
    if (clause.type === 'wildcard_import') {
      context.machine.facts.starImports.push({ path: module, statement });
      continue;
    }
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    if (target === undefined) continue;
    const name = target.text;
    bindImport(alias?.text ?? name, `${module}.${name}`, clause, statement, alias !== undefined, context);
  }
}

/** `from a import b` of what is not the SDK: of a module of the same project, what that binds. */
function runForeignImport(statement: PyNode, module: string, clauses: readonly PyNode[], context: Context): void {
  const { machine, frame } = context;
  const [moduleNode] = statement.children;
  const level =
    moduleNode?.type === 'relative_import' ? (/^[.\s]*/.exec(moduleNode.text)?.[0] ?? '').replace(/\s/g, '').length : 0;
  const dotted = module.replace(/^\./, '');
  const local = openModule(dotted, level, context);
  for (const clause of clauses) {
    if (clause.type === 'wildcard_import') {
      for (const [name, value] of local?.star() ?? []) bind(frame, name, value);
      if (local === undefined || local.isOpen) machine.hasForeignStar = true;
      continue;
    }
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    if (target === undefined) continue;
    const name = target.text;
    const value =
      local === undefined
        ? moduleValue(dotted === '' ? name : `${dotted}.${name}`, level, context)
        : local.member(name);
    if (value?.kind === 'sdk' && value.isLost === true && !machine.isElsewhere) {
      bindImport(alias?.text ?? name, value.path, clause, statement, alias !== undefined, context, true);
      continue;
    }
    bind(
      frame,
      alias?.text ?? name,
      value ?? { kind: 'foreign', path: module === '.' ? `.${name}` : `${module}.${name}` },
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

/** Whether a file of the project takes the SDK's name: what is imported then is that file. */
function isShadowed({ machine }: Context): boolean {
  return machine.desk?.load(SDK, 0, machine.path) !== undefined;
}

function bindImport(
  name: string,
  path: string,
  clause: PyNode,
  statement: PyNode,
  hasAlias: boolean,
  context: Context,
  isLost = false,
): void {
  const { machine, frame } = context;
  if (path === `${SDK}.__version__`) {
    bind(frame, name, SDK_VERSION);
    return;
  }
  const value: SdkValue = machine.isElsewhere
    ? { kind: 'sdk', path, evidence: 'import', binding: undefined, isElsewhere: true }
    : {
        kind: 'sdk',
        path,
        evidence: 'import',
        binding: noteBinding(
          { name, path, clause, statement, hasAlias, ...(isLost && { isLost }), references: new Set() },
          context,
        ),
      };
  bind(
    frame,
    name,
    symbolAt(path) === undefined
      ? { kind: 'unknown', reason: `${path}, which neither SDK version has` }
      : asV1Spells(value),
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
