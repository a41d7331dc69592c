import { type Data, Unknown } from '../../../data/value.js';
import type { SdkClassMethod, SdkConstructor } from '../../sdk-object.js';
import {
  HyperbandStrategyConfig,
  InstanceConfig,
  StrategyConfig,
  TuningJobCompletionCriteriaConfig,
  WarmStartConfig,
  WarmStartTypes,
} from './configs.js';
import { createTuner } from './create.js';
import { CategoricalParameter, ContinuousParameter, IntegerParameter } from './parameters.js';
import { HyperparameterTuner } from './tuner.js';

/** Tuners, their ranges and configurations, by canonical path. */
export const tuningClasses: Readonly<Record<string, SdkConstructor>> = {
  'sagemaker.parameter.CategoricalParameter': CategoricalParameter,
  'sagemaker.parameter.ContinuousParameter': ContinuousParameter,
  'sagemaker.parameter.IntegerParameter': IntegerParameter,
  'sagemaker.tuner.HyperbandStrategyConfig': HyperbandStrategyConfig,
  'sagemaker.tuner.HyperparameterTuner': HyperparameterTuner,
  'sagemaker.tuner.InstanceConfig': InstanceConfig,
  'sagemaker.tuner.StrategyConfig': StrategyConfig,
  'sagemaker.tuner.TuningJobCompletionCriteriaConfig': TuningJobCompletionCriteriaConfig,
  'sagemaker.tuner.WarmStartConfig': WarmStartConfig,
  'sagemaker.tuner.WarmStartTypes': WarmStartTypes,
};

/** Class methods of tuners. */
export const tuningClassMethods: Readonly<Record<string, SdkClassMethod>> = {
  'sagemaker.tuner.HyperparameterTuner.create': createTuner,
  'sagemaker.tuner.HyperparameterTuner.attach': () => new Unknown('a tuning job that another program started'),
};

/** The members of tuners' enumerations. */
export const tuningConstants: Readonly<Record<string, Data>> = {
  'sagemaker.tuner.WarmStartTypes.IDENTICAL_DATA_AND_ALGORITHM': WarmStartTypes.IDENTICAL_DATA_AND_ALGORITHM,
  'sagemaker.tuner.WarmStartTypes.TRANSFER_LEARNING': WarmStartTypes.TRANSFER_LEARNING,
};
