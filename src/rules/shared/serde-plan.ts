import type { Edit } from '../../edits/edit.js';
import type { PyNode } from '../../python/node.js';
import type { AttributeFact, CallFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';
import { bindCall } from '../sdk-call.js';
import { type HeaderArgument, planHeaderArgument, takesHeaders } from './header-arguments.js';
import { type HeaderPlan, planHeader } from './header-writes.js';
import { predictorsOf, sideOf, sides } from './serde.js';
import { wrapCallables } from './wrapped-callables.js';

/** What becomes of the content types and accept headers of a program, and which converters are respelt with them. */
export interface SerdePlan {
  /** By the token of the attribute. */
  readonly writes: ReadonlyMap<PyNode, HeaderPlan>;
  readonly calls: ReadonlyMap<CallFact, readonly HeaderArgument[]>;
  /** Ready-made objects, constructor calls and `None`s that get their new spelling together with a header. */
  readonly claimed: ReadonlySet<PyNode>;
  /** Functions that get a class, by the expression that puts them into a predictor. */
  readonly wrapped: ReadonlyMap<PyNode, readonly Edit[]>;
}

const plans = new WeakMap<Program, SerdePlan>();

/**
 * The one plan that all rules about serializers share: an assignment of a content type and the serializer it belongs
 * to may be cells apart, and only one rule may respell each.
 */
export function serdePlan(program: Program): SerdePlan {
  const known = plans.get(program);
  if (known !== undefined) return known;
  const writes = new Map<PyNode, HeaderPlan>();
  const calls = new Map<CallFact, readonly HeaderArgument[]>();
  const claimed = new Set<PyNode>();
  const wrappings = wrapCallables(program);
  if (program.dialect !== 'v2') {
    for (const use of [...program.facts.attributes.values()].flat()) {
      const plan = joined(wrappings.headers.get(use.nameNode)) ?? planUse(use, program);
      if (plan === undefined) continue;
      writes.set(use.nameNode, plan);
      for (const node of plan.claimed) claimed.add(node);
    }
  }
  for (const fact of [...program.facts.calls.values()].flat()) {
    const call = bindCall(fact, program.dialect);
    if (!takesHeaders(call)) continue;
    const planned = sides.flatMap((side) => {
      const own = planHeaderArgument(call, side, program);
      const wrapped = own?.argument.written === undefined ? undefined : wrappings.headers.get(own.argument.written);
      return own === undefined ? [] : [{ ...own, ...joined(wrapped) }];
    });
    if (planned.length > 0) calls.set(fact, planned);
    for (const plan of planned) for (const node of plan.claimed) claimed.add(node);
  }
  const plan = { writes, calls, claimed, wrapped: wrappings.callables };
  plans.set(program, plan);
  return plan;
}

/** A header whose type goes into the class that wraps a function. */
function joined(edits: readonly Edit[] | undefined): HeaderPlan | undefined {
  if (edits === undefined) return undefined;
  return { edits, claimed: [], message: 'v2 takes the type from the class that wraps the function', isAssumed: true };
}

function planUse(use: AttributeFact, program: Program): HeaderPlan | undefined {
  const side = use.access === 'write' ? sideOf(use.name, 'header') : undefined;
  if (side === undefined) return undefined;
  const all = predictorsOf(use).map((predictor) => planHeader(use, predictor, side, program));
  const [first] = all;
  if (first === undefined || all.every((plan) => shapeOf(plan) === shapeOf(first))) return first;
  return {
    edits: undefined,
    claimed: [],
    isAssumed: false,
    message: `the predictors that get here have different ${side.role}s`,
  };
}

function shapeOf({ edits, message }: HeaderPlan): string {
  const shape = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'document' in value && 'start' in value ? value.start : value;
  return edits === undefined ? message : JSON.stringify(edits, shape);
}
