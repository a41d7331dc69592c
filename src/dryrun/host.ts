import { PythonError } from '../data/errors.js';
import { type Data, Dict, List, PyCallable, type PyObject, Tuple, Unknown } from '../data/value.js';
import { Deserializer } from '../estimator/models/deserializers.js';
import { Serializer } from '../estimator/models/serializers.js';
import { classes, classMethods, constants, functions } from '../estimator/registry.js';
import { type Arguments, MORE } from '../estimator/sdk-object.js';
import { send } from '../estimator/send.js';
import { Session } from '../estimator/session.js';
import { OWN_IMAGE_KEYWORDS } from '../estimator/training/model-arguments.js';
import type { World } from '../estimator/world.js';
import type { SdkApi } from '../sdk/api.js';
import { instanceSymbols } from '../sdk/moved-symbols.js';
import { v1, v2 } from '../sdk/tables.js';
import type { CallArguments } from '../semantic/run/callables.js';
import type { Host } from '../semantic/run/host.js';
import { botoClient, botoSession } from '../semantic/run/library/boto3.js';
import { LibraryModule, NativeFunction } from '../semantic/run/library-objects.js';
import { mixedValue } from '../semantic/run/records.js';
import type { Run } from '../semantic/run/state.js';
import { UserObject } from '../semantic/run/user-objects.js';
import { bindArguments } from './bind.js';
import { overrideMethod, ownMethod } from './overrides.js';
import { currentAttribute, currentParameter, currentPath, formerPath } from './versions.js';

/** The paths of the core's classes, to find the signature of a method of an object. */
const paths = new Map<unknown, string>(Object.entries(classes).map(([path, type]) => [type, path]));

/**
 * The estimator core as the evaluator calls it: binds arguments by the SDK's own signatures, and in the v1 dialect gives v1's
 * names their v2 spelling. What the core does not have gives an unknown value.
 */
export function createHost(world: World, run: () => Run): Host {
  return markErrors(createCore(world, run), run);
}

function createCore(world: World, run: () => Run): Host {
  const isV1 = world.settings.sdk === 'v1';
  const api: SdkApi = isV1 ? v1 : v2;

  /** The canonical path, in the SDK at hand, of the class of an object. */
  function pathOf(object: PyObject): string {
    for (let type: unknown = object.constructor; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
      const path = paths.get(type);
      if (path !== undefined) return isV1 && api.lineage(path).length === 0 ? formerPath(path) : path;
    }
    return '';
  }

  function rename(path: string, method: string | undefined): (parameter: string) => string {
    return isV1 ? (parameter) => currentParameter(path, method, parameter) : (parameter) => parameter;
  }

  function bind(name: string, path: string, method: string | undefined, args: CallArguments): Arguments {
    const signature = method === undefined ? api.signature(path) : api.method(path, method);
    const taken = method === undefined && !isV1 && hasOwnImage(path) ? withoutIgnored(args) : args;
    const bound = bindArguments(path, name, signature, taken, rename(path, method));
    const more = signature?.acceptsAnyKeyword === true && args.open !== undefined ? { [MORE]: args.open } : {};
    return {
      ...Object.fromEntries(Object.entries(bound).map(([key, value]) => [key, withoutSubclass(value)])),
      ...more,
    };
  }

  function nameOf(object: PyObject, name: string): string {
    if (!isV1 || has(object, name)) return name;
    const current = currentAttribute(name);
    return has(object, current) ? current : name;
  }

  return {
    construct(path, args) {
      const type = (isV1 ? classes[path] : undefined) ?? classes[currentPath(path)];
      if (type === undefined) return new Unknown(`an object of ${path}, which the dry run does not know`);
      return new type(bind(`${last(path)}()`, path, undefined, args), world);
    },
    callFunction(path, args) {
      const made = (isV1 ? functions[path] : undefined) ?? functions[currentPath(path)];
      if (made === undefined) return new Unknown(`the result of ${path}(), which the dry run does not know`);
      return made(bind(`${last(path)}()`, path, undefined, args), world);
    },
    callClassMethod(path, name, args) {
      const owner = classes[path] ?? classes[currentPath(path)];
      const found = [path, currentPath(path), ...v2.lineage(currentPath(path))]
        .map((each) => classMethods[`${each}.${name}`])
        .find((each) => each !== undefined);
      if (found === undefined || owner === undefined)
        return new Unknown(`the result of ${last(path)}.${name}(), which the dry run does not know`);
      return found(bind(`${name}()`, path, name, args), world, owner);
    },
    callMethod(object, name, args) {
      const known = nameOf(object, name);
      const method = ownMethod(object, known);
      const path = isV1 ? pathOf(object) : '';
      // What came after v1: `set_hyperparameters` of frameworks.
      if (known === name && v1.method(path, name) === undefined && v2.method(currentPath(path), name) !== undefined)
        throw new PythonError('AttributeError', `${object.className} has no attribute ${name}`);
      if (object instanceof PyCallable && name === '__call__') return object.call(args.positional, args.named);
      if (typeof method !== 'function') return new Unknown(`the result of ${name}() of a ${object.className}`);
      return (method.call(object, bind(`${name}()`, pathOf(object), name, args)) as Data | undefined) ?? null;
    },
    override(object, name, call) {
      const own = (named: ReadonlyMap<string, Data>): Data =>
        withoutSubclass(call({ positional: [], named: new Map(named), open: undefined }));
      overrideMethod(object, nameOf(object, name), own);
    },
    hasMethod(object, name) {
      if (isHidden(name)) return false;
      return typeof Reflect.get(object, nameOf(object, name)) === 'function';
    },
    getAttribute(object, name) {
      if (isHidden(name)) return undefined;
      if (object instanceof Session && CLIENTS.has(name)) return clientOf(object, name, run());
      const value: unknown = object.getAttribute(nameOf(object, name));
      return typeof value === 'function' ? undefined : (value as Data | undefined);
    },
    setAttribute(object, name, value) {
      if (!isHidden(name)) object.setAttribute(nameOf(object, name), withoutSubclass(value));
    },
    constant(path) {
      const known = constants[path] ?? constants[currentPath(path)];
      if (known !== undefined) return known;
      if (HELD.has(path)) return moduleOfFunctions(path, world);
      const made = instanceSymbols.get(path);
      const type = made === undefined ? undefined : classes[v2.resolve(made)?.path ?? made];
      if (type !== undefined) return new type({}, world);
      return new Unknown(`${path} of the SDK`);
    },
    sendDirectly(operation, args) {
      const request = new Dict([...args.named].map(([name, value]) => [name, withoutSubclass(value)]));
      request.open = args.open;
      send(world, operation, request);
      return new Unknown(`the answer of AWS to ${operation} at ${placeOf(run())}`);
    },
  };
}

/** Models with an image and predictor of their own drop others (2.257.6 amazon/*.py, sparkml/model.py: `pop_out_unused_kwarg`). */
function hasOwnImage(path: string): boolean {
  return /^sagemaker\.(?:amazon\.\w+\.\w+Model|sparkml\.model\.SparkMLModel)$/.test(path);
}

function withoutIgnored(args: CallArguments): CallArguments {
  return { ...args, named: new Map([...args.named].filter(([name]) => !OWN_IMAGE_KEYWORDS.includes(name))) };
}

/** Attributes of a session that are objects of boto3. */
const CLIENTS: ReadonlySet<string> = new Set(['boto_session', 'sagemaker_client', 'sagemaker_runtime_client']);

/** What the session was given, or made for itself. */
function clientOf(session: Session, name: string, run: Run): Data {
  const given = session.getAttribute(name);
  if (given !== undefined && given !== null) return given;
  const region = session.boto_region_name;
  if (name === 'boto_session') return botoSession(region, run);
  return botoClient(name === 'sagemaker_client' ? 'sagemaker' : 'sagemaker-runtime', region, run);
}

/** Paths of what holds functions of the core, and is no module of the SDK: `sagemaker.debugger.rule_configs`. */
const HELD: ReadonlySet<string> = new Set(Object.keys(functions).map((path) => path.slice(0, path.lastIndexOf('.'))));

function moduleOfFunctions(path: string, world: World): LibraryModule {
  return new LibraryModule(path, (name) => {
    const found = functions[`${path}.${name}`];
    return (
      found &&
      new NativeFunction(name, (args) =>
        found(
          bindArguments(`${path}.${name}`, `${name}()`, undefined, args, (each) => each),
          world,
        ),
      )
    );
  });
}

/** What a call into the SDK costs, in steps of the evaluator. */
const CALL_STEPS = 100;

/** Notes of every exception that leaves the SDK that it is the SDK's. */
function markErrors(host: Host, run: () => Run): Host {
  const mark = <Args extends unknown[], Result>(call: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      try {
        return call(...args);
      } catch (error) {
        if (error instanceof PythonError) run().fromSdk.add(error);
        throw error;
      }
    };
  };
  // Values in places for which no SDK has a use (an estimator for a session) are more than the core is made for.
  const follow = <Args extends unknown[], Result>(call: (...args: Args) => Result, steps = CALL_STEPS) =>
    mark((...args: Args): Result | Unknown => {
      const { at } = run();
      run().step(steps);
      try {
        return call(...args);
      } catch (error) {
        if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
        if (at !== undefined) run().missed.set(at, 'a call with values that the dry run has no use for');
        return new Unknown('the result of a call that is not followed');
      }
    });
  return {
    ...host,
    construct: follow(host.construct),
    callFunction: follow(host.callFunction),
    callClassMethod: follow(host.callClassMethod),
    callMethod: follow(host.callMethod),
    getAttribute: follow(host.getAttribute, 1),
    setAttribute: follow(host.setAttribute, 1),
    sendDirectly: follow(host.sendDirectly),
  };
}

function placeOf(run: Run): string {
  return run.at === undefined ? 'run time' : run.placeOf(run.at);
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function has(object: PyObject, name: string): boolean {
  return name in object || object.getAttribute(name) !== undefined;
}

/** Members of the core that are no members of the SDK: everything that isn't spelt as Python spells it. */
const HIDDEN: ReadonlySet<string> = new Set(['constructor', 'world']);

function isHidden(name: string): boolean {
  return HIDDEN.has(name) || /[A-Z]/.test(name.slice(1)) || (name.startsWith('_') && name !== '_hyperparameters');
}

function isSerde(base: PyObject): boolean {
  return base instanceof Serializer || base instanceof Deserializer;
}

/** The SDK's part of an object whose class extends one of the SDK's: all that the core can use of it. */
function withoutSubclass(value: Data): Data {
  const mixed = mixedValue(value);
  if (mixed !== undefined) return mixed;
  // A serializer of the program's own stays what it is: its methods are what the core calls.
  if (value instanceof UserObject && value.base !== undefined && !isSerde(value.base)) return value.base;
  if (value instanceof UserObject && value.made instanceof Unknown && value.base === undefined) return value.made;
  if (value instanceof UserObject && value.content !== undefined) return withoutSubclass(value.content);
  if (value instanceof List && value.items.some((item) => item instanceof UserObject))
    return new List(value.items.map(withoutSubclass));
  if (value instanceof Dict && [...value.values()].some((item) => item instanceof UserObject))
    return new Dict([...value].map(([key, item]) => [key, withoutSubclass(item)]));
  if (value instanceof Tuple && value.items.some((item) => item instanceof UserObject))
    return new Tuple(value.items.map(withoutSubclass));
  return value;
}
