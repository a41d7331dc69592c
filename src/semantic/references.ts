import { hasParameter } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { contains } from '../text/text-range.js';
import type { Context } from './machine.js';
import { alternatives, type Value } from './values.js';

/** Notes that the node stands for an SDK symbol. */
export function noteReference(node: PyNode, value: Value, context: Context): void {
  for (const each of alternatives(value)) {
    if (each.kind !== 'sdk') continue;
    // A variable or parameter that holds the symbol does not need the import's name.
    if (node.type === 'identifier' && each.binding?.name === node.text && !isParameter(node, each.binding.statement))
      each.binding.references.add(node);
    const known = context.machine.facts.references.get(node);
    if (known === undefined) context.machine.facts.references.set(node, { node, sdk: each, isImport: false });
  }
}

/** Whether a function between the name and the import has a parameter of that name. */
function isParameter(node: PyNode, statement: PyNode): boolean {
  for (let at = node.parent; at !== undefined && !contains(at, statement); at = at.parent) {
    const inSignature = at.children.some(
      (child) => isType(child, 'parameters', 'lambda_parameters') && contains(child, node),
    );
    if (!inSignature && hasParameter(at, node.text)) return true;
  }
  return false;
}
