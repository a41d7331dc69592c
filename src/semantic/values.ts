import type { PyNode } from '../python/node.js';
import type { Evidence } from './evidence.js';
import type { CallFact, EvaluatedArgument, Facts } from './facts.js';
import type { Frame } from './frame.js';
import type { Machine } from './machine.js';

/** What an expression may stand for. `Unknown` is never wrong and never guessed. */
export type Value =
  | Unknown
  | Foreign
  | Constant
  | Text
  | Sequence
  | DictValue
  | SdkValue
  | SdkVersionValue
  | Instance
  | FunctionValue
  | ClassValue
  | MethodValue
  | PartialValue
  | SuperValue
  | OneOf;

/** Nothing is known; `reason` completes "unknown because it is …". */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
}

/** Something of another package (`boto3.client("s3")`): known not to be the SDK's. */
export interface Foreign {
  readonly kind: 'foreign';
  /** Dotted path by which it was reached: `boto3.client`. */
  readonly path: string;
  /** For a module of the same project: what it binds to a name, as far as that is understood. */
  readonly member?: (name: string) => Value | undefined;
}

/** A number, boolean, None or string without holes. */
export interface Constant {
  readonly kind: 'constant';
  readonly value: string | number | boolean | null;
  /** A key that going through a dictionary gave, which changes with it. */
  readonly isOwnKey?: true;
}

/** A string with holes. */
export interface Text {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
}

/** A list, tuple or set. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly type: 'list' | 'tuple' | 'set';
  readonly items: Value[];
  /** There may be more items than are listed, in any order; where it `repeats`, only more of the listed ones. */
  open: boolean | 'repeats';
}

/** One key of a dictionary. */
export interface DictEntry {
  readonly value: Value;
  /** Where the key is written: a string literal, or a keyword token of `dict(a=1)` or of a call that ends in `**kwargs`. */
  readonly key: PyNode | undefined;
  readonly valueNode: PyNode | undefined;
}

/**
 * The dictionaries of one evaluation by the tokens that name a key of them: where one token stands for several, only all can change.
 * Not kept beside the nodes, which outlive the evaluation where a module is imported again.
 */
export type KeyHolders = Map<PyNode, Set<DictValue>>;

/** A dictionary by identity: aliases share it. */
export interface DictValue {
  readonly kind: 'dict';
  readonly holders: KeyHolders;
  readonly entries: Map<string, DictEntry>;
  /** There may be more keys than are listed. */
  open: boolean;
  /** Join of the values whose keys are not known. */
  rest: Value | undefined;
  /** String literals that name one of its keys elsewhere: `d["k"]`, `d.get("k")`, `"k" in d`. */
  readonly accesses: { readonly key: string; readonly node: PyNode }[];
  /** Places where it leaves the code that is understood: an argument of a foreign call, a return value nobody takes. */
  readonly escapes: PyNode[];
  /** Keys that are named where no token of theirs can be changed: by a computed key, a parameter, a template. */
  readonly pinned: Set<string>;
}

/** A module, class, function or constant of the SDK. */
export interface SdkValue {
  readonly kind: 'sdk';
  /** Importable dotted path by which the program reaches it: `sagemaker.session.s3_input`. */
  readonly path: string;
  readonly evidence: Evidence;
  /** The name in an import statement that gave the root of the path; undefined for a hint. */
  readonly binding: ImportBinding | undefined;
  /** Another file imports it: how it is spelled is decided there. */
  readonly isElsewhere?: true;
  /** A module of the project gives it only as long as that module is not migrated. */
  readonly isLost?: true;
}

/** `sagemaker.__version__` and what is computed from it. */
export interface SdkVersionValue {
  readonly kind: 'sdk-version';
}

/** One name that an import statement binds. */
export interface ImportBinding {
  /** The local name. */
  readonly name: string;
  /** Dotted path of what is imported; for `import a.b` without alias the root `a`. */
  readonly path: string;
  /** The clause: `dotted_name` or `aliased_import` in the statement. */
  readonly clause: PyNode;
  readonly statement: PyNode;
  readonly hasAlias: boolean;
  /** The statement names a module of the project, which has the symbol no more once it is migrated. */
  readonly isLost?: true;
  /** Identifier nodes that were seen to stand for it. */
  readonly references: Set<PyNode>;
}

/** An object of an SDK class, of a user's class, or both (a user's subclass). */
export interface Instance {
  readonly kind: 'instance';
  /** Canonical path of the nearest SDK class; '' for a user's class without one. */
  readonly classPath: string;
  readonly evidence: Evidence;
  /** The call that made it; undefined for hints and annotations. */
  readonly site: PyNode | undefined;
  readonly userClass: ClassValue | undefined;
  readonly writes: AttributeWrite[];
  /** The call facts of its construction. */
  construction: CallFact | undefined;
  /** What other files do with it. No rule looks there: the places are not in the text that is migrated. */
  readonly elsewhere: Elsewhere;
}

/** The part of an object's life that other files of the project write down. */
export interface Elsewhere {
  site: PyNode | undefined;
  construction: CallFact | undefined;
  /** Joined values by attribute. */
  readonly writes: Map<string, Value>;
  /** Of the file that made it. */
  facts: Facts | undefined;
}

/** `object.name = value`. */
export interface AttributeWrite {
  readonly name: string;
  /** The attribute node on the left. */
  readonly target: PyNode;
  readonly valueNode: PyNode | undefined;
  readonly value: Value;
}

/** A function or lambda of the program. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly node: PyNode;
  /** The machine that reads the file in which it is defined. */
  readonly home: Machine;
  readonly closure: Frame;
  readonly owner: ClassValue | undefined;
  readonly decorated: boolean;
  /** How often its body has been evaluated. */
  visits: number;
  /** Join of what the evaluations returned. */
  result: Value | undefined;
  /** Calls to it whose arguments could be bound. */
  readonly callSites: Set<PyNode>;
}

/** A class of the program. */
export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly node: PyNode;
  /** The machine that reads the file in which it is defined. */
  readonly home: Machine;
  readonly bases: readonly Value[];
  /** Canonical path of the nearest SDK base class; '' without one. */
  readonly classPath: string;
  readonly evidence: Evidence;
  readonly frame: Frame;
  /** Stands for any object of the class when its methods are read without a caller. */
  self: Instance | undefined;
}

/** A method together with what it is called on; `function` is undefined for a method of the SDK. */
export interface MethodValue {
  readonly kind: 'method';
  readonly receiver: Instance | SdkValue | DictValue | Sequence | Constant | Text;
  readonly name: string;
  readonly function: FunctionValue | undefined;
}

/** `functools.partial(target, …)`. */
export interface PartialValue {
  readonly kind: 'partial';
  readonly target: Value;
  readonly arguments: readonly EvaluatedArgument[];
}

/** `super()` inside a method. */
export interface SuperValue {
  readonly kind: 'super';
  readonly owner: ClassValue;
  readonly self: Instance;
}

/** One of several, by branch. */
export interface OneOf {
  readonly kind: 'one-of';
  readonly values: readonly Value[];
}

/** `None` as a value. */
export const NONE: Constant = { kind: 'constant', value: null };

/** More alternatives than this say nothing that a rule could use. */
const MAX_ALTERNATIVES = 8;

/** An unknown value; `reason` completes "unknown because it is …". */
export function unknown(reason: string): Unknown {
  return { kind: 'unknown', reason };
}

/** Whether the value is `None`. */
export function isNone(value: Value): boolean {
  return value.kind === 'constant' && value.value === null;
}

/** The alternatives of a value; a list of one for most. */
export function alternatives(value: Value): readonly Value[] {
  return value.kind === 'one-of' ? value.values : [value];
}

/** The value in either of two flows. */
export function join(a: Value, b: Value): Value {
  if (isSame(a, b)) return a;
  const values: Value[] = [...alternatives(a)];
  for (const value of alternatives(b)) {
    if (!values.some((known) => isSame(known, value))) values.push(value);
  }
  if (values.length === 1 && values[0] !== undefined) return values[0];
  return values.length > MAX_ALTERNATIVES ? unknown('one of many values') : { kind: 'one-of', values };
}

/** The join of several values; undefined for none. */
export function joinAll(values: Iterable<Value>): Value | undefined {
  let joined: Value | undefined;
  for (const value of values) joined = joined === undefined ? value : join(joined, value);
  return joined;
}

function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'constant' && b.kind === 'constant') return a.value === b.value;
  if (a.kind === 'sdk' && b.kind === 'sdk') return a.path === b.path;
  if (a.kind === 'foreign' && b.kind === 'foreign') return a.path === b.path;
  if (a.kind === 'method' && b.kind === 'method') return a.receiver === b.receiver && a.name === b.name;
  if (a.kind === 'instance' && b.kind === 'instance')
    return a.site === b.site && a.site !== undefined && a.classPath === b.classPath;
  return a.kind === 'unknown' || a.kind === 'sdk-version';
}

/** A new dictionary without keys. */
export function dict(holders: KeyHolders, open = false): DictValue {
  const empty = { entries: new Map(), rest: undefined, accesses: [], escapes: [], pinned: new Set<string>() };
  return { kind: 'dict', open, holders, ...empty };
}

/** More items than this, of lists that are put together, are not told apart: doubling a list forty times must end. */
const MAX_ITEMS = 1000;

/** Adds items to a list; what is too much leaves it open. */
export function addItems(target: Sequence, items: readonly Value[], open: Sequence['open'] = false): void {
  if (open === true || target.items.length + items.length > MAX_ITEMS) target.open = true;
  target.open ||= open;
  for (const item of items.slice(0, Math.max(0, MAX_ITEMS - target.items.length))) target.items.push(item);
}

/** The constant's string; undefined for any other value. */
export function stringOf(value: Value): string | undefined {
  return value.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}
