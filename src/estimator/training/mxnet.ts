import { PythonError } from '../../data/errors.js';
import { type Data, Unknown } from '../../data/value.js';
import { frameworkDefaults } from '../../sdk/framework-defaults.js';
import { choose, dictionaryOf } from '../conditions.js';
import { MXNetModel } from '../models/script-models.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { commonDistribution } from './distribution.js';
import { refuseUnreadableType } from './distribution-checks.js';
import { estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';
import { isAtLeast } from './versions.js';

/** SDK 2.257.6 mxnet/estimator.py, 1.72.0 mxnet/estimator.py. */
export class MXNet extends Framework {
  override readonly frameworkName = 'mxnet';

  /** @throws PythonError what the SDK refuses: no versions, a distribution before 1.3 */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    const defaults = frameworkDefaults.get('sagemaker.mxnet.estimator.MXNet');
    this.setVersions(given, { version: defaults?.frameworkVersion ?? '', python: defaults?.pyVersion });
    this.enable_sagemaker_metrics = this.metricsFrom(given.enable_sagemaker_metrics, '1.6');
    this.#configure(given.distribution ?? null);
  }

  /** Newer containers keep the script's path: SDK 2.257.6 mxnet/estimator.py `create_model`. */
  protected override makeModel(args: Arguments): Data {
    const own = this.modelArguments(args);
    if (this.isV1 || (args.entry_point ?? null) !== null) return new MXNetModel(own, this.world);
    const keepsPath = isAtLeast(this.framework_version, '1.4.0');
    const entry_point = choose(keepsPath, this.entry_point, this.modelEntryPoint());
    return new MXNetModel({ ...own, entry_point }, this.world);
  }

  /** The strategies become hyperparameters at once. SDK 2.257.6 mxnet/estimator.py `_configure_distribution`. */
  #configure(distribution: Data): void {
    if (distribution === null) return;
    if (!(distribution instanceof Unknown)) refuseUnreadableType(this.instance_type);
    const isOld = typeof this.framework_version === 'string' && isBefore(this.framework_version, ['1', '3']);
    if (isOld && !(distribution instanceof Unknown))
      throw new PythonError('ValueError', 'a distribution needs MXNet 1.3 or newer');
    const strategies = dictionaryOf(distribution);
    const made = commonDistribution(strategies);
    const hasProcesses = made.has('sagemaker_mpi_num_of_processes_per_host');
    if (!hasProcesses) made.delete('sagemaker_mpi_custom_mpi_options');
    for (const [name, value] of made) this._hyperparameters.set(name, value);
    this._hyperparameters.open ??= made.open;
  }
}

/** Versions compared as lists of strings, as the SDK does. */
function isBefore(version: string, least: readonly string[]): boolean {
  const parts = version.split('.');
  for (const [index, part] of least.entries()) {
    const own = parts[index];
    if (own === undefined) return true;
    if (own !== part) return own < part;
  }
  return false;
}
