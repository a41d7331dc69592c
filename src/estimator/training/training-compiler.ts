import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf } from '../../data/value.js';
import { isTrue, orDefault } from '../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';
import { isEnabled, strategyOf } from './distribution.js';
import type { Framework } from './framework.js';
import { compareVersions } from './versions.js';

/** SDK 2.257.6 training_compiler/config.py, with those of the frameworks. */
export class TrainingCompilerConfig extends SdkObject {
  enabled: Data;
  debug: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.enabled = orDefault(given.enabled, true);
    this.debug = orDefault(given.debug, false);
  }

  toHyperparameters(): Dict {
    return dictOf({
      sagemaker_training_compiler_enabled: this.enabled,
      sagemaker_training_compiler_debug_mode: this.debug,
    });
  }
}

/** SDK 2.257.6 training_compiler/config.py `SUPPORTED_INSTANCE_CLASS_PREFIXES`. */
const INSTANCE_FAMILIES = ['p3', 'p3dn', 'g4dn', 'p4d', 'g5'];

/** What an estimator has that a compiler is checked against. */
type Compiled = Framework & { readonly compiler_config: Data };

/**
 * Checks that a training compiler goes with the rest. SDK 2.257.6 training_compiler/config.py `validate` and those of the
 * frameworks.
 *
 * @throws PythonError `ValueError` where it doesn't
 */
export function checkCompiler(estimator: Compiled, distribution: Data, versions: CompilerVersions = {}): void {
  const strategies = distribution instanceof Dict ? distribution : new Dict();
  if (estimator.compiler_config === null && strategies.has('pytorchxla'))
    throw new PythonError('ValueError', 'pytorchxla needs the training compiler');
  if (!(estimator.compiler_config instanceof TrainingCompilerConfig)) return;
  const { instance_type: type } = estimator;
  if (type === 'local') throw new PythonError('ValueError', 'the training compiler has no local mode');
  if (typeof type === 'string' && !type.includes('local') && !INSTANCE_FAMILIES.includes(type.split('.')[1] ?? ''))
    throw new PythonError('ValueError', `the training compiler does not run on ${type}`);
  if (strategies.has('smdistributed'))
    throw new PythonError('ValueError', 'the training compiler does not go with smdistributed');
  if (isTrue(estimator.instance_groups))
    throw new PythonError('ValueError', 'the training compiler does not go with instance groups');
  if (estimator.frameworkName === 'tensorflow') checkTensorFlow(estimator, strategies);
  else checkTorch(estimator, strategies, versions);
}

/** The versions of Hugging Face's base frameworks. */
export interface CompilerVersions {
  readonly pytorch?: Data;
  readonly tensorflow?: Data;
}

function checkTensorFlow(estimator: Compiled, strategies: Dict): void {
  const { framework_version: version } = estimator;
  if (isOutside(version, '2.9', '2.11'))
    throw new PythonError('ValueError', 'the training compiler supports TensorFlow 2.9 to 2.11');
  if (isTrue(isEnabled(strategyOf(strategies, 'multi_worker_mirrored_strategy'))))
    throw new PythonError('ValueError', 'the training compiler does not go with the multi-worker mirrored strategy');
}

function checkTorch(estimator: Compiled, strategies: Dict, versions: CompilerVersions): void {
  const isHuggingFace = estimator.frameworkName === 'huggingface';
  const version = isHuggingFace ? (versions.pytorch ?? null) : estimator.framework_version;
  if (isHuggingFace && isOutside(version, '1.9', '1.11'))
    throw new PythonError('ValueError', 'the training compiler supports PyTorch 1.9 to 1.11');
  if (isTrue(estimator.image_uri))
    throw new PythonError('ValueError', "the training compiler does not go with an image of one's own");
  if (strategies.size === 0) return;
  const order = compareVersions(version, isHuggingFace ? '1.11' : '1.12');
  const isNew = typeof order === 'number' && order >= 0;
  const xla = strategyOf(strategies, 'pytorchxla');
  const isOn = isTrue(isEnabled(xla));
  if (isOn && ((typeof order === 'number' && !isNew) || isTrue(versions.tensorflow ?? null)))
    throw new PythonError('ValueError', 'pytorchxla needs a newer PyTorch');
  if (xla === undefined && isNew)
    throw new PythonError('ValueError', 'with the training compiler, pytorchxla is the only strategy');
}

function isOutside(version: Data, least: string, most: string): boolean {
  const [low, high] = [compareVersions(version, least), compareVersions(version, most)];
  return (typeof low === 'number' && low < 0) || (typeof high === 'number' && high > 0);
}
