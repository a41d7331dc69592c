import { symbol } from '../../edits/builders.js';
import type { Piece } from '../../edits/edit.js';
import { calleeOf } from '../../python/arguments.js';
import { isType, type PyNode } from '../../python/node.js';
import { type Program, valueAt } from '../../semantic/program.js';
import { alternatives, stringOf, type Value } from '../../semantic/values.js';
import type { BoundArgument, SdkCall } from '../sdk-call.js';
import { variableOf } from './deployments.js';
import { givenFor, onlyString } from './given.js';
import { stringLike } from './literals.js';

const SESSION = 'sagemaker.session.Session';
/** Nodes that mean the same wherever in the program they stand, and may stand twice. */
const LITERALS: readonly string[] = ['string', 'integer', 'float', 'none', 'true', 'false'];
const NAMES: readonly string[] = ['identifier', 'attribute'];
const UNFIT: readonly string[] = ['named_expression', 'generator_expression'];

/**
 * An argument's expression as code for another place in the same call; undefined where it cannot be read there, or
 * (for a `copy`, which stays where it is too) should not be evaluated twice.
 */
export function expressionOf({ valueNode, written }: BoundArgument, use: 'move' | 'copy'): string | undefined {
  if (valueNode === undefined) return undefined;
  const { type, text } = valueNode;
  if (LITERALS.includes(type)) return text;
  if (written === undefined || UNFIT.includes(type)) return undefined;
  return use === 'move' || NAMES.includes(type) ? text : undefined;
}

/** `text or fallback`, where the value may be empty or `None`; what is known not to be stays. */
export function orElse(text: string, node: PyNode | undefined, value: Value, fallback: readonly Piece[]): Piece[] {
  const isGiven = alternatives(value).every((each) => each.kind === 'text' || Boolean(stringOf(each)));
  if (isGiven) return [text];
  const isTight = isType(node, 'identifier', 'attribute', 'call', 'subscript', 'string');
  return [isTight ? text : `(${text})`, ' or ', ...fallback];
}

/**
 * The session that an estimator works with, as code: its own, a variable that holds `Session()`, or a new one.
 * Undefined where it is not one or the other, or its expression should not be evaluated twice.
 */
export function sessionOf(call: SdkCall, program: Program): readonly Piece[] | undefined {
  const given = givenFor(call, 'sagemaker_session');
  if (given.kind === 'value') {
    const { argument } = given;
    const { valueNode, written } = argument;
    if (valueNode?.type === 'call' && written !== undefined) {
      const made = valueAt(program, valueNode);
      return made?.kind === 'instance' && made.classPath === SESSION ? [valueNode.text] : undefined;
    }
    const text = expressionOf(argument, 'copy');
    return text === undefined ? undefined : [text];
  }
  if (given.kind === 'maybe-none' || given.kind === 'hidden') return undefined;
  const variable = defaultSession(call, program);
  return variable === undefined ? [symbol('sagemaker.Session', calleeOf(call.node) ?? call.node), '()'] : [variable];
}

/** The variable of a `Session()` without arguments, which is what an estimator makes for itself. */
function defaultSession(call: SdkCall, program: Program): string | undefined {
  for (const [node, [flow]] of program.facts.calls) {
    const { target } = flow ?? {};
    if (target?.kind !== 'constructor' || target.classPath !== SESSION || flow === undefined) continue;
    const isPlain = flow.arguments.length === 0 && !flow.opaqueKeywords && !flow.opaquePositional && !flow.isPartial;
    const name = isPlain ? variableOf(node, call.node, program) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/**
 * The folder of checkpoints that v1 made up: `<output path>/<job name>/checkpoints`, the bucket of the session where
 * there is no output path (v1 tensorflow/estimator.py `_default_s3_path`, estimator.py `_prepare_for_training`).
 */
export function checkpointFolder(call: SdkCall, session: readonly Piece[]): readonly Piece[] | undefined {
  const at = calleeOf(call.node) ?? call.node;
  const base = baseName(call);
  if (base === undefined) return undefined;
  const name = [symbol('sagemaker.utils.name_from_base', at), '(', ...base, ')'];
  const quoted = (text: string): string => stringLike(text, call.node);
  const bucket = [...session, '.default_bucket()'];
  const output = givenFor(call, 'output_path');
  if (output.kind === 'absent' || output.kind === 'none')
    return [quoted('s3://{}/{}/checkpoints'), '.format(', ...bucket, ', ', ...name, ')'];
  const text = output.kind === 'hidden' ? undefined : expressionOf(output.argument, 'copy');
  if (output.kind === 'hidden' || text === undefined) return undefined;
  const { value, valueNode } = output.argument;
  const path = orElse(text, valueNode, value, [quoted('s3://'), ' + ', ...bucket]);
  const slash = quoted('/');
  const stripped = alternatives(value).every(hasNoSlash)
    ? path
    : [...(path.length > 1 ? ['(', ...path, ')'] : path), `.rstrip(${slash})`];
  return [quoted('{}/{}/checkpoints'), '.format(', ...stripped, ', ', ...name, ')'];
}

function hasNoSlash(value: Value): boolean {
  const last = value.kind === 'text' ? value.parts.at(-1) : stringOf(value);
  return typeof last === 'string' && last !== '' && !last.endsWith('/');
}

/** The name that jobs of the estimator start with: its own, or that of the image's repository. */
function baseName(call: SdkCall): readonly Piece[] | undefined {
  const image = givenFor(call, 'image_name');
  const given = givenFor(call, 'base_job_name');
  const fallback =
    image.kind === 'value' ? nameOfImage(image.argument, call) : [stringLike('sagemaker-tensorflow', call.node)];
  if (given.kind === 'absent' || given.kind === 'none') return fallback;
  if (given.kind === 'hidden') return undefined;
  const text = expressionOf(given.argument, 'copy');
  if (text === undefined || fallback === undefined) return undefined;
  return orElse(text, given.argument.valueNode, given.argument.value, fallback);
}

/** As `base_name_from_image` of both versions has it: the repository without registry and tag. */
function nameOfImage(argument: BoundArgument, call: SdkCall): readonly Piece[] | undefined {
  const known = onlyString(givenFor(call, 'image_name'))?.match(/^(?:.+\/)?([^:/]+)(?::[^:]+)?$/)?.[1];
  if (known !== undefined) return [stringLike(known, call.node)];
  const text = expressionOf(argument, 'copy');
  if (text === undefined) return undefined;
  return [symbol('sagemaker.utils.base_name_from_image', calleeOf(call.node) ?? call.node), `(${text})`];
}
