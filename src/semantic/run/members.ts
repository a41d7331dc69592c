import {
  Bytes,
  type Data,
  Dict,
  isText,
  List,
  PyCallable,
  PyObject,
  SetData,
  Tuple,
  Unknown,
} from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { joinValues, runEither } from './branches.js';
import { bytesMember } from './bytes-methods.js';
import { type CallArguments, firstOf, raise } from './callables.js';
import { callValue } from './calls.js';
import { dictMethod, listMethod, setMethod } from './container-methods.js';
import { setKey } from './expressions.js';
import { ExceptionClass } from './functions.js';
import { iterate } from './items.js';
import { ArrayData, arrayMember } from './library/numpy.js';
import { Foreign, LibraryModule, LibraryObject, NativeFunction, SdkSymbolValue } from './library-objects.js';
import { newOf } from './metaclasses.js';
import { ProjectModule } from './project.js';
import { mixedValue, tupleMember } from './records.js';
import { refuse, sdkMember } from './sdk-symbols.js';
import type { Run } from './state.js';
import { letterTable, textMethod } from './text-methods.js';
import {
  callSpecial,
  classesOf,
  findInClass,
  SpecialBase,
  specialClassOf,
  UserClass,
  UserFunction,
  UserObject,
  variablesOf,
} from './user-objects.js';

/** `super()` inside a method. */
export class Super extends PyObject {
  readonly owner: UserClass;
  readonly self: Data;

  constructor(owner: UserClass, self: Data) {
    super();
    this.owner = owner;
    this.self = self;
  }

  override get className(): string {
    return 'super';
  }
}

/** `object.name` */
export function getMember(object: Data, name: string, node: PyNode, run: Run): Data {
  // Most methods go through what they belong to.
  run.weigh(object);
  if (object instanceof Unknown) return memberOfUnknown(object, name, node, run);
  if (object instanceof SdkSymbolValue) return memberOfSymbol(object, name, run);
  if (object instanceof UserObject) return memberOfUserObject(object, name, node, run);
  if (object instanceof UserClass) return memberOfClass(object, name, run);
  if (object instanceof Super) return memberOfSuper(object, name, run);
  if (object instanceof LibraryModule) return object.member(name) ?? new Foreign(`${object.path}.${name}`);
  if (object instanceof LibraryObject)
    return firstOf(object.getAttribute(name), new Unknown(`the attribute ${name} of a ${object.type}`)) ?? null;
  if (isText(object)) return textMethod(object, name) ?? attributeError('str', name);
  if (object instanceof List) return listMethod(object, name, run) ?? attributeError('list', name);
  if (object instanceof Dict) return dictMethod(object, name) ?? attributeError('dict', name);
  if (object instanceof SetData) return setMethod(object, name) ?? attributeError('set', name);
  if (object instanceof NativeFunction && object.name === 'dict' && name === 'fromkeys')
    return new NativeFunction(name, ({ positional: [keys = null, value = null] }) => {
      const items = iterate(keys);
      const made = new Dict();
      if (items instanceof Unknown) made.open = items;
      else for (const key of items) setKey(made, key, value);
      return made;
    });
  if (object instanceof SpecialBase && object.name === 'object' && name === '__new__')
    return new NativeFunction(name, ({ positional: [type = null] }) =>
      type instanceof UserClass ? new UserObject(type) : new Unknown('an object of a class that is not known'),
    );
  if (object instanceof SpecialBase && object.name === 'object' && name === '__setattr__')
    return new NativeFunction(name, ({ positional: [self, key, value = null] }) => {
      if (self instanceof UserObject && typeof key === 'string') setPlainly(self, key, value, run);
      return null;
    });
  if (
    (object instanceof NativeFunction || object instanceof ExceptionClass || object instanceof SpecialBase) &&
    name === '__name__'
  )
    return object.name;
  if (object instanceof NativeFunction && object.members !== undefined) {
    const member = object.members(name);
    if (member !== undefined) return member;
  }
  // A method of a builtin class, called with its object: `map(str.strip, names)`.
  if (object instanceof NativeFunction && object.name === 'str')
    return name === 'maketrans'
      ? new NativeFunction(name, letterTable)
      : new NativeFunction(name, ({ positional: [text = null, ...rest], ...more }) =>
          callValue(getMember(text, name, node, run), { ...more, positional: rest }, node, run),
        );
  if (object instanceof Bytes) return bytesMember(object, name);
  if (object instanceof UserFunction && (name === '__name__' || name === '__qualname__'))
    return object.shownAs ?? object.name;
  if (object instanceof UserFunction && object.attributes.has(name)) return object.attributes.get(name) ?? null;
  if (object instanceof NativeFunction || object instanceof UserFunction || object instanceof Tuple)
    return (
      (object instanceof Tuple ? tupleMethod(object, name, run) : undefined) ??
      new Unknown(`the attribute ${name} of a ${object instanceof Tuple ? 'tuple' : 'function'}`)
    );
  if (object instanceof ArrayData) return arrayMember(object, name) ?? new Unknown(`the attribute ${name} of an array`);
  if (object instanceof PyObject) return memberOfSdkObject(object, name, run);
  return object === null ? attributeError('NoneType', name) : new Unknown(`the attribute ${name} of a value`);
}

/** A tuple counts and finds its items as a list does. */
function tupleMethod(object: Tuple, name: string, run: Run): Data | undefined {
  return name === 'index' || name === 'count' ? listMethod(new List([...object.items]), name, run) : undefined;
}

function attributeError(type: string, name: string): never {
  return raise('AttributeError', `${type} has no attribute ${name}`);
}

function memberOfUnknown(object: Unknown, name: string, node: PyNode, run: Run): Data {
  if (object instanceof Foreign) return new Foreign(`${object.path}.${name}`);
  const objects = object.values.filter((value) => value !== null);
  if (objects.length > 0) return ofEither(objects, object.reason, (each) => getMember(each, name, node, run), run);
  const reason = `the attribute ${name} of what is ${object.reason}`;
  return new Unknown(object.reason.startsWith('the attribute ') || reason.length > 160 ? object.reason : reason);
}

/** What is asked of each of several objects, of which the run has one. */
export function ofEither(objects: readonly Data[], reason: string, ask: (object: Data) => Data, run: Run): Data {
  const answers: Data[] = [];
  runEither(
    run,
    reason,
    objects.map((each) => () => {
      answers.push(ask(each));
      return true;
    }),
  );
  const [first, ...others] = answers;
  let joined: Data = first === undefined ? new Unknown(reason) : first;
  for (const other of others) joined = joinValues(joined, other, reason);
  return joined;
}

function memberOfSymbol(symbol: SdkSymbolValue, name: string, run: Run): Data {
  const known = sdkMember(symbol.path, name, run);
  if (known !== undefined) return known;
  const found = run.sdk.resolve(symbol.path);
  if (found?.kind !== 'class') return new Foreign(`${symbol.path}.${name}`);
  if (name === '__name__') return symbol.path.slice(symbol.path.lastIndexOf('.') + 1);
  // `Base.__init__(self, …)`, as classes wrote it before `super()`.
  if (run.sdk.method(found.path, name) === undefined && name !== '__init__')
    return run.host.constant(`${found.path}.${name}`);
  return new NativeFunction(name, (args) => {
    const [self, ...rest] = args.positional;
    if (self instanceof UserObject) return callBase(self, found.path, name, { ...args, positional: rest }, run);
    if (self instanceof PyObject && run.host.hasMethod(self, name) && !(self instanceof PyCallable))
      return run.host.callMethod(self, name, { ...args, positional: rest });
    return run.host.callClassMethod(found.path, name, args);
  });
}

/** Makes the SDK's part of an object. Methods that the program's class redefines take the place of the SDK's in it. */
export function makeBase(self: UserObject, path: string, args: CallArguments, run: Run): void {
  self.made = run.host.construct(path, args);
  const { base } = self;
  if (base === undefined) return;
  const names = new Set(classesOf(self.type).flatMap((each) => [...each.scope.names.keys()]));
  for (const name of names) {
    const method = findInClass(self.type, name);
    if (method instanceof UserFunction && method.kind === 'function')
      run.host.override(base, name, (given) =>
        callValue(method, { ...given, positional: [self, ...given.positional] }, run.at ?? method.node, run),
      );
  }
}

/** A method of the SDK class that a class of the program extends. */
function callBase(self: UserObject, path: string, name: string, args: CallArguments, run: Run): Data {
  if (name === '__init__') {
    makeBase(self, path, args, run);
    return null;
  }
  return self.base === undefined
    ? new Unknown(`the result of ${name}() of an SDK class`)
    : run.host.callMethod(self.base, name, args);
}

function memberOfUserObject(object: UserObject, name: string, node: PyNode, run: Run): Data {
  const own = object.attributes.get(name);
  const found = findInClass(object.type, name);
  if (own !== undefined && !isSetter(found)) return own;
  if (found instanceof UserFunction) return bindMethod(found, object, node, run);
  const described = callSpecial(found ?? null, '__get__', object, object.type);
  if (described !== undefined) return described;
  if (own !== undefined) return own;
  if (found !== undefined) return found;
  if (name === '__class__') return object.type;
  const { base } = object;
  if (base !== undefined) {
    const value = run.host.getAttribute(base, name);
    if (value !== undefined) return value;
    if (run.host.hasMethod(base, name)) return sdkMethod(base, name, run);
  }
  if (name === '__dict__') return variablesOf(object);
  const { content } = object;
  const held = content instanceof Dict ? dictMethod(content, name) : content && listMethod(content, name, run);
  if (held !== undefined) return held;
  const mixed = mixedValue(object);
  if (mixed !== undefined) return getMember(mixed, name, node, run);
  const special = tupleMember(object, name) ?? callSpecial(object, '__getattr__', name);
  if (special !== undefined) return special;
  if (object.made instanceof Unknown || foreignBase(object.type) !== undefined)
    return new Unknown(`the attribute ${name} of an object of class ${object.type.name}`);
  return attributeError(object.type.name, name);
}

/** Whether an object that a class holds says itself what it means to set the attribute: a descriptor. */
function isSetter(found: Data | undefined): found is UserObject {
  return found instanceof UserObject && findInClass(found.type, '__set__') !== undefined;
}

function bindMethod(method: UserFunction, self: Data, node: PyNode, run: Run): Data {
  if (method.kind === 'static') return method;
  const receiver = method.kind === 'class' && self instanceof UserObject ? self.type : self;
  const bound = new NativeFunction(method.name, (args) =>
    callValue(method, { ...args, positional: [receiver, ...args.positional] }, node, run),
  );
  if (method.kind !== 'property') return bound;
  const value = bound.call([], new Map());
  if (method.isKept && self instanceof UserObject) self.attributes.set(method.name, value);
  return value;
}

/** A method of an SDK object as a value. */
function sdkMethod(object: PyObject, name: string, run: Run): NativeFunction {
  return new NativeFunction(name, (args) => run.host.callMethod(object, name, args));
}

function memberOfSdkObject(object: PyObject, name: string, run: Run): Data {
  const value = run.host.getAttribute(object, name);
  if (value !== undefined) return value;
  if (run.host.hasMethod(object, name)) return sdkMethod(object, name, run);
  const path = run.classes.get(object);
  if (path !== undefined && isOfOtherVersion(path, name, run))
    return refuse(run, 'AttributeError', `${object.className} has no attribute ${name}`);
  return new Unknown(`the attribute ${name} of an object of class ${object.className}`);
}

/** Whether only the other version of the SDK has the member: `train_instance_count`. */
function isOfOtherVersion(path: string, name: string, run: Run): boolean {
  return !run.sdk.hasMember(path, name) && run.other.hasMember(path, name);
}

/** The SDK class that the class extends, through any number of classes of the program. */
export function sdkBaseOf(type: UserClass, run: Run): string | undefined {
  for (const base of type.bases) {
    if (base instanceof SdkSymbolValue) {
      const found = run.sdk.resolve(base.path);
      if (found?.kind === 'class') return found.path;
    }
    const inherited = base instanceof UserClass ? sdkBaseOf(base, run) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** A base class of which not all members are known. */
export function foreignBase(type: UserClass): Data | undefined {
  return classesOf(type)
    .flatMap((each) => each.bases)
    .find((base) => !(base instanceof UserClass || base instanceof SpecialBase || base instanceof ExceptionClass));
}

function memberOfClass(type: UserClass, name: string, run: Run): Data {
  const found = findInClass(type, name);
  if (found instanceof UserFunction && found.kind === 'class')
    return new NativeFunction(name, (args) =>
      callValue(found, { ...args, positional: [type, ...args.positional] }, found.node, run),
    );
  if (found !== undefined) return callSpecial(found, '__get__', null, type) ?? found;
  const ofMeta = type.meta === undefined ? undefined : findInClass(type.meta, name);
  if (ofMeta instanceof UserFunction) return bindMethod(ofMeta, type, ofMeta.node, run);
  if (ofMeta !== undefined) return ofMeta;
  if (name === '__name__' || name === '__qualname__') return type.name;
  if (name === '_fields' && type.kind === 'tuple') return new Tuple(type.fields);
  if (name === '__mro__' && foreignBase(type) === undefined)
    return new Tuple([...classesOf(type), new SpecialBase('object')]);
  if (name === '__members__' && type.kind === 'enum')
    return new Dict(type.fields.map((each) => [each, type.scope.names.get(each) ?? null]));
  const base = sdkBaseOf(type, run);
  if (base !== undefined) return memberOfSymbol(new SdkSymbolValue(base, () => null), name, run);
  return new Unknown(`the attribute ${name} of the class ${type.name}`);
}

function memberOfSuper({ owner, self }: Super, name: string, run: Run): Data {
  const own = self instanceof UserObject ? self.type : self instanceof UserClass ? self : owner;
  const order = classesOf(classesOf(own).includes(owner) ? own : owner);
  for (const each of order.slice(order.indexOf(owner) + 1)) {
    const found = each.scope.names.get(name);
    if (found instanceof UserFunction) {
      const bound = new NativeFunction(name, (args) =>
        callValue(found, { ...args, positional: [self, ...args.positional] }, found.node, run),
      );
      return found.kind === 'property' ? bound.call([], new Map()) : bound;
    }
    if (found !== undefined) return callSpecial(found, '__get__', self, own) ?? found;
  }
  if (name === '__setattr__' && self instanceof UserObject)
    return new NativeFunction(name, ({ positional: [key, value = null] }) => {
      if (typeof key === 'string') setPlainly(self, key, value, run);
      return null;
    });
  if (self instanceof UserClass && name === '__new__') return newOf(self);
  if (self instanceof UserClass && name === '__call__' && self.meta !== undefined)
    return new NativeFunction(name, (args) => self.make(args));
  const path = sdkBaseOf(owner, run);
  if (path === undefined || !(self instanceof UserObject))
    return new NativeFunction(name, ({ positional }) => {
      if (name === '__init__' && self instanceof UserObject && self.attributes.has('args'))
        self.attributes.set('args', new Tuple([...positional]));
      return name === '__init__' || name === '__init_subclass__'
        ? null
        : new Unknown(`the result of ${name}() of a base class`);
    });
  if (name !== '__init__' && self.base !== undefined) {
    const value = run.host.getAttribute(self.base, name);
    if (value !== undefined) return value;
  }
  return new NativeFunction(name, (args) => callBase(self, path, name, args, run));
}

/** `object.name = value` */
export function setMember(object: Data, name: string, value: Data, run: Run): void {
  if (object instanceof UserObject) {
    if (callSpecial(object, '__setattr__', name, value) !== undefined) return;
    if (object.isFinished && specialClassOf(object.type)?.isFrozen === true)
      raise('FrozenInstanceError', `cannot assign to field ${name}`);
    setPlainly(object, name, value, run);
  } else if (object === null) attributeError('NoneType', name);
  else if (object instanceof UserClass || object instanceof ProjectModule) object.scope.names.set(name, value);
  else if (object instanceof LibraryObject || object instanceof UserFunction) object.attributes.set(name, value);
  else if (object instanceof Unknown) {
    const reason = object.reason;
    runEither(
      run,
      reason,
      object.values.map((each) => () => {
        setMember(each, name, value, run);
        return true;
      }),
    );
  } else if (object instanceof PyObject && !(object instanceof PyCallable) && !(object instanceof LibraryModule))
    run.host.setAttribute(object, name, value);
}

/** What `object.__setattr__` of Python's own does. */
function setPlainly(object: UserObject, name: string, value: Data, run: Run): void {
  const property = findInClass(object.type, name);
  if (property instanceof UserFunction && property.setter !== undefined) {
    property.setter.call([object, value], new Map());
    return;
  }
  if (isSetter(property)) {
    callSpecial(property, '__set__', object, value);
    return;
  }
  const { base } = object;
  if (base !== undefined && !object.attributes.has(name) && run.host.getAttribute(base, name) !== undefined)
    run.host.setAttribute(base, name, value);
  else object.attributes.set(name, value);
}

/** Calls a method that an object of the program may have; undefined where it has none. */
export function callMember(
  object: UserObject,
  name: string,
  positional: readonly Data[],
  node: PyNode,
  run: Run,
): Data | undefined {
  const method = findInClass(object.type, name);
  if (!(method instanceof UserFunction)) return undefined;
  return callValue(method, { positional: [object, ...positional], named: new Map(), open: undefined }, node, run);
}
