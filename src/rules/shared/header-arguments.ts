import { appendArgument, removeArgument, replace, symbol } from '../../edits/builders.js';
import type { Edit, Piece } from '../../edits/edit.js';
import { hasParameter, writtenArguments } from '../../python/arguments.js';
import { findAncestor, findIdentifiers, type PyNode } from '../../python/node.js';
import { stringContent } from '../../python/strings.js';
import { isPredictor, isTuner, lineageOf } from '../../sdk/roles.js';
import type { Program } from '../../semantic/program.js';
import { argumentOf } from '../../semantic/sdk-results.js';
import { alternatives, isNone, type Value } from '../../semantic/values.js';
import { type BoundArgument, callsMethod, findArgument, type SdkCall } from '../sdk-call.js';
import { keyTokens } from './arguments.js';
import { mayBeNone, movedText } from './header-text.js';
import type { HeaderPlan } from './header-writes.js';
import { removeKeyword } from './removed-keyword.js';
import { defaultSerde, headerText, type Serde, type Side, serdeOf } from './serde.js';

/** A header argument of a call, and what becomes of it. */
export interface HeaderArgument extends HeaderPlan {
  readonly argument: BoundArgument;
}

/** Whether a call took `content_type` and `accept` in v1, and takes a serializer in v2. */
export function takesHeaders(call: SdkCall): boolean {
  if (call.target.kind === 'constructor') return isPredictor(call.classPath);
  // create-model-serializer looks after that of Estimator.
  return handsOnHeaders(call) && !callsMethod(call, 'create_model', 'sagemaker.estimator.Estimator');
}

/** The plan for the header argument of one side; undefined where the call has none. */
export function planHeaderArgument(call: SdkCall, side: Side, program: Program): HeaderArgument | undefined {
  const argument = findArgument(call, side.header);
  if (argument === undefined) return undefined;
  const { value, valueNode, nameNode, written, dict } = argument;
  // What functools.partial bound is planned at the partial.
  if (written === undefined && dict === undefined && nameNode !== undefined) return undefined;
  const given = findArgument(call, side.role);
  const serde = given === undefined ? initialOf(call, side) : serdeOf(given.value, given.valueNode, side, program);
  const to = serde.kind === 'sdk' ? serde.to : side.plain;
  const suggestion = `${side.role}=${to.slice(to.lastIndexOf('.') + 1)}(${side.header}=${valueNode?.text ?? '…'})`;
  const message = `v2 takes ${side.header} from the ${side.role}`;
  const leave = (why = message): HeaderArgument => ({
    argument,
    edits: undefined,
    claimed: [],
    message: why,
    isAssumed: false,
    // A converter of the program's own, or one that is not known, is not replaced by another.
    ...((serde.kind === 'sdk' || serde.kind === 'plain' || given === undefined) && { suggestion }),
  });
  const plan = (edits: readonly Edit[], claimed: readonly PyNode[] = [], isAssumed = false): HeaderArgument => ({
    argument,
    edits,
    claimed,
    message,
    isAssumed,
  });

  const removal = written === undefined ? removeKeyword(argument) : [removeArgument(written)];
  if (valueNode === undefined || removal === undefined)
    return leave(`${message}: take the key out where the dictionary is made`);
  if (isNone(value)) return plan(removal);
  if (serde.kind === 'custom') return leave(`${message}: give it to the class that takes the place of the function`);
  if (given !== undefined && saysSame(given, value, side, program)) return plan(removal, [], true);
  if (serde.kind === 'unknown' || mayBeNone(value)) return leave();
  const type = headerText(value);
  const isSaid = serde.kind === 'sdk' && type !== undefined && serde.type === type;
  const isBeside = given !== undefined && given.written?.parent === written?.parent && given.dict === dict;
  const text = isBeside ? movedText(valueNode, value, true) : undefined;
  // A parameter may bring another type, from a caller that is not seen.
  const isGivenOn = isParameter(valueNode) && serde.kind === 'sdk' && serde.node !== undefined && text !== undefined;
  if (isSaid && !isGivenOn && (given !== undefined || !isHidden(call))) return plan(removal);
  if (given !== undefined) {
    if (text !== undefined && serde.node !== undefined) {
      return plan([...removal, replace(serde.node, symbol(to, serde.node), `(${side.header}=${text})`)], [serde.node]);
    }
    if (text !== undefined && serde.kind === 'sdk' && serde.call !== undefined && !serde.isConfigured) {
      return plan([...removal, appendArgument(serde.call, side.header, text)], [serde.call]);
    }
    return leave();
  }
  const isAssumed = isHidden(call);
  if (isAssumed && !passesOnNothing(call, side, program)) return leave(`${message}: it may be given already`);
  const edit = renewed(argument, valueNode, side, symbol(to, call.node.children[0] ?? call.node));
  return edit === undefined ? leave() : plan([edit], [], isAssumed);
}

/** Whether converter and header are one of several, the headers being just those that the converters send by themselves. */
function saysSame(given: BoundArgument, header: Value, side: Side, program: Program): boolean {
  const converters = alternatives(given.value).map((each) => serdeOf(each, undefined, side, program));
  const types = converters.map((each) => (each.kind === 'sdk' && !each.isConfigured ? each.type : undefined));
  const headers = alternatives(header).map(headerText);
  const isOneOf = (one: readonly (string | undefined)[], others: readonly (string | undefined)[]): boolean =>
    one.every((each) => each !== undefined && others.includes(each));
  return types.length > 1 && isOneOf(types, headers) && isOneOf(headers, types);
}

/** Whether a parameter of the function that it stands in is named. */
function isParameter(node: PyNode): boolean {
  const owner = node.type === 'identifier' ? findAncestor(node, 'function_definition') : undefined;
  return owner !== undefined && hasParameter(owner, node.text);
}

function initialOf(call: SdkCall, side: Side): Serde {
  return call.target.kind === 'constructor' ? defaultSerde(call.classPath, side) : { kind: 'plain', node: undefined };
}

/** `content_type=x` as `serializer=Class(content_type=x)` at the same place: in the call, or as the one key of a dictionary. */
function renewed(argument: BoundArgument, valueNode: PyNode, side: Side, made: Piece): Edit | undefined {
  const { written, nameNode } = argument;
  const value: Piece[] = [made, `(${side.header}=`, valueNode, ')'];
  if (nameNode === undefined) return written === undefined ? undefined : replace(written, `${side.role}=`, ...value);
  const isWritten =
    written !== undefined || (keyTokens(argument)?.length === 1 && nameNode.parent === valueNode.parent);
  if (!isWritten) return undefined;
  const name = nameNode.type === 'string' ? stringContent(nameNode) : nameNode;
  const gap = valueNode.document.text.slice(name.end, valueNode.start);
  return replace({ start: name.start, end: valueNode.end }, side.role, gap, ...value);
}

function isHidden(call: SdkCall): boolean {
  return call.hasOpaqueKeywords || call.hasOpaquePositional;
}

/**
 * Whether a constructor that passes its own `*args, **kwargs` on is never given the converter by the callers that are
 * seen: the SDK itself calls a predictor class with the endpoint and the session only.
 */
function passesOnNothing(call: SdkCall, side: Side, program: Program): boolean {
  const owner = findAncestor(call.node, 'class_definition');
  const name = owner?.children.find((child) => child.type === 'identifier')?.text;
  if (name === undefined || findAncestor(call.node, 'function_definition') === undefined) return false;
  return findIdentifiers(program.tree, name).every((node) => {
    const { parent } = node;
    if (parent?.type !== 'call' || parent.children[0] !== node) return true;
    const args = writtenArguments(parent);
    return (
      args.length <= 2 ||
      args.every((argument) => (argument.kind === 'keyword' ? argument.nameNode?.text !== side.role : false))
    );
  });
}

/**
 * Whether a `deploy()` or `create_model()` hands what it does not know on to the constructor of a plain predictor: that
 * of the two estimators of any container, and that of tuners of them (v1 tuner.py, `deploy`).
 */
export function handsOnHeaders({ target, name }: SdkCall): boolean {
  if (target.kind !== 'method') return false;
  if (name === 'deploy' && isTuner(target.classPath)) {
    const tuned = target.receiver.kind === 'instance' ? argumentOf(target.receiver, 'estimator') : undefined;
    return (
      tuned === undefined || alternatives(tuned).every((each) => each.kind !== 'instance' || isPlain(each.classPath))
    );
  }
  return (name === 'deploy' || name === 'create_model') && isPlain(target.classPath);
}

function isPlain(classPath: string): boolean {
  return lineageOf(classPath).some(
    (path) => path === 'sagemaker.estimator.Estimator' || path === 'sagemaker.algorithm.AlgorithmEstimator',
  );
}
