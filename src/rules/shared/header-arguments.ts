import { appendArgument, removeArgument, replace, symbol } from '../../edits/builders.js';
import { writtenArguments } from '../../python/arguments.js';
import { findAncestor, findIdentifiers, type PyNode } from '../../python/node.js';
import { isPredictor, lineageOf } from '../../sdk/roles.js';
import type { Program } from '../../semantic/program.js';
import { isNone } from '../../semantic/values.js';
import { type BoundArgument, callsMethod, findArgument, type SdkCall } from '../sdk-call.js';
import { mayBeNone, movedText } from './header-text.js';
import type { HeaderPlan } from './header-writes.js';
import { defaultSerde, headerText, type Serde, type Side, serdeOf } from './serde.js';

/** A header argument of a call, and what becomes of it. */
export interface HeaderArgument extends HeaderPlan {
  readonly argument: BoundArgument;
}

/** Whether a call took `content_type` and `accept` in v1, and takes a serializer in v2. */
export function takesHeaders(call: SdkCall): boolean {
  if (call.target.kind === 'constructor') return isPredictor(call.classPath);
  return (
    callsMethod(call, 'deploy', 'sagemaker.estimator.Estimator', 'sagemaker.algorithm.AlgorithmEstimator') ||
    callsMethod(call, 'create_model', 'sagemaker.algorithm.AlgorithmEstimator')
  );
}

/** The plan for the header argument of one side; undefined where the call has none. */
export function planHeaderArgument(call: SdkCall, side: Side, program: Program): HeaderArgument | undefined {
  const argument = findArgument(call, side.header);
  if (argument === undefined) return undefined;
  const { written, value, valueNode } = argument;
  const leave = (message: string, suggestion?: string): HeaderArgument => ({
    argument,
    edits: undefined,
    claimed: [],
    message,
    isAssumed: false,
    ...(suggestion !== undefined && { suggestion }),
  });
  const given = findArgument(call, side.role);
  const initial =
    call.target.kind === 'constructor'
      ? defaultSerde(call.classPath, side)
      : ({ kind: 'plain', node: undefined } satisfies Serde);
  const serde = given === undefined ? initial : serdeOf(given.value, given.valueNode, side, program);
  const to = serde.kind === 'sdk' ? serde.to : side.plain;
  const suggestion = `${side.role}=${to.slice(to.lastIndexOf('.') + 1)}(${side.header}=${valueNode?.text ?? '…'})`;
  const message = `v2 takes ${side.header} from the ${side.role}`;
  if (written === undefined || valueNode === undefined)
    return leave(`${message}: take the key out where the dictionary is made`, suggestion);
  const plan = (edits: HeaderPlan['edits'], claimed: readonly PyNode[] = [], isAssumed = false): HeaderArgument => ({
    argument,
    edits,
    claimed,
    message,
    isAssumed,
  });
  if (isNone(value)) return plan([removeArgument(written)]);
  if (serde.kind === 'custom') return leave(`${message}: give it to the class that takes the place of the function`);
  if (serde.kind === 'unknown' || mayBeNone(value)) return leave(message, suggestion);

  const type = headerText(value);
  if (serde.kind === 'sdk' && type !== undefined && serde.type === type && (given !== undefined || !isHidden(call)))
    return plan([removeArgument(written)]);
  if (given !== undefined) {
    const text = movedText(valueNode, value, true);
    const isOpen = text !== undefined && given.written !== undefined;
    if (isOpen && serde.node !== undefined)
      return plan(
        [removeArgument(written), replace(serde.node, symbol(to, serde.node), `(${side.header}=${text})`)],
        [serde.node],
      );
    if (isOpen && serde.kind === 'sdk' && serde.call !== undefined && !serde.isConfigured) {
      return plan([removeArgument(written), appendArgument(serde.call, side.header, text)], [serde.call]);
    }
    return leave(message, suggestion);
  }
  const isAssumed = isHidden(call);
  if (isAssumed && !passesOnNothing(call, side, program))
    return leave(`${message}: it may be given already`, suggestion);
  const gap =
    argument.nameNode === undefined ? '=' : valueNode.document.text.slice(argument.nameNode.end, valueNode.start);
  return plan(
    [
      replace(
        written,
        side.role,
        gap,
        symbol(to, call.node.children[0] ?? call.node),
        `(${side.header}=`,
        valueNode,
        ')',
      ),
    ],
    [],
    isAssumed,
  );
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

/** Whether a class is one of the two estimators that make a plain predictor. */
export function makesPlainPredictor(classPath: string): boolean {
  return lineageOf(classPath).some(
    (path) => path === 'sagemaker.estimator.Estimator' || path === 'sagemaker.algorithm.AlgorithmEstimator',
  );
}
