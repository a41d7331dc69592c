import type { PythonError } from '../../data/errors.js';
import { type Data, Dict, List, SetData, Tuple } from '../../data/value.js';
import type { ParsedText, PyNode } from '../../python/node.js';
import type { SdkApi } from '../../sdk/api.js';
import type { LoadModule } from '../modules.js';
import type { Host } from './host.js';
import type { Tools } from './tools.js';

/** Names of a module, function call or class body. */
export class Scope {
  readonly names = new Map<string, Data>();
  readonly outer: Scope | undefined;
  readonly kind: 'module' | 'function' | 'class';
  /** Names declared `global` or `nonlocal`, with the scope they live in. */
  readonly elsewhere = new Map<string, Scope>();
  /** Values of `return` statements that only some flows reach. */
  readonly returned: Data[] = [];
  /** What takes the values of `yield`: the loop that goes through the generator whose body this is. */
  onYield: ((value: Data) => void) | undefined;
  /** Names that a class body annotates, in order: the fields of a dataclass. */
  readonly annotated: string[] = [];
  /** Those of them that are handed to `__post_init__` and are no fields: `InitVar`. */
  readonly initOnly = new Set<string>();

  constructor(kind: Scope['kind'], outer: Scope | undefined) {
    this.kind = kind;
    // As in Python, the names of a class body are not seen by its methods.
    this.outer = outer?.kind === 'class' ? outer.outer : outer;
  }
}

/** The module whose code a scope is of. */
export function moduleOf(scope: Scope): Scope {
  let at = scope;
  while (at.outer !== undefined) at = at.outer;
  return at;
}

/** What the program reads from outside. */
export interface Surroundings {
  /** The clock, in milliseconds since 1970: it stands still. */
  readonly now: number;
  readonly region: string;
  readonly account: string;
  readonly role: string;
  /** Values that the caller gives to names the program reads from outside: `--set`. */
  readonly given: ReadonlyMap<string, Data>;
  /** The file with the program, and what finds the modules of its project; without it every import is foreign. */
  readonly path?: string | undefined;
  readonly load?: LoadModule | undefined;
  /** What computes YAML and digests; without it they are unknown. */
  readonly tools?: Tools | undefined;
  /** Nodes that the run may cost; the default is for a dry run that somebody waits for. */
  readonly maxSteps?: number | undefined;
}

/** One run of a program from its first statement to its last. */
export class Run {
  readonly host: Host;
  readonly sdk: SdkApi;
  readonly other: SdkApi;
  readonly surroundings: Surroundings;
  readonly module = new Scope('module', undefined);
  /** Scopes of the calls being evaluated, the module's first. */
  readonly stack: Scope[] = [this.module];
  /** SDK modules that were imported with `*`, by the module that did. */
  readonly stars = new Map<Scope, string[]>();
  /** Modules of the project that were run, by path. */
  readonly files = new Map<string, Scope>();
  /** Where the modules of the project lie, and how many imports away. */
  readonly places = new Map<Scope, { readonly path: string; readonly distance: number }>();
  /** How the texts of those modules were imported, for messages. */
  readonly names = new Map<ParsedText, string>();
  /** Environment variables that the program itself has set. */
  readonly environment = new Dict();
  /** Builtins and symbols of the SDK, each made once: `is` and the keys of dictionaries go by what they are. */
  readonly made = new Map<string, Data>();
  /** The canonical paths of the SDK classes whose constructors the program has called, by what they gave. */
  readonly classes = new WeakMap<object, string>();
  /** Requests that were sent so far. */
  sent = 0;
  /** The call that is being made. */
  at: PyNode | undefined;
  /** Reasons for which it isn't known whether the code at hand runs at all, the outermost first. */
  readonly conditions: string[] = [];
  /** Errors by the call of the program that raised them. */
  readonly raisedAt = new WeakMap<PythonError, PyNode>();
  /** Errors that the SDK raised, as against the program itself or Python. */
  readonly fromSdk = new WeakSet<PythonError>();
  /** Calls that may start jobs, on objects of which nothing is known, with the reason. */
  readonly missed = new Map<PyNode, string>();
  readonly #lineOf: (node: PyNode) => string;
  #steps = 0;
  #depth = 0;

  constructor(
    host: Host,
    apis: { readonly sdk: SdkApi; readonly other: SdkApi },
    surroundings: Surroundings,
    lineOf: (node: PyNode) => string,
  ) {
    this.host = host;
    this.sdk = apis.sdk;
    this.other = apis.other;
    this.surroundings = surroundings;
    this.#lineOf = lineOf;
  }

  /** Where a node is, for a person: `line 12`, `cell 3, line 4`, `line 5 of helpers`. */
  placeOf(node: PyNode): string {
    const module = this.names.get(node.document);
    if (module === undefined) return this.#lineOf(node);
    return `line ${node.document.text.slice(0, node.start).split('\n').length} of ${module}`;
  }

  /** Whether a node is of the program's own text, and not of a module that it imports. */
  isOwn(node: PyNode): boolean {
    return !this.names.has(node.document);
  }

  /** The file whose code a scope is of. */
  fileOf(scope: Scope): { readonly path: string; readonly distance: number } {
    return this.places.get(moduleOf(scope)) ?? { path: this.surroundings.path ?? '', distance: 0 };
  }

  /** Counts what is done: one for a node. @throws OutOfSteps when the program has used up what it may cost. */
  step(cost = 1): void {
    this.#steps += cost;
    if (this.#steps > (this.surroundings.maxSteps ?? MAX_STEPS)) throw new OutOfSteps();
  }

  /** Counts what going through values costs: an operator or method may. @throws OutOfSteps as {@link step} */
  weigh(...values: readonly Data[]): void {
    this.step(values.reduce((cost: number, value) => cost + weightOf(value), 0));
  }

  /** Goes one level deeper; false when the JavaScript stack would grow too far. Who got in has to {@link leave}. */
  enter(): boolean {
    if (this.#depth >= MAX_DEPTH) return false;
    this.#depth += 1;
    return true;
  }

  leave(): void {
    this.#depth -= 1;
  }
}

/** Steps that going through a value costs. */
function weightOf(value: Data): number {
  if (typeof value === 'string') return value.length >> 11;
  if (value instanceof List || value instanceof Tuple || value instanceof SetData) return value.items.length >> 4;
  return value instanceof Dict ? value.size >> 4 : 0;
}

/** Nodes that one run may cost: far more than jobs need, and well under a second. */
const MAX_STEPS = 200_000;
/** Nested expressions, statements and calls that fit the JavaScript stack with room to spare. */
const MAX_DEPTH = 400;

/** The program is too long a computation to be followed to its end. */
export class OutOfSteps extends Error {}
