import type { SdkConstructor, SdkFunction } from '../sdk-object.js';

/** Models, predictors, serializers, transformers. */
export const modelClasses: Readonly<Record<string, SdkConstructor>> = {};

/** Functions of the same modules. */
export const modelFunctions: Readonly<Record<string, SdkFunction>> = {};
