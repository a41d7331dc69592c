import { moveImport, replace, symbol } from '../../edits/builders.js';
import { portablePath } from '../../sdk/portable-path.js';
import { v1, v2 } from '../../sdk/tables.js';
import type { ReferenceFact } from '../../semantic/facts.js';
import { isShared, keepsName } from '../../semantic/kept-names.js';
import { isFromGuardedImport, type Program } from '../../semantic/program.js';
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
  if (
    !isNamed(reference, program) ||
    (sdk.binding !== undefined && node.type === 'identifier' && keepsName(program, sdk.binding))
  )
    return undefined;
  return { at: node, evidence: sdk.evidence, message, edits: [replace(node, symbol(to, node))] };
}

/**
 * As {@link movedTo}, for references whose symbol is one of `paths` (canonical v1 paths) and whose spelling has no
 * meaning, or another one, in v2.
 */
export function movedSymbol(
  reference: ReferenceFact,
  program: Program,
  ...paths: readonly string[]
): Finding | undefined {
  const canonical = v1.resolve(reference.sdk.path)?.path;
  if (canonical === undefined || !paths.includes(canonical)) return undefined;
  const to = newPath(reference, program);
  return to === undefined ? undefined : movedTo(reference, program, to);
}

/** Where v2 has the symbol of a reference, if its spelling in v1 does not work there and the names around it stay. */
export function newPath({ node, sdk }: ReferenceFact, program: Program): string | undefined {
  const to = portablePath(sdk.path);
  if (to === undefined || to === sdk.path) return undefined;
  // A path that came back in a later 2.x is no trace of v1 in code for v2.
  if (program.dialect === 'v2' && v2.resolve(sdk.path)?.path === v2.resolve(to)?.path) return undefined;
  // In `estimator.fw_utils.UploadedCode` the whole name moves.
  const outer = node.parent?.type === 'attribute' ? program.facts.references.get(node.parent) : undefined;
  if (outer !== undefined && portablePath(outer.sdk.path) !== outer.sdk.path) return undefined;
  return to;
}

/** Whether the node names the symbol itself, by its import or through its module: it is no variable that holds it. */
export function isNamed({ node, sdk }: ReferenceFact, program: Program): boolean {
  const name = sdk.path.slice(sdk.path.lastIndexOf('.') + 1);
  if (node.type !== 'identifier') {
    if (sdk.isLost === true) return true;
    const [object] = node.children;
    const owner = object === undefined ? undefined : program.facts.references.get(object)?.sdk.path;
    return owner !== undefined && `${owner}.${name}` === sdk.path;
  }
  const { binding } = sdk;
  if (binding === undefined) return node.text === name;
  return binding.references.has(node) && binding.path === sdk.path && !isShared(program, binding);
}

function sayMoved(from: string, to: string): string {
  const [oldName, newName] = [from, to].map((path) => path.slice(path.lastIndexOf('.') + 1));
  const home = to.slice(0, to.lastIndexOf('.'));
  return oldName === newName
    ? `${oldName} lives in ${home} in v2`
    : `${oldName} is called ${newName} in v2, in ${home}`;
}
