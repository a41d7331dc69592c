import { PyNode } from '../python/node.js';
import { v2 } from '../sdk/tables.js';
import { hasOtherUses, isShared, keepsName } from '../semantic/kept-names.js';
import { isGuarded, type Program } from '../semantic/program.js';
import type { ImportBinding } from '../semantic/values.js';
import { contains } from '../text/text-range.js';
import type { ImportMove, ModuleRequest, Replacement, SymbolUse } from './edit.js';
import {
  bindingsOf,
  findAnchor,
  findFromImport,
  findImport,
  isLoadedAt,
  isStarred,
  isTaken,
  reaches,
  rootName,
} from './import-scope.js';
import { layOutImports, type NewImport } from './import-statements.js';

/** What the plan says: how each symbol is spelt, and the changes of import statements. */
export interface ImportPlan {
  spell(use: SymbolUse): string;
  readonly edits: readonly Replacement[];
  /** Moves that wait: something still needs the old name. */
  readonly idle: ReadonlySet<ImportMove>;
}

/** What the other edits ask of the imports. */
export interface ImportRequests {
  readonly uses: readonly SymbolUse[];
  readonly moves: readonly ImportMove[];
  readonly modules: readonly ModuleRequest[];
  /** Everything that is replaced: a reference in it (and in no piece that stays) needs its import no longer. */
  readonly replacements: readonly Replacement[];
}

/** Modules whose members are named through them (`image_uris.retrieve`), as people write it. */
const NAMED_THROUGH_MODULE = new Set(['sagemaker.image_uris']);

/**
 * One plan of imports for all rules. A symbol is spelt in the style of what it replaces: `sagemaker.inputs.X` for a
 * qualified name, `X` with a `from` import otherwise. An old import goes once every reference to it was rewritten.
 */
export function planImports(program: Program, { uses, moves, modules, replacements }: ImportRequests): ImportPlan {
  const { imports } = program.facts;
  const spellings = new Map<SymbolUse, string>();
  const names = new Map<string, string>();
  const added: NewImport[] = [];
  const dropped = new Set<PyNode>();
  const replaced = new Map<PyNode, string>();
  /** Imports through which new code names something. */
  const named = new Set<ImportBinding>();

  const vacant: { binding: ImportBinding; to: string }[] = [];
  const idle = new Set<ImportMove>();
  for (const move of moves) {
    const { clause, to } = move;
    const binding = imports.find((each) => each.clause === clause);
    if (binding === undefined) idle.add(move);
    else if (binding.statement.type === 'import_statement' && !binding.hasAlias) {
      if (!leaveModule(binding)) idle.add(move);
    } else if (to !== undefined && keepsName(program, binding)) renameClause(binding, to);
    else if ([...binding.references].every(isGone) && !hasOtherUses(program, binding)) {
      dropped.add(clause);
      // A name that nobody uses here may be there for readers of this module: what took its place is imported.
      if (to !== undefined && binding.references.size === 0) vacant.push({ binding, to });
    } else idle.add(move);
  }
  for (const { binding, to } of vacant) want(to, binding.clause, [binding]);
  for (const use of [...uses].sort((a, b) => a.at.start - b.at.start)) spellings.set(use, spell(use));
  for (const { module, at } of modules) load(module, at);
  for (const binding of imports) if (isUnused(binding)) dropped.add(binding.clause);
  const needed = added.filter(
    (each) => !added.some((other) => other !== each && isSame(other, each) && isBefore(other, each)),
  );
  return {
    spell: (use) => spellings.get(use) ?? use.symbol,
    edits: layOutImports(program, gathered(needed), dropped, replaced),
    idle,
  };

  function isGone(node: PyNode): boolean {
    return replacements.some(
      (edit) =>
        contains(edit, node) &&
        edit.start < edit.end &&
        !edit.pieces.some((piece) => piece instanceof PyNode && contains(piece, node)),
    );
  }

  /** A module under a name of its own (`import sagemaker.session as s`) through which nothing is named any more. */
  function isUnused(binding: ImportBinding): boolean {
    const { clause, statement, references, path } = binding;
    const isOwnName = binding.hasAlias || statement.type === 'import_from_statement';
    return (
      isOwnName &&
      references.size > 0 &&
      [...references].every(isGone) &&
      !named.has(binding) &&
      !dropped.has(clause) &&
      !replaced.has(clause) &&
      v2.isLoadedByRoot(path) &&
      !isShared(program, binding) &&
      !hasOtherUses(program, binding) &&
      !isGuarded(program, statement)
    );
  }

  /**
   * `import sagemaker.old` goes when nothing names the module any more; the package that it binds stays bound.
   * False where the module is still needed.
   */
  function leaveModule(binding: ImportBinding): boolean {
    const module = binding.clause.text;
    const { module: parent } = splitPath(module);
    for (const { node, sdk, isImport } of program.facts.references.values()) {
      if (!isImport && (sdk.path === module || sdk.path.startsWith(`${module}.`)) && !isGone(node)) return false;
    }
    const others = imports.filter(
      (each) => each !== binding && !dropped.has(each.clause) && reaches(each.statement, binding.statement),
    );
    const isBound =
      others.some((each) => each.name === binding.name) &&
      (v2.isLoadedByRoot(parent) || others.some((each) => each.clause.text.startsWith(parent)));
    if (isBound) dropped.add(binding.clause);
    else replaced.set(binding.clause, v2.isLoadedByRoot(parent) ? 'sagemaker' : parent);
    return true;
  }

  /** A drop-in takes the place under the old local name. */
  function renameClause(binding: ImportBinding, to: string): void {
    const module = homeFor(to, binding);
    const { name } = splitPath(to);
    const alias = binding.name === name ? undefined : binding.name;
    if (module === moduleOf(binding)) replaced.set(binding.clause, alias === undefined ? name : `${name} as ${alias}`);
    else {
      dropped.add(binding.clause);
      added.push({ module, name, alias, anchor: binding.statement, at: binding.clause });
    }
  }

  function spell({ symbol, at }: SymbolUse): string {
    const root = rootName(at);
    const bindings = bindingsOf(program, root);
    if (at.type === 'attribute' && root !== undefined) {
      const owner = program.facts.references.get(root)?.sdk.path;
      if (owner !== undefined && symbol.startsWith(`${owner}.`)) {
        load(splitPath(symbol).module, at);
        for (const binding of bindings) named.add(binding);
        return root.text + symbol.slice(owner.length);
      }
    }
    return want(symbol, at, bindings);
  }

  /** The bare name (or `module.name`) for a symbol, importing it if nothing does. */
  function want(symbol: string, at: PyNode, bindings: readonly ImportBinding[]): string {
    const { module, name } = splitPath(symbol);
    if (NAMED_THROUGH_MODULE.has(module)) return `${importName(module, at, bindings)}.${name}`;
    return importName(symbol, at, bindings);
  }

  function importName(path: string, at: PyNode, bindings: readonly ImportBinding[]): string {
    const known = findImport(program, path, at, (each) => !dropped.has(each.clause) && !replaced.has(each.clause));
    if (known !== undefined) {
      named.add(known);
      return known.name;
    }
    if (bindings.length === 0) {
      if (isStarred(program, path, at)) return splitPath(path).name;
      const root = qualifiedRoot(at);
      if (root !== undefined) return root + path.slice('sagemaker'.length);
    }
    const name = localName(path);
    const places = bindings.filter((each) => !isGuarded(program, each.statement));
    if (places.length === 0) addImport(path, name, at, findAnchor(program, at), undefined);
    for (const binding of places)
      addImport(path, name, binding.statement, binding.statement, at.type === 'attribute' ? undefined : binding);
    return name;
  }

  function addImport(
    path: string,
    local: string,
    place: PyNode,
    anchor: PyNode | undefined,
    binding: ImportBinding | undefined,
  ): void {
    const { name } = splitPath(path);
    const module = binding === undefined ? splitPath(path).module : homeFor(path, binding);
    const relative = anchor === undefined ? undefined : (findFromImport(program, module, anchor) ?? anchor);
    const fresh: NewImport = { module, name, alias: local === name ? undefined : local, anchor: relative, at: place };
    if (!added.some((each) => isSame(each, fresh) && isBefore(each, fresh))) added.push(fresh);
  }

  /** Where nothing is replaced and the program has qualified names only, new code is qualified too. */
  function qualifiedRoot(at: PyNode): string | undefined {
    const sdk = imports.filter((each) => !isGuarded(program, each.statement));
    if (sdk.some((each) => each.statement.type === 'import_from_statement')) return undefined;
    if (at.type === 'identifier' && program.facts.references.has(at)) return undefined;
    const known = findImport(program, 'sagemaker', at, () => true);
    if (known === undefined || isTaken(program, known.name, 'sagemaker', () => false)) return undefined;
    named.add(known);
    return known.name;
  }

  function localName(path: string): string {
    const known = names.get(path);
    if (known !== undefined) return known;
    const { name } = splitPath(path);
    const free = isTaken(program, name, path, isGone) ? otherName(name) : name;
    names.set(path, free);
    return free;
  }

  /** Adds `import module` where naming it through the root would fail. */
  function load(module: string, at: PyNode): void {
    if (v2.resolve(module)?.kind !== 'module' || v2.isLoadedByRoot(module) || isLoadedAt(program, module, at)) return;
    const [binding] = bindingsOf(program, rootName(at));
    const anchor =
      binding !== undefined && !isGuarded(program, binding.statement) ? binding.statement : findAnchor(program, at);
    const alias = isTaken(program, 'sagemaker', 'sagemaker', isGone) ? module.replaceAll('.', '_') : undefined;
    const fresh: NewImport = { module, name: undefined, alias, anchor, at };
    if (!added.some((each) => isSame(each, fresh) && isBefore(each, fresh))) added.push(fresh);
  }
}

function isSame(a: NewImport, b: NewImport): boolean {
  return a.module === b.module && a.name === b.name && a.alias === b.alias;
}

/** Whether the first of two new imports serves the place of the second. */
function isBefore(a: NewImport, b: NewImport): boolean {
  if (a.anchor === undefined) return true;
  return b.anchor !== undefined && reaches(a.anchor, b.anchor);
}

/** New names of one module in one block come together in the first statement that gives some of them. */
function gathered(added: readonly NewImport[]): readonly NewImport[] {
  return added.map((each) => {
    const { anchor, module, name } = each;
    if (anchor === undefined || name === undefined) return each;
    const places = added
      .filter((other) => other.module === module && other.name !== undefined)
      .flatMap((other) => (other.anchor?.parent === anchor.parent ? [other.anchor] : []))
      .filter((place) => place !== undefined);
    return { ...each, anchor: places.reduce((first, place) => (place.start < first.start ? place : first), anchor) };
  });
}

function otherName(name: string): string {
  return /^[A-Z]/.test(name) ? `SageMaker${name}` : `sagemaker_${name}`;
}

/**
 * The module that a symbol is imported from in place of an old import: the package of that import where it re-exports
 * the symbol on purpose (`from sagemaker import Predictor`), else the symbol's own.
 */
function homeFor(path: string, binding: ImportBinding): string {
  const { module: home, name } = splitPath(path);
  const module = moduleOf(binding);
  if (module === undefined || !home.startsWith(`${module}.`)) return home;
  return v2.resolve(`${module}.${name}`)?.path === v2.resolve(path)?.path ? module : home;
}

function moduleOf(binding: ImportBinding): string | undefined {
  return binding.statement.type === 'import_from_statement' && binding.isLost !== true
    ? binding.path.slice(0, binding.path.lastIndexOf('.'))
    : undefined;
}

function splitPath(path: string): { module: string; name: string } {
  const cut = path.lastIndexOf('.');
  return { module: path.slice(0, cut), name: path.slice(cut + 1) };
}
