import { PythonError } from '../../data/errors.js';
import type { Data } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { LibraryModule } from './library-objects.js';
import { type Run, Scope } from './state.js';
import { runStatement } from './statements.js';

/** Modules that one run executes. */
const MAX_MODULES = 50;

/** Imports of imports that are followed. */
const MAX_DISTANCE = 8;

/** A module of the user's project: its names are those that running it has bound. */
export class ProjectModule extends LibraryModule {
  readonly scope: Scope;

  constructor(path: string, scope: Scope, member: (name: string) => Data | undefined) {
    super(path, member);
    this.scope = scope;
  }
}

/**
 * The module of the project that an import names, run as far as it was not yet; undefined where it is none. Each file is run once,
 * when it is first imported; one that is still running gives what it has bound so far, as in Python. What it sends is told at the
 * import that made it run.
 *
 * @param statement the import
 * @throws PythonError what the SDK raises in it
 */
export function projectModule(
  dotted: string,
  level: number,
  statement: PyNode,
  scope: Scope,
  run: Run,
): Data | undefined {
  const { load } = run.surroundings;
  const importer = run.fileOf(scope);
  const loaded = load?.(dotted, level, importer.path);
  if (loaded === undefined) return undefined;
  const known = run.files.get(loaded.path);
  const home = known ?? new Scope('module', undefined);
  if (known === undefined) {
    if (run.files.size >= MAX_MODULES || importer.distance >= MAX_DISTANCE) return undefined;
    run.files.set(loaded.path, home);
    run.places.set(home, { path: loaded.path, distance: importer.distance + 1 });
    home.names.set('__name__', dotted);
    const before = run.at;
    run.at = run.isOwn(statement) ? statement : before;
    run.stack.push(home);
    try {
      for (const module of loaded.tree.modules) {
        run.names.set(module.document, `${'.'.repeat(level)}${dotted}`);
        for (const each of module.children) runKindly(each, home, run);
      }
    } finally {
      run.stack.pop();
      run.at = before;
    }
  }
  return new ProjectModule(
    dotted,
    home,
    (name) =>
      home.names.get(name) ?? projectModule(dotted === '' ? name : `${dotted}.${name}`, level, statement, scope, run),
  );
}

/** An error of the program itself may rest on what the machine would have (a file, a package): the rest of the module goes on. */
function runKindly(statement: PyNode, scope: Scope, run: Run): void {
  const depth = run.stack.length;
  try {
    runStatement(statement, scope, run);
  } catch (error) {
    if (!(error instanceof PythonError) || run.fromSdk.has(error) || error.type === 'SystemExit') throw error;
    run.stack.splice(depth);
  }
}

/** What `import a.b.c` binds to `a`, which need not be a module itself (a folder without `__init__.py`); undefined for others. */
export function projectRoot(path: string, statement: PyNode, scope: Scope, run: Run): Data | undefined {
  const [root = path, ...rest] = path.split('.');
  const whole = projectModule(root, 0, statement, scope, run);
  const inner = rest.length === 0 ? undefined : projectModule(path, 0, statement, scope, run);
  if (whole !== undefined || inner === undefined) return whole;
  return folder(root);

  function folder(dotted: string): LibraryModule {
    return new LibraryModule(dotted, (name) => {
      const below = `${dotted}.${name}`;
      const module = projectModule(below, 0, statement, scope, run);
      return module ?? (path.startsWith(`${below}.`) ? folder(below) : undefined);
    });
  }
}

/** The names that `from module import *` takes from a module of the project. */
export function publicNames({ scope }: ProjectModule): readonly (readonly [string, Data])[] {
  const all = scope.names.get('__all__');
  const listed = all === undefined ? undefined : namesOf(all);
  return [...scope.names].filter(([name]) => listed?.has(name) ?? !name.startsWith('_'));
}

function namesOf(all: Data): ReadonlySet<unknown> | undefined {
  return all !== null && typeof all === 'object' && 'items' in all && Array.isArray(all.items)
    ? new Set<unknown>(all.items)
    : undefined;
}
