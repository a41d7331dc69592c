import type { PyNode } from '../python/node.js';
import type { Signature } from '../sdk/api.js';
import { lineageOf } from '../sdk/roles.js';
import { v1, v2 } from '../sdk/tables.js';
import type { Evidence } from '../semantic/evidence.js';
import type { CallFact, CallTarget, EvaluatedArgument } from '../semantic/facts.js';
import type { Dialect } from '../semantic/program.js';

/** A call of the SDK as rules see it: its arguments bound to the parameters that the program means. */
export interface SdkCall {
  readonly node: PyNode;
  readonly target: CallTarget;
  readonly evidence: Evidence;
  readonly fact: CallFact;
  /** Canonical class path for constructors and methods, else ''. */
  readonly classPath: string;
  /** Method or function name; `__init__` for a constructor. */
  readonly name: string;
  readonly arguments: readonly BoundArgument[];
  /** Whether further keywords may come from a `**x` that is not understood. */
  readonly hasOpaqueKeywords: boolean;
  /** Whether further positional arguments may come from a `*x` that is not understood. */
  readonly hasOpaquePositional: boolean;
}

/** An argument with the parameter it binds to. */
export interface BoundArgument extends EvaluatedArgument {
  /** The parameter's name in the signature of the program's dialect; undefined where the signature has no such place. */
  readonly parameter: string | undefined;
}

const boundCalls = new WeakMap<CallFact, { readonly dialect: Dialect; readonly call: SdkCall }>();

/** Binds a call's arguments: by keyword, and by position in the signature of the SDK that the program was written for. */
export function bindCall(fact: CallFact, dialect: Dialect): SdkCall {
  const known = boundCalls.get(fact);
  if (known?.dialect === dialect) return known.call;
  const call = bindArguments(fact, dialect);
  boundCalls.set(fact, { dialect, call });
  return call;
}

function bindArguments(fact: CallFact, dialect: Dialect): SdkCall {
  const { target } = fact;
  const isByPlace = fact.arguments.some((argument) => argument.index !== undefined);
  const signature = isByPlace ? signatureFor(target, dialect === 'v2' ? 'v2' : 'v1') : undefined;
  const positional = signature?.parameters.filter((parameter) => parameter.kind === 'positional') ?? [];
  return {
    node: fact.node,
    target,
    evidence: target.evidence,
    fact,
    classPath: target.kind === 'function' ? '' : target.classPath,
    name: nameOf(target),
    // Not a spread: a member behind one is added in the slow part of V8, and every argument of every call comes by here.
    arguments: fact.arguments.map(({ index, name, nameNode, value, valueNode, written, dict, elsewhere }) => ({
      index,
      name,
      nameNode,
      value,
      valueNode,
      written,
      dict,
      elsewhere,
      parameter: name ?? (index === undefined ? undefined : positional[index]?.name),
    })),
    hasOpaqueKeywords: fact.opaqueKeywords !== undefined,
    hasOpaquePositional: fact.opaquePositional !== undefined,
  };
}

function nameOf(target: CallTarget): string {
  if (target.kind === 'constructor') return '__init__';
  return target.kind === 'method' ? target.name : target.path.slice(target.path.lastIndexOf('.') + 1);
}

/** The signature of a call's target in one version, or in the other where that has none. */
export function signatureFor(target: CallTarget, version: 'v1' | 'v2'): Signature | undefined {
  const [first, second] = version === 'v1' ? [v1, v2] : [v2, v1];
  const find = (api: typeof v1): Signature | undefined =>
    target.kind === 'method'
      ? api.method(target.classPath, target.name)
      : api.signature(target.kind === 'function' ? target.path : target.classPath);
  return find(first) ?? find(second);
}

/** The argument for a parameter, however it is passed; the last one wins as in `f(**a, x=1)`. */
export function findArgument(call: SdkCall, ...names: readonly string[]): BoundArgument | undefined {
  return call.arguments.findLast((argument) => argument.parameter !== undefined && names.includes(argument.parameter));
}

/** Whether the call constructs the class (or a subclass of it). */
export function constructs(call: SdkCall, ...classPaths: readonly string[]): boolean {
  return call.target.kind === 'constructor' && lineageOf(call.classPath).some((path) => classPaths.includes(path));
}

/** Whether the call is of the method, on the class or a subclass of it. */
export function callsMethod(call: SdkCall, name: string, ...classPaths: readonly string[]): boolean {
  return (
    call.target.kind === 'method' &&
    call.name === name &&
    lineageOf(call.classPath).some((path) => classPaths.includes(path))
  );
}

/** Whether the call is of one of the functions, by canonical path. */
export function callsFunction(call: SdkCall, ...paths: readonly string[]): boolean {
  return call.target.kind === 'function' && paths.includes(call.target.path);
}
