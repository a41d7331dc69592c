import { PythonError } from '../../data/errors.js';
import { type Data, PyObject } from '../../data/value.js';
import type { CallArguments } from './callables.js';
import { SdkSymbolValue } from './library-objects.js';
import type { Run } from './state.js';

/** The value that stands for an SDK symbol. */
export function sdkSymbol(path: string, run: Run): Data {
  const found = run.sdk.resolve(path);
  if (found?.kind === 'constant') return run.host.constant(found.path);
  const key = `sagemaker ${found?.path ?? path}`;
  const known = run.made.get(key);
  if (known !== undefined) return known;
  const made = new SdkSymbolValue(path, (at, args) => callSymbol(at, args, run));
  run.made.set(key, made);
  return made;
}

/**
 * A member of an SDK module; undefined where nothing is known of it.
 *
 * @throws PythonError where only the other SDK version has it
 */
export function sdkMember(module: string, name: string, run: Run): Data | undefined {
  const path = `${module}.${name}`;
  if (path === 'sagemaker.__version__') return run.sdk.version === 'v1' ? '1.72.0' : '2.257.6';
  if (run.sdk.resolve(path) !== undefined) return sdkSymbol(path, run);
  if (run.sdk.resolve(module)?.kind === 'class') return undefined;
  return run.other.resolve(path) === undefined
    ? undefined
    : refuse(run, 'AttributeError', `SageMaker SDK ${run.sdk.version} has no ${path}`);
}

function callSymbol(path: string, args: CallArguments, run: Run): Data {
  const found = run.sdk.resolve(path);
  if (found?.kind === 'class') {
    const made = run.host.construct(found.path, args);
    if (made instanceof PyObject) run.classes.set(made, found.path);
    return made;
  }
  return run.host.callFunction(found?.path ?? path, args);
}

/** Raises an exception of the SDK: what it does not have. */
export function refuse(run: Run, type: string, message: string): never {
  const error = new PythonError(type, message);
  run.fromSdk.add(error);
  throw error;
}
