import { hasParameter } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { contains } from '../text/text-range.js';
import type { Context, Machine } from './machine.js';
import { memberOfModule, spelledHere } from './sdk-objects.js';
import { alternatives, type SdkValue, type Value } from './values.js';

/** Notes that the node stands for an SDK symbol. */
export function noteReference(node: PyNode, value: Value, context: Context): void {
  for (const one of alternatives(value)) {
    const each = one.kind === 'sdk' ? spelledHere(one, context.machine) : one;
    if (each.kind !== 'sdk' || (each.isElsewhere === true && !context.machine.isElsewhere)) continue;
    // A variable or parameter that holds the symbol does not need the import's name.
    if (
      node.type === 'identifier' &&
      each.binding?.name === node.text &&
      !context.machine.isElsewhere &&
      !isParameter(node, each.binding.statement)
    )
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

/** What a name stands for that only a star import of the SDK can have bound. */
export function starSymbol(name: string, { facts, isElsewhere }: Machine): SdkValue | undefined {
  for (const { path } of facts.starImports) {
    const module: SdkValue = { kind: 'sdk', path, evidence: 'name', binding: undefined };
    const found = memberOfModule(isElsewhere ? { ...module, isElsewhere } : module, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
