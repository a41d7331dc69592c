import type { PyNode } from '../../python/node.js';
import { isPredictor } from '../../sdk/roles.js';
import type { AttributeFact, CallFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';
import type { Instance } from '../../semantic/values.js';
import { bindCall } from '../sdk-call.js';
import { type HeaderArgument, planHeaderArgument, takesHeaders } from './header-arguments.js';
import { type HeaderPlan, planHeader } from './header-writes.js';
import { type Side, sides } from './serde.js';

/** What becomes of the content types and accept headers of a program, and which converters are respelt with them. */
export interface SerdePlan {
  /** By the token of the attribute. */
  readonly writes: ReadonlyMap<PyNode, HeaderPlan>;
  readonly calls: ReadonlyMap<CallFact, readonly HeaderArgument[]>;
  /** Ready-made objects, constructor calls and `None`s that get their new spelling together with a header. */
  readonly claimed: ReadonlySet<PyNode>;
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
  if (program.dialect !== 'v2') {
    for (const use of [...program.facts.attributes.values()].flat()) {
      const plan = planUse(use, program);
      if (plan === undefined) continue;
      writes.set(use.nameNode, plan);
      for (const node of plan.claimed) claimed.add(node);
    }
  }
  for (const fact of [...program.facts.calls.values()].flat()) {
    const call = bindCall(fact, program.dialect);
    if (!takesHeaders(call)) continue;
    const planned = sides.flatMap((side) => planHeaderArgument(call, side, program) ?? []);
    if (planned.length > 0) calls.set(fact, planned);
    for (const plan of planned) for (const node of plan.claimed) claimed.add(node);
  }
  const plan = { writes, calls, claimed };
  plans.set(program, plan);
  return plan;
}

/** The side that an attribute or parameter name belongs to. */
export function sideOf(name: string, key: 'header' | 'role'): Side | undefined {
  return sides.find((side) => side[key] === name);
}

/** The predictors that an attribute may belong to, when it belongs to nothing else. The legacy TensorFlow one has no v2 form. */
export function predictorsOf(use: AttributeFact): readonly Instance[] {
  const all = use.receivers.filter(
    (receiver): receiver is Instance => receiver.kind === 'instance' && isPredictor(receiver.classPath),
  );
  if (all.length < use.receivers.length) return [];
  const current = all.filter((receiver) => receiver.classPath !== 'sagemaker.tensorflow.model.TensorFlowPredictor');
  return current.length > 0 ? current : all;
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
