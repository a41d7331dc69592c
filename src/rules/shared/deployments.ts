import { findAncestor, findIdentifiers, isType, type PyNode } from '../../python/node.js';
import type { CallFact } from '../../semantic/facts.js';
import { type Program, scopeOf } from '../../semantic/program.js';
import type { Instance, SdkValue } from '../../semantic/values.js';
import { contains } from '../../text/text-range.js';

/** Calls of a method on that very object, one for each place. */
export function callsOn(program: Program, receiver: Instance | SdkValue, method: string): CallFact[] {
  const found: CallFact[] = [];
  for (const flows of program.facts.calls.values()) {
    const fact = flows.find(
      ({ target }) => target.kind === 'method' && target.name === method && target.receiver === receiver,
    );
    if (fact !== undefined) found.push(fact);
  }
  return found;
}

/** Whether the call passes the parameter, by name. */
export function passes(fact: CallFact, name: string): boolean {
  return fact.arguments.some((argument) => argument.name === name);
}

/**
 * The variable that surely holds what a call gave when the flow comes to `at`: assigned from it, once in its scope,
 * earlier, and not in a branch that `at` is outside of. Undefined where there is none.
 */
export function variableOf(call: PyNode, at: PyNode, program: Program): string | undefined {
  const assignment = call.parent;
  const target =
    assignment?.type === 'assignment' && assignment.children.at(-1) === call ? assignment.children[0] : undefined;
  if (target?.type !== 'identifier' || target.end > at.start || !isSameScope(target, at)) return undefined;
  const block = findAncestor(target, 'block', 'module');
  if (block?.type === 'block' && !contains(block, at)) return undefined;
  const others = findIdentifiers(program.tree, target.text).filter(
    (node) => node !== target && isSameScope(node, target),
  );
  return others.some(isBound) ? undefined : target.text;
}

/** Whether the names of the two places live in one scope; the cells of a notebook are one. */
export function isSameScope(a: PyNode, b: PyNode): boolean {
  const [first, second] = [scopeOf(a), scopeOf(b)];
  return first === second || (first.type === 'module' && second.type === 'module');
}

/** Whether the identifier is given a value (or taken one) where it stands. */
function isBound(node: PyNode): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (isType(parent, 'assignment', 'augmented_assignment', 'for_statement', 'for_in_clause', 'named_expression'))
    return parent.children[0] === node;
  return isType(
    parent,
    ...[
      'pattern_list',
      'tuple_pattern',
      'list_pattern',
      'as_pattern_target',
      'delete_statement',
      'global_statement',
      'nonlocal_statement',
    ],
    ...[
      'function_definition',
      'class_definition',
      'aliased_import',
      'dotted_name',
      'parameters',
      'default_parameter',
      'typed_parameter',
    ],
  );
}
