import { PythonError } from '../../data/errors.js';
import { type Data, Dict, Unknown } from '../../data/value.js';
import { frameworkDefaults } from '../../sdk/framework-defaults.js';
import { dictionaryOf, isTrue, or } from '../conditions.js';
import { PyTorchModel } from '../models/script-models.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { distributionConfiguration, isEnabled, strategyOf } from './distribution.js';
import { checkedDistribution } from './distribution-checks.js';
import { jsonEncoded } from './estimator-base.js';
import { copyOf, estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';
import { checkCompiler, TrainingCompilerConfig } from './training-compiler.js';

/** SDK 2.257.6 pytorch/estimator.py, 1.72.0 pytorch/estimator.py. */
export class PyTorch extends Framework {
  override readonly frameworkName = 'pytorch';
  distribution: Data;
  compiler_config: Data;

  /** @throws PythonError what the SDK refuses: no versions, strategies that don't go with them */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    if (!this.isV1 && this.entry_point === null && (given.training_recipe ?? null) === null)
      throw new PythonError('ValueError', 'entry_point is needed without a training recipe');
    const defaults = frameworkDefaults.get('sagemaker.pytorch.estimator.PyTorch');
    this.setVersions(given, { version: defaults?.frameworkVersion ?? '', python: defaults?.pyVersion });
    this.enable_sagemaker_metrics = this.metricsFrom(given.enable_sagemaker_metrics, '1.3');
    this.distribution = or(this.#checked(given.distribution ?? null), new Dict());
    this.compiler_config = given.compiler_config ?? null;
    checkCompiler(this, this.distribution);
  }

  override get strategies(): Data | undefined {
    return this.isV1 ? undefined : this.distribution;
  }

  override get isCompiled(): boolean {
    return this.compiler_config instanceof TrainingCompilerConfig;
  }

  protected override makeModel(args: Arguments): Data {
    return new PyTorchModel(this.modelArguments(args), this.world);
  }

  override hyperparameters(): Dict {
    const made = super.hyperparameters();
    const own = torchDistribution(this, dictionaryOf(this.distribution));
    return withEncoded(made, own, this.compiler_config);
  }

  #checked(distribution: Data): Data {
    if (!(distribution instanceof Dict)) return distribution;
    return checkedDistribution(smdistributedFromDdp(distribution), {
      framework: this.frameworkName,
      version: this.framework_version,
      pyVersion: this.py_version,
      imageUri: this.image_uri,
      instanceType: this.instance_type,
      instanceGroups: this.instance_groups,
      entryPoint: this.entry_point,
    });
  }
}

/** `pytorchddp` is another name of smdistributed's data parallelism. SDK 2.257.6 pytorch/estimator.py:498. */
function smdistributedFromDdp(distribution: Dict): Dict {
  const ddp = distribution.get('pytorchddp');
  if (ddp === undefined) return distribution;
  if (distribution.has('smdistributed'))
    throw new PythonError('ValueError', 'pytorchddp and smdistributed do not go together');
  const made = copyOf(distribution);
  made.delete('pytorchddp');
  return made.set('smdistributed', new Dict([['dataparallel', ddp]]));
}

/**
 * Hyperparameters of a distribution with PyTorch's own strategies. SDK 2.257.6 pytorch/estimator.py
 * `_pytorch_distribution_configuration`, huggingface/estimator.py.
 */
export function torchDistribution(estimator: Framework, distribution: Dict, keepsSmdistributed = true): Dict {
  const hasDdp = distribution.has('pytorchddp');
  const name = hasDdp ? 'pytorchddp' : 'torch_distributed';
  const isOn = isEnabled(strategyOf(distribution, name));
  if (isOn instanceof Unknown || distribution.open !== undefined)
    return dictionaryOf(isOn instanceof Unknown ? isOn : distribution.open);
  const isDdp = hasDdp && isTrue(isOn);
  const isTorch = !hasDdp && isTrue(isOn);
  if (!isDdp && !isTorch) return distributionConfiguration(estimator, distribution);
  const hasOthers = isTorch && keepsSmdistributed && distribution.has('smdistributed');
  const made = hasOthers ? distributionConfiguration(estimator, distribution) : new Dict();
  made.set(isDdp ? 'sagemaker_pytorch_ddp_enabled' : 'sagemaker_torch_distributed_enabled', true);
  if (estimator.instance_type !== null) made.set('sagemaker_instance_type', estimator.instance_type);
  return made;
}

/** Hyperparameters with more of them, and those of a compiler, as JSON. */
export function withEncoded(hyperparameters: Dict, more: Dict, compiler: Data): Dict {
  const added = jsonEncoded(more);
  for (const [name, value] of added) hyperparameters.set(name, value);
  hyperparameters.open ??= added.open;
  if (compiler instanceof TrainingCompilerConfig)
    for (const [name, value] of jsonEncoded(compiler.toHyperparameters())) hyperparameters.set(name, value);
  return hyperparameters;
}
