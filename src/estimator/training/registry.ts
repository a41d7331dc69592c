import type { SdkClassMethod, SdkConstructor, SdkFunction } from '../sdk-object.js';

/** Session, inputs, estimators. */
export const trainingClasses: Readonly<Record<string, SdkConstructor>> = {};

/** Functions of the same modules. */
export const trainingFunctions: Readonly<Record<string, SdkFunction>> = {};

/** Class methods of the same classes. */
export const trainingClassMethods: Readonly<Record<string, SdkClassMethod>> = {};
