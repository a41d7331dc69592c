import { type Data, Dict, numberOf, Tuple, Unknown } from '../../data/value.js';
import { type CallArguments, Callable, raise } from './callables.js';
import { equal } from './comparisons.js';
import { LibraryObject, NativeFunction } from './library-objects.js';
import type { Scope } from './state.js';
import {
  classesOf,
  findInClass,
  SpecialBase,
  specialClassOf,
  UserClass,
  UserFunction,
  UserObject,
} from './user-objects.js';

/** Gives an object of a dataclass or named tuple its fields, as the `__init__` that Python writes for it does. */
export function fillRecord(made: UserObject, type: UserClass, args: CallArguments): void {
  const rest = [...args.positional];
  const named = new Map(args.named);
  const handed: Data[] = [];
  for (const name of type.parameters ?? type.fields) {
    const placed = rest.shift();
    const given = placed === undefined ? named.get(name) : placed;
    named.delete(name);
    const value = given === undefined ? defaultOf(type, name, args.open) : given;
    if (type.fields.includes(name)) made.attributes.set(name, value);
    else handed.push(value);
  }
  if (rest.length > 0) raise('TypeError', `${type.name}() got too many arguments`);
  const [surplus] = named.keys();
  if (surplus !== undefined) raise('TypeError', `${type.name}() has no parameter ${surplus}`);
  const finish = classesOf(made.type).find((each) => each.scope.names.has('__post_init__'));
  const method = finish?.scope.names.get('__post_init__');
  if (method instanceof UserFunction) method.call([made, ...handed], new Map());
}

function defaultOf(type: UserClass, name: string, open: Unknown | undefined): Data {
  if (open !== undefined) return open;
  for (const each of classesOf(type)) {
    const written = each.scope.names.get(name);
    if (written === undefined || written instanceof FieldOnly) continue;
    if (!(written instanceof LibraryObject) || written.type !== 'field') return written;
    const factory = written.attributes.get('default_factory');
    if (factory instanceof Callable) return factory.call([], new Map());
    const value = written.attributes.get('default');
    if (value !== undefined) return value;
  }
  return raise('TypeError', `${type.name}() needs the argument ${name}`);
}

/** What a class has under the name of a field that it only declares. */
export class FieldOnly extends Unknown {}

/** `dataclasses.field(…)` as it stands in a class body. */
export function fieldOf(args: CallArguments): LibraryObject {
  const made = new LibraryObject('field', () => undefined);
  for (const [name, value] of args.named) made.attributes.set(name, value);
  return made;
}

/** Makes a class whose body has run a dataclass. */
export function makeDataclass(
  type: UserClass,
  options: { readonly isFrozen: boolean; readonly isOrdered: boolean },
): void {
  const fields = new Set<string>();
  for (const each of classesOf(type).toReversed())
    for (const name of each === type ? each.scope.annotated : (each.parameters ?? each.fields)) fields.add(name);
  type.kind = 'record';
  type.isFrozen = options.isFrozen;
  type.isOrdered = options.isOrdered;
  type.parameters = [...fields];
  const handedOn = new Set(classesOf(type).flatMap((each) => [...each.scope.initOnly]));
  type.fields = type.parameters.filter((name) => !handedOn.has(name));
}

/** Makes a class whose body has run what the base says that it extends makes of it. */
export function finishClass(type: UserClass, body: Scope): void {
  const bases = classesOf(type).flatMap((each) => each.bases);
  const extendsOne = (...names: readonly string[]): boolean =>
    bases.some((base) => base instanceof SpecialBase && names.includes(base.name));
  if (extendsOne('NamedTuple')) {
    type.kind = 'tuple';
    type.fields = body.annotated;
  } else if (extendsOne('Enum', 'IntEnum', 'StrEnum')) makeEnum(type, body);
}

function makeEnum(type: UserClass, body: Scope): void {
  const members: [string, UserObject][] = [];
  for (const [name, value] of body.names) {
    if (name.startsWith('_') || value instanceof Callable) continue;
    const made = new UserObject(type);
    const isAuto = value instanceof LibraryObject && value.type === 'auto';
    made.attributes.set('name', name);
    made.attributes.set('value', isAuto ? members.length + 1 : value);
    const initializer = findInClass(type, '__init__');
    if (initializer instanceof UserFunction)
      initializer.call([made, ...(value instanceof Tuple ? value.items : [value])], new Map());
    members.push([name, made]);
  }
  type.kind = 'enum';
  const bases = classesOf(type).flatMap((each) => each.bases);
  type.isMixed = bases.some(
    (base) => (base instanceof SpecialBase && /^(?:Int|Str)Enum$/.test(base.name)) || base instanceof NativeFunction,
  );
  type.fields = members.map(([name]) => name);
  for (const [name, made] of members) body.names.set(name, made);
}

/** The members of an enumeration, in order. */
export function membersOf(type: UserClass): readonly Data[] {
  return type.fields.flatMap((name) => type.scope.names.get(name) ?? []);
}

/** `Size("big")`: the member of an enumeration that has a value. */
export function memberByValue(type: UserClass, value: Data): Data {
  if (value instanceof Unknown) return new Unknown(value.reason);
  if (value instanceof UserObject && value.type === type) return value;
  const found = membersOf(type).find(
    (each) => each instanceof UserObject && equal(each.attributes.get('value') ?? null, value) === true,
  );
  return found ?? raise('ValueError', `${type.name} has no such value`);
}

/** What a member of an enumeration is besides, where its class extends `str` or `int` too: its value. */
export function mixedValue(object: Data): Data | undefined {
  if (!(object instanceof UserObject)) return undefined;
  return specialClassOf(object.type)?.isMixed === true ? object.attributes.get('value') : undefined;
}

/** The values of a dataclass's or named tuple's fields, in order; undefined for any other object. */
export function fieldValues(object: Data): readonly [string, Data][] | undefined {
  const special = object instanceof UserObject ? specialClassOf(object.type) : undefined;
  if (special === undefined || special.kind === 'enum' || !(object instanceof UserObject)) return undefined;
  return special.fields.map((name) => [name, object.attributes.get(name) ?? null]);
}

/** What a named tuple is as a tuple; undefined for any other object. */
export function tupleOf(object: Data): Tuple | undefined {
  const isTuple = object instanceof UserObject && specialClassOf(object.type)?.kind === 'tuple';
  return isTuple ? new Tuple(fieldValues(object)?.map(([, value]) => value) ?? []) : undefined;
}

/** An object with the fields of another, some of them replaced: `dataclasses.replace`, `_replace`. */
export function replaceFields(object: Data, changes: ReadonlyMap<string, Data>): Data {
  const fields = fieldValues(object);
  if (fields === undefined || !(object instanceof UserObject)) return new Unknown('a changed copy of an object');
  const made = new UserObject(object.type);
  fillRecord(made, specialClassOf(object.type) ?? object.type, {
    positional: [],
    named: new Map([...fields, ...changes]),
    open: undefined,
  });
  return made;
}

/** Methods that Python gives to every named tuple. */
export function tupleMember(object: UserObject, name: string): Data | undefined {
  const special = specialClassOf(object.type);
  if (special?.kind !== 'tuple') return undefined;
  if (name === '_fields') return new Tuple(special.fields);
  if (name === '_asdict') return new NativeFunction(name, () => new Dict(fieldValues(object)));
  if (name === '_replace') return new NativeFunction(name, ({ named }) => replaceFields(object, named));
  return undefined;
}

/** The item of an enumeration by name (`Size["BIG"]`), or of a named tuple by place; undefined for any other value. */
export function itemOfRecord(object: Data, key: Data): Data | undefined {
  if (object instanceof UserClass && object.kind === 'enum')
    return typeof key === 'string' && object.fields.includes(key)
      ? object.scope.names.get(key)
      : raise('KeyError', 'the enumeration has no such member');
  const index = numberOf(key);
  const items = index === undefined ? undefined : tupleOf(object)?.items;
  if (items === undefined || index === undefined) return undefined;
  const item = items[index < 0 ? items.length + index : index];
  return item === undefined ? raise('IndexError', 'the tuple has no such item') : item;
}
