import { calleeOf } from '../../python/arguments.js';
import { findIdentifiers, type PyNode } from '../../python/node.js';
import type { Program } from '../../semantic/program.js';
import { isSameScope } from './deployments.js';

/** How far a name is followed from variable to variable. */
const MAX_STEPS = 4;

/** What counts as naming a thing of one sort (an endpoint, a model). */
export interface Naming {
  /** A variable, keyword or dictionary key that holds its name. */
  readonly holder: RegExp;
  /** A function or class whose first argument is its name. */
  readonly taker: RegExp;
}

/**
 * The places where the name that an expression gives is used as the name of such a thing: the expression itself, or
 * identifiers further down that hold it. Empty where it is used for nothing of the sort.
 */
export function usesAs(naming: Naming, expression: PyNode, program: Program, steps = 0): readonly PyNode[] {
  if (isTaken(naming, expression)) return [expression];
  const assignment = expression.parent;
  const target =
    assignment?.type === 'assignment' && assignment.children.at(-1) === expression ? assignment.children[0] : undefined;
  if (target?.type !== 'identifier' || steps >= MAX_STEPS) return [];
  if (naming.holder.test(target.text)) return [expression];
  return findIdentifiers(program.tree, target.text)
    .filter((node) => node.start > expression.end && isVariable(node) && isSameScope(node, target))
    .flatMap((node) => usesAs(naming, node, program, steps + 1));
}

function isTaken(naming: Naming, node: PyNode): boolean {
  const parent: PyNode | undefined = node.parent;
  if (parent?.type === 'keyword_argument' || parent?.type === 'pair') {
    const [key, value] = parent.children;
    return value === node && naming.holder.test(key?.text.replace(/['"]/g, '') ?? '');
  }
  const call = parent?.type === 'argument_list' && parent.children[0] === node ? parent.parent : undefined;
  const callee = call?.type === 'call' ? calleeOf(call) : undefined;
  const name = callee?.type === 'attribute' ? callee.children.at(-1)?.text : callee?.text;
  return name !== undefined && naming.taker.test(name);
}

/** Whether the identifier reads a variable: not an attribute's or a keyword's name. */
function isVariable(node: PyNode): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (parent.type === 'attribute') return parent.children[0] === node;
  if (parent.type === 'keyword_argument' || parent.type === 'assignment') return parent.children[0] !== node;
  return true;
}
