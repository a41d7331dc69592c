import type { Piece } from '../../edits/edit.js';
import { calleeOf } from '../../python/arguments.js';
import { findAncestor, isType, type PyNode } from '../../python/node.js';
import { stringValue } from '../../python/strings.js';
import { v1 } from '../../sdk/tables.js';
import type { Program } from '../../semantic/program.js';
import { isNone } from '../../semantic/values.js';
import { bindCall, findArgument, type SdkCall } from '../sdk-call.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './image-call.js';
import { stringLike } from './literals.js';
import type { Rewrite } from './removed-function.js';

/**
 * The URI of `create_image_uri(region, 'neo-…', type, version, account=NEO_IMAGE_ACCOUNT[region])`, written out: v2 takes
 * what is compiled with Neo from other repositories. Undefined for other calls.
 */
export function neoImage(call: SdkCall, callee: PyNode, program: Program): Rewrite | undefined {
  const values = writtenValues(call, ...PARAMETERS);
  const get = (name: string): PyNode | undefined => values?.get(name);
  const [region, framework, account, version] = ['region', 'framework', 'account', 'framework_version'].map(get);
  const device = deviceOf(stringFor(call, 'instance_type'));
  if (stringFor(call, 'framework')?.startsWith('neo-') !== true || device === undefined) return undefined;
  if (region === undefined || framework === undefined || version === undefined) return undefined;
  if (account === undefined || !isNeoAccount(account, region, program)) return undefined;
  const python = findArgument(call, 'py_version');
  const pythonText = stringFor(call, 'py_version');
  if (python !== undefined && !isNone(python.value) && pythonText === undefined) return undefined;
  const text = (value: string): string => stringLike(value, call.node);
  const tail = [device, ...(pythonText === undefined ? [] : [pythonText])].join('-');
  const name = holeFor(framework);
  const tag = holeFor(version);
  const fill: Piece[] = [...name.fill, ...tag.fill];
  const host = [...retrieveCall(callee, [text('xgboost-neo')], [region]), `.split(${text('/')})[0]`];
  const pieces: Piece[] = [
    ...[text(`{}/sagemaker-${name.text}:${tag.text}-${tail}`), '.format('],
    ...[...host, ...fill, ')'],
  ];
  const edits = replaceCall(call.node, program, ...pieces);
  return edits && { edits, message: 'v2 has no create_image_uri: the URI of the Neo image is written out' };
}

/** Whether the expression goes with a call that {@link neoImage} writes out. */
export function isInNeoImage(node: PyNode, program: Program): boolean {
  const call = findAncestor(node, 'call');
  const callee = call === undefined ? undefined : calleeOf(call);
  const fact = call === undefined ? undefined : program.facts.calls.get(call)?.[0];
  if (callee === undefined || fact?.target.kind !== 'function') return false;
  const isCreation = fact.target.path === 'sagemaker.fw_utils.create_image_uri';
  return isCreation && neoImage(bindCall(fact, program.dialect), callee, program) !== undefined;
}

const PARAMETERS = ['region', 'framework', 'instance_type', 'framework_version', 'py_version', 'account'];

/** Whether the expression is `NEO_IMAGE_ACCOUNT[region]`, of that region. */
function isNeoAccount(node: PyNode, region: PyNode, program: Program): boolean {
  const [map, key, ...more] = node.type === 'subscript' ? node.children : [];
  if (map === undefined || key === undefined || more.length > 0 || key.text !== region.text) return false;
  const path = program.facts.references.get(map)?.sdk.path;
  return path !== undefined && v1.resolve(path)?.path === 'sagemaker.model.NEO_IMAGE_ACCOUNT';
}

/** What stands in the template for an expression, and what fills the hole: `'neo-' + x` is `neo-{}` and `x`. */
function holeFor(node: PyNode): { text: string; fill: Piece[] } {
  const literal = stringValue(node);
  if (literal !== undefined) return { text: literal.replace(/[{}]/g, '$&$&'), fill: [] };
  const [left, operator, right] = node.type === 'binary_operator' ? node.children : [];
  const start = left === undefined ? undefined : stringValue(left);
  if (start !== undefined && operator?.type === '+' && right !== undefined)
    return { text: `${start.replace(/[{}]/g, '$&$&')}{}`, fill: [', ', right] };
  return { text: '{}', fill: [', ', ...(isType(node, 'named_expression') ? ['(', node, ')'] : [node])] };
}

/** cpu or gpu, as v1's fw_utils.py tells them apart; undefined for Inferentia and local mode. */
function deviceOf(instanceType: string | undefined): 'cpu' | 'gpu' | undefined {
  const family = instanceType?.startsWith('ml.') === true ? instanceType.split('.')[1] : undefined;
  if (family === undefined || family.startsWith('inf')) return undefined;
  return /^[gp]/.test(family) ? 'gpu' : 'cpu';
}
