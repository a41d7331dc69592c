import { type PyNode, statementOf } from '../../python/node.js';
import { isPredictor } from '../../sdk/roles.js';
import type { AttributeFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';
import { argumentOf } from '../../semantic/sdk-results.js';
import { type AttributeWrite, alternatives, type Instance, isNone, type Value } from '../../semantic/values.js';
import { bindCall, findArgument, type SdkCall } from '../sdk-call.js';
import { handsOnHeaders } from './header-arguments.js';
import { mayBeNone, movedText } from './header-text.js';
import { initialSerde, isStraight } from './header-writes.js';
import { headerText, predictorsOf, type Side, serdeOf, sideOf, sides } from './serde.js';

/** A function (or another callable) that is put into a predictor. */
export interface CallableUse {
  readonly side: Side;
  readonly node: PyNode;
  readonly value: Value;
  /** A reference near by, for the spelling of the SDK's names. */
  readonly at: PyNode;
  /** The type that v1 sent with it. */
  readonly type: HeaderType;
  /** Where that is given for it alone: it goes from there. */
  readonly headers: readonly { readonly node: PyNode; readonly kind: 'attribute' | 'argument' }[];
  /** Whether the class of the predictor is proven. */
  readonly isCertain: boolean;
}

type HeaderType = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'none' | 'unknown' };

const NO_TYPE: HeaderType = { kind: 'none' };
const UNKNOWN_TYPE: HeaderType = { kind: 'unknown' };

/** Every place where a program written for v1 puts a callable of its own into a predictor. */
export function* callableUses(program: Program): Generator<CallableUse> {
  if (program.dialect === 'v2') return;
  for (const uses of program.facts.attributes.values()) {
    const [use] = uses;
    const found = use === undefined || uses.length > 1 ? undefined : assigned(use, program);
    if (found !== undefined) yield found;
  }
  for (const flows of program.facts.calls.values()) {
    const calls = flows.map((fact) => bindCall(fact, program.dialect));
    const [call] = calls;
    if (call === undefined || !takesSerde(call)) continue;
    for (const side of sides) {
      const found = passed(call, side, program);
      if (found !== undefined && calls.every((each) => findArgument(each, side.role)?.value === found.value))
        yield found;
    }
  }
}

/** Whether a call took a callable as serializer in v1. */
export function takesSerde(call: SdkCall): boolean {
  return call.target.kind === 'constructor' ? isPredictor(call.classPath) : handsOnHeaders(call);
}

function assigned(use: AttributeFact, program: Program): CallableUse | undefined {
  const side = use.access === 'write' ? sideOf(use.name, 'role') : undefined;
  const [predictor, ...others] = predictorsOf(use);
  const { node: target, valueNode: node, value } = use;
  const [assignment] = statementOf(target).children;
  if (side === undefined || predictor === undefined || node === undefined || value === undefined) return undefined;
  if (assignment?.children[0] !== target || assignment.children[1] !== node) return undefined;
  if (serdeOf(value, node, side, program).kind !== 'custom') return undefined;
  const { type, headers } = typeBeside(use, predictor, side, program);
  const isAlike = others.every((other) => {
    const each = typeBeside(use, other, side, program);
    return JSON.stringify(each.type) === JSON.stringify(type) && each.headers.length === headers.length;
  });
  if (!isAlike) return undefined;
  return { side, node, value, at: target, type, headers, isCertain: predictor.evidence !== 'name' };
}

type Given = Pick<CallableUse, 'type' | 'headers'>;

/** The type that is set right beside the assignment, or else what the predictor was made with. */
function typeBeside(use: AttributeFact, predictor: Instance, side: Side, program: Program): Given {
  const writes = predictor.writes.filter(({ name }) => name === side.header);
  const beside = writes.filter(({ target }) =>
    target.start < use.node.start ? isStraight(target, use.node, program) : isStraight(use.node, target, program),
  );
  const [write] = beside;
  if (write === undefined) {
    const type = writes.length > 0 ? UNKNOWN_TYPE : initialType(predictor, side, program);
    return { type, headers: [] };
  }
  const text =
    write.valueNode === undefined || mayBeNone(write.value)
      ? undefined
      : movedText(write.valueNode, write.value, statementOf(write.target).parent === statementOf(use.node).parent);
  const token = write.target.children[1];
  if (beside.length > 1 || text === undefined || token === undefined) return { type: UNKNOWN_TYPE, headers: [] };
  return { type: { kind: 'text', text }, headers: [{ node: token, kind: 'attribute' }] };
}

function initialType(predictor: Instance, side: Side, program: Program): HeaderType {
  if (predictor.evidence === 'name') return NO_TYPE;
  const deployment = predictor.site === undefined ? undefined : program.facts.calls.get(predictor.site)?.[0];
  const given =
    deployment?.arguments.find(({ name }) => name === side.header)?.value ??
    (predictor.construction === undefined ? undefined : argumentOf(predictor, side.header));
  if (given !== undefined && !isNone(given)) return literal(headerText(given));
  const serde = initialSerde(predictor, side, program);
  if (serde.kind === 'plain') return NO_TYPE;
  return serde.kind === 'sdk' ? literal(serde.type) : UNKNOWN_TYPE;
}

function literal(type: string | undefined): HeaderType {
  return type === undefined || /['\\]/.test(type) ? UNKNOWN_TYPE : { kind: 'text', text: `'${type}'` };
}

function passed(call: SdkCall, side: Side, program: Program): CallableUse | undefined {
  const argument = findArgument(call, side.role);
  const { valueNode: node, value, written } = argument ?? {};
  if (node === undefined || value === undefined || written === undefined) return undefined;
  if (serdeOf(value, node, side, program).kind !== 'custom') return undefined;
  const at = call.node.children[0] ?? call.node;
  const use = { side, node, value, at, isCertain: call.evidence !== 'name' };
  const header = findArgument(call, side.header);
  const later = writesAfter(call, side);
  if (later.length > 0) {
    const given = header === undefined ? typeOfLater(call.node, later) : undefined;
    return given === undefined ? undefined : { ...use, ...given };
  }
  if (header === undefined) {
    const isOpen = call.hasOpaqueKeywords || call.hasOpaquePositional || call.fact.isPartial;
    return { ...use, headers: [], type: isOpen ? UNKNOWN_TYPE : NO_TYPE };
  }
  const { valueNode } = header;
  const text =
    valueNode === undefined || mayBeNone(header.value) ? undefined : movedText(valueNode, header.value, true);
  if (text === undefined || header.written === undefined) return undefined;
  return { ...use, type: { kind: 'text', text }, headers: [{ node: header.written, kind: 'argument' }] };
}

function writesAfter({ fact }: SdkCall, side: Side): readonly AttributeWrite[] {
  const made = fact.result === undefined ? [] : alternatives(fact.result);
  return made.flatMap((each) =>
    each.kind === 'instance' ? each.writes.filter(({ name }) => name === side.header) : [],
  );
}

/** The type that is set once, in the block where the predictor is made: all that is sent goes out with it. */
function typeOfLater(call: PyNode, [write, ...others]: readonly AttributeWrite[]): Given | undefined {
  const token = write?.target.children[1];
  if (write?.valueNode === undefined || token === undefined || others.length > 0) return undefined;
  const [first, second] = [statementOf(call).parent, statementOf(write.target).parent];
  const isBeside = first === second || (first?.type === 'module' && second?.type === 'module');
  const text = isBeside && !mayBeNone(write.value) ? movedText(write.valueNode, write.value, false) : undefined;
  return text === undefined
    ? undefined
    : { type: { kind: 'text', text }, headers: [{ node: token, kind: 'attribute' }] };
}
