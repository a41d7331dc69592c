import { createInstance, type Machine } from './machine.js';
import type { Instance } from './values.js';

/**
 * Names that in SDK code nearly always stand for one thing. They speak only for names that nothing in the program
 * binds, and what rests on them is `assumed`.
 */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/(^|_)(tf|tensorflow)_?(estimator|est)$/, 'sagemaker.tensorflow.estimator.TensorFlow'],
  [/(^|_)(pytorch|torch)_?(estimator|est)$/, 'sagemaker.pytorch.estimator.PyTorch'],
  [/(^|_)(mxnet|mx)_?(estimator|est)$/, 'sagemaker.mxnet.estimator.MXNet'],
  [/(^|_)algo(rithm)?(_estimator)?$/, 'sagemaker.algorithm.AlgorithmEstimator'],
  [/(^|_)(estimator|est)\d*$/, 'sagemaker.estimator.Estimator'],
  [/(^|_)predictor\d*$/, 'sagemaker.predictor.RealTimePredictor'],
  [/(^|_)transformer\d*$/, 'sagemaker.transformer.Transformer'],
  [/(^|_)tuner\d*$/, 'sagemaker.tuner.HyperparameterTuner'],
  [/^(sagemaker_session|sm_session|sess|smsess)$/, 'sagemaker.session.Session'],
  [/^(automl|auto_ml)$/, 'sagemaker.automl.automl.AutoML'],
  [/^(model|sagemaker_model|sm_model)$/, 'sagemaker.model.Model'],
];

/** The object that an unbound name suggests; one per name, so that what is assigned to it comes together. */
export function hintFor(machine: Machine, name: string): Instance | undefined {
  const known = machine.hinted.get(name);
  if (known !== undefined) return known;
  const classPath = HINTS.find(([pattern]) => pattern.test(name))?.[1];
  if (classPath === undefined) return undefined;
  const instance = createInstance(classPath, 'name');
  machine.hinted.set(name, instance);
  return instance;
}
