import { calleeOf, type WrittenArgument, writtenArguments } from '../python/arguments.js';
import type { PyNode } from '../python/node.js';
import { findMethod, readAttribute } from './attributes.js';
import { BUILTIN_PREFIX, callBuiltin, callForeign, callMember, isPartial } from './builtins.js';
import { pinKeys } from './dictionaries.js';
import { evaluate } from './expressions.js';
import type { CallFact, CallTarget, EvaluatedArgument } from './facts.js';
import { callFunction } from './functions.js';
import { type Context, instanceAt, type Machine, noteConstruction, recordCall } from './machine.js';
import { notePatched } from './patched-attributes.js';
import { classPathOf, lineageOf, symbolAt } from './sdk-objects.js';
import { functionResult, methodResult } from './sdk-results.js';
import {
  alternatives,
  type ClassValue,
  type Instance,
  isNone,
  join,
  type SdkValue,
  unknown,
  type Value,
} from './values.js';

/** The arguments of one call, flattened, and what is not known of them. */
export interface Arguments {
  readonly list: readonly EvaluatedArgument[];
  readonly opaqueKeywords: PyNode | undefined;
  readonly opaquePositional: PyNode | undefined;
}

/** Evaluates a call: the callee, the arguments, and then what calling each of the callee's alternatives gives. */
export function evaluateCall(node: PyNode, context: Context): Value {
  const calleeNode = calleeOf(node);
  if (calleeNode === undefined) return unknown('half a call');
  const callee =
    calleeNode.type === 'attribute' ? readAttribute(calleeNode, context, 'call') : evaluate(calleeNode, context);
  if (calleeNode.type === 'attribute') context.machine.facts.values.set(calleeNode, callee);
  const flows = evaluateArguments(node, context);
  notePatched(node, flows[0]?.list ?? [], context);
  let result: Value | undefined;
  // Calling None is a TypeError: where the name may hold None (`except ImportError: Estimator = None`), it does not here.
  const callees = alternatives(callee).filter((each) => !isNone(each));
  for (const each of callees.length > 0 ? callees : alternatives(callee)) {
    for (const args of flows) {
      const value = applyCall(each, args, node, context);
      result = result === undefined ? value : join(result, value);
    }
  }
  return result ?? unknown('a call of nothing');
}

/** The arguments in each flow: `**kw` with a `kw` that is one of two dictionaries gives two. */
function evaluateArguments(call: PyNode, context: Context): Arguments[] {
  const given = writtenArguments(call).map((argument) => ({ argument, value: evaluate(argument.value, context) }));
  const forked = given.find(({ argument, value }) => argument.kind.endsWith('star') && alternatives(value).length > 1);
  if (forked === undefined) return [flatten(given)];
  return alternatives(forked.value).map((value) =>
    flatten(given.map((each) => (each === forked ? { ...each, value } : each))),
  );
}

function flatten(given: readonly { readonly argument: WrittenArgument; readonly value: Value }[]): Arguments {
  const list: EvaluatedArgument[] = [];
  let opaqueKeywords: PyNode | undefined;
  let opaquePositional: PyNode | undefined;
  let index = 0;
  for (const { argument, value } of given) {
    const plain = { value, valueNode: argument.value, written: argument.node, dict: undefined };
    switch (argument.kind) {
      case 'positional':
        list.push({ index, name: undefined, nameNode: undefined, ...plain });
        index += 1;
        break;
      case 'keyword':
        list.push({ index: undefined, name: argument.nameNode?.text, nameNode: argument.nameNode, ...plain });
        break;
      case 'star':
        for (const each of alternatives(value)) {
          if (each.kind !== 'sequence' || each.open) {
            opaquePositional = argument.node;
            continue;
          }
          for (const item of each.items) {
            list.push({
              index,
              name: undefined,
              nameNode: undefined,
              value: item,
              valueNode: undefined,
              written: undefined,
              dict: undefined,
            });
            index += 1;
          }
        }
        break;
      case 'double-star':
        for (const each of alternatives(value)) {
          if (each.kind !== 'dict' || each.open) opaqueKeywords = argument.node;
          if (each.kind !== 'dict') continue;
          for (const [name, entry] of each.entries) {
            list.push({
              index: undefined,
              name,
              nameNode: entry.key,
              value: entry.value,
              valueNode: entry.valueNode,
              written: undefined,
              dict: each,
            });
          }
        }
        break;
    }
  }
  return { list, opaqueKeywords, opaquePositional };
}

/** Calls one value. */
export function applyCall(callee: Value, args: Arguments, node: PyNode, context: Context): Value {
  const { machine } = context;
  switch (callee.kind) {
    case 'sdk':
      return callSymbol(callee, args, node, context);
    case 'class':
      return construct(callee, args, node, context);
    case 'function':
      machine.facts.foreignCalls.add(node);
      return callFunction(callee, args.list, undefined, node, context);
    case 'method':
      return callMethod(callee, args, node, context);
    case 'partial': {
      const shift = callee.arguments.filter((argument) => argument.index !== undefined).length;
      const own = args.list.map((argument) =>
        argument.index === undefined ? argument : { ...argument, index: argument.index + shift },
      );
      const bound = callee.arguments.map((argument) => ({ ...argument, written: undefined }));
      return applyCall(callee.target, { ...args, list: [...bound, ...own] }, node, context);
    }
    case 'foreign':
      if (!isPartial(callee)) machine.facts.foreignCalls.add(node);
      return callee.path.startsWith(BUILTIN_PREFIX)
        ? callBuiltin(callee.path.slice(BUILTIN_PREFIX.length), args, node, context)
        : callForeign(callee, args, node, context);
    case 'sdk-version':
      return callee;
    case 'super':
    case 'unknown':
      markLost(args);
      return unknown('the result of a call that is not understood');
    default:
      markLost(args);
      machine.facts.foreignCalls.add(node);
      return unknown('the result of a call');
  }
}

/** Dictionaries that go where they are not followed, by themselves or in a list or dictionary. */
export function markEscapes(args: Arguments): void {
  for (const { value, valueNode, dict } of args.list)
    if (dict === undefined && valueNode !== undefined) markEscape(value, valueNode, MOST_INSIDE);
}

/** Containers in containers further inside than this are not looked into. */
const MOST_INSIDE = 4;

function markEscape(value: Value, at: PyNode, depth: number): void {
  if (depth === 0) return;
  for (const each of alternatives(value)) {
    if (each.kind === 'sequence') for (const item of each.items) markEscape(item, at, depth - 1);
    if (each.kind !== 'dict' || each.escapes.includes(at)) continue;
    each.escapes.push(at);
    for (const entry of each.entries.values()) markEscape(entry.value, at, depth - 1);
  }
}

/** As `markEscapes`, for a callee whose parameters keep their names: what `**` hands it does too. */
export function markLost(args: Arguments): void {
  markEscapes(args);
  pinKeys(args.list);
}

function callSymbol(callee: SdkValue, args: Arguments, node: PyNode, context: Context): Value {
  const symbol = symbolAt(callee.path);
  if (symbol === undefined || symbol.kind === 'module') return unknown(`a call of ${callee.path}`);
  markEscapes(args);
  if (symbol.kind === 'class') {
    const target: CallTarget = { kind: 'constructor', classPath: symbol.path, evidence: callee.evidence };
    const fact = note(node, target, args, context);
    const instance = instanceAt(context.machine, node, symbol.path, callee.evidence);
    noteConstruction(context.machine, instance, fact);
    fact.result = instance;
    return instance;
  }
  // Constants that v1 code calls are serializer objects: `csv_serializer(rows)`.
  const fact = note(node, { kind: 'function', path: symbol.path, evidence: callee.evidence }, args, context);
  fact.result = functionResult(symbol.path, fact, context.machine);
  return fact.result;
}

function note(node: PyNode, target: CallTarget, args: Arguments, context: Context): CallFact {
  const fact: CallFact = {
    node,
    target,
    arguments: argumentsAt(args, context.machine),
    opaqueKeywords: args.opaqueKeywords,
    opaquePositional: args.opaquePositional,
    isPartial: false,
    result: undefined,
  };
  recordCall(context.machine, fact);
  noteHandedOn(fact, context.machine);
  return fact;
}

/** Keywords of the text that is migrated in a call of another file. */
function noteHandedOn({ target, arguments: list }: CallFact, { desk, isElsewhere }: Machine): void {
  if (desk === undefined || !isElsewhere) return;
  for (const argument of list) {
    const { nameNode } = argument;
    if (nameNode !== undefined) desk.handedOn.push({ target, argument, nameNode });
  }
}

/**
 * The arguments without the places that lie in other files: nothing there is edited, or pointed at, with the call. The
 * file's name stays.
 */
function argumentsAt({ list }: Arguments, { desk }: Machine): readonly EvaluatedArgument[] {
  if (desk === undefined) return list;
  const isHere = (node: PyNode | undefined): boolean => node === undefined || !desk.names.has(node.document);
  return list.map((argument) => {
    const { nameNode, valueNode, written } = argument;
    if (isHere(nameNode) && isHere(valueNode) && isHere(written)) return argument;
    return {
      ...argument,
      nameNode: isHere(nameNode) ? nameNode : undefined,
      valueNode: isHere(valueNode) ? valueNode : undefined,
      written: isHere(written) ? written : undefined,
      elsewhere: [nameNode, valueNode].flatMap((node) => (node && desk.names.get(node.document)) ?? []).at(0),
    };
  });
}

/** Notes `functools.partial(target, …)` as a call that more arguments may complete. */
export function notePartial(target: Value, args: Arguments, node: PyNode, context: Context): void {
  const classPath = classPathOf(target);
  if (classPath === undefined || target.kind !== 'sdk') return;
  const fact: CallFact = {
    node,
    target: { kind: 'constructor', classPath, evidence: target.evidence },
    arguments: argumentsAt(args, context.machine),
    opaqueKeywords: args.opaqueKeywords,
    opaquePositional: args.opaquePositional,
    isPartial: true,
    result: undefined,
  };
  recordCall(context.machine, fact);
}

/** Makes an object of a class of the program. */
function construct(owner: ClassValue, args: Arguments, node: PyNode, context: Context): Instance {
  const instance = instanceAt(context.machine, node, owner.classPath, owner.evidence, owner);
  const initializer = findMethod(owner, '__init__');
  if (initializer?.kind === 'function') {
    context.machine.facts.foreignCalls.add(node);
    callFunction(initializer, args.list, instance, node, context);
    // Other methods are read with the object that stands for all: it has what any of them was given.
    owner.self ??= instance;
  } else if (owner.classPath !== '') {
    const target: CallTarget = { kind: 'constructor', classPath: owner.classPath, evidence: owner.evidence };
    noteConstruction(context.machine, instance, note(node, target, args, context));
  }
  return instance;
}

function callMethod(
  method: Extract<Value, { kind: 'method' }>,
  args: Arguments,
  node: PyNode,
  context: Context,
): Value {
  const { receiver, name } = method;
  if (receiver.kind !== 'instance' && receiver.kind !== 'sdk') return callMember(receiver, name, args, context);
  const self = receiver.kind === 'sdk' && name !== '__init__' ? passedSelf(receiver, args) : undefined;
  if (self !== undefined)
    return callMethod({ ...method, receiver: self }, { ...args, list: withoutFirst(args.list) }, node, context);
  if (method.function !== undefined) {
    context.machine.facts.foreignCalls.add(node);
    return callFunction(method.function, args.list, receiver.kind === 'instance' ? receiver : undefined, node, context);
  }
  markEscapes(args);
  const classPath = receiver.kind === 'instance' ? receiver.classPath : (classPathOf(receiver) ?? '');
  if (name === '__init__') return callBaseConstructor(receiver, classPath, args, node, context);
  const fact = note(node, { kind: 'method', classPath, name, receiver, evidence: receiver.evidence }, args, context);
  fact.result = methodResult(fact, context.machine);
  return fact.result;
}

/** The object in `Estimator.deploy(estimator, …)`; undefined for a class or static method. */
function passedSelf(receiver: SdkValue, args: Arguments): Instance | undefined {
  const first = args.list.find((argument) => argument.index === 0)?.value;
  const owner = classPathOf(receiver);
  if (first?.kind !== 'instance' || owner === undefined || !lineageOf(first.classPath).includes(owner))
    return undefined;
  return { ...first, classPath: owner, userClass: undefined };
}

function withoutFirst(list: readonly EvaluatedArgument[]): readonly EvaluatedArgument[] {
  return list
    .filter((argument) => argument.index !== 0)
    .map((argument) => (argument.index === undefined ? argument : { ...argument, index: argument.index - 1 }));
}

/** `super().__init__(…)`, or `Base.__init__(self, …)` with the object as first argument. */
function callBaseConstructor(
  receiver: Instance | SdkValue,
  classPath: string,
  args: Arguments,
  node: PyNode,
  context: Context,
): Value {
  const passesSelf = receiver.kind === 'sdk';
  const list = passesSelf ? withoutFirst(args.list) : args.list;
  const fact = note(node, { kind: 'constructor', classPath, evidence: receiver.evidence }, { ...args, list }, context);
  if (context.self !== undefined) noteConstruction(context.machine, context.self, fact);
  fact.result = context.self;
  return unknown('what a constructor returns');
}
