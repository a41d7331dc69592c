import type { Data } from '../data/value.js';
import { jobClasses, jobClassMethods, jobConstants, jobFunctions } from './jobs/registry.js';
import { modelClasses, modelConstants, modelFunctions } from './models/registry.js';
import type { SdkClassMethod, SdkConstructor, SdkFunction } from './sdk-object.js';
import { trainingClasses, trainingClassMethods, trainingConstants, trainingFunctions } from './training/registry.js';

/** The SDK's classes that the core has, by the canonical path of 2.257.6 (or, for what only v1 has, of 1.72.0). */
export const classes: Readonly<Record<string, SdkConstructor>> = { ...trainingClasses, ...modelClasses, ...jobClasses };

/** The SDK's functions that the core has, by canonical path. */
export const functions: Readonly<Record<string, SdkFunction>> = {
  ...trainingFunctions,
  ...modelFunctions,
  ...jobFunctions,
};

/** Class methods and static methods, by canonical path of the class and name: `sagemaker.estimator.Estimator.attach`. */
export const classMethods: Readonly<Record<string, SdkClassMethod>> = {
  ...trainingClassMethods,
  ...jobClassMethods,
};

/** Members of classes that are constants, by canonical path: `sagemaker.tuner.WarmStartTypes.TRANSFER_LEARNING`. */
export const constants: Readonly<Record<string, Data>> = {
  ...trainingConstants,
  ...modelConstants,
  ...jobConstants,
};
