import { PythonError } from '../../data/errors.js';
import { type Data, Dict, itemsOf, List, Unknown } from '../../data/value.js';
import { isFalse, isTrue } from '../conditions.js';
import { isEnabled, strategyOf } from './distribution.js';
import { copyOf } from './estimator-fields.js';
import { InstanceGroup } from './instance-group.js';
import { instanceFamily, isGpuInstance } from './regions.js';

/** What a distribution is checked against: SDK 2.257.6 fw_utils.py `validate_distribution`. */
export interface DistributionContext {
  readonly framework: string;
  readonly version: Data;
  readonly pyVersion: Data;
  readonly imageUri: Data;
  readonly instanceType: Data;
  readonly instanceGroups: Data;
  readonly entryPoint: Data;
}

/** SDK 2.257.6 fw_utils.py `SM_DATAPARALLEL_SUPPORTED_FRAMEWORK_VERSIONS`. */
const DATA_PARALLEL: Readonly<Record<string, string>> = {
  tensorflow:
    '2.3 2.3.1 2.3.2 2.4 2.4.1 2.4.3 2.5 2.5.0 2.5.1 2.6 2.6.0 2.6.2 2.6.3 2.7 2.7.1 2.8 2.8.0 2.9 2.9.1 2.9.2 2.10 2.10.1 2.11 2.11.0',
  pytorch:
    '1.6 1.6.0 1.7 1.7.1 1.8 1.8.0 1.8.1 1.9 1.9.0 1.9.1 1.10 1.10.0 1.10.2 1.11 1.11.0 1.12 1.12.0 1.12.1 1.13.1 2.0.0 2.0.1 2.1.0 2.1.2 2.2.0',
};

/** SDK 2.257.6 fw_utils.py `TORCH_DISTRIBUTED_GPU_SUPPORTED_FRAMEWORK_VERSIONS`. */
const TORCH_DISTRIBUTED_GPU = '1.13.1 2.0.0 2.0.1 2.1.0 2.1.2 2.2.0 2.3.0 2.3.1 2.4.1 2.5.1 2.6.0 2.7.1 2.8.0';

/** SDK 2.257.6 fw_utils.py `TRAINIUM_SUPPORTED_TORCH_DISTRIBUTED_FRAMEWORK_VERSIONS`. */
const TORCH_DISTRIBUTED_TRAINIUM = '1.11 1.11.0 1.12 1.12.0 1.12.1 1.13.1 2.0.0';

/**
 * Checks a distribution and puts the names of instance groups in place of the groups.
 *
 * @throws PythonError `ValueError` for instance groups, strategies, versions and instances that don't go together
 */
export function checkedDistribution(distribution: Data, context: DistributionContext): Data {
  if (!(distribution instanceof Dict) || distribution.open !== undefined) return distribution;
  const checked = copyOf(distribution);
  const chosen = chosenGroups(checked, context.instanceGroups);
  if (chosen === undefined) return checked;
  if (chosen.length === 0) {
    checkInstance(checked, context, context.instanceType);
    return checked;
  }
  for (const group of chosen)
    checkInstance(checked, context, group instanceof InstanceGroup ? group.instance_type : group);
  const names = chosen.map((group) => (group instanceof InstanceGroup ? group.instance_group_name : group));
  return checked.set('instance_groups', new List(names));
}

function chosenGroups(distribution: Dict, all: Data): readonly Data[] | undefined {
  const given = distribution.get('instance_groups') ?? new List();
  const chosen = itemsOf(given);
  if (chosen === undefined) return undefined;
  if (all === null) {
    if (chosen.length > 0)
      throw new PythonError('ValueError', 'a distribution names instance groups, the estimator has none');
    return chosen;
  }
  const groups = itemsOf(all);
  if (groups === undefined) return undefined;
  if (chosen.length > groups.length)
    throw new PythonError('ValueError', 'a distribution names more instance groups than there are');
  if (groups.length === 1 && chosen.length === 0) return groups;
  if (groups.length > 1 && chosen.length !== 1)
    throw new PythonError('ValueError', 'a distribution names one of several instance groups');
  for (const group of chosen)
    if (!(group instanceof Unknown) && !groups.includes(group))
      throw new PythonError('ValueError', 'a distribution names an instance group that the estimator has not');
  return chosen;
}

function checkInstance(distribution: Dict, context: DistributionContext, instanceType: Data): void {
  if (instanceFamily(instanceType).startsWith('trn')) checkTrainium(distribution);
  if (distribution.has('smdistributed')) checkSmdistributed(distribution, context, instanceType);
  if (context.framework === 'pytorch' && isTrue(isEnabled(strategyOf(distribution, 'torch_distributed'))))
    checkTorchDistributed(context, instanceType);
  refuseUnreadableType(instanceType);
}

/**
 * With a distribution the SDK looks at what follows the first dot of an instance type. SDK 2.257.6 fw_utils.py
 * `warn_if_parameter_server_with_multi_gpu`.
 *
 * @throws PythonError where there is no type, or no dot in it
 */
export function refuseUnreadableType(instanceType: Data): void {
  if (instanceType === null) throw new PythonError('AttributeError', 'a distribution needs an instance type');
  if (typeof instanceType !== 'string' || instanceType.includes('.') || /^local(?:_gpu)?$/.test(instanceType)) return;
  throw new PythonError('IndexError', `${instanceType} is no instance type`);
}

function checkTrainium(distribution: Dict): void {
  const keys = [...distribution.keys()];
  if (keys.length > 0 && !(keys.length === 1 && keys[0] === 'torch_distributed'))
    throw new PythonError('ValueError', 'Trainium instances have torch_distributed only');
}

function checkSmdistributed(distribution: Dict, context: DistributionContext, instanceType: Data): void {
  const smdistributed = distribution.get('smdistributed');
  if (smdistributed instanceof Unknown) return;
  if (!(smdistributed instanceof Dict)) throw new PythonError('ValueError', 'smdistributed is a dictionary');
  if (smdistributed.size > 1) throw new PythonError('ValueError', 'smdistributed has one strategy');
  for (const strategy of smdistributed.keys())
    if (strategy !== 'dataparallel' && strategy !== 'modelparallel')
      throw new PythonError('ValueError', `smdistributed has no strategy ${strategy}`);
  if (!isTrue(isEnabled(strategyOf(smdistributed, 'dataparallel')))) return;
  if (isFalse(instanceType)) throw new PythonError('ValueError', 'smdistributed needs an instance type');
  if (!isFalse(context.imageUri)) return;
  const versions = DATA_PARALLEL[context.framework] ?? '';
  refuseVersion(context.version, versions, 'smdistributed');
  refusePython2(context.pyVersion, 'smdistributed');
}

function checkTorchDistributed(context: DistributionContext, instanceType: Data): void {
  if (isFalse(context.imageUri)) {
    refusePython2(context.pyVersion, 'torch_distributed');
    if (isGpuInstance(instanceType)) refuseVersion(context.version, TORCH_DISTRIBUTED_GPU, 'torch_distributed');
    else if (instanceFamily(instanceType).startsWith('trn'))
      refuseVersion(context.version, TORCH_DISTRIBUTED_TRAINIUM, 'torch_distributed');
    else if (typeof instanceType === 'string')
      throw new PythonError('ValueError', 'torch_distributed runs on GPUs and Trainium');
  }
  if (typeof context.entryPoint === 'string' && !context.entryPoint.endsWith('.py'))
    throw new PythonError('ValueError', 'torch_distributed starts a Python file');
}

function refuseVersion(version: Data, supported: string, strategy: string): void {
  if (typeof version === 'string' && !supported.split(' ').includes(version))
    throw new PythonError(
      'ValueError',
      `${strategy} supports the versions ${supported.replaceAll(' ', ', ')}, not ${version}`,
    );
}

function refusePython2(pyVersion: Data, strategy: string): void {
  if (typeof pyVersion === 'string' && !pyVersion.includes('py3'))
    throw new PythonError('ValueError', `${strategy} needs Python 3`);
}
