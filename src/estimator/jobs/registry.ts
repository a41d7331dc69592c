import type { Data } from '../../data/value.js';
import type { SdkClassMethod, SdkConstructor, SdkFunction } from '../sdk-object.js';
import { airflowFunctions } from './airflow/registry.js';
import { amazonClasses } from './amazon/registry.js';
import { monitoringClasses, monitoringClassMethods } from './monitoring/registry.js';
import { processingClasses } from './processing/registry.js';
import { tuningClasses, tuningClassMethods, tuningConstants } from './tuning/registry.js';

/** Amazon algorithms, tuners, processors. */
export const jobClasses: Readonly<Record<string, SdkConstructor>> = {
  ...amazonClasses,
  ...tuningClasses,
  ...processingClasses,
  ...monitoringClasses,
};

/** Functions of the same modules. */
export const jobFunctions: Readonly<Record<string, SdkFunction>> = { ...airflowFunctions };

/** Class methods of the same classes. */
export const jobClassMethods: Readonly<Record<string, SdkClassMethod>> = {
  ...tuningClassMethods,
  ...monitoringClassMethods,
};

/** Constants of the same classes. */
export const jobConstants: Readonly<Record<string, Data>> = { ...tuningConstants };
