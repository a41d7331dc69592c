import { PythonError } from '../../data/errors.js';
import { concat } from '../../data/text.js';
import { type Data, Dict, isText, itemsOf, List, Template, Unknown } from '../../data/value.js';
import { isFalse, isTrue } from '../conditions.js';
import { joinS3 } from '../s3-paths.js';
import { prepareDebugger, prepareProfiler, prepareRules } from './debugging.js';
import type { EstimatorBase } from './estimator-base.js';
import { startsWith } from './estimator-fields.js';
import { CODE_CHANNEL_PATH, stageUserCode } from './staging.js';

/**
 * Everything that happens between `fit()` and the request: the job's name, its output path, its code, the debugger and the
 * profiler. SDK 2.257.6 estimator.py `_prepare_for_training`; 1.72.0 prepares the debugger's rules before the code.
 */
export function prepareForTraining(estimator: EstimatorBase, jobName: Data): void {
  estimator._current_job_name = estimator.getOrCreateName(jobName);
  prepareOutputPath(estimator);
  if (estimator.isV1) {
    prepareRules(estimator);
    prepareDebugger(estimator);
    prepareCode(estimator);
    estimator.validateDebuggerConfigs();
  } else {
    prepareCode(estimator);
    prepareRules(estimator);
    prepareDebugger(estimator);
    estimator.validateDebuggerConfigs();
    prepareProfiler(estimator);
  }
}

function prepareOutputPath(estimator: EstimatorBase): void {
  if (estimator.output_path !== null) return;
  const { sagemaker_session: session } = estimator;
  estimator.output_path = joinS3(['s3://', session.default_bucket(), session.default_bucket_prefix], true);
  estimator.isOutputPathDefault = true;
}

function prepareCode(estimator: EstimatorBase): void {
  if (isTrue(estimator.git_config)) cloneRepository(estimator);
  const { source_dir, entry_point, dependencies } = estimator;
  const places = [source_dir, entry_point, dependencies];
  if (places.every((value) => isFalse(value))) return;
  const doubt = places.some(isTrue) ? undefined : places.find((value) => value instanceof Unknown);
  // What an attached job without network has as its source directory is a path in its container.
  if (source_dir === CODE_CHANNEL_PATH) throw new PythonError('ValueError', 'the source directory does not exist');
  const isElsewhere =
    startsWith(source_dir, 's3://') || source_dir instanceof Unknown || source_dir instanceof Template;
  if (entry_point === null && !isElsewhere)
    throw new PythonError('TypeError', 'code on this machine has an entry_point');
  const code = stageUserCode(estimator);
  const updateHyperparameters = (folder: Data): void => {
    if (doubt === undefined) estimator.updateScriptHyperparameters(folder, code.script_name);
    else estimator._hyperparameters.open ??= doubt;
  };
  estimator.uploaded_code = code;
  const isIsolated = estimator.enable_network_isolation();
  if (!isFalse(isIsolated) && !isFalse(entry_point)) {
    const isKnown = isTrue(isIsolated);
    estimator.code_uri = isKnown ? code.s3_prefix : isIsolated;
    const folder = isKnown ? CODE_CHANNEL_PATH : isIsolated;
    updateHyperparameters(folder);
  } else updateHyperparameters(code.s3_prefix);
}

/**
 * The paths of code that a repository holds: below a folder that is made anew each time. SDK 2.257.6 git_utils.py.
 *
 * @throws PythonError `ValueError` for a configuration without a repository, or with values that are no strings
 */
function cloneRepository(estimator: EstimatorBase): void {
  const { git_config: config } = estimator;
  if (config instanceof Dict) refuseOddConfig(config);
  const below = (path: Data): Data =>
    concat([
      new Unknown('the folder of a cloned repository'),
      '/',
      isText(path) ? path : new Unknown('a path in a cloned repository'),
    ]);
  if (isFalse(estimator.source_dir)) estimator.entry_point = below(estimator.entry_point);
  else estimator.source_dir = below(estimator.source_dir);
  const dependencies = itemsOf(estimator.dependencies);
  if (dependencies !== undefined) estimator.dependencies = new List(dependencies.map(below));
}

function refuseOddConfig(config: Dict): void {
  if (!config.has('repo') && config.open === undefined)
    throw new PythonError('ValueError', 'the configuration of Git names no repository');
  for (const [key, value] of config) {
    if (value instanceof Unknown) continue;
    if (key === '2FA_enabled' ? typeof value === 'boolean' : isText(value)) continue;
    throw new PythonError('ValueError', `${key} in the configuration of Git has the wrong type`);
  }
}
