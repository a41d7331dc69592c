import { isType, type PyNode } from '../python/node.js';
import { stringValue } from '../python/strings.js';
import { attributeOf } from './attributes.js';
import { pinKeys, setEntry } from './dictionaries.js';
import { evaluate } from './expressions.js';
import type { EvaluatedArgument } from './facts.js';
import { bind, createFrame, lookUp } from './frame.js';
import { hintFor } from './hints.js';
import { type Context, createInstance, inMachine } from './machine.js';
import { symbolAt } from './sdk-objects.js';
import { runBlock } from './statements.js';
import { assignTo } from './targets.js';
import {
  type ClassValue,
  dict,
  type FunctionValue,
  type Instance,
  isNone,
  join,
  joinAll,
  NONE,
  unknown,
  type Value,
} from './values.js';

/** Evaluations of one function body; more callers share what these found. */
const MAX_VISITS = 12;

/** Runs a function of the program with the arguments of a call and gives what it returns. */
export function callFunction(
  made: FunctionValue,
  args: readonly EvaluatedArgument[],
  self: Instance | undefined,
  site: PyNode,
  context: Context,
): Value {
  const { machine } = context;
  const { home } = made;
  if (home !== machine)
    return inMachine(home, machine, () => callFunction(made, args, self, site, { ...context, machine: home }));
  made.callSites.add(site);
  if (machine.active.has(made) || made.visits >= MAX_VISITS)
    return made.result ?? unknown('the result of a function that calls itself');
  return run(made, args, self, context);
}

/** Runs the functions that nobody called, so that their bodies are understood too. */
export function runUncalled(context: Context): void {
  const { functions } = context.machine;
  // Reading one body can define further functions: the list grows while it is read. Constructors come first, since
  // what they put on `self` types the other methods.
  const isConstructor = (made: FunctionValue): boolean =>
    made.node.children.some((child) => child.type === 'identifier' && child.text === '__init__');
  for (const wanted of [isConstructor, () => true]) {
    for (const made of functions.values()) {
      if (made.visits > 0 || !wanted(made)) continue;
      run(made, undefined, made.owner === undefined ? undefined : selfOf(made.owner), context);
    }
  }
}

/** The object that stands for any object of a class. */
export function selfOf(owner: ClassValue): Instance {
  owner.self ??= createInstance(
    owner.classPath,
    owner.evidence,
    owner.home.isElsewhere ? undefined : owner.node,
    owner,
  );
  return owner.self;
}

function run(
  made: FunctionValue,
  args: readonly EvaluatedArgument[] | undefined,
  self: Instance | undefined,
  context: Context,
): Value {
  const { machine } = context;
  made.visits += 1;
  machine.active.add(made);
  machine.depth += 1;
  const frame = createFrame('function', made.closure);
  const inner: Context = { machine, frame, owner: made.owner, self, returned: [], yielded: [] };
  bindParameters(made, args, self, inner);
  const body = made.node.children.at(-1);
  let result: Value = NONE;
  if (body !== undefined && made.node.type === 'lambda') result = evaluate(body, inner);
  else if (body !== undefined) {
    runBlock(body, inner);
    result = inner.yielded.length > 0 ? generatorOf(inner.yielded) : (joinAll(inner.returned) ?? NONE);
  }
  machine.depth -= 1;
  machine.active.delete(made);
  made.result = made.result === undefined ? result : join(made.result, result);
  return result;
}

function bindParameters(
  made: FunctionValue,
  args: readonly EvaluatedArgument[] | undefined,
  self: Instance | undefined,
  context: Context,
): void {
  const list = made.node.children.find((child) => child.type === 'parameters' || child.type === 'lambda_parameters');
  const positional = (args ?? []).filter((arg) => arg.index !== undefined);
  const byName = new Map((args ?? []).flatMap((arg) => (arg.name === undefined ? [] : [[arg.name, arg] as const])));
  let index = 0;
  let keywordOnly = false;
  let parameters = list?.children ?? [];
  const isMethod = made.owner !== undefined && !hasDecorator(made, 'staticmethod') && made.node.type !== 'lambda';
  if (isMethod && parameters[0] !== undefined) {
    const [first, ...rest] = parameters;
    const isClassMethod = hasDecorator(made, 'classmethod');
    const owner = made.owner;
    if (first.type === 'identifier' && owner !== undefined)
      bind(context.frame, first.text, isClassMethod ? owner : (self ?? selfOf(owner)));
    parameters = rest;
  }
  for (const parameter of parameters) {
    const name = nameOf(parameter);
    if (isType(parameter, 'keyword_separator')) keywordOnly = true;
    if (name === undefined) continue;
    const splat = splatOf(parameter);
    if (splat === 'list_splat_pattern') {
      const rest = positional.slice(index);
      keywordOnly = true;
      bind(context.frame, name.text, {
        kind: 'sequence',
        type: 'tuple',
        items: rest.map((arg) => arg.value),
        open: args === undefined,
      });
      continue;
    }
    if (splat === 'dictionary_splat_pattern') {
      const rest = dict(context.machine.keyHolders, args === undefined);
      for (const [key, { value, nameNode, valueNode }] of byName)
        setEntry(rest, key, { value, key: nameNode, valueNode });
      bind(context.frame, name.text, rest);
      continue;
    }
    const given = byName.get(name.text) ?? (keywordOnly ? undefined : positional[index]);
    if (given?.index !== undefined) index += 1;
    if (given !== undefined) pinKeys([given]);
    byName.delete(name.text);
    const value = given?.value ?? defaultOf(parameter, args === undefined, context);
    if (name.type === 'identifier') bind(context.frame, name.text, value);
    else assignTo(name, value, undefined, context);
  }
}

/** What a parameter is when nobody passes it: its annotation, its default, or what its name suggests. */
function defaultOf(parameter: PyNode, isUncalled: boolean, context: Context): Value {
  const name = nameOf(parameter)?.text ?? '';
  const defaultNode = parameter.type.includes('default') ? parameter.children.at(-1) : undefined;
  const written = defaultNode === undefined ? undefined : evaluate(defaultNode, context);
  if (!isUncalled) return written ?? unknown(`the parameter ${name}`);
  const annotation = parameter.children.find((child) => child.type === 'type');
  const annotated = annotation === undefined ? undefined : annotatedInstance(annotation, context);
  if (annotated !== undefined) return annotated;
  const hinted = context.machine.facts.imports.length > 0 ? hintFor(context.machine, name) : undefined;
  if (hinted !== undefined && (written === undefined || isNone(written))) return hinted;
  return written === undefined || isNone(written)
    ? unknown(`the parameter ${name}`)
    : join(written, unknown(`the parameter ${name}`));
}

function generatorOf(yielded: readonly Value[]): Value {
  return { kind: 'sequence', type: 'list', items: [joinAll(yielded) ?? NONE], open: 'repeats' };
}

/** The object (or list of objects) that an annotation promises; undefined where it names no class that is known. */
export function annotatedInstance(annotation: PyNode, context: Context): Value | undefined {
  return promised(annotation, evaluate(annotation, context), context);
}

function promised(node: PyNode, value: Value, context: Context): Value | undefined {
  const inner = node.type === 'type' ? node.children[0] : node;
  if (inner === undefined) return undefined;
  if (inner.type === 'string') return forwardReference(stringValue(inner) ?? '', context);
  const parts = partsOf(inner);
  if (parts === undefined) return promisedBy(value);
  const items = parts.arguments
    .map((part) => promised(part, evaluate(part, context), context))
    .filter((each) => each !== undefined);
  const joined = joinAll(items);
  if (joined === undefined || !parts.isList) return joined;
  return { kind: 'sequence', type: 'list', items: [joined], open: 'repeats' };
}

/** What is assigned under an annotation, which says what is to come where it is nothing yet: `x: Estimator = None`. */
export function assignedUnder(annotated: Value, value: Value): Value {
  if (value.kind === 'unknown') return annotated;
  return isNone(value) ? join(value, annotated) : value;
}

/** What `Optional[X]`, `X | None`, `List[X]` are made of; undefined for a plain annotation. */
function partsOf(node: PyNode): { arguments: readonly PyNode[]; isList: boolean } | undefined {
  if (node.type === 'binary_operator' || node.type === 'union_type')
    return { arguments: node.children.filter((child) => child.type !== '|'), isList: false };
  if (node.type !== 'subscript' && node.type !== 'generic_type') return undefined;
  const [head, ...rest] = node.children;
  const name = head?.text.replace(/^.*\./, '') ?? '';
  const given = rest.flatMap((child) => (isType(child, 'type_parameter', 'tuple') ? child.children : [child]));
  if (name === 'Optional' || name === 'Union') return { arguments: given, isList: false };
  return LISTS.has(name) ? { arguments: given, isList: true } : undefined;
}
const LISTS = new Set(['List', 'list', 'Sequence', 'Iterable', 'Iterator', 'Set', 'set', 'Tuple', 'tuple']);

function promisedBy(value: Value): Instance | undefined {
  if (value.kind === 'class') return selfOf(value);
  const symbol = value.kind === 'sdk' ? symbolAt(value.path) : undefined;
  return symbol?.kind === 'class' ? createInstance(symbol.path, 'annotation') : undefined;
}

/** `"sagemaker.Session"`: the name is looked up as it would be outside the quotes. */
function forwardReference(text: string, context: Context): Value | undefined {
  const [root = '', ...rest] = text.split('.');
  let value = lookUp(context.frame, root);
  for (const name of rest) value = value === undefined ? undefined : attributeOf(value, name, context);
  return value === undefined ? undefined : promisedBy(value);
}

function nameOf(parameter: PyNode): PyNode | undefined {
  switch (parameter.type) {
    case 'identifier':
    case 'tuple_pattern':
      return parameter;
    case 'default_parameter':
    case 'typed_default_parameter':
      return parameter.children[0];
    case 'typed_parameter':
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern': {
      const inner = parameter.children[0];
      return inner !== undefined && inner.type !== 'identifier' && inner.type !== 'tuple_pattern'
        ? nameOf(inner)
        : inner;
    }
    default:
      return undefined;
  }
}

function splatOf(parameter: PyNode): string | undefined {
  const node = parameter.type === 'typed_parameter' ? parameter.children[0] : parameter;
  return node?.type.endsWith('_splat_pattern') ? node.type : undefined;
}

function hasDecorator(made: FunctionValue, name: string): boolean {
  const decorated = made.node.parent;
  return (
    decorated?.type === 'decorated_definition' &&
    decorated.children.some((child) => child.type === 'decorator' && child.children[0]?.text === name)
  );
}
