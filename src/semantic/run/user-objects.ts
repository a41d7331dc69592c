import { concat, joinText, repr, str } from '../../data/text.js';
import {
  type Data,
  Dict,
  isText,
  type Key,
  type List,
  PyObject,
  type Template,
  Tuple,
  truthOf,
  Unknown,
} from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { type CallArguments, Callable, firstOf, keyOf } from './callables.js';
import { NativeFunction } from './library-objects.js';
import type { Scope } from './state.js';

/** A function of the program, with the scope that it closes over and the defaults of its parameters. */
export class UserFunction extends Callable {
  readonly node: PyNode;
  readonly name: string;
  readonly closure: Scope;
  readonly defaults: ReadonlyMap<string, Data>;
  /** The class whose method it is. */
  readonly owner: UserClass | undefined;
  readonly kind: 'function' | 'static' | 'class' | 'property';
  /** The name that `functools.wraps` gives it. */
  shownAs: string | undefined;
  /** What setting the property that it is calls. */
  setter: UserFunction | undefined;
  /** What its calls have given, by their arguments, where a decorator remembers that: `lru_cache`. */
  results: Dict | undefined;
  /** Whether an object keeps what the property that it is has given once: `cached_property`. */
  isKept = false;
  /** Attributes that the program has set. */
  readonly attributes = new Map<string, Data>();
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
    const key = this.results === undefined ? undefined : keyOf(argumentsKey(args));
    if (key === undefined || args.open !== undefined) return this.#invoke(this, args);
    const known = this.results?.get(key);
    if (known !== undefined) return known;
    const made = this.#invoke(this, args);
    this.results?.set(key, made);
    return made;
  }
}

function argumentsKey({ positional, named }: CallArguments): Tuple {
  return new Tuple([...positional, ...[...named].flatMap(([name, value]) => [`${name}=`, value])]);
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
  /** What the `__init__` of a dataclass takes, where that is more than the fields: `InitVar` goes to `__post_init__`. */
  parameters: readonly string[] | undefined;
  /** The class that it is an object of, where that is one of the program's. */
  meta: UserClass | undefined;
  /** The class that its metaclass is making: what `super().__new__` gives there. */
  making: UserClass | undefined;
  /** Tells what it extends that it is made, with the keywords of its head: `__init_subclass__`. */
  announce: ((keywords: ReadonlyMap<string, Data>) => void) | undefined;
  /** What `@dataclass(frozen=True, order=True)` says of its objects. */
  isFrozen = false;
  isOrdered = false;
  /** What the members of an enumeration are besides: `class Size(str, Enum)`. */
  isMixed = false;
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

  override get isKey(): boolean {
    return true;
  }

  override invoke(args: CallArguments): Data {
    const method = this.meta === undefined ? undefined : findInClass(this.meta, '__call__');
    if (!(method instanceof UserFunction)) return this.make(args);
    return method.invoke({ ...args, positional: [this, ...args.positional] });
  }

  /** Makes an object, whatever its metaclass does when the class is called. */
  make(args: CallArguments): Data {
    return this.#make(this, args);
  }
}

/** An object of a class of the program; `base` is its part that the SDK makes, where the class extends one of the SDK's. */
export class UserObject extends PyObject {
  readonly type: UserClass;
  readonly attributes = new Map<string, Data>();
  /** What the SDK class that its class extends has made; unknown where it isn't sure that it did. */
  made: Data | undefined;
  /** What it holds where its class extends `dict` or `list`. */
  content: Dict | List | undefined;
  /** Whether its `__init__` has ended: the fields of a frozen dataclass stay as they are from then on. */
  isFinished = false;

  constructor(type: UserClass) {
    super();
    this.type = type;
  }

  override get className(): string {
    return this.type.name;
  }

  /** The SDK object in it. Where it isn't sure that there is one, a program that goes on has it. */
  get base(): PyObject | undefined {
    const known = this.made instanceof Unknown ? this.made.values : [this.made];
    const [only] = known;
    return known.length === 1 && only instanceof PyObject ? only : undefined;
  }

  override textForm(isRepr: boolean): string | Template | undefined {
    const names = isRepr ? ['__repr__'] : ['__str__', '__repr__'];
    for (const name of names) {
      const text = callSpecial(this, name);
      if (text !== undefined) return isText(text) ? text : undefined;
    }
    return textOfUserObject(this, isRepr);
  }

  override get isKey(): boolean {
    const says = ['__eq__', '__hash__'].some((name) => findInClass(this.type, name) !== undefined);
    const special = specialClassOf(this.type);
    return !says && (special === undefined || (special.kind === 'enum' && !special.isMixed));
  }

  override truthForm(): boolean | Unknown {
    const answer = callSpecial(this, '__bool__') ?? callSpecial(this, '__len__');
    return answer === undefined ? this.content === undefined || truthOf(this.content) : truthOf(answer);
  }

  override getAttribute(name: string): Data | undefined {
    const own = firstOf(this.attributes.get(name), findInClass(this.type, name));
    if (own === undefined) return this.base?.getAttribute(name);
    const described = this.attributes.has(name) ? undefined : callSpecial(own, '__get__', this, this.type);
    if (described !== undefined) return described;
    if (!(own instanceof UserFunction) || own.kind === 'static') return own;
    const self = own.kind === 'class' ? this.type : this;
    const bound = new NativeFunction(name, (args) => own.invoke({ ...args, positional: [self, ...args.positional] }));
    if (own.kind !== 'property') return bound;
    const value = bound.call([], new Map());
    if (own.isKept) this.attributes.set(name, value);
    return value;
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

/** `object.__dict__`: what is set in it is set on the object. */
class Variables extends Dict {
  readonly #attributes: Map<string, Data>;

  constructor(attributes: Map<string, Data>) {
    super(attributes);
    this.#attributes = attributes;
  }

  override set(key: Key, value: Data): this {
    // The entries that a map is made with are set before it has anything of its own.
    if (#attributes in this && typeof key === 'string') this.#attributes.set(key, value);
    return super.set(key, value);
  }

  override delete(key: Key): boolean {
    if (typeof key === 'string') this.#attributes.delete(key);
    return super.delete(key);
  }
}

/** The variables of an object, as a dictionary that goes on changing with what is set in it. */
export function variablesOf(object: UserObject): Dict {
  return new Variables(object.attributes);
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

/** Whether a class extends a class of Python's own, by name. */
export function extendsSpecial(type: UserClass, ...names: readonly string[]): boolean {
  return classesOf(type).some((each) =>
    each.bases.some((base) => base instanceof SpecialBase && names.includes(base.name)),
  );
}

function textOfUserObject(object: UserObject, isRepr: boolean): string | Template | undefined {
  const special = specialClassOf(object.type);
  if (special?.kind === 'enum') {
    const name = object.attributes.get('name');
    const value = object.attributes.get('value');
    if (typeof name !== 'string' || value === undefined) return undefined;
    if (isRepr) return concat([`<${object.type.name}.${name}: `, repr(value), '>']);
    if (extendsSpecial(object.type, 'StrEnum')) return isText(value) ? value : undefined;
    // Python 3.11 has changed what it says for these.
    return extendsSpecial(object.type, 'IntEnum') ? undefined : `${object.type.name}.${name}`;
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
