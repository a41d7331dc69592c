import { PythonError } from '../../data/errors.js';
import { concat, joinText, repr, str } from '../../data/text.js';
import {
  type Data,
  Dict,
  isText,
  type Key,
  type List,
  PyCallable,
  PyObject,
  type Template,
  Tuple,
  truthOf,
  Unknown,
} from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import type { SdkApi } from '../../sdk/api.js';
import type { Host } from './host.js';

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

  constructor(kind: Scope['kind'], outer: Scope | undefined) {
    this.kind = kind;
    // As in Python, the names of a class body are not seen by its methods.
    this.outer = outer?.kind === 'class' ? outer.outer : outer;
  }
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
  /** SDK modules that were imported with `*`. */
  readonly stars: string[] = [];
  /** Environment variables that the program itself has set. */
  readonly environment = new Dict();
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

  /** Where a node is, for a person: `line 12`, `cell 3, line 4`. */
  placeOf(node: PyNode): string {
    return this.#lineOf(node);
  }

  /** Counts what is done: one for a node. @throws OutOfSteps when the program has used up what it may cost. */
  step(cost = 1): void {
    this.#steps += cost;
    if (this.#steps > (this.surroundings.maxSteps ?? MAX_STEPS)) throw new OutOfSteps();
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

/** Nodes that one run may cost: far more than jobs need, and well under a second. */
const MAX_STEPS = 200_000;
/** Nested expressions, statements and calls that fit the JavaScript stack with room to spare. */
const MAX_DEPTH = 400;

/** The program is too long a computation to be followed to its end. */
export class OutOfSteps extends Error {}

/** What the evaluator can call: `invoke` gets the arguments with all that is known of them. */
export abstract class Callable extends PyCallable {
  abstract invoke(args: CallArguments): Data;

  override call(positional: readonly Data[], named: ReadonlyMap<string, Data>): Data {
    return this.invoke({ positional, named, open: undefined });
  }
}

/** A function of the program, with the scope that it closes over and the defaults of its parameters. */
export class UserFunction extends Callable {
  readonly node: PyNode;
  readonly name: string;
  readonly closure: Scope;
  readonly defaults: ReadonlyMap<string, Data>;
  /** The class whose method it is. */
  readonly owner: UserClass | undefined;
  readonly kind: 'function' | 'static' | 'class' | 'property';
  readonly #invoke: (made: UserFunction, args: CallArguments) => Data;

  constructor(
    node: PyNode,
    name: string,
    closure: Scope,
    defaults: ReadonlyMap<string, Data>,
    owner: UserClass | undefined,
    kind: UserFunction['kind'],
    invoke: (made: UserFunction, args: CallArguments) => Data,
  ) {
    super();
    this.node = node;
    this.name = name;
    this.closure = closure;
    this.defaults = defaults;
    this.owner = owner;
    this.kind = kind;
    this.#invoke = invoke;
  }

  override get className(): string {
    return 'function';
  }

  override invoke(args: CallArguments): Data {
    return this.#invoke(this, args);
  }
}

/** A class of the program. */
export class UserClass extends Callable {
  readonly name: string;
  /** Its base classes, as far as they are known: of the program, of the SDK, or unknown. */
  readonly bases: readonly Data[];
  readonly scope: Scope;
  /** What its objects are where they are more than plain ones. */
  kind: 'plain' | 'record' | 'tuple' | 'enum' = 'plain';
  /** The fields of a dataclass or named tuple, in order. */
  fields: readonly string[] = [];
  readonly #make: (made: UserClass, args: CallArguments) => Data;

  constructor(
    name: string,
    bases: readonly Data[],
    scope: Scope,
    make: (made: UserClass, args: CallArguments) => Data,
  ) {
    super();
    this.name = name;
    this.bases = bases;
    this.scope = scope;
    this.#make = make;
  }

  override get className(): string {
    return 'type';
  }

  override invoke(args: CallArguments): Data {
    return this.#make(this, args);
  }
}

/** An object of a class of the program; `base` is its part that the SDK makes, where the class extends one of the SDK's. */
export class UserObject extends PyObject {
  readonly type: UserClass;
  readonly attributes = new Map<string, Data>();
  base: PyObject | undefined;
  /** What it holds where its class extends `dict` or `list`. */
  content: Dict | List | undefined;

  constructor(type: UserClass) {
    super();
    this.type = type;
  }

  override get className(): string {
    return this.type.name;
  }

  override textForm(isRepr: boolean): string | Template | undefined {
    const names = isRepr ? ['__repr__'] : ['__str__', '__repr__'];
    for (const name of names) {
      const text = callSpecial(this, name);
      if (text !== undefined) return isText(text) ? text : undefined;
    }
    return textOfUserObject(this, isRepr);
  }

  override truthForm(): boolean | Unknown {
    const answer = callSpecial(this, '__bool__') ?? callSpecial(this, '__len__');
    return answer === undefined ? this.content === undefined || truthOf(this.content) : truthOf(answer);
  }

  override getAttribute(name: string): Data | undefined {
    const own = firstOf(this.attributes.get(name), findInClass(this.type, name));
    if (own === undefined) return this.base?.getAttribute(name);
    if (!(own instanceof UserFunction) || own.kind === 'static') return own;
    const self = own.kind === 'class' ? this.type : this;
    const bound = new NativeFunction(name, (args) => own.invoke({ ...args, positional: [self, ...args.positional] }));
    return own.kind === 'property' ? bound.call([], new Map()) : bound;
  }

  override setAttribute(name: string, value: Data): void {
    if (!this.attributes.has(name) && this.base?.getAttribute(name) !== undefined) this.base.setAttribute(name, value);
    else this.attributes.set(name, value);
  }
}

/** The class and those of the program that it extends, in the order in which Python looks for a name (C3). */
export function classesOf(type: UserClass): readonly UserClass[] {
  const known = orders.get(type);
  if (known !== undefined) return known;
  const bases = type.bases.filter((base) => base instanceof UserClass);
  const lists = [...bases.map((base) => [...classesOf(base)]), bases];
  const order = [type];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    const next = left.map((list) => list[0]).find((head) => left.every((list) => list.indexOf(head as UserClass) < 1));
    const chosen = next ?? left[0]?.[0];
    if (chosen === undefined) break;
    order.push(chosen);
    for (const list of lists) if (list[0] === chosen) list.shift();
  }
  orders.set(type, order);
  return order;
}

const orders = new WeakMap<UserClass, readonly UserClass[]>();

/** What a class of the program, or one of the program that it extends, has under a name. */
export function findInClass(type: UserClass, name: string): Data | undefined {
  for (const each of classesOf(type)) {
    const own = each.scope.names.get(name);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** What an object of a class that extends `dict` or `list` holds; any other value as it is. */
export function plainOf(value: Data): Data {
  return (value instanceof UserObject ? value.content : undefined) ?? value;
}

/** Calls a method that Python itself calls (`__len__`); undefined where the object has none. */
export function callSpecial(object: Data, name: string, ...args: readonly Data[]): Data | undefined {
  const method = object instanceof UserObject ? findInClass(object.type, name) : undefined;
  return method instanceof UserFunction ? method.call([object, ...args], new Map()) : undefined;
}

/** The class, among an object's own and those that it extends, that makes it a dataclass, named tuple or enumeration. */
export function specialClassOf(type: UserClass): UserClass | undefined {
  return classesOf(type).find((each) => each.kind !== 'plain');
}

function textOfUserObject(object: UserObject, isRepr: boolean): string | Template | undefined {
  const special = specialClassOf(object.type);
  if (special?.kind === 'enum') {
    const name = object.attributes.get('name');
    const value = object.attributes.get('value');
    if (typeof name !== 'string' || value === undefined) return undefined;
    return isRepr ? concat([`<${object.type.name}.${name}: `, repr(value), '>']) : `${object.type.name}.${name}`;
  }
  if (special !== undefined) {
    const fields = special.fields.map((name) => concat([name, '=', repr(object.attributes.get(name) ?? null)]));
    return concat([object.type.name, '(', joinText(', ', fields), ')']);
  }
  // What an exception says is what it was made of.
  const args = object.attributes.get('args');
  if (isRepr || !(args instanceof Tuple)) return undefined;
  const [first] = args.items;
  return first === undefined ? '' : args.items.length === 1 ? str(first) : repr(args);
}

/** A class of Python's own that programs extend and that is understood: `object`, `ABC`, `Enum`, `NamedTuple`. */
export class SpecialBase extends Callable {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override get className(): string {
    return 'type';
  }

  override invoke(): Data {
    return new Unknown(`an object of class ${this.name}`);
  }
}

/** A function or class of Python or of a library that is understood. */
export class NativeFunction extends Callable {
  readonly name: string;
  readonly #run: (args: CallArguments) => Data;

  constructor(name: string, run: (args: CallArguments) => Data) {
    super();
    this.name = name;
    this.#run = run;
  }

  override get className(): string {
    return 'builtin_function_or_method';
  }

  override invoke(args: CallArguments): Data {
    return this.#run(args);
  }
}

/** A module, class or function of the SDK, by the path by which the program reaches it. */
export class SdkSymbolValue extends Callable {
  readonly path: string;
  readonly #invoke: (path: string, args: CallArguments) => Data;

  constructor(path: string, invoke: (path: string, args: CallArguments) => Data) {
    super();
    this.path = path;
    this.#invoke = invoke;
  }

  override get className(): string {
    return 'type';
  }

  override invoke(args: CallArguments): Data {
    return this.#invoke(this.path, args);
  }
}

/** A module of Python that is understood; its members are made when they are asked for. */
export class LibraryModule extends PyObject {
  readonly path: string;
  readonly member: (name: string) => Data | undefined;

  constructor(path: string, member: (name: string) => Data | undefined) {
    super();
    this.path = path;
    this.member = member;
  }

  override get className(): string {
    return 'module';
  }
}

/** An object of a library that is understood (a date, a boto3 session): its members by name. */
export class LibraryObject extends PyObject {
  readonly type: string;
  readonly member: (name: string) => Data | undefined;
  /** Attributes that the program has set. */
  readonly attributes = new Map<string, Data>();
  /** What `object[key]` gives. */
  readonly item: ((key: Data) => Data | undefined) | undefined;

  constructor(type: string, member: (name: string) => Data | undefined, item?: (key: Data) => Data | undefined) {
    super();
    this.type = type;
    this.member = member;
    this.item = item;
  }

  override get className(): string {
    return this.type;
  }

  override getAttribute(name: string): Data | undefined {
    return firstOf(this.attributes.get(name), this.member(name));
  }

  override textForm(): string | Template | undefined {
    const text = firstOf(this.attributes.get('path'), this.member('__str__'));
    return isText(text) ? text : undefined;
  }

  override setAttribute(name: string, value: Data): void {
    this.attributes.set(name, value);
  }
}

/** Something of a package that is not understood: its parts are unknown too, and say where they come from. */
export class Foreign extends Unknown {
  readonly path: string;

  constructor(path: string) {
    super(`${path} of another package`);
    this.path = path;
  }
}

/** The arguments that a call passes. */
export interface CallArguments {
  readonly positional: readonly Data[];
  readonly named: ReadonlyMap<string, Data>;
  /** Set where there may be more: `*x` or `**x` of something unknown. */
  readonly open: Unknown | undefined;
}

/** The argument at a position or of a name; undefined where it isn't given. */
export function argument(args: CallArguments, index: number, ...names: readonly string[]): Data | undefined {
  const placed = args.positional[index];
  if (placed !== undefined) return placed;
  for (const name of names) {
    const value = args.named.get(name);
    if (value !== undefined) return value;
  }
  return args.open;
}

/** The first of some values that is there at all; Python's None is a value. */
export function firstOf(...values: readonly (Data | undefined)[]): Data | undefined {
  return values.find((value) => value !== undefined);
}

/** The value as a dictionary's key; undefined for what can't be one here. */
export function keyOf(value: Data): Key | undefined {
  return value === null || typeof value !== 'object' ? value : undefined;
}

/** Raises a Python exception. */
export function raise(type: string, message: string): never {
  throw new PythonError(type, message);
}
