import type { PyNode } from '../python/node.js';
import { instanceSymbols } from '../sdk/moved-symbols.js';
import { acceptOf, contentTypeOf } from '../sdk/serde.js';
import { evaluate } from './expressions.js';
import type { AttributeFact } from './facts.js';
import { lookUpHere } from './frame.js';
import { callFunction } from './functions.js';
import { hintFor } from './hints.js';
import { type Context, recordAttribute } from './machine.js';
import { noteReference } from './references.js';
import { hasMethod, lineageOf, memberOfModule, spelledHere, symbolAt } from './sdk-objects.js';
import { attributeResult } from './sdk-results.js';
import {
  alternatives,
  type ClassValue,
  type FunctionValue,
  type Instance,
  isNone,
  join,
  joinAll,
  type SdkValue,
  unknown,
  type Value,
} from './values.js';

/** The value of `object.name`, with the use noted where the object is the SDK's. */
export function readAttribute(node: PyNode, context: Context, access: AttributeFact['access']): Value {
  const [objectNode, nameNode] = node.children;
  if (objectNode === undefined || nameNode === undefined) return unknown('half an expression');
  const object = ownerObject(objectNode, context);
  const name = nameNode.text;
  const value = attributeOf(object, name, context);
  noteAttribute(node, nameNode, name, object, access, undefined, undefined, context);
  noteReference(node, value, context);
  return value;
}

/** `object.name = value`. */
export function writeAttribute(node: PyNode, value: Value, valueNode: PyNode | undefined, context: Context): void {
  const [objectNode, nameNode] = node.children;
  if (objectNode === undefined || nameNode === undefined) return;
  const object = ownerObject(objectNode, context);
  const name = nameNode.text;
  for (const each of alternatives(object)) {
    if (each.kind !== 'instance') continue;
    if (context.machine.isElsewhere) {
      const { writes } = each.elsewhere;
      const before = writes.get(name);
      writes.set(name, before === undefined ? value : join(before, value));
      continue;
    }
    const known = each.writes.findIndex((write) => write.target === node);
    const write = { name, target: node, valueNode, value };
    if (known < 0) each.writes.push(write);
    else each.writes[known] = { ...write, value: join(each.writes[known]?.value ?? value, value) };
  }
  noteAttribute(node, nameNode, name, object, 'write', valueNode, value, context);
}

/** The object of an attribute. Where a variable is only known as `None`, something else is put there first: its name speaks. */
function ownerObject(node: PyNode, context: Context): Value {
  const object = evaluate(node, context);
  const isPlaceholder = isNone(object) && node.type === 'identifier' && context.machine.facts.imports.length > 0;
  return (isPlaceholder ? hintFor(context.machine, node.text) : undefined) ?? object;
}

/** Notes the use of an attribute (or of one that a string names) of what may be an SDK object. */
export function noteAttribute(
  node: PyNode,
  nameNode: PyNode,
  name: string,
  object: Value,
  access: AttributeFact['access'],
  valueNode: PyNode | undefined,
  value: Value | undefined,
  context: Context,
): void {
  // Most objects of a program are those of other packages.
  if (object.kind === 'foreign' && !isLocalForeign(object)) return;
  const parts = alternatives(object)
    .map((each) => (each.kind === 'super' ? baseObject(each.owner, each.self) : each))
    .filter((each) => !isNone(each));
  const receivers = parts.filter((each): each is Instance | SdkValue => isSdkObject(each));
  if (receivers.length === 0 && parts.some((each) => each.kind !== 'unknown' && !isLocalForeign(each))) return;
  const isCertain = receivers.length === parts.length && receivers.length > 0;
  recordAttribute(context.machine, { node, name, nameNode, receivers, isCertain, access, valueNode, value });
}

/** Something that another file of the same project gave. */
function isLocalForeign(value: Value): boolean {
  return value.kind === 'foreign' && value.path.startsWith('.');
}

function isSdkObject(value: Value): boolean {
  if (value.kind === 'instance') return value.classPath !== '';
  return value.kind === 'sdk' && symbolAt(value.path)?.kind === 'class';
}

/** What `object.name` stands for. */
export function attributeOf(object: Value, name: string, context: Context): Value {
  if (object.kind !== 'one-of') return attributeOfOne(object, name, context);
  return (
    joinAll(object.values.filter((each) => !isNone(each)).map((each) => attributeOfOne(each, name, context))) ??
    unknown('an attribute of None')
  );
}

function attributeOfOne(object: Value, name: string, context: Context): Value {
  switch (object.kind) {
    case 'foreign':
      return object.member?.(name) ?? { kind: 'foreign', path: `${object.path}.${name}` };
    case 'sdk-version':
      return object;
    case 'sdk':
      return attributeOfSymbol(spelledHere(object, context.machine), name);
    case 'instance':
      return attributeOfInstance(object, name, context);
    case 'class':
      return attributeOfClass(object, name);
    case 'super':
      return attributeOfSuper(object.owner, object.self, name);
    case 'dict':
    case 'sequence':
    case 'constant':
    case 'text':
      return { kind: 'method', receiver: object, name, function: undefined };
    default:
      return unknown(`the attribute ${name} of something unknown`);
  }
}

function attributeOfSymbol(symbol: SdkValue, name: string): Value {
  if (name === '__version__') return { kind: 'sdk-version' };
  const found = symbolAt(symbol.path);
  if (found?.kind === 'module')
    return memberOfModule(symbol, name) ?? unknown(`${symbol.path}.${name}, which the SDK does not have`);
  if (found?.kind === 'class') return { kind: 'method', receiver: symbol, name, function: undefined };
  const header = headerOf(instanceSymbols.get(found?.path ?? '') ?? '', name);
  return header ?? unknown(`an attribute of ${symbol.path}`);
}

/** The type that a serializer (or deserializer) has by itself, as the ready-made objects of v1 and its classes call it. */
function headerOf(classPath: string, name: string): Value | undefined {
  const find = HEADERS[name];
  const [, module, own] = /^sagemaker\.(serializers|deserializers)\.(\w+)$/.exec(classPath) ?? [];
  const text = find?.(classPath) ?? (own === undefined ? undefined : find?.(`sagemaker.base_${module}.${own}`));
  return text === undefined ? undefined : { kind: 'constant', value: text };
}

/** `ACCEPT` is a tuple in v2, and no text. */
const HEADERS: Readonly<Record<string, ((path: string) => string | undefined) | undefined>> = {
  content_type: contentTypeOf,
  CONTENT_TYPE: contentTypeOf,
  accept: acceptOf,
};

function attributeOfInstance(instance: Instance, name: string, context: Context): Value {
  const written = instance.writes.filter((write) => write.name === name).map((write) => write.value);
  const elsewhere = instance.elsewhere.writes.get(name);
  if (elsewhere !== undefined) written.push(...alternatives(elsewhere));
  const values = written.filter((value) => !isNone(value));
  const known = joinAll(values.length > 0 ? values : written);
  if (known !== undefined) return known;
  const method = instance.userClass === undefined ? undefined : findMethod(instance.userClass, name);
  if (method?.kind === 'function') {
    const bound: Value = { kind: 'method', receiver: instance, name, function: method };
    return isProperty(method) ? callFunction(method, [], instance, method.node, context) : bound;
  }
  if (method !== undefined) return method;
  if (instance.classPath === '') return unknown(`the attribute ${name} of an object of the program`);
  const isDefault = instance.construction?.arguments.length === 0 && instance.construction.opaqueKeywords === undefined;
  return (
    attributeResult(instance, name) ??
    (isDefault ? headerOf(instance.classPath, name) : undefined) ??
    (hasMethod(instance.classPath, name)
      ? { kind: 'method', receiver: instance, name, function: undefined }
      : unknown(`the attribute ${name} of an SDK object`))
  );
}

function attributeOfClass(owner: ClassValue, name: string): Value {
  const found = findMethod(owner, name);
  if (found !== undefined) return found;
  if (owner.classPath === '') return unknown(`the attribute ${name} of a class`);
  return { kind: 'method', receiver: sdkBaseOf(owner), name, function: undefined };
}

function attributeOfSuper(owner: ClassValue, self: Instance, name: string): Value {
  for (const base of owner.bases) {
    if (base.kind === 'class') {
      const found = findMethod(base, name);
      if (found?.kind === 'function') return { kind: 'method', receiver: self, name, function: found };
    }
  }
  if (owner.classPath === '') return unknown('a method of a base class');
  return { kind: 'method', receiver: baseObject(owner, self), name, function: undefined };
}

/** What `super()` stands for where the class extends the SDK's: the object without what the program's classes add. */
function baseObject(owner: ClassValue, self: Instance): Instance {
  return { ...self, classPath: owner.classPath, userClass: undefined };
}

/** The class's own or inherited method or class attribute, among the classes of the program. */
export function findMethod(owner: ClassValue, name: string): Value | undefined {
  const own = lookUpHere(owner.frame, name);
  if (own !== undefined) return own;
  for (const base of owner.bases) {
    const found = base.kind === 'class' ? findMethod(base, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The SDK class that a class of the program extends, as a value. */
export function sdkBaseOf(owner: ClassValue): SdkValue {
  return { kind: 'sdk', path: owner.classPath, evidence: owner.evidence, binding: undefined };
}

function isProperty(method: FunctionValue): boolean {
  const decorated = method.node.parent;
  return (
    decorated?.type === 'decorated_definition' &&
    decorated.children.some((child) => child.type === 'decorator' && child.text.replace('@', '').trim() === 'property')
  );
}

/** Whether the class at the path is, or extends, the other. */
export function extendsClass(classPath: string, base: string): boolean {
  return lineageOf(classPath).includes(base);
}
