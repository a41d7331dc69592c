import type { PyNode } from '../python/node.js';
import type { Evidence } from './evidence.js';
import type { DictValue, ImportBinding, Instance, SdkValue, Value } from './values.js';

/** What a call calls, as far as the SDK is concerned. Class and function paths are canonical ones of v1 or, for what only v2 has, of v2. */
export type CallTarget =
  | { readonly kind: 'constructor'; readonly classPath: string; readonly evidence: Evidence }
  | { readonly kind: 'function'; readonly path: string; readonly evidence: Evidence }
  | {
      readonly kind: 'method';
      readonly classPath: string;
      readonly name: string;
      readonly receiver: Instance | SdkValue;
      readonly evidence: Evidence;
    };

/** One argument that reaches a callable, wherever it is written. */
export interface EvaluatedArgument {
  /** Index among the positional arguments; undefined for one passed by name. */
  readonly index: number | undefined;
  /** The keyword; undefined for a positional argument. */
  readonly name: string | undefined;
  /** The token that spells the keyword: an identifier, or a string literal that is a dictionary's key. */
  readonly nameNode: PyNode | undefined;
  readonly value: Value;
  /** The expression of the value; undefined where it is written nowhere (a default, an unknown item). */
  readonly valueNode: PyNode | undefined;
  /** The whole argument in this call's own list; undefined where it comes in through `*`, `**` or a partial. */
  readonly written: PyNode | undefined;
  /** The dictionary that it comes from. */
  readonly dict: DictValue | undefined;
  /** The module of the project in which it is written, as its import names it; left out for this text. */
  readonly elsewhere?: string | undefined;
}

/** A call of the SDK, in one flow of the program. */
export interface CallFact {
  readonly node: PyNode;
  readonly target: CallTarget;
  readonly arguments: readonly EvaluatedArgument[];
  /** A `**x` whose keys are not all known. */
  readonly opaqueKeywords: PyNode | undefined;
  /** A `*x` whose length is not known. */
  readonly opaquePositional: PyNode | undefined;
  /** `functools.partial(target, …)`: more arguments may follow. */
  readonly isPartial: boolean;
  /** What the call gave. */
  result: Value | undefined;
}

/** An attribute of an SDK object or class: `est.train_instance_type`, `predictor.content_type = x`. */
export interface AttributeFact {
  readonly node: PyNode;
  readonly name: string;
  /** The token after the dot; a string literal for `getattr(x, "name")`. */
  readonly nameNode: PyNode;
  /** What it may be an attribute of; empty where the object is unknown. */
  readonly receivers: readonly (Instance | SdkValue)[];
  /** Whether the object can also be something that is no SDK object. */
  readonly isCertain: boolean;
  readonly access: 'read' | 'write' | 'delete' | 'call';
  /** For a write: the expression on the right, and its value. */
  readonly valueNode: PyNode | undefined;
  readonly value: Value | undefined;
}

/** An expression (or a name in an import) that stands for a symbol of the SDK. */
export interface ReferenceFact {
  /** Identifier, attribute chain, or clause of an import statement. */
  readonly node: PyNode;
  readonly sdk: SdkValue;
  readonly isImport: boolean;
}

/** All that evaluation found, in the order of the program. */
export interface Facts {
  readonly calls: Map<PyNode, CallFact[]>;
  /** By the token of the name; several where a computed name may be one of several. */
  readonly attributes: Map<PyNode, AttributeFact[]>;
  readonly references: Map<PyNode, ReferenceFact>;
  readonly imports: ImportBinding[];
  /** `from x import *` of SDK modules: module paths with their statements. */
  readonly starImports: { readonly path: string; readonly statement: PyNode }[];
  /** Names that nothing binds, with the nodes that use them. */
  readonly unbound: Map<string, PyNode[]>;
  /** Values of expressions that are more than constants. */
  readonly values: Map<PyNode, Value>;
  /** Calls that in some flow call something that is not the SDK's. */
  readonly foreignCalls: Set<PyNode>;
  /** Statements that a version check or an `except ImportError` chooses between. */
  readonly guarded: PyNode[];
}
