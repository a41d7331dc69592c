import type { Data } from '../../data/value.js';
import { argumentsOf, type PlainArguments } from '../sdk-object.js';
import { HostedModel } from './hosted-model.js';
import { registerModel } from './registration.js';

/** A model of an image and data. SDK 2.257.6 model.py:150, 1.72.0 model.py:58. */
export class Model extends HostedModel {
  /**
   * Registers the model as a model package.
   *
   * @returns the model package
   * @throws PythonError `ValueError` for arguments that a package cannot have
   */
  register(args: PlainArguments = {}): Data {
    return registerModel(this, argumentsOf(args));
  }
}
