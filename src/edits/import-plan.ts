import { type PyNode, findIdentifiers, isType } from '../python/node.js';
import type { Program } from '../semantic/program.js';
import { keepsName } from '../semantic/kept-names.js';
import { isGuarded, scopeOf } from '../semantic/program.js';
import type { ImportBinding, SdkValue } from '../semantic/values.js';
import { v2 } from '../sdk/tables.js';
import { contains, type TextRange } from '../text/text-range.js';
import type { ImportMove, Replacement, SymbolUse } from './edit.js';
import { layOutImports, type NewImport } from './import-statements.js';

/** What the plan says: how each symbol is spelt, and the changes of import statements. */
export interface ImportPlan {
  spell(use: SymbolUse): string;
  readonly edits: readonly Replacement[];
}

/** Modules whose members are named through them (`image_uris.retrieve`), as people write it. */
const NAMED_THROUGH_MODULE = new Set(['sagemaker.image_uris']);

/**
 * One plan of imports for all rules. A symbol is spelt in the style of what it replaces: `sagemaker.inputs.X` for a
 * qualified name, `X` with a `from` import otherwise. An old import goes once every reference to it was rewritten.
 *
 * @param covered ranges of the old text that edits replace
 */
export function planImports(program: Program, uses: readonly SymbolUse[], moves: readonly ImportMove[], covered: readonly TextRange[]): ImportPlan {
  const spellings = new Map<SymbolUse, string>();
  const added: NewImport[] = [];
  const dropped = new Set<PyNode>();
  const replaced = new Map<PyNode, string>();

  for (const move of moves) {
    const binding = program.facts.imports.find((each) => each.clause === move.clause);
    if (binding === undefined) continue;
    if (move.to !== undefined && keepsName(program, binding)) {
      renameClause(binding, move.to);
      continue;
    }
    if (!isFree(binding, covered)) continue;
    const inPlace = move.to === undefined ? undefined : nameInSameModule(binding, move.to);
    if (inPlace !== undefined && !program.facts.imports.some((each) => each !== binding && each.statement === binding.statement && each.name === inPlace)) {
      replaced.set(binding.clause, inPlace);
    } else {
      dropped.add(binding.clause);
      // A name nobody uses here may be there for importers of this module: it is still imported afterwards.
      if (move.to !== undefined && binding.references.size === 0) want(move.to, binding.clause, binding);
    }
  }
  for (const use of uses) spellings.set(use, spell(use));
  return {
    spell: (use) => spellings.get(use) ?? use.symbol,
    edits: layOutImports(program, added, dropped, replaced),
  };

  function renameClause(binding: ImportBinding, to: string): void {
    const inPlace = nameInSameModule(binding, to);
    if (inPlace !== undefined) replaced.set(binding.clause, `${inPlace} as ${binding.name}`);
    else {
      dropped.add(binding.clause);
      added.push({ ...splitPath(to), alias: binding.name, anchor: binding.statement });
    }
  }

  function spell({ symbol, at }: SymbolUse): string {
    const sdk = program.facts.references.get(at)?.sdk;
    const root = qualifiedRoot(at, sdk);
    if (root !== undefined) {
      const { module } = splitPath(symbol);
      if (!v2.isLoadedByRoot(module) && !isImported(module, at)) {
        added.push({ module, name: undefined, alias: undefined, anchor: sdk?.binding?.statement ?? anchorFor(at) });
      }
      return root + symbol.slice('sagemaker'.length);
    }
    return want(symbol, at, sdk?.binding);
  }

  /** The bare name (or `module.name`) for a symbol, importing it if nothing does. */
  function want(symbol: string, at: PyNode, binding: ImportBinding | undefined): string {
    const { module, name } = splitPath(symbol);
    if (NAMED_THROUGH_MODULE.has(module)) return `${importName(module, at, binding)}.${name}`;
    return importName(symbol, at, binding);
  }

  function importName(path: string, at: PyNode, binding: ImportBinding | undefined): string {
    const canonical = v2.resolve(path)?.path;
    const known = program.facts.imports.find(
      (each) => v2.resolve(each.path)?.path === canonical && !dropped.has(each.clause) && isVisible(each, at) && isStillBound(each),
    );
    if (known !== undefined) return known.name;
    const inPlace = program.facts.imports.find((each) => {
      const name = replaced.get(each.clause);
      return name !== undefined && !name.includes(' as ') && v2.resolve(`${moduleOf(each)}.${name}`)?.path === canonical && isVisible(each, at);
    });
    if (inPlace !== undefined) return replaced.get(inPlace.clause) ?? inPlace.name;
    const anchor = binding !== undefined && !isGuarded(program, binding.statement) && isVisible(binding, at) ? binding.statement : anchorFor(at);
    const { module, name } = splitPath(path);
    const planned = added.find((each) => each.module === module && each.name === name && each.anchor !== undefined && isSameScope(each.anchor, anchor));
    if (planned !== undefined) {
      // The earliest anchor serves all uses.
      return planned.alias ?? name;
    }
    const alias = isTaken(name, canonical) ? `sagemaker_${name}` : undefined;
    added.push({ module, name, alias, anchor, at });
    return alias ?? name;
  }

  function isSameScope(a: PyNode, b: PyNode | undefined): boolean {
    return b === undefined ? scopeOf(a).type === 'module' : scopeOf(a) === scopeOf(b) || (scopeOf(a).type === 'module' && scopeOf(b).type === 'module');
  }

  function isVisible(binding: ImportBinding, at: PyNode): boolean {
    const scope = scopeOf(binding.statement);
    if (isGuarded(program, binding.statement)) return false;
    if (scope.type !== 'module') return contains(scope, at) && scope.type === 'function_definition';
    const isTopLevel = binding.statement.parent?.type === 'module';
    return isTopLevel && (binding.statement.start < at.start || scopeOf(at).type !== 'module');
  }

  /** Whether the module still means the import by that name when all is run. */
  function isStillBound(binding: ImportBinding): boolean {
    if (scopeOf(binding.statement).type !== 'module') return true;
    const value = program.globals.get(binding.name);
    return value?.kind === 'sdk' && value.binding === binding;
  }

  /** Whether the program uses the name for something else. */
  function isTaken(name: string, canonical: string | undefined): boolean {
    return findIdentifiers(program.tree, name).some((node) => {
      const { parent } = node;
      if (isType(parent, 'attribute') && parent.children[1] === node) return false;
      if (isType(parent, 'keyword_argument') && parent.children[0] === node) return false;
      const sdk = program.facts.references.get(node)?.sdk;
      if (sdk !== undefined && v2.resolve(sdk.path)?.path === canonical) return false;
      const clause = isType(parent, 'dotted_name') ? parent : node;
      const imported = program.facts.imports.find((each) => contains(each.clause, clause));
      return imported === undefined || v2.resolve(imported.path)?.path !== canonical;
    });
  }

  function isImported(module: string, at: PyNode): boolean {
    return program.facts.imports.some((each) => isVisible(each, at) && (each.clause.text === module || moduleOf(each) === module || each.path === module));
  }

  /** The import statement that a new import is written after; undefined: at the top. */
  function anchorFor(at: PyNode): PyNode | undefined {
    const candidates = program.facts.imports
      .filter((each) => isVisible(each, at) && (scopeOf(each.statement).type !== 'module' || isFirstLevel(each.statement)))
      .map((each) => each.statement);
    // In the first cell (or block) of imports, after its last one: there every use can see it.
    const first = candidates[0];
    if (first === undefined) return undefined;
    return candidates.findLast((each) => each.parent === first.parent) ?? first;
  }
}

function isFirstLevel(statement: PyNode): boolean {
  return statement.parent?.type === 'module';
}

/** Whether every reference of the import lies in code that is replaced. */
function isFree(binding: ImportBinding, covered: readonly TextRange[]): boolean {
  for (const reference of binding.references) if (!covered.some((range) => contains(range, reference))) return false;
  return true;
}

/** The text of the module root that a qualified reference starts with: `sm` of `sm.session.s3_input`. */
function qualifiedRoot(at: PyNode, sdk: SdkValue | undefined): string | undefined {
  let node: PyNode | undefined = at;
  while (node !== undefined && node.type === 'attribute') node = node.children[0];
  if (node === undefined || node === at || node.type !== 'identifier' || sdk === undefined) return undefined;
  const root = sdk.binding?.path ?? 'sagemaker';
  return root === 'sagemaker' ? node.text : undefined;
}

/** The name by which the symbol can be imported from the module that the old one came from. */
function nameInSameModule(binding: ImportBinding, to: string): string | undefined {
  const module = moduleOf(binding);
  const { name } = splitPath(to);
  if (module === undefined) return undefined;
  const found = v2.resolve(`${module}.${name}`);
  return found !== undefined && found.path === v2.resolve(to)?.path && module === homeOf(module, to) ? name : undefined;
}

/** A package re-exports on purpose; a module that merely uses a name is no place to import it from. */
function homeOf(module: string, to: string): string {
  const { module: home } = splitPath(to);
  return module === home || home.startsWith(`${module}.`) ? module : home;
}

function moduleOf(binding: ImportBinding): string | undefined {
  return binding.statement.type === 'import_from_statement' ? binding.path.slice(0, binding.path.lastIndexOf('.')) : undefined;
}

function splitPath(path: string): { module: string; name: string } {
  const cut = path.lastIndexOf('.');
  return { module: path.slice(0, cut), name: path.slice(cut + 1) };
}
