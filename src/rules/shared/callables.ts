import { findIdentifiers, isType, type PyNode } from '../../python/node.js';
import { findMethod } from '../../semantic/attributes.js';
import { BUILTIN_PREFIX } from '../../semantic/builtins.js';
import type { Program } from '../../semantic/program.js';
import type { Foreign, FunctionValue, Instance, Value } from '../../semantic/values.js';
import { isBound } from './deployments.js';
import type { Side } from './serde.js';

/** Something that v1 called as a serializer or deserializer, and how a method calls it. */
export interface Callable {
  /** The same for two places that put in the same thing. */
  readonly key: string;
  /** Name of the class that wraps it, without the role at its end. */
  readonly stem: string;
  /** Parameters of the method after `self`. */
  readonly parameters: string;
  /** What the method returns. */
  readonly result: string;
  /** Class of the SDK that sends the same bytes. */
  readonly same: string | undefined;
  /** Whether it makes JSON text, as far as its code tells. */
  readonly isJson: boolean;
}

/** Functions of Python that make a body of anything; one argument, no state. */
const ENCODERS: ReadonlySet<string> = new Set([
  ...['str', 'repr', 'bytes', 'bytearray'].map((name) => BUILTIN_PREFIX + name),
  'json.dumps',
  'pickle.dumps',
]);

/**
 * The callable that an expression gives, where a method that calls it later does the same as the SDK of v1 did:
 * `serializer(data)` and `deserializer(stream, content_type)` (v1 predictor.py, `predict`).
 */
export function callableOf(value: Value, node: PyNode, side: Side, program: Program): Callable | undefined {
  const parameters = side.role === 'serializer' ? ['data'] : ['stream', 'content_type'];
  if (value.kind === 'function' && value.node === node) return lambdaOf(node, parameters.length);
  const isTaken = (name: string): boolean => parameters.includes(name) || name === 'self';
  if (node.type !== 'identifier' && node.type !== 'attribute') return undefined;
  const [root] = node.text.split('.');
  if (root === undefined || isTaken(root) || hasHeader(node.text, side, program)) return undefined;
  const call = { parameters: parameters.join(', '), result: `${node.text}(${parameters.join(', ')})` };
  const plain = { ...call, stem: stemOf(node.text), same: undefined, isJson: false };
  if (value.kind === 'foreign') {
    if (side.role !== 'serializer' || !isEncoder(value, node, program)) return undefined;
    const isJson = value.path === 'json.dumps';
    return { ...plain, key: value.path, isJson, same: isJson ? 'sagemaker.serializers.JSONSerializer' : undefined };
  }
  if (node.type !== 'identifier' || !isBoundOnce(node.text, program)) return undefined;
  if (value.kind === 'function' && takes(value, parameters.length))
    return { ...plain, key: `${value.node.start}`, isJson: makesJson(value.node, program) };
  if (value.kind === 'instance' && isCalled(value, side, parameters.length, program))
    return { ...plain, key: `${value.site?.start} ${node.text}`, isJson: false };
  return undefined;
}

/** `lambda x: …` as parameters and result of a method. */
function lambdaOf(node: PyNode, count: number): Callable | undefined {
  const [parameters, body] = node.children;
  if (parameters?.type !== 'lambda_parameters' || body === undefined || node.text.includes('\n')) return undefined;
  const names = parameters.children.map((child) => (child.type === 'identifier' ? child.text : ''));
  if (names.length !== count || names.some((name) => name === '' || name === 'self') || /\bself\b/.test(body.text))
    return undefined;
  return {
    key: `${node.start}`,
    stem: 'Custom',
    parameters: names.join(', '),
    result: body.text,
    same: undefined,
    isJson: /\bjson\.dumps\(/.test(body.text),
  };
}

function isEncoder({ path }: Foreign, { text }: PyNode, program: Program): boolean {
  if (!ENCODERS.has(path)) return false;
  const [root = ''] = text.split('.');
  const bindings = findIdentifiers(program.tree, root).filter(binds);
  // An import may be repeated in every cell.
  return path.startsWith(BUILTIN_PREFIX)
    ? bindings.length === 0
    : bindings.every((node) => isType(node.parent, 'dotted_name', 'aliased_import'));
}

/** Whether a name is given to one thing only in all of the program, so that it means that thing later too. */
function isBoundOnce(name: string, program: Program): boolean {
  const bindings = findIdentifiers(program.tree, name).filter(binds);
  const [only] = bindings;
  return bindings.length === 1 && isType(only?.parent, 'function_definition', 'assignment');
}

function binds(node: PyNode): boolean {
  const { parent } = node;
  if (isType(parent, 'function_definition', 'class_definition')) return parent.children[0] === node;
  return isBound(node) || isType(parent, 'lambda_parameters');
}

/** Whether the function itself says the type, as v1 let it. */
function hasHeader(text: string, side: Side, program: Program): boolean {
  return findIdentifiers(program.tree, side.header).some(
    ({ parent }) => parent?.type === 'attribute' && parent.children[0]?.text === text,
  );
}

function takes({ node, owner }: FunctionValue, count: number): boolean {
  if (owner !== undefined || node.text.startsWith('async')) return false;
  return accepts(node, count);
}

function accepts(node: PyNode, count: number): boolean {
  const parameters = node.children.find((child) => isType(child, 'parameters', 'lambda_parameters'))?.children ?? [];
  const end = parameters.findIndex(({ type }) => type === 'keyword_separator');
  const positional = end < 0 ? parameters : parameters.slice(0, end);
  const isPlain = ({ type }: PyNode): boolean => type === 'identifier' || type === 'typed_parameter';
  const isDefault = ({ type }: PyNode): boolean => type === 'default_parameter' || type === 'typed_default_parameter';
  const isRequiredLater = end >= 0 && parameters.slice(end).some(isPlain);
  const required = positional.filter(isPlain).length;
  const most = positional.some(({ type }) => type === 'list_splat_pattern')
    ? Number.POSITIVE_INFINITY
    : required + positional.filter(isDefault).length;
  return !isRequiredLater && required <= count && count <= most;
}

/** Whether an object of the program's own class is called, and says no type of its own. */
function isCalled({ userClass, classPath }: Instance, side: Side, count: number, program: Program): boolean {
  if (userClass === undefined || userClass.home.isElsewhere || classPath !== '') return false;
  const method = findMethod(userClass, '__call__');
  const hasType = findIdentifiers(program.tree, side.header).some(
    (node) => userClass.node.start <= node.start && node.end <= userClass.node.end && !isArgument(node),
  );
  return method?.kind === 'function' && !method.decorated && !hasType && accepts(method.node, count + 1);
}

/** Whether the identifier is a parameter or a local variable: what v1 reads is an attribute. */
function isArgument({ parent }: PyNode): boolean {
  return isType(parent, 'parameters', 'typed_parameter', 'default_parameter', 'keyword_argument', 'argument_list');
}

function makesJson(node: PyNode, program: Program): boolean {
  return findIdentifiers(program.tree, 'dumps').some(
    ({ start, end, parent }) =>
      node.start <= start && end <= node.end && (parent?.type === 'call' || parent?.children[0]?.text === 'json'),
  );
}

function stemOf(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return camel.replace(/(Des|S)erializer$/, '') || 'Custom';
}
