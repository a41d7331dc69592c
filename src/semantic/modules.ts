import type { ParsedText, PyNode, PyTree } from '../python/node.js';
import type { CallTarget, EvaluatedArgument } from './facts.js';
import { boundNames, type Frame, lookUpHere } from './frame.js';
import { lostSymbol } from './lost-symbols.js';
import { type Context, createMachine, inMachine, type Machine } from './machine.js';
import { runBlock } from './statements.js';
import { type SdkValue, stringOf, type Value } from './values.js';

/** A module of the project, parsed. */
export interface LoadedModule {
  /** Names the file, always in the same way. */
  readonly path: string;
  readonly tree: PyTree;
}

/**
 * Finds the module that an import names; undefined for one that is not part of the project.
 *
 * @param dotted `pkg.mod`; empty for the package in `from . import x`
 * @param level number of leading dots
 * @param fromPath the file with the import
 */
export type LoadModule = (dotted: string, level: number, fromPath: string) => LoadedModule | undefined;

/** The modules that one evaluation of a program has met. */
export interface ModuleDesk {
  readonly load: LoadModule;
  /** By path. A module that is still being read gives what it has bound so far, as in Python. */
  readonly machines: Map<string, Machine>;
  /** How the texts were imported, for messages. */
  readonly names: Map<ParsedText, string>;
  readonly handedOn: HandedOn[];
}

/** An argument that is written in the text that is migrated, and reaches the SDK through the `**kwargs` of another file. */
export interface HandedOn {
  readonly target: CallTarget;
  readonly argument: EvaluatedArgument;
  readonly nameNode: PyNode;
}

/** Modules that one program may cost. */
const MAX_MODULES = 50;

/** Imports of imports that are followed. */
const MAX_DISTANCE = 3;

const distances = new WeakMap<Machine, number>();

/** How the file that is migrated would name a module. */
const namesFromHere = new WeakMap<Machine, string>();

/** A desk that has met no module yet. */
export function createDesk(load: LoadModule): ModuleDesk {
  return { load, machines: new Map(), names: new Map(), handedOn: [] };
}

/** A module of the project as an import names it. */
export interface LocalModule {
  /** What it binds to a name, or its submodule of that name; undefined where nothing is known of it. */
  member(name: string): Value | undefined;
  /** What `from … import *` binds. */
  star(): Iterable<readonly [string, Value]>;
  /** Whether further names may come from a star import that is not followed. */
  readonly isOpen: boolean;
}

/** The module that an import names, read as far as it was not yet; undefined where it is none of the project. */
export function openModule(dotted: string, level: number, context: Context): LocalModule | undefined {
  const { machine } = context;
  const { desk } = machine;
  const loaded = desk?.load(dotted, level, machine.path);
  if (desk === undefined || loaded === undefined) return undefined;
  const home = machineOf(loaded, nameFromHere(dotted, level, machine), desk, machine);
  if (home === undefined) return undefined;
  const takesSdkName = level === 0 && /^sagemaker(\.|$)/.test(dotted);
  return {
    member: (name) =>
      (takesSdkName ? undefined : lostMember(home, name, machine)) ??
      known(lookUpHere(home.module, name)) ??
      moduleValue(`${dotted && `${dotted}.`}${name}`, level, context),
    star: () => publicNames(home.module),
    isOpen: home.hasForeignStar,
  };
}

/** What a module of the project imports by a relative name has another one in the file that is migrated. */
function nameFromHere(dotted: string, level: number, importer: Machine): string {
  const given = namesFromHere.get(importer);
  if (level === 0 || given === undefined) return `${'.'.repeat(level)}${dotted}`;
  const [dots = ''] = /^\.*/.exec(given) ?? [];
  const parts = given.split('.').filter((part) => part !== '');
  const up = /(?:^|[/\\])__init__\.py$/.test(importer.path) ? level - 1 : level;
  const kept = parts.slice(0, Math.max(parts.length - up, 0));
  return `${dots}${'.'.repeat(Math.max(up - parts.length, 0))}${[...kept, ...(dotted === '' ? [] : [dotted])].join('.')}`;
}

/** A module as a value; undefined where it is none of the project. */
export function moduleValue(dotted: string, level: number, context: Context): Value | undefined {
  const module = openModule(dotted, level, context);
  return module && { kind: 'foreign', path: `${'.'.repeat(level)}${dotted}`, member: module.member };
}

/** The value of `a` after `import a.b.c`, where `a` need not be a module itself (a folder without `__init__.py`). */
export function rootValue(path: string, context: Context): Value | undefined {
  const [root = path, ...rest] = path.split('.');
  const whole = moduleValue(root, 0, context);
  if (whole !== undefined || rest.length === 0) return whole;
  if (openModule(path, 0, context) === undefined) return undefined;
  return folderValue(root, context);
}

function folderValue(dotted: string, context: Context): Value {
  const member = (name: string): Value | undefined => {
    const path = `${dotted}.${name}`;
    return moduleValue(path, 0, context) ?? folderValue(path, context);
  };
  return { kind: 'foreign', path: dotted, member };
}

function machineOf(
  { path, tree }: LoadedModule,
  name: string,
  desk: ModuleDesk,
  importer: Machine,
): Machine | undefined {
  const met = desk.machines.get(path);
  if (met !== undefined) return met;
  const distance = (distances.get(importer) ?? 0) + 1;
  if (distance > MAX_DISTANCE || desk.machines.size >= MAX_MODULES) return undefined;
  const machine = createMachine(path, desk, importer);
  desk.machines.set(path, machine);
  distances.set(machine, distance);
  namesFromHere.set(machine, name);
  const context: Context = {
    machine,
    frame: machine.module,
    owner: undefined,
    self: undefined,
    returned: [],
    yielded: [],
  };
  inMachine(machine, importer, () => {
    for (const module of tree.modules) {
      desk.names.set(module.document, name);
      runBlock(module, context);
    }
  });
  return machine;
}

/** What the module had under the name until it was migrated, or what it took from another one that did. */
function lostMember({ module, hasForeignStar }: Machine, name: string, { isElsewhere }: Machine): Value | undefined {
  const bound = lookUpHere(module, name);
  const isChained = bound?.kind === 'sdk' && bound.isLost === true;
  if (bound === undefined ? hasForeignStar || lookUpHere(module, '__getattr__') !== undefined : !isChained)
    return undefined;
  const path = isChained ? bound.path : lostSymbol(name, boundNames(module));
  if (path === undefined) return undefined;
  const lost: SdkValue = { kind: 'sdk', path, evidence: 'import', binding: undefined, isLost: true };
  return isElsewhere ? { ...lost, isElsewhere } : lost;
}

/** A value that says more than that something is there. */
function known(value: Value | undefined): Value | undefined {
  return value?.kind === 'unknown' ? undefined : value;
}

function publicNames(frame: Frame): Iterable<readonly [string, Value]> {
  const names = boundNames(frame);
  const all = names.get('__all__');
  if (all?.kind !== 'sequence' || all.open) return [...names].filter(([name]) => !name.startsWith('_'));
  const listed = new Set(all.items.map(stringOf));
  return [...names].filter(([name]) => listed.has(name));
}
