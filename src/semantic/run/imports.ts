import { type Data, Unknown } from '../../data/value.js';
import { dottedName } from '../../python/arguments.js';
import type { PyNode } from '../../python/node.js';
import { bindName } from './assignments.js';
import { firstOf } from './callables.js';
import { libraryMember, libraryModule } from './library/index.js';
import { Foreign } from './library-objects.js';
import { ProjectModule, projectModule, projectRoot, publicNames } from './project.js';
import { refuse, sdkMember, sdkSymbol } from './sdk-symbols.js';
import { moduleOf, type Run, type Scope } from './state.js';

const SDK = 'sagemaker';

/** `import a.b, c as d` */
export function runImport(statement: PyNode, scope: Scope, run: Run): void {
  for (const clause of statement.children) {
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    const path = target === undefined ? undefined : dottedName(target);
    if (path === undefined) continue;
    const module = moduleAt(path, statement, scope, run);
    if (alias !== undefined) bindName(alias.text, module, scope, run);
    else {
      const root = path.split('.')[0] ?? path;
      const own = isForeign(root, run) ? projectRoot(path, statement, scope, run) : undefined;
      bindName(root, own ?? moduleAt(root, statement, scope, run), scope, run);
    }
  }
}

/** `from a import b, c as d`, `from a import *` */
export function runFromImport(statement: PyNode, scope: Scope, run: Run): void {
  const [moduleNode, ...clauses] = statement.children;
  if (moduleNode === undefined) return;
  const { dotted, level } = importedModule(moduleNode);
  const module = level > 0 ? '.' : dotted;
  if (isSdk(module)) moduleAt(module, statement, scope, run);
  const project = level > 0 || isForeign(module, run) ? projectModule(dotted, level, statement, scope, run) : undefined;
  for (const clause of clauses) {
    if (clause.type === 'wildcard_import') {
      if (isSdk(module)) takeAll(module, scope, run);
      else if (project instanceof ProjectModule) {
        for (const [name, value] of publicNames(project)) bindName(name, value, scope, run);
        for (const star of run.stars.get(project.scope) ?? []) takeAll(star, scope, run);
      }
      continue;
    }
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    if (target === undefined) continue;
    const own =
      project instanceof ProjectModule
        ? project.member(target.text)
        : level > 0 || isForeign(module, run)
          ? projectModule(dotted === '' ? target.text : `${dotted}.${target.text}`, level, statement, scope, run)
          : undefined;
    bindName(alias?.text ?? target.text, firstOf(own, memberAt(module, target.text, run)) ?? null, scope, run);
  }
}

/** The module that `from … import` names, and the dots in front of it. */
function importedModule(node: PyNode): { readonly dotted: string; readonly level: number } {
  if (node.type !== 'relative_import') return { dotted: dottedName(node) ?? '.', level: 0 };
  const [, dots = '', dotted = ''] = /^(\.+)\s*([\w.]*)$/.exec(node.text.replace(/(?<=\.)\s+(?=\.)/g, '')) ?? [];
  return { dotted, level: dots.length };
}

function takeAll(module: string, scope: Scope, run: Run): void {
  const home = moduleOf(scope);
  const known = run.stars.get(home) ?? [];
  if (!known.includes(module)) run.stars.set(home, [...known, module]);
}

/** What `importlib.import_module()` gives, or `__import__()`: of a dotted name the package. */
export function importByName(name: Data, run: Run, what: 'module' | 'package'): Data {
  if (typeof name !== 'string' || name.startsWith('.')) return new Unknown('a module with a computed name');
  const path = what === 'package' ? (name.split('.')[0] ?? name) : name;
  if (isSdk(path)) return run.sdk.resolve(path) === undefined ? new Foreign(path) : sdkSymbol(path, run);
  return libraryModule(path, run) ?? new Foreign(path);
}

/** Whether a module is neither the SDK's nor one of those that are understood: then it may be one of the project. */
function isForeign(path: string, run: Run): boolean {
  return !isSdk(path) && libraryModule(path, run) === undefined;
}

function isSdk(path: string): boolean {
  return path === SDK || path.startsWith(`${SDK}.`);
}

function moduleAt(path: string, statement: PyNode, scope: Scope, run: Run): Data {
  if (!isSdk(path))
    return libraryModule(path, run) ?? projectModule(path, 0, statement, scope, run) ?? new Foreign(path);
  if (run.sdk.resolve(path) === undefined && run.other.resolve(path) !== undefined)
    refuse(run, 'ModuleNotFoundError', `SageMaker SDK ${run.sdk.version} has no module ${path}`);
  return run.sdk.resolve(path) === undefined ? new Foreign(path) : sdkSymbol(path, run);
}

function memberAt(module: string, name: string, run: Run): Data {
  if (!isSdk(module))
    return libraryMember(module, name, run) ?? new Foreign(module === '.' ? name : `${module}.${name}`);
  const path = `${module}.${name}`;
  const isMissing = run.sdk.resolve(path) === undefined && run.other.resolve(path) !== undefined;
  if (isMissing) refuse(run, 'ImportError', `SageMaker SDK ${run.sdk.version} has no ${path}`);
  return sdkMember(module, name, run) ?? new Foreign(path);
}
