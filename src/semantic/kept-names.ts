import { v1 } from '../sdk/tables.js';
import type { Program } from './program.js';
import { alternatives, type ImportBinding, stringOf, type Value } from './values.js';

/** Whether the local name of an import must outlive a move of what it names: it is an alias, or {@link isShared}. */
export function keepsName(program: Program, binding: ImportBinding): boolean {
  return binding.hasAlias || isShared(program, binding);
}

/**
 * Whether the local name of an import serves more than the references to its symbol: other files import it from here,
 * or it also stands for something else (`except ImportError: s3_input = None`).
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

function exportedNames(program: Program): (string | undefined)[] {
  const names = program.globals.get('__all__');
  return names?.kind === 'sequence' ? names.items.map(stringOf) : [];
}

function isSameSymbol(value: Value, binding: ImportBinding): boolean {
  if (value.kind !== 'sdk') return false;
  return (
    value.binding === binding ||
    (v1.resolve(value.path)?.path ?? value.path) === (v1.resolve(binding.path)?.path ?? binding.path)
  );
}
