import type { Data, PyObject } from '../../data/value.js';
import type { CallArguments } from './callables.js';

/**
 * What the SDK does when the program calls it. The evaluator knows nothing of it: it hands over calls with their values, and
 * gets back values. All methods may throw a `PythonError`, as the SDK would.
 */
export interface Host {
  /** Makes an object of the class at the canonical path. */
  construct(path: string, args: CallArguments): Data;
  /** Calls the function at the canonical path. */
  callFunction(path: string, args: CallArguments): Data;
  /** Calls a method that the class itself has (`PyTorch.attach(…)`). */
  callClassMethod(path: string, name: string, args: CallArguments): Data;
  /** Calls a method of an object. */
  callMethod(object: PyObject, name: string, args: CallArguments): Data;
  /** Notes that the program's class puts a method of its own in the place of the object's; the SDK may then call that. */
  override(object: PyObject, name: string, call: (args: CallArguments) => Data): void;
  /** Whether the object has a method of that name. */
  hasMethod(object: PyObject, name: string): boolean;
  /** An attribute; undefined where the object has none of that name. */
  getAttribute(object: PyObject, name: string): Data | undefined;
  setAttribute(object: PyObject, name: string, value: Data): void;
  /** The value of a constant, class attribute or other member at an importable path. */
  constant(path: string): Data;
  /** A request that the program sends by itself, without the SDK: `boto3.client("sagemaker").create_model(…)`. */
  sendDirectly(operation: string, args: CallArguments): Data;
}
