import { appendArgument, appendPair, removeArgument, replace, symbol } from '../../edits/builders.js';
import type { Edit, Piece } from '../../edits/edit.js';
import { argumentListOf, calleeOf } from '../../python/arguments.js';
import { isType, type PyNode } from '../../python/node.js';
import { TENSORFLOW_VERSION } from '../../sdk/framework-defaults.js';
import { imageVersion } from '../../sdk/image-versions.js';
import type { Program } from '../../semantic/program.js';
import type { SdkCall } from '../sdk-call.js';
import { givenFor, isUnset } from './given.js';
import { LEGACY_ARGUMENTS } from './legacy-tensorflow.js';
import { checkpointFolder, expressionOf, orElse, sessionOf } from './legacy-values.js';
import { stringLike } from './literals.js';
import { removeKeyword } from './removed-keyword.js';

/**
 * The edits that make a legacy constructor of v1 send the same training job on v2: the legacy image by its URI, no
 * `model_dir`, and the arguments of legacy mode as the hyperparameters that v1 made of them (v1 tensorflow/estimator.py
 * `hyperparameters`, `train_image`). Undefined where one of them depends on what is not known here.
 *
 * @param call the call as it is in all flows
 * @param versions every framework version that the constructor may mean
 */
export function legacyEdits(call: SdkCall, versions: readonly string[], program: Program): readonly Edit[] | undefined {
  if (call.fact.isPartial || call.hasOpaqueKeywords || call.hasOpaquePositional) return undefined;
  // Legacy mode of v1 does nothing for `distributions`, v2 adds hyperparameters for them.
  if (!isUnset(givenFor(call, 'distributions', 'distribution')) || !isUnset(givenFor(call, 'image_uri')))
    return undefined;
  const session = sessionOf(call, program);
  const image = givenFor(call, 'image_name');
  if (session === undefined || image.kind === 'maybe-none') return undefined;
  const parts =
    image.kind === 'value'
      ? []
      : [
          versionEdits(call, 'framework_version', TENSORFLOW_VERSION),
          versionEdits(call, 'py_version', 'py2'),
          imageEdits(call, versions, session),
        ];
  const all = [
    hyperparameterEdits(call, session),
    ...parts,
    modelDirEdits(call),
    ...[...LEGACY_ARGUMENTS, 'script_mode'].map((name) => removal(call, name)),
  ];
  return all.every((edits) => edits !== undefined) ? all.flat() : undefined;
}

function removal(call: SdkCall, name: string): readonly Edit[] | undefined {
  const given = givenFor(call, name);
  if (given.kind === 'absent' || given.kind === 'hidden') return [];
  const { argument } = given;
  if (argument.name !== undefined) return removeKeyword(argument);
  // `script_mode` by position goes with the other positional arguments.
  if (argument.written === undefined) return undefined;
  return name === 'script_mode' ? [] : [removeArgument(argument.written)];
}

/** A version of v1's defaults is written out; one that is given stays as it is spelt. */
function versionEdits(call: SdkCall, name: string, version: string): readonly Edit[] | undefined {
  const given = givenFor(call, name);
  const literal = stringLike(version, call.node);
  if (given.kind === 'absent') return [appendArgument(call.node, name, literal)];
  if (given.kind === 'value') return given.values?.every((value) => value !== '') === true ? [] : undefined;
  if (given.kind !== 'none') return undefined;
  const { valueNode, written } = given.argument;
  return valueNode?.type === 'none' && written !== undefined ? [replace(valueNode, literal)] : undefined;
}

function modelDirEdits(call: SdkCall): readonly Edit[] | undefined {
  const given = givenFor(call, 'model_dir');
  if (given.kind === 'absent') return [appendArgument(call.node, 'model_dir', 'False')];
  if (given.kind === 'hidden' || given.argument.written === undefined) return undefined;
  const { valueNode } = given.argument;
  if (valueNode === undefined) return undefined;
  return valueNode.type === 'false' ? [] : [replace(valueNode, 'False')];
}

function imageEdits(
  call: SdkCall,
  versions: readonly string[],
  session: readonly Piece[],
): readonly Edit[] | undefined {
  const instance = givenFor(call, 'train_instance_type', 'instance_type');
  const type = instance.kind === 'value' ? expressionOf(instance.argument, 'copy') : undefined;
  const pieces = type === undefined ? undefined : legacyImage(call, versions, session, type);
  if (pieces === undefined) return undefined;
  const image = givenFor(call, 'image_name');
  if (image.kind !== 'none') return [appendArgument(call.node, 'image_uri', ...pieces)];
  const { valueNode, written } = image.argument;
  return valueNode?.type === 'none' && written !== undefined ? [replace(valueNode, ...pieces)] : undefined;
}

/**
 * The legacy image as an expression: v2 takes that of script mode from 1.11 on; the legacy one lies in the same registry
 * under the same tag. Undefined for versions that v2 does not know, or that are not written out.
 *
 * @param type the instance type as code
 */
export function legacyImage(
  call: SdkCall,
  versions: readonly string[],
  session: readonly Piece[],
  type: string,
): readonly Piece[] | undefined {
  const known = versions.map((version) => imageVersion('tensorflow', version, 'py2'));
  if (!known.every((version) => version?.isAccepted === true)) return undefined;
  const hasScriptMode = known.some((version) => /^1\.1[12]\./.test(version?.fullVersion ?? ''));
  const given = givenFor(call, 'framework_version');
  const quoted = (text: string): string => stringLike(text, call.node);
  const version = given.kind === 'value' ? expressionOf(given.argument, 'copy') : quoted(TENSORFLOW_VERSION);
  if (version === undefined) return undefined;
  return [
    symbol('sagemaker.image_uris.retrieve', calleeOf(call.node) ?? call.node),
    `(${quoted('tensorflow')}, `,
    ...session,
    `.boto_region_name, version=${version}, py_version=${quoted('py2')}, instance_type=${type}, image_scope=${quoted('training')})`,
    ...(hasScriptMode ? [`.replace(${quoted('-scriptmode')}, ${quoted('')})`] : []),
  ];
}

type Pair = readonly [key: string, value: readonly Piece[]];

function hyperparameterEdits(call: SdkCall, session: readonly Piece[]): readonly Edit[] | undefined {
  const pairs = legacyPairs(call, session);
  if (pairs === undefined) return undefined;
  const given = givenFor(call, 'hyperparameters');
  if (given.kind === 'absent')
    return [appendArgument(call.node, 'hyperparameters', ...newDictionary(pairs, call.node))];
  if (given.kind === 'hidden' || given.argument.written === undefined) return undefined;
  const { valueNode, value } = given.argument;
  if (valueNode === undefined) return undefined;
  if (valueNode.type === 'none') return [replace(valueNode, ...newDictionary(pairs, call.node))];
  if (valueNode.type === 'dictionary')
    return pairs.map(([key, own]) => appendPair(valueNode, stringLike(key, valueNode), ...own));
  if (isType(valueNode, 'generator_expression', 'named_expression')) return undefined;
  const isTight = isType(valueNode, 'identifier', 'attribute', 'call', 'subscript');
  const old = value.kind === 'dict' ? [valueNode] : isTight ? [valueNode, ' or {}'] : ['(', valueNode, ') or {}'];
  return [replace(valueNode, 'dict(', ...old, ...pairs.flatMap(([key, own]) => [`, ${key}=`, ...own]), ')')];
}

/** What v1 adds to the hyperparameters in legacy mode, `None` included. */
function legacyPairs(call: SdkCall, session: readonly Piece[]): readonly Pair[] | undefined {
  const plain = (key: string, name: string, fallback: string): readonly Pair[] | undefined => {
    const given = givenFor(call, name);
    if (given.kind === 'absent') return [[key, [fallback]]];
    const text = given.kind === 'hidden' ? undefined : expressionOf(given.argument, 'move');
    return text === undefined ? undefined : [[key, [text]]];
  };
  const steps = plain('training_steps', 'training_steps', 'None');
  const evaluation = plain('evaluation_steps', 'evaluation_steps', 'None');
  const requirements = plain('sagemaker_requirements', 'requirements_file', stringLike('', call.node));
  const checkpoints = checkpointPath(call, session);
  if (steps === undefined || evaluation === undefined || requirements === undefined || checkpoints === undefined)
    return undefined;
  return [...steps, ...evaluation, ['checkpoint_path', checkpoints], ...requirements];
}

function checkpointPath(call: SdkCall, session: readonly Piece[]): readonly Piece[] | undefined {
  const given = givenFor(call, 'checkpoint_path');
  const fallback = checkpointFolder(call, session);
  if (given.kind === 'absent' || given.kind === 'none') return fallback;
  const text = given.kind === 'hidden' ? undefined : expressionOf(given.argument, 'move');
  if (given.kind === 'hidden' || text === undefined) return undefined;
  const own = orElse(text, given.argument.valueNode, given.argument.value, fallback ?? []);
  return own.length > 1 && fallback === undefined ? undefined : own;
}

/** Laid out as the call is: a pair a line where the arguments stand in lines of their own. */
function newDictionary(pairs: readonly Pair[], call: PyNode): Piece[] {
  const last = argumentListOf(call)?.children.at(-1);
  const indent = last === undefined ? undefined : indentOf(last);
  if (indent === undefined) return ['{', ...joined(pairs, call, ', '), '}'];
  return [`{\n${indent}    `, ...joined(pairs, call, `,\n${indent}    `), `,\n${indent}}`];
}

/** The indentation of a node that is the first of its line; undefined for one that is not. */
function indentOf(node: PyNode): string | undefined {
  const { text } = node.document;
  const before = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start);
  return before.trim() === '' && before !== '' ? before : undefined;
}

function joined(pairs: readonly Pair[], near: PyNode, separator: string): Piece[] {
  return pairs.flatMap(([key, value], i) => [`${i === 0 ? '' : separator}${stringLike(key, near)}: `, ...value]);
}
