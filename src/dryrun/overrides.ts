import { type Data, Dict, type PyObject, Unknown } from '../data/value.js';
import type { Arguments } from '../estimator/sdk-object.js';

/** Calls a method of the program's own class with arguments by name. */
export type OwnMethod = (named: ReadonlyMap<string, Data>) => Data;

/**
 * Methods that the SDK calls on its own objects, so that a subclass can redefine them, with the arguments that it passes
 * (undefined: all). SDK 2.257.6 estimator.py:1234, 1758, model.py:899; 1.72.0 estimator.py:719, model.py:169.
 */
const CALLED: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['hyperparameters', []],
  ['training_image_uri', []],
  ['create_model', undefined],
  ['prepare_container_def', ['instance_type', 'accelerator_type']],
]);

/** Puts a method of the program's in the place of one that the SDK calls itself; any other only the program calls. */
export function overrideMethod(object: PyObject, name: string, call: OwnMethod): void {
  if (!CALLED.has(name) || typeof Reflect.get(object, name) !== 'function') return;
  const passed = CALLED.get(name);
  const value = (args: Arguments = {}): Data => {
    const named = Object.entries(args).filter(([key]) => passed === undefined || passed.includes(key));
    const result = call(new Map(named.flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]))));
    return name === 'create_model' || name === 'training_image_uri' ? result : asDictionary(result, name);
  };
  // Not enumerable: it is no part of what the object remembers.
  Object.defineProperty(object, name, { value, configurable: true });
}

/** The SDK's own method, also where the program's class has redefined it: what `super()` means. */
export function ownMethod(object: PyObject, name: string): unknown {
  const isRedefined = CALLED.has(name) && Object.hasOwn(object, name);
  return Reflect.get(isRedefined ? Object.getPrototypeOf(object) : object, name);
}

function asDictionary(value: Data, name: string): Dict {
  if (value instanceof Dict) return value;
  const made = new Dict();
  made.open = value instanceof Unknown ? value : new Unknown(`what ${name}() gives`);
  return made;
}
