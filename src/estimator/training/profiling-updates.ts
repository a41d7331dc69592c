import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, itemsOf, Unknown } from '../../data/value.js';
import { ifTrue, isFalse, isTrue, or } from '../conditions.js';
import type { Arguments } from '../sdk-object.js';
import { ruleRequests } from './debugging.js';
import type { EstimatorBase } from './estimator-base.js';
import { FrameworkProfile, ProfilerConfig } from './profiler-config.js';
import { supportsDebugger } from './regions.js';
import { ProfilerRule } from './rules.js';

/** Changes a running job: SDK 2.257.6 estimator.py `_TrainingJob.update`, session.py `update_training_job`. */
function update(estimator: EstimatorBase, members: Readonly<Record<string, Data | undefined>>): void {
  const { name } = estimator.ensureLatestTrainingJob();
  estimator.sagemaker_session.send('UpdateTrainingJob', { TrainingJobName: name, ...members });
}

/** @throws PythonError `ValueError` without a training job, and in regions without profiler */
function ensureProfiling(estimator: EstimatorBase): void {
  estimator.ensureLatestTrainingJob();
  if (!supportsDebugger(estimator.sagemaker_session.boto_region_name, false))
    throw new PythonError('ValueError', 'the region has no profiler');
}

/** SDK 2.257.6 estimator.py `enable_default_profiling`. */
export function enableProfiling(estimator: EstimatorBase): void {
  ensureProfiling(estimator);
  const own = estimator.profiler_config;
  const path = own instanceof ProfilerConfig ? or(own.s3_output_path, estimator.output_path) : estimator.output_path;
  const config = new ProfilerConfig({ s3_output_path: path }, estimator.world);
  estimator.profiler_config = config;
  update(estimator, { ProfilerConfig: config.toRequest() });
}

/** SDK 2.257.6 estimator.py `disable_profiling`. */
export function disableProfiling(estimator: EstimatorBase): void {
  ensureProfiling(estimator);
  update(estimator, { ProfilerConfig: dictOf({ DisableProfiler: true }) });
}

/**
 * SDK 2.257.6 estimator.py `update_profiler`.
 *
 * @throws PythonError `ValueError` for nothing to change, or for both switching off and parametrising the framework's metrics
 */
export function updateProfiler(estimator: EstimatorBase, args: Arguments): void {
  ensureProfiling(estimator);
  const { rules, framework_profile_params: params, disable_framework_metrics: isOff, ...rest } = args;
  const values = [rules, params, isOff, rest.system_monitor_interval_millis, rest.s3_output_path];
  if (values.every((value) => isFalse(value))) throw new PythonError('ValueError', 'there is nothing to update');
  if (isTrue(isOff) && isTrue(params))
    throw new PythonError('ValueError', 'framework metrics are switched off and have parameters');
  for (const rule of itemsOf(rules) ?? [])
    if (!(rule instanceof ProfilerRule || rule instanceof Unknown))
      throw new PythonError('ValueError', 'rules of the profiler only');
  const profile = isTrue(isOff) ? emptyProfile(estimator) : params;
  const config = new ProfilerConfig({ ...rest, framework_profile_params: profile }, estimator.world);
  estimator.profiler_config = config;
  if (!isFalse(rules)) estimator.profiler_rules = rules ?? null;
  update(estimator, {
    ProfilerRuleConfigurations: isFalse(rules) ? undefined : ifTrue(ruleRequests(estimator, rules ?? null)),
    ProfilerConfig: config.toRequest(),
  });
}

function emptyProfile(estimator: EstimatorBase): FrameworkProfile {
  const profile = new FrameworkProfile({}, estimator.world);
  profile.profiling_parameters = new Dict();
  return profile;
}

/** SDK 2.257.6 estimator.py `_update_remote_debug`. */
export function updateRemoteDebug(estimator: EstimatorBase, enable: boolean): void {
  update(estimator, { RemoteDebugConfig: dictOf({ EnableRemoteDebug: enable }) });
  estimator._enable_remote_debug = enable;
}
