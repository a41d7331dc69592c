import type { PyNode } from '../python/node.js';
import type { AttributeFact, CallFact, Facts } from './facts.js';
import { createFrame, type Frame } from './frame.js';
import type { ClassValue, FunctionValue, Instance, SdkValue, Value } from './values.js';

/** Nodes that one program may cost; generated code beyond it is left unknown instead of holding up the run. */
const MAX_STEPS = 2_000_000;
/** Depth of nested expressions and inlined calls that fits the JavaScript stack with room to spare. */
const MAX_DEPTH = 250;

/** State of one evaluation of a program. */
export interface Machine {
  readonly facts: Facts;
  readonly module: Frame;
  /** Functions and methods in the order of their definition: those nobody called are read at the end. */
  readonly functions: Map<PyNode, FunctionValue>;
  readonly classes: Map<PyNode, ClassValue>;
  /** Objects by the call that makes them. */
  readonly instances: Map<PyNode, Instance[]>;
  /** Functions whose bodies are being evaluated. */
  readonly active: Set<FunctionValue>;
  /** Objects that a bare name stands for. */
  readonly hinted: Map<string, Instance>;
  /** `from x import *` of another package: a name that nothing binds may come from there. */
  hasForeignStar: boolean;
  steps: number;
  depth: number;
}

/** Where in the program evaluation is. */
export interface Context {
  readonly machine: Machine;
  readonly frame: Frame;
  readonly owner: ClassValue | undefined;
  readonly self: Instance | undefined;
  /** Values of the `return` statements met so far. */
  readonly returned: Value[];
  /** Values of the `yield` expressions met so far. */
  readonly yielded: Value[];
}

/** A machine that has read nothing yet. */
export function createMachine(): Machine {
  return {
    facts: {
      calls: new Map(),
      attributes: new Map(),
      references: new Map(),
      imports: [],
      starImports: [],
      unbound: new Map(),
      values: new Map(),
      foreignCalls: new Set(),
      guarded: [],
    },
    module: createFrame('module', undefined),
    functions: new Map(),
    classes: new Map(),
    instances: new Map(),
    active: new Set(),
    hinted: new Map(),
    hasForeignStar: false,
    steps: 0,
    depth: 0,
  };
}

/** Counts one node; false when the program has used up what it may cost. */
export function mayGoOn(machine: Machine): boolean {
  machine.steps += 1;
  return machine.steps < MAX_STEPS && machine.depth < MAX_DEPTH;
}

/** The object that a call makes, the same each time the call is met again with the same class. */
export function instanceAt(
  machine: Machine,
  site: PyNode,
  classPath: string,
  evidence: Instance['evidence'],
  userClass?: ClassValue,
): Instance {
  const known = machine.instances.get(site);
  const found = known?.find((instance) => instance.classPath === classPath && instance.userClass === userClass);
  if (found !== undefined) return found;
  const instance = createInstance(classPath, evidence, site, userClass);
  if (known === undefined) machine.instances.set(site, [instance]);
  else known.push(instance);
  return instance;
}

/** An object nobody has written to yet. */
export function createInstance(
  classPath: string,
  evidence: Instance['evidence'],
  site?: PyNode,
  userClass?: ClassValue,
): Instance {
  return { kind: 'instance', classPath, evidence, site, userClass, writes: [], construction: undefined };
}

/** Notes a call of the SDK. The same call can be met in several flows, with other targets and arguments. */
export function recordCall(machine: Machine, fact: CallFact): void {
  const known = machine.facts.calls.get(fact.node);
  if (known === undefined) machine.facts.calls.set(fact.node, [fact]);
  else if (known.length < MAX_FLOWS) known.push(fact);
}
/** Flows of one call that are told apart. */
const MAX_FLOWS = 16;

/** Notes the use of an attribute; uses of one place in several flows are merged. */
export function recordAttribute(machine: Machine, fact: AttributeFact): void {
  const all = machine.facts.attributes.get(fact.nameNode) ?? [];
  const index = all.findIndex((each) => each.name === fact.name);
  const known = all[index];
  if (known === undefined) {
    machine.facts.attributes.set(fact.nameNode, [...all, fact]);
    return;
  }
  const receivers: (Instance | SdkValue)[] = [...known.receivers];
  for (const receiver of fact.receivers) if (!receivers.includes(receiver)) receivers.push(receiver);
  all[index] = { ...fact, receivers, isCertain: known.isCertain && fact.isCertain };
}
