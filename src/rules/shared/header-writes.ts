import { appendArgument, removeStatement, replace, symbol } from '../../edits/builders.js';
import type { Edit } from '../../edits/edit.js';
import { findIdentifiers, type PyNode, statementOf } from '../../python/node.js';
import type { AttributeFact } from '../../semantic/facts.js';
import { type Program, scopeOf } from '../../semantic/program.js';
import { argumentOf } from '../../semantic/sdk-results.js';
import { type AttributeWrite, type Instance, isNone } from '../../semantic/values.js';
import { contains } from '../../text/text-range.js';
import { mayBeNone, movedText } from './header-text.js';
import { defaultSerde, headerText, isAlike, type Serde, type Side, serdeOf } from './serde.js';

/** What becomes of `p.content_type = x` (or `p.accept = x`). */
export interface HeaderPlan {
  readonly edits: readonly Edit[] | undefined;
  /** Ready-made objects (and `None`s) whose new spelling is among the edits. */
  readonly claimed: readonly PyNode[];
  readonly message: string;
  readonly isAssumed: boolean;
  readonly suggestion?: string;
  /** The finding at the serializer right beside it says what to do about both. */
  readonly isCovered?: boolean;
}

interface Found {
  readonly serde: Serde;
  /** Where it stands to the header: after it, right before it, or somewhere else. */
  readonly place: 'after' | 'near' | 'far';
  readonly statement: PyNode | undefined;
  readonly isAssumed: boolean;
}

/** The plan for one assignment to a header attribute of one predictor. */
export function planHeader(use: AttributeFact, predictor: Instance, side: Side, program: Program): HeaderPlan {
  const { node: target, nameNode, valueNode, value } = use;
  const statement = statementOf(target);
  const [assignment] = statement.children;
  const leave = (why: string, suggestion?: string): HeaderPlan => ({
    edits: undefined,
    claimed: [],
    message: why,
    isAssumed: false,
    ...(suggestion !== undefined && { suggestion }),
  });
  if (
    valueNode === undefined ||
    value === undefined ||
    assignment?.children[0] !== target ||
    assignment.children[1] !== valueNode
  ) {
    return leave(`put the type into the ${side.role}`);
  }
  const found = findSerde(use, predictor, side, program);
  const { serde, place, isAssumed } = found;
  if (serde.kind === 'custom') {
    const why = `give it to the class that takes the place of the function: ${side.header}=${valueNode.text}`;
    return { ...leave(why), isCovered: place !== 'far' };
  }
  const className = nameOf(serde.kind === 'sdk' ? serde.to : side.plain);
  const owner = target.children[0]?.text ?? '';
  const suggest = (type: string): string => `${owner}.${side.role} = ${className}(${side.header}=${type})`;
  const suggestion = suggest(valueNode.text);
  if (serde.kind === 'unknown')
    return leave(`give it to the ${side.role} when it is made (setting it here works from 2.154 on)`);
  if (mayBeNone(value)) {
    const type = isNone(value) ? `'${side.anyType}'` : `${valueNode.text} or '${side.anyType}'`;
    return leave(`a ${side.role} of v2 needs a type, None is none`, suggest(type));
  }
  const type = headerText(value);
  const isDefault = found.statement === undefined;
  // A name alone does not say that the object has no serializer of its own for this type.
  if (type === undefined && value.kind === 'unknown' && predictor.evidence === 'name' && isDefault)
    return leave(`a ${side.role} has it in v2`, suggestion);
  const plan = (edits: readonly Edit[], message: string, claimed: readonly PyNode[] = []): HeaderPlan => ({
    edits,
    claimed,
    message,
    isAssumed,
  });
  const isReset = place !== 'after' && hasOther(predictor, use, side, type, found);
  if (serde.kind === 'sdk' && type !== undefined && serde.type === type && !isReset) {
    return plan([removeStatement(target)], `the ${side.role} says ${type} by itself in v2`);
  }
  const message = `v2 takes the type from the ${side.role}`;
  const joined = place === 'far' ? undefined : joinInto(serde, found.statement, use, side);
  if (joined !== undefined) return plan([removeStatement(target), joined.edit], message, joined.claimed);
  if (place === 'after' || (serde.kind === 'sdk' && serde.isConfigured)) return leave(message, suggestion);
  const gap = target.document.text.slice(nameNode.end, valueNode.start);
  const made = symbol(serde.kind === 'sdk' ? serde.to : side.plain, target);
  return plan(
    [replace({ start: nameNode.start, end: valueNode.end }, side.role, gap, made, `(${side.header}=`, valueNode, ')')],
    message,
  );
}

/** The edit that gives the type to the serializer where that is written. */
function joinInto(
  serde: Serde,
  at: PyNode | undefined,
  { valueNode, value, node }: AttributeFact,
  side: Side,
): { edit: Edit; claimed: readonly PyNode[] } | undefined {
  if (at === undefined || valueNode === undefined || value === undefined) return undefined;
  const text = movedText(valueNode, value, at.parent === statementOf(node).parent);
  if (text === undefined || (serde.kind !== 'sdk' && serde.kind !== 'plain')) return undefined;
  const to = serde.kind === 'sdk' ? serde.to : side.plain;
  if (serde.node !== undefined)
    return { edit: replace(serde.node, symbol(to, serde.node), `(${side.header}=${text})`), claimed: [serde.node] };
  if (serde.kind === 'sdk' && serde.call !== undefined && !serde.isConfigured)
    return { edit: appendArgument(serde.call, side.header, text), claimed: [serde.call] };
  return undefined;
}

/** The serializer that is in effect when the header is used: the one assigned next to it, before it, or from the start. */
function findSerde(use: AttributeFact, predictor: Instance, side: Side, program: Program): Found {
  const { node: target } = use;
  const writes = predictor.writes.filter((write) => write.name === side.role);
  const found = (write: AttributeWrite, place: Found['place'], isAssumed = false): Found => ({
    serde: serdeOf(write.value, write.valueNode, side, program),
    place,
    statement: statementOf(write.target),
    isAssumed,
  });
  const after = writes.find((write) => write.target.start > target.start && isStraight(target, write.target, program));
  if (after !== undefined) return found(after, 'after');
  const here = writes.filter((write) => isSameScope(write.target, target));
  const before = here.filter((write) => write.target.start < target.start);
  const last = before.at(-1);
  if (last !== undefined) {
    if (isStraight(last.target, target, program)) return found(last, 'near');
    const dominates = isInBlockOf(last.target, target);
    if (dominates || isSettled(before, side, program)) return found(last, 'far');
    return { serde: { kind: 'unknown' }, place: 'far', statement: statementOf(last.target), isAssumed: false };
  }
  const [elsewhere] = here.length > 0 ? [] : writes;
  if (elsewhere !== undefined) {
    if (isSettled(writes, side, program)) return found(elsewhere, 'far', true);
    return { serde: { kind: 'unknown' }, place: 'far', statement: statementOf(elsewhere.target), isAssumed: false };
  }
  return { serde: initialSerde(predictor, side, program), place: 'far', statement: undefined, isAssumed: false };
}

/** What a predictor has from its constructor or from the call that deployed it. */
export function initialSerde(predictor: Instance, side: Side, program: Program): Serde {
  const deployment = predictor.site === undefined ? undefined : program.facts.calls.get(predictor.site)?.[0];
  const fact = predictor.construction ?? deployment;
  const named = fact?.arguments.find((argument) => argument.name === side.role);
  const value = named?.value ?? (predictor.construction === undefined ? undefined : argumentOf(predictor, side.role));
  if (value !== undefined) return serdeOf(value, undefined, side, program);
  if (fact?.opaqueKeywords !== undefined || predictor.construction?.opaquePositional !== undefined)
    return { kind: 'unknown' };
  return defaultSerde(predictor.classPath, side);
}

/** Whether another assignment gives the header another value, so that this one sets it back. */
function hasOther(
  predictor: Instance,
  use: AttributeFact,
  side: Side,
  type: string | undefined,
  found: Found,
): boolean {
  const isInitial = found.statement === undefined && predictor.construction !== undefined;
  if (isInitial && argumentOf(predictor, side.header) !== undefined) return true;
  // A serializer assigned right before takes back all that was set before it.
  const from = found.place === 'near' ? (found.statement?.start ?? 0) : 0;
  return predictor.writes.some((write) => {
    const isOther = write.name === side.header && write.target !== use.node && write.target.start >= from;
    return (
      isOther && (found.place === 'far' || write.target.start < use.node.start) && headerText(write.value) !== type
    );
  });
}

function isSettled(writes: readonly AttributeWrite[], side: Side, program: Program): boolean {
  const all = writes.map((write) => serdeOf(write.value, write.valueNode, side, program));
  return all.every((each) => all[0] !== undefined && isAlike(each, all[0]));
}

/** Whether the second place follows the first without anything between that uses the object. */
export function isStraight(first: PyNode, second: PyNode, program: Program): boolean {
  const [object] = first.children;
  if (object === undefined || object.text !== second.children[0]?.text) return false;
  const [a, b] = [statementOf(first).parent, statementOf(second).parent];
  if (a !== b && !(a?.type === 'module' && b?.type === 'module')) return false;
  const name = object.type === 'attribute' ? object.children[1]?.text : object.text;
  return !findIdentifiers(program.tree, name ?? '').some((node) => {
    if (node.start <= first.end || node.end >= second.start) return false;
    const owner = object.type === 'attribute' ? node.parent : node;
    const attribute = owner?.parent;
    return (
      attribute?.type !== 'attribute' ||
      attribute.parent?.type !== 'assignment' ||
      attribute.parent.children[0] !== attribute
    );
  });
}

function isSameScope(a: PyNode, b: PyNode): boolean {
  const [first, second] = [scopeOf(a), scopeOf(b)];
  return first === second || (first.type === 'module' && second.type === 'module');
}

function isInBlockOf(write: PyNode, target: PyNode): boolean {
  const block = statementOf(write).parent;
  return block === undefined || block.type === 'module' || contains(block, target);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
