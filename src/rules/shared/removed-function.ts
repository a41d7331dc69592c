import { moveImport } from '../../edits/builders.js';
import type { Edit } from '../../edits/edit.js';
import { calleeOf } from '../../python/arguments.js';
import type { PyNode } from '../../python/node.js';
import { v1 } from '../../sdk/tables.js';
import type { ReferenceFact } from '../../semantic/facts.js';
import { isShared } from '../../semantic/kept-names.js';
import { isFromGuardedImport, type Program } from '../../semantic/program.js';
import type { Finding, Rule } from '../rule.js';
import { callsFunction, type SdkCall } from '../sdk-call.js';
import { isNamed } from './moved-symbol.js';

/** What becomes of one call of a function that v2 does not have. */
export type Rewrite =
  | { readonly edits: readonly Edit[]; readonly message: string; readonly isAssumed?: boolean }
  | { readonly message: string; readonly suggestion?: string };

/** A v1 function whose calls are written in another way in v2. */
export interface RemovedFunction {
  /** Canonical v1 paths. */
  readonly paths: readonly string[];
  /** For what is no call: a function that is passed on, or re-exported. */
  readonly advice: string;
  /** @param callee node that names the function */
  rewrite(call: SdkCall, callee: PyNode, program: Program): Rewrite | undefined;
}

/** The hooks of a rule about a removed function: its calls are rewritten, its import goes when nothing needs it. */
export function removedFunction({
  paths,
  advice,
  rewrite,
}: RemovedFunction): Required<Pick<Rule, 'call' | 'reference'>> {
  return {
    call(call, program) {
      const callee = calleeOf(call.node);
      if (callee === undefined || call.fact.isPartial || !callsFunction(call, ...paths)) return undefined;
      const reference = program.facts.references.get(callee);
      if (reference !== undefined && isFromGuardedImport(program, reference.sdk))
        return { at: callee, evidence: call.evidence, message: advice, state: 'guarded' };
      const result = rewrite(call, callee, program);
      if (result === undefined) return undefined;
      const isDirect = reference !== undefined && isNamed(reference, program);
      if ('edits' in result && !isDirect) return { at: callee, evidence: call.evidence, message: advice };
      return { at: callee, evidence: call.evidence, ...result };
    },
    reference(reference, program) {
      const canonical = v1.resolve(reference.sdk.path)?.path;
      if (canonical === undefined || !paths.includes(canonical)) return undefined;
      return reference.isImport ? leaving(reference, program, advice) : passedOn(reference, program, advice);
    },
  };
}

/** The finding for an import clause whose name nothing in v2 takes the place of. */
export function leaving({ node, sdk }: ReferenceFact, program: Program, advice: string): Finding {
  const { evidence, binding } = sdk;
  if (isFromGuardedImport(program, sdk)) return { at: node, evidence, message: advice, state: 'guarded' };
  if (binding !== undefined && isShared(program, binding)) return { at: node, evidence, message: advice };
  const name = sdk.path.slice(sdk.path.lastIndexOf('.') + 1);
  return {
    at: node,
    evidence,
    message: `the import of ${name} goes with the last use of it`,
    edits: [moveImport(node, undefined)],
  };
}

function passedOn(reference: ReferenceFact, program: Program, advice: string): Finding | undefined {
  const { node, sdk } = reference;
  const isCallee = node.parent?.type === 'call' && calleeOf(node.parent) === node;
  if (isCallee || !isNamed(reference, program)) return undefined;
  const state = isFromGuardedImport(program, sdk) ? 'guarded' : 'manual';
  return { at: node, evidence: sdk.evidence, message: advice, state };
}

/** Whether a comment stands in the range: an edit that moves code there could part it from what it explains. */
export function hasComment(program: Program, start: number, end: number): boolean {
  return program.tree.comments.some((comment) => start <= comment.start && comment.end <= end);
}
