import { hasParameter } from '../python/arguments.js';
import { findIdentifiers, isType, type PyNode, walk } from '../python/node.js';
import { v1 } from '../sdk/tables.js';
import type { Magic, Source } from '../text/source.js';
import { contains, type TextRange } from '../text/text-range.js';
import { hasWord } from '../text/words.js';
import { type Program, scopeOf } from './program.js';
import { alternatives, type ImportBinding, stringOf, type Value } from './values.js';

/** Parents in which a name is bound or declared, with the child that is the name; undefined for any of them. */
const BINDING_PARENTS: Readonly<Record<string, number | undefined>> = {
  assignment: 0,
  augmented_assignment: 0,
  for_statement: 0,
  function_definition: 0,
  class_definition: 0,
  as_pattern_target: 0,
  pattern_list: undefined,
  tuple_pattern: undefined,
};

/**
 * Whether the local name of an import must outlive a move of what it names: it is an alias, or serves more than the
 * references that are understood.
 */
export function keepsName(program: Program, binding: ImportBinding): boolean {
  return binding.hasAlias || isShared(program, binding) || hasOtherUses(program, binding);
}

/**
 * Whether the local name of an import serves more than its symbol: other files import it from here, or it also stands
 * for something else (`except ImportError: s3_input = None`).
 */
export function isShared(program: Program, binding: ImportBinding): boolean {
  if (/(^|[\\/])__init__\.py$/.test(program.source.path)) return true;
  if (exportedNames(program).includes(binding.name)) return true;
  for (const node of binding.references) {
    const value = program.facts.values.get(node);
    if (value !== undefined && !alternatives(value).every((each) => isSameSymbol(each, binding))) return true;
  }
  return false;
}

const otherUses = new WeakMap<ImportBinding, boolean>();

/**
 * Whether the name stands somewhere where it is not understood: in a `del` or `global`, in a statement that does not
 * parse, in a magic, in an annotation that is a string, in code that was not followed.
 */
export function hasOtherUses(program: Program, binding: ImportBinding): boolean {
  const known = otherUses.get(binding);
  if (known !== undefined) return known;
  const found = findOtherUses(program, binding);
  otherUses.set(binding, found);
  return found;
}

function findOtherUses(program: Program, binding: ImportBinding): boolean {
  const { tree, source, facts } = program;
  const hides = (range: TextRange): boolean => hasWord(source.original.slice(range.start, range.end), binding.name);
  const isUse = (magic: Magic): boolean => hides(magic) && !writesFile(source, magic);
  if (tree.broken.some(hides) || source.magics.some(isUse)) return true;
  if (isInAnnotation(program, binding.name)) return true;
  const others = findIdentifiers(tree, binding.name).filter((node) => {
    if (
      isType(node.parent, 'attribute', 'keyword_argument') &&
      node.parent.children[node.parent.type === 'attribute' ? 1 : 0] === node
    )
      return false;
    const reference = facts.references.get(node)?.sdk;
    if (reference !== undefined) return !isSameSymbol(reference, binding);
    return !isInImport(node);
  });
  // What a function imports is its own, whatever else has that name outside of it.
  const owner = scopeOf(binding.statement);
  const isOwn =
    owner.type === 'function_definition' && !others.some((node) => node.parent?.type === 'global_statement');
  if (isOwn) return others.some((node) => contains(owner, node) && !isLocal(node, binding, others));
  return others.some((node) => !isLocal(node, binding, others));
}

/** Whether the magic is a `%%writefile` cell: another program, whose names are its own. */
function writesFile({ original }: Source, { kind, start }: Magic): boolean {
  return kind === 'cell' && (original.startsWith('%%writefile', start) || original.startsWith('%%file', start));
}

/** `def f(x: "List[s3_input]")`: type checkers read the string as code. */
function isInAnnotation({ tree, source }: Program, name: string): boolean {
  if (!["'", '"', ']'].some((end) => source.text.includes(name + end))) return false;
  let isFound = false;
  for (const module of tree.modules) {
    walk(module, (node) => {
      if (node.type === 'string' && node.parent?.type === 'type' && hasWord(node.text, name)) isFound = true;
    });
  }
  return isFound;
}

function isInImport(node: PyNode): boolean {
  for (let at: PyNode | undefined = node; at !== undefined; at = at.parent)
    if (at.type.startsWith('import_')) return true;
  return false;
}

/** Whether the name belongs to a function that does not contain the import: its parameter, or a variable of its own. */
function isLocal(node: PyNode, binding: ImportBinding, others: readonly PyNode[]): boolean {
  for (let at = node.parent; at !== undefined && !contains(at, binding.statement); at = at.parent) {
    if (hasParameter(at, node.text)) return true;
    if (at.type !== 'function_definition') continue;
    const own = others.filter((each) => scopeOf(each) === at);
    if (own.some((each) => isType(each.parent, 'global_statement', 'nonlocal_statement'))) return false;
    if (own.some(isBound)) return true;
  }
  return false;
}

function isBound(node: PyNode): boolean {
  const { parent } = node;
  if (parent === undefined || !(parent.type in BINDING_PARENTS)) return false;
  const index = BINDING_PARENTS[parent.type];
  return index === undefined || parent.children[index] === node;
}

function exportedNames(program: Program): (string | undefined)[] {
  const names = program.globals.get('__all__');
  return names?.kind === 'sequence' ? names.items.map(stringOf) : [];
}

function isSameSymbol(value: Value, binding: ImportBinding): boolean {
  if (value.kind !== 'sdk') return false;
  const canonical = (path: string): string => v1.resolve(path)?.path ?? path;
  return value.binding === binding || canonical(value.path) === canonical(binding.path);
}
