import { type Data, fromPlain, type Plain, PyObject, type Unknown } from '../data/value.js';
import { createWorld, type World } from './world.js';

/** Under this stands why a callable that takes any keyword may have been given more of them than are named. */
export const MORE: unique symbol = Symbol('more arguments');

/** Arguments by parameter name, as SDK 2.257.6 spells them (`instance_type`); what `**kwargs` takes is named too. */
export type Arguments = Readonly<Record<string, Data | undefined>> & { readonly [MORE]?: Unknown | undefined };

/** The same as a caller in TypeScript may write it: plain arrays and objects too. */
export type PlainArguments = Readonly<Record<string, Plain>> & { readonly [MORE]?: Unknown | undefined };

/**
 * An object of an SDK class. What Python code can reach has the SDK's own names (`fit`, `create_model`, `instance_type`): methods
 * take one object with the arguments by name, attributes are properties or getters. Everything else is `#private` or camelCase.
 */
export abstract class SdkObject extends PyObject {
  readonly world: World;

  constructor(world: World = createWorld()) {
    super();
    this.world = world;
  }

  override get className(): string {
    return this.constructor.name;
  }

  /** Whether the object behaves as in SDK 1.72.0. */
  get isV1(): boolean {
    return this.world.settings.sdk === 'v1';
  }
}

/** How the evaluator makes an object: arguments by name. */
export type SdkConstructor = new (args: PlainArguments, world?: World) => SdkObject;

/** A function of the SDK. */
export type SdkFunction = (args: Arguments, world: World) => Data;

/** A method of a class (`PyTorch.attach(…)`): called with the class that it was reached by. */
export type SdkClassMethod = (args: Arguments, world: World, owner: SdkConstructor) => Data;

/** Arguments of a caller in TypeScript as data. */
export function argumentsOf(args: PlainArguments): Arguments {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const more = args[MORE] === undefined ? {} : { [MORE]: args[MORE] };
  return { ...Object.fromEntries(given.map(([name, value]) => [name, fromPlain(value)])), ...more };
}
