import { findAncestor, findIdentifiers, isType, type PyNode } from '../../python/node.js';
import type { CallFact } from '../../semantic/facts.js';
import { type Program, scopeOf } from '../../semantic/program.js';
import { alternatives, type Instance, type SdkValue } from '../../semantic/values.js';
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

/**
 * The `deploy()` calls that made endpoints for an estimator: its own, and those of the models that its `create_model()`
 * gave, which v1 names after the training job too.
 */
export function deploymentsOf(program: Program, estimator: Instance | SdkValue): CallFact[] {
  const models = callsOn(program, estimator, 'create_model').flatMap(({ result }) =>
    result === undefined ? [] : alternatives(result),
  );
  const ofModels = models.flatMap((model) => (model.kind === 'instance' ? callsOn(program, model, 'deploy') : []));
  return [...callsOn(program, estimator, 'deploy'), ...ofModels];
}

/** Whether the call passes the parameter, by name. */
export function passes(fact: CallFact, name: string): boolean {
  return fact.arguments.some((argument) => argument.name === name);
}

/**
 * The variable that surely holds what a call gave when the flow comes to `at`: assigned from it earlier, not in a branch
 * that `at` is outside of, and from nothing else in its scope that the flow could pass on its way to `at`. Undefined
 * where there is none.
 */
export function variableOf(call: PyNode, at: PyNode, program: Program): string | undefined {
  const assignment = call.parent;
  const target =
    assignment?.type === 'assignment' && assignment.children.at(-1) === call ? assignment.children[0] : undefined;
  if (target?.type !== 'identifier' || target.end > at.start || !isSameScope(target, at)) return undefined;
  const block = findAncestor(target, 'block', 'module');
  if (block?.type === 'block' && !contains(block, at)) return undefined;
  const others = findIdentifiers(program.tree, target.text).filter(
    (node) => node !== target && isSameScope(node, target) && isBound(node),
  );
  const isStraight = isSameBlock(block, findAncestor(at, 'block', 'module'));
  return others.every((node) => isStraight && isOutOfTheWay(node, target, at)) ? target.text : undefined;
}

/** Whether both stand in one block; the cells of a notebook are one. */
function isSameBlock(a: PyNode | undefined, b: PyNode | undefined): boolean {
  return a === b || (a?.type === 'module' && b?.type === 'module');
}

/** Whether a binding stands before the assignment or behind the place, and does not reach out of a function. */
function isOutOfTheWay(node: PyNode, target: PyNode, at: PyNode): boolean {
  return (
    (node.end <= target.start || node.start >= at.end) && !isType(node.parent, 'global_statement', 'nonlocal_statement')
  );
}

/** Whether the names of the two places live in one scope; the cells of a notebook are one. */
export function isSameScope(a: PyNode, b: PyNode): boolean {
  const [first, second] = [scopeOf(a), scopeOf(b)];
  return first === second || (first.type === 'module' && second.type === 'module');
}

/** Whether the identifier is given a value (or loses it) where it stands. */
export function isBound(node: PyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
    case 'named_expression':
    case 'default_parameter':
    case 'typed_parameter':
    case 'typed_default_parameter':
      return parent.children[0] === node;
    case 'aliased_import':
      return parent.children.at(-1) === node;
    case 'dotted_name':
      // `from module import name`: the module's name binds nothing.
      return (
        parent.children[0] === node &&
        !(parent.parent?.type === 'import_from_statement' && parent.parent.children[0] === parent)
      );
    default:
      return isType(parent, ...BINDING_PARENTS);
  }
}

const BINDING_PARENTS: readonly string[] = [
  ...['pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern', 'as_pattern_target', 'delete_statement'],
  ...['global_statement', 'nonlocal_statement', 'function_definition', 'class_definition', 'parameters'],
];
