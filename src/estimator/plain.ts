import { type Data, Dict, List, type Plain, PyObject } from '../data/value.js';
import { type Arguments, argumentsOf, type PlainArguments, type SdkConstructor, SdkObject } from './sdk-object.js';
import type { SentRequest, World } from './world.js';

/**
 * A class of the core as callers in TypeScript use it: constructors and methods take plain arrays and objects, and a method that gives
 * nothing in Python (`fit`, `transform`, `run`) gives the requests that it has sent.
 */
export type PlainClass<Type extends SdkConstructor> = new (
  args: PlainInput,
  world?: World,
) => PlainObject<InstanceType<Type>>;

/** Arguments by the SDK's names: plain values, arrays and objects, data, and objects of other plain classes. */
export type PlainInput = Readonly<Record<string, Plain | object>>;

/** An object of a {@link PlainClass}. */
export type PlainObject<Type> = {
  readonly [Name in keyof Type]: Type[Name] extends (args: Arguments) => infer Result
    ? (args?: PlainInput) => Result extends SdkObject ? PlainObject<Result> : PlainResult
    : Type[Name];
};

/** What a method gives: another object, a value, or the requests that it has sent. */
export type PlainResult = PlainObject<SdkObject & Methods> | Exclude<Data, SdkObject> | readonly SentRequest[];

/** Methods of objects of which only the program knows the class. */
interface Methods {
  readonly [name: string]: unknown;
}

/** The core's objects behind the plain ones. */
const cores = new WeakMap<object, SdkObject>();

/** Makes a class of the core usable with plain arguments. */
export function plainClass<Type extends SdkConstructor>(type: Type): PlainClass<Type> {
  return new Proxy(type, {
    construct: (target, [args = {}, world]: [PlainInput?, World?]) =>
      plainObject(new target(withoutWrappers(args), world ?? worldOf(args))),
  }) as unknown as PlainClass<Type>;
}

/** Objects that work together share a world. */
function worldOf(args: PlainInput): World | undefined {
  for (const value of Object.values(args)) {
    const core = typeof value === 'object' && value !== null ? cores.get(value) : undefined;
    if (core !== undefined) return core.world;
  }
  return undefined;
}

function plainObject(core: SdkObject): object {
  const wrapper = new Proxy(core, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value instanceof SdkObject ? plainObject(value) : value;
      return (args: PlainInput = {}): unknown => {
        const before = target.world.requests.length;
        const result: unknown = value.call(target, argumentsOf(withoutWrappers(args)));
        if (result instanceof SdkObject) return plainObject(result);
        return result === null || result === undefined ? target.world.requests.slice(before) : result;
      };
    },
  });
  cores.set(wrapper, core);
  return wrapper;
}

function withoutWrappers(args: PlainInput): PlainArguments {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, withoutWrapper(value)]));
}

function withoutWrapper(value: Plain | object): Plain {
  if (typeof value !== 'object' || value === null) return value as Plain;
  const core = cores.get(value);
  if (core !== undefined) return core;
  if (Array.isArray(value)) return value.map(withoutWrapper);
  if (value instanceof PyObject || value instanceof Dict || value instanceof List) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value as Plain;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutWrapper(item)]));
}
