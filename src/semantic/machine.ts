import type { PyNode } from '../python/node.js';
import type { AttributeFact, CallFact, Facts } from './facts.js';
import { createFrame, type Frame } from './frame.js';
import type { ModuleDesk } from './modules.js';
import type { ClassValue, FunctionValue, Instance, KeyHolders, SdkValue, Value } from './values.js';

/** Nodes that one program may cost; generated code beyond it is left unknown instead of holding up the run. */
const MAX_STEPS = 2_000_000;
/** Depth of nested expressions and inlined calls that fits the JavaScript stack with room to spare. */
const MAX_DEPTH = 250;

/** State of one evaluation of a program. */
export interface Machine {
  /** Where modules of the same project come from; undefined where nothing is known but the text itself. */
  readonly desk: ModuleDesk | undefined;
  /** The file that it reads. */
  readonly path: string;
  /** Whether it reads a file that the migrated one imports: its facts stay with it, and names are not guessed. */
  readonly isElsewhere: boolean;
  readonly facts: Facts;
  /** Shared with the machines of the modules that it imports. */
  readonly keyHolders: KeyHolders;
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

/** A machine that has read nothing yet. @param importer the machine of the file that imports the one at hand */
export function createMachine(path = '', desk?: ModuleDesk, importer?: Machine): Machine {
  return {
    desk,
    path,
    isElsewhere: importer !== undefined,
    keyHolders: importer?.keyHolders ?? new Map(),
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
  const instance = makeInstance(machine, site, classPath, evidence, userClass);
  if (known === undefined) machine.instances.set(site, [instance]);
  else known.push(instance);
  return instance;
}

function makeInstance(
  machine: Machine,
  site: PyNode,
  classPath: string,
  evidence: Instance['evidence'],
  userClass: ClassValue | undefined,
): Instance {
  if (!machine.isElsewhere) return createInstance(classPath, evidence, site, userClass);
  const instance = createInstance(classPath, evidence, undefined, userClass);
  instance.elsewhere.site = site;
  instance.elsewhere.facts = machine.facts;
  return instance;
}

/** Notes the call that constructs an object; the first one counts. */
export function noteConstruction(machine: Machine, instance: Instance, fact: CallFact): void {
  if (machine.isElsewhere) instance.elsewhere.construction ??= fact;
  else instance.construction ??= fact;
}

/**
 * Goes on in the machine of another file. What a program may cost is one account for all its files, and so is the depth
 * of the stack.
 */
export function inMachine<T>(home: Machine, caller: Machine, run: () => T): T {
  const { depth } = home;
  home.depth = caller.depth;
  home.steps = caller.steps;
  const result = run();
  caller.steps = home.steps;
  home.depth = depth;
  return result;
}

/** An object nobody has written to yet. */
export function createInstance(
  classPath: string,
  evidence: Instance['evidence'],
  site?: PyNode,
  userClass?: ClassValue,
): Instance {
  const elsewhere = { site: undefined, construction: undefined, writes: new Map<string, Value>(), facts: undefined };
  return { kind: 'instance', classPath, evidence, site, userClass, writes: [], construction: undefined, elsewhere };
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
