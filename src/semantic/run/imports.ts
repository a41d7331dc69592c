import type { Data } from '../../data/value.js';
import { dottedName } from '../../python/arguments.js';
import type { PyNode } from '../../python/node.js';
import { bindName } from './assignments.js';
import { libraryMember, libraryModule } from './library/index.js';
import { Foreign } from './library-objects.js';
import { refuse, sdkMember, sdkSymbol } from './sdk-symbols.js';
import type { Run, Scope } from './state.js';

const SDK = 'sagemaker';

/** `import a.b, c as d` */
export function runImport(statement: PyNode, scope: Scope, run: Run): void {
  for (const clause of statement.children) {
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    const path = target === undefined ? undefined : dottedName(target);
    if (path === undefined) continue;
    const module = moduleAt(path, run);
    if (alias !== undefined) bindName(alias.text, module, scope, run);
    else {
      const root = path.split('.')[0] ?? path;
      bindName(root, moduleAt(root, run), scope, run);
    }
  }
}

/** `from a import b, c as d`, `from a import *` */
export function runFromImport(statement: PyNode, scope: Scope, run: Run): void {
  const [moduleNode, ...clauses] = statement.children;
  if (moduleNode === undefined) return;
  const module = moduleNode.type === 'relative_import' ? '.' : (dottedName(moduleNode) ?? '.');
  if (isSdk(module)) moduleAt(module, run);
  for (const clause of clauses) {
    if (clause.type === 'wildcard_import') {
      if (isSdk(module)) run.stars.push(module);
      continue;
    }
    const [target, alias] = clause.type === 'aliased_import' ? clause.children : [clause, undefined];
    if (target !== undefined) bindName(alias?.text ?? target.text, memberAt(module, target.text, run), scope, run);
  }
}

function isSdk(path: string): boolean {
  return path === SDK || path.startsWith(`${SDK}.`);
}

function moduleAt(path: string, run: Run): Data {
  if (!isSdk(path)) return libraryModule(path, run) ?? new Foreign(path);
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
