import type { SdkConstructor, SdkFunction } from '../sdk-object.js';

/** Amazon algorithms, tuners, processors. */
export const jobClasses: Readonly<Record<string, SdkConstructor>> = {};

/** Functions of the same modules. */
export const jobFunctions: Readonly<Record<string, SdkFunction>> = {};
