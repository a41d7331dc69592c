import { moveImport, replace, symbol } from '../../edits/builders.js';
import { v1 } from '../../sdk/tables.js';
import { portablePath } from '../../sdk/portable-path.js';
import type { ReferenceFact } from '../../semantic/facts.js';
import { keepsName } from '../../semantic/kept-names.js';
import { type Program, isFromGuardedImport } from '../../semantic/program.js';
import type { Finding } from '../rule.js';

/**
 * The finding for one reference (or import clause) of a symbol that v2 has elsewhere or under another name.
 *
 * @param to v2 path of the symbol, that works on every 2.x
 */
export function movedTo(reference: ReferenceFact, program: Program, to: string): Finding | undefined {
  const { node, sdk, isImport } = reference;
  const message = sayMoved(sdk.path, to);
  if (isFromGuardedImport(program, sdk)) return { at: node, evidence: sdk.evidence, message, state: 'guarded' };
  if (isImport) return { at: node, evidence: sdk.evidence, message, edits: [moveImport(node, to)] };
  if (!isSpelt(reference, program)) return undefined;
  return { at: node, evidence: sdk.evidence, message, edits: [replace(node, symbol(to, node))] };
}

/**
 * As {@link movedTo}, for references whose symbol is one of `paths` (canonical v1 paths) and whose spelling has no
 * meaning, or another one, in v2.
 */
export function movedSymbol(reference: ReferenceFact, program: Program, ...paths: readonly string[]): Finding | undefined {
  const { path } = reference.sdk;
  const canonical = v1.resolve(path)?.path;
  if (canonical === undefined || !paths.includes(canonical)) return undefined;
  const to = portablePath(path);
  return to === undefined || to === path ? undefined : movedTo(reference, program, to);
}

/** Whether the reference spells the symbol itself: it is neither an alias that stays nor a variable that holds the symbol. */
export function isSpelt({ node, sdk }: ReferenceFact, program: Program): boolean {
  const name = sdk.path.slice(sdk.path.lastIndexOf('.') + 1);
  if (node.type !== 'identifier') {
    const [object] = node.children;
    const owner = object === undefined ? undefined : program.facts.references.get(object)?.sdk.path;
    return owner !== undefined && `${owner}.${name}` === sdk.path;
  }
  const { binding } = sdk;
  if (binding === undefined) return node.text === name;
  return binding.references.has(node) && binding.path === sdk.path && !keepsName(program, binding);
}

function sayMoved(from: string, to: string): string {
  const [oldName, newName] = [from, to].map((path) => path.slice(path.lastIndexOf('.') + 1));
  const home = to.slice(0, to.lastIndexOf('.'));
  return oldName === newName ? `${oldName} lives in ${home} in v2` : `${oldName} is called ${newName} in v2, in ${home}`;
}
