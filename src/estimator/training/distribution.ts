import { PythonError } from '../../data/errors.js';
import { type Data, Dict, isText, type Key, Unknown } from '../../data/value.js';
import type { ImageDistribution } from '../../sdk/image-uris.js';
import { dictionaryOf, ifTrue, isFalse, isTrue } from '../conditions.js';
import type { Framework } from './framework.js';
import { compareVersions } from './versions.js';

/** Python's `dictionary.get(key, fallback)`; unknown where the dictionary may have the key. */
export function entryOf(dictionary: Dict, key: Key, fallback: Data = null): Data {
  const value = dictionary.get(key);
  return value !== undefined ? value : (dictionary.open ?? fallback);
}

/** A strategy of a distribution, such as `parameter_server`: undefined where there is none of that name. */
export function strategyOf(distribution: Dict, name: string): Dict | undefined {
  const value = distribution.get(name);
  return value === undefined ? undefined : dictionaryOf(value);
}

/** The value of `enabled` of a strategy, which a distribution may have. */
export function isStrategyEnabled(distribution: Dict, name: string): Data {
  const strategy = strategyOf(distribution, name);
  return strategy === undefined ? (distribution.open ?? false) : isEnabled(strategy);
}

/** The value of a strategy's `enabled`. */
export function isEnabled(strategy: Dict | undefined): Data {
  return strategy === undefined ? false : entryOf(strategy, 'enabled', false);
}

/** The hyperparameters of the strategies that all frameworks have: parameter servers and MPI. */
export function commonDistribution(distribution: Dict): Dict {
  const made = new Dict();
  made.open = distribution.open;
  const servers = strategyOf(distribution, 'parameter_server');
  if (servers !== undefined) made.set('sagemaker_parameter_server_enabled', isEnabled(servers));
  const mpi = strategyOf(distribution, 'mpi');
  if (mpi === undefined) return made;
  made.set('sagemaker_mpi_enabled', isEnabled(mpi));
  const processes = ifTrue(entryOf(mpi, 'processes_per_host'));
  if (processes !== undefined) made.set('sagemaker_mpi_num_of_processes_per_host', processes);
  made.set('sagemaker_mpi_custom_mpi_options', entryOf(mpi, 'custom_mpi_options', ''));
  return made;
}

/**
 * The hyperparameters that a distribution becomes. SDK 2.257.6 estimator.py `_distribution_configuration`; v1 has parameter
 * servers and MPI.
 *
 * @throws PythonError `ValueError` for strategies that don't go together, or with these instances, versions or images
 */
export function distributionConfiguration(estimator: Framework, distribution: Dict): Dict {
  const made = commonDistribution(distribution);
  if (estimator.isV1) return made;
  const groups = distribution.get('instance_groups');
  if (groups !== undefined) made.set('sagemaker_distribution_instance_groups', groups);
  const xla = strategyOf(distribution, 'pytorchxla');
  if (xla !== undefined) made.set('sagemaker_pytorch_xla_multi_worker_enabled', isEnabled(xla));
  addSmdistributed(estimator, distribution, made);
  const mirrored = strategyOf(distribution, 'multi_worker_mirrored_strategy');
  if (mirrored !== undefined) {
    if (isTrue(isEnabled(mirrored))) refuseMirrored(estimator, distribution);
    made.set('sagemaker_multi_worker_mirrored_strategy_enabled', isEnabled(mirrored));
  }
  const isOff = isFalse(made.get('sagemaker_mpi_enabled')) && isFalse(made.get(DATA_PARALLEL));
  if (isOff && isTrue(groups ?? null))
    throw new PythonError('ValueError', 'instance groups are chosen, and no strategy is enabled');
  return made;
}

const DATA_PARALLEL = 'sagemaker_distributed_dataparallel_enabled';

function addSmdistributed(estimator: Framework, distribution: Dict, made: Dict): void {
  const smdistributed = strategyOf(distribution, 'smdistributed');
  if (smdistributed === undefined) return;
  const parameters = modelParallelParameters(smdistributed);
  if (parameters !== undefined) made.set('mp_parameters', parameters);
  if (isFalse(isEnabled(strategyOf(distribution, 'torch_distributed')))) refuseUnsupported(estimator);
  made.open ??= smdistributed.open;
  const dataParallel = strategyOf(smdistributed, 'dataparallel');
  const isOn = isStrategyEnabled(smdistributed, 'dataparallel');
  made.set(DATA_PARALLEL, isOn);
  made.set('sagemaker_instance_type', estimator.instance_type);
  if (dataParallel !== undefined && !isFalse(isOn))
    made.set('sagemaker_distributed_dataparallel_custom_mpi_options', entryOf(dataParallel, 'custom_mpi_options', ''));
}

/** SDK 2.257.6 fw_utils.py `get_mp_parameters`. */
function modelParallelParameters(smdistributed: Dict): Data | undefined {
  const parallel = strategyOf(smdistributed, 'modelparallel');
  if (parallel === undefined) return undefined;
  const isOn = isEnabled(parallel);
  if (isOn instanceof Unknown) return isOn;
  if (isOn !== true) return undefined;
  const parameters = entryOf(parallel, 'parameters', new Dict());
  if (isText(parameters)) return new Unknown('the content of a configuration of model parallelism');
  return ifTrue(parameters);
}

function refuseUnsupported({ instance_type: type, image_uri: image }: Framework): void {
  if (typeof image === 'string' && image.includes('2.0.1-gpu-py310-cu121'))
    throw new PythonError('ValueError', 'the image is too new for smdistributed');
  if (typeof type === 'string' && type.includes('p5.48xlarge'))
    throw new PythonError('ValueError', 'smdistributed does not run on p5 instances');
}

/** SDK 2.257.6 estimator.py `_validate_mwms_config`. */
function refuseMirrored(estimator: Framework, distribution: Dict): void {
  if (estimator.frameworkName !== 'tensorflow')
    throw new PythonError('ValueError', 'the multi-worker mirrored strategy is one of TensorFlow');
  if (estimator.framework_version === null)
    throw new PythonError('TypeError', 'the multi-worker mirrored strategy needs framework_version');
  const order = compareVersions(estimator.framework_version, '2.9');
  if (typeof order === 'number' && order < 0)
    throw new PythonError('ValueError', 'the multi-worker mirrored strategy needs TensorFlow 2.9 or newer');
  if (distribution.has('smdistributed') || distribution.has('parameter_server'))
    throw new PythonError('ValueError', 'the multi-worker mirrored strategy goes with no other strategy');
}

/** What of a distribution matters for the image; undefined where that isn't known. */
export function imageDistribution(distribution: Data): ImageDistribution | undefined {
  if (distribution === null) return {};
  if (!(distribution instanceof Dict) || distribution.open !== undefined) return undefined;
  const smdistributed = strategyOf(distribution, 'smdistributed') ?? new Dict();
  if (smdistributed.open !== undefined) return undefined;
  const parallel = strategyOf(smdistributed, 'modelparallel');
  return {
    hasSmdistributed: distribution.has('smdistributed'),
    hasTorchDistributed: distribution.has('torch_distributed'),
    isModelParallel: parallel !== undefined && !isFalse(entryOf(parallel, 'enabled', true)),
  };
}
