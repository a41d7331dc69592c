import { Unknown } from '../../../data/value.js';
import type { SdkObject } from '../../sdk-object.js';
import { trainingClasses } from '../../training/registry.js';
import { amazonClasses } from '../amazon/registry.js';

/** The module that the SDK defines an object's class in: `sagemaker.mxnet.estimator`; unknown for a class of the program. */
export function moduleOf(object: SdkObject): string | Unknown {
  const all = Object.entries({ ...trainingClasses, ...amazonClasses });
  const path = all.find(([, made]) => made === object.constructor)?.[0];
  if (path === undefined) return new Unknown(`the module of the class ${object.className}`);
  return path.slice(0, path.lastIndexOf('.'));
}
