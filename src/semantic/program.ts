import { findAncestor, type PyNode, type PyTree } from '../python/node.js';
import { isEstimator } from '../sdk/roles.js';
import { v1, v2 } from '../sdk/tables.js';
import { trainKeywords } from '../sdk/train-keywords.js';
import type { Source } from '../text/source.js';
import { contains } from '../text/text-range.js';
import type { CallFact, Facts } from './facts.js';
import { boundNames } from './frame.js';
import { runUncalled } from './functions.js';
import { type Context, createMachine } from './machine.js';
import { createDesk, type HandedOn, type LoadModule } from './modules.js';
import { runBlock } from './statements.js';
import type { ImportBinding, SdkValue, Value } from './values.js';

/**
 * Which SDK the program is written for. `mixed`: it has traces of both (half-migrated); `unknown`: of neither. What is
 * the same text in both versions but means something else (`tuner.fit(x)`, positional `Model(a, b)`) is read by it.
 */
export type Dialect = 'v1' | 'v2' | 'mixed' | 'unknown';

/** An evaluated program: the question desk of the rules. */
export interface Program {
  readonly source: Source;
  readonly tree: PyTree;
  readonly facts: Facts;
  readonly dialect: Dialect;
  /** Names that the module binds at its top level, with their last values. */
  readonly globals: ReadonlyMap<string, Value>;
  /** Where modules of the same project come from; undefined where nothing is known but the text itself. */
  readonly loadModule: LoadModule | undefined;
  /** Arguments that reach the SDK by way of other files. */
  readonly handedOn: readonly HandedOn[];
}

/**
 * Reads a parsed source from its first statement to its last.
 *
 * @param loadModule finds the modules of the same project that it imports; without it they are foreign
 */
export function evaluateProgram(source: Source, tree: PyTree, loadModule?: LoadModule): Program {
  const machine = createMachine(source.path, loadModule && createDesk(loadModule));
  const context: Context = {
    machine,
    frame: machine.module,
    owner: undefined,
    self: undefined,
    returned: [],
    yielded: [],
  };
  for (const module of tree.modules) runBlock(module, context);
  runUncalled(context);
  const { facts } = machine;
  return {
    source,
    tree,
    facts,
    dialect: dialectOf(facts),
    globals: boundNames(machine.module),
    loadModule,
    handedOn: machine.desk?.handedOn ?? [],
  };
}

/** What the expression stands for; undefined for plain constants and what nothing is known of. */
export function valueAt(program: Program, node: PyNode): Value | undefined {
  return program.facts.values.get(node);
}

/** Whether the place serves both versions already: inside a version check or a `try … except ImportError` pair. */
export function isGuarded(program: Program, node: PyNode): boolean {
  return program.facts.guarded.some((guard) => contains(guard, node));
}

/** Whether the symbol was imported by a statement that serves both versions. */
export function isFromGuardedImport(program: Program, sdk: SdkValue): boolean {
  return sdk.binding !== undefined && isGuarded(program, sdk.binding.statement);
}

/** The import that binds the root of the reference's path, and how many parts of the path it covers. */
export function rootOf(sdk: SdkValue): ImportBinding | undefined {
  return sdk.binding;
}

/** The function or class body (or module) that the node belongs to. */
export function scopeOf(node: PyNode): PyNode {
  return findAncestor(node, 'function_definition', 'class_definition', 'module') ?? node;
}

function dialectOf(facts: Facts): Dialect {
  let hasV1 = false;
  let hasV2 = false;
  // What serves both versions says nothing about the rest.
  const isOpen = (node: PyNode): boolean => !facts.guarded.some((guard) => contains(guard, node));
  for (const { node, sdk } of facts.references.values()) {
    if (!isOpen(node)) continue;
    const inV1 = v1.resolve(sdk.path) !== undefined;
    const inV2 = v2.resolve(sdk.path) !== undefined;
    if (inV1 && !inV2) hasV1 = true;
    if (inV2 && !inV1) hasV2 = true;
  }
  for (const [node, flows] of facts.calls) {
    for (const fact of isOpen(node) ? flows : []) {
      const trace = traceOf(fact);
      if (trace === 'v1') hasV1 = true;
      if (trace === 'v2') hasV2 = true;
    }
  }
  for (const uses of facts.attributes.values()) if (uses.some(({ name }) => name in trainKeywords)) hasV1 = true;
  if (hasV1) return hasV2 ? 'mixed' : 'v1';
  return hasV2 ? 'v2' : 'unknown';
}

/** What `deploy(**kwargs)` of v1 estimators and tuners hands on to their `create_model()`, and v2 takes by name. */
const HANDED_ON: ReadonlySet<string> = new Set(['serializer', 'deserializer']);

/** Keywords that only one version has, on a callable of both, tell which version the call was written for. */
function traceOf(fact: CallFact): 'v1' | 'v2' | undefined {
  const { target } = fact;
  if (
    target.kind === 'constructor' &&
    isEstimator(target.classPath) &&
    fact.arguments.some((arg) => arg.name !== undefined && arg.name in trainKeywords)
  ) {
    return 'v1';
  }
  const path = target.kind === 'function' ? target.path : target.classPath;
  const inV1 = target.kind === 'method' ? v1.method(path, target.name) : v1.signature(path);
  const inV2 = target.kind === 'method' ? v2.method(path, target.name) : v2.signature(path);
  if (inV1 === undefined || inV2 === undefined) return undefined;
  const has = (signature: typeof inV1, name: string): boolean =>
    signature.parameters.some((parameter) => parameter.name === name);
  let trace: 'v1' | 'v2' | undefined;
  for (const { name } of fact.arguments) {
    if (name === undefined) continue;
    const old = has(inV1, name);
    const current = has(inV2, name);
    if (old && !current) return 'v1';
    if (current && !old && !(inV1.acceptsAnyKeyword && HANDED_ON.has(name))) trace = 'v2';
  }
  return trace;
}
