import { PythonError } from '../../data/errors.js';
import { concat, str } from '../../data/text.js';
import { type Data, Dict, dictOf, Unknown } from '../../data/value.js';
import { frameworkDefaults } from '../../sdk/framework-defaults.js';
import { choose, dictionaryOf, isFalse, isTrue, or, orDefault } from '../conditions.js';
import { Model } from '../models/model.js';
import { TensorFlowModel, TensorFlowServingModel } from '../models/tensorflow-model.js';
import { joinS3 } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { distributionConfiguration, isStrategyEnabled } from './distribution.js';
import { checkedDistribution, refuseUnreadableType } from './distribution-checks.js';
import { estimatorArguments, startsWith } from './estimator-fields.js';
import { Framework } from './framework.js';
import { only, without } from './model-arguments.js';
import { withEncoded } from './pytorch.js';
import { checkCompiler, TrainingCompilerConfig } from './training-compiler.js';
import { compareVersions } from './versions.js';

/** Parameters of v1's legacy mode, as hyperparameters too. */
const LEGACY = ['training_steps', 'evaluation_steps', 'requirements_file', 'checkpoint_path'] as const;

/** Parameters of `transformer()` that are the model's. */
const MODEL_PARAMETERS = [
  'role',
  'model_server_workers',
  'endpoint_type',
  'entry_point',
  'vpc_config_override',
  'enable_network_isolation',
  'model_name',
];

/** SDK 2.257.6 tensorflow/estimator.py; 1.72.0 tensorflow/estimator.py with its legacy mode. */
export class TensorFlow extends Framework {
  override readonly frameworkName = 'tensorflow';
  distribution: Data;
  compiler_config: Data;
  model_dir: Data;
  training_steps: Data;
  evaluation_steps: Data;
  checkpoint_path: Data;
  requirements_file: Data;
  script_mode: Data;

  /** @throws PythonError what the SDK refuses: no versions, versions without images, legacy parameters in script mode */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    this.setVersions(given, { version: DEFAULT_VERSION, python: undefined });
    if (this.isV1 && isFalse(this.py_version)) this.py_version = choose(this.#needsPython3(), 'py3', 'py2');
    this.enable_sagemaker_metrics = this.metricsFrom(given.enable_sagemaker_metrics, '1.15');
    this.model_dir = given.model_dir ?? null;
    this.training_steps = given.training_steps ?? null;
    this.evaluation_steps = given.evaluation_steps ?? null;
    this.checkpoint_path = given.checkpoint_path ?? null;
    this.requirements_file = orDefault(given.requirements_file, '');
    this.script_mode = given.script_mode ?? false;
    this.distribution = or(this.isV1 ? given.distribution : this.#checked(given.distribution ?? null), new Dict());
    this.#refuseVersions();
    if (this.isV1) {
      if (given.distribution instanceof Dict) refuseUnreadableType(this.instance_type);
      this.#prepareLegacyMode();
    }
    this.compiler_config = given.compiler_config ?? null;
    if (!this.isV1) checkCompiler(this, this.distribution);
  }

  override get strategies(): Data | undefined {
    return this.distribution;
  }

  override get isCompiled(): boolean {
    return this.compiler_config instanceof TrainingCompilerConfig;
  }

  /** Whether the container runs the script itself: always in v2. SDK 1.72.0 tensorflow/estimator.py:783. */
  get isScriptMode(): boolean | Unknown {
    if (!this.isV1 || startsWith(this.py_version, 'py3') || isTrue(this.script_mode)) return true;
    if (this.py_version instanceof Unknown) return this.py_version;
    return this.script_mode instanceof Unknown ? this.script_mode : false;
  }

  protected override get modelKeywords(): readonly string[] {
    return [...super.modelKeywords, 'endpoint_type'];
  }

  protected override makeModel(args: Arguments): Data {
    const { endpoint_type, ...rest } = args;
    const isolation = { enable_network_isolation: this.enable_network_isolation() };
    const own = this.modelArguments({ ...isolation, ...rest });
    if (this.isV1 && endpoint_type !== 'tensorflow-serving' && this.isScriptMode !== true) {
      if (this.isScriptMode !== false) return this.isScriptMode;
      const env = dictOf({ SAGEMAKER_REQUIREMENTS: this.requirements_file });
      return new TensorFlowModel({ ...own, env }, this.world);
    }
    // The serving container takes no code of the training, and it has no Python version.
    const { model_server_workers: _workers, code_location: _location, py_version: _python, ...served } = own;
    const { entry_point = null, source_dir = null, dependencies = null } = args;
    const framework_version = this.isV1 ? shortVersion(this.framework_version) : this.framework_version;
    const Served = this.isV1 ? TensorFlowServingModel : TensorFlowModel;
    return new Served({ ...served, entry_point, source_dir, dependencies, framework_version }, this.world);
  }

  override transformer(args: PlainArguments = {}): Data {
    const given = argumentsOf(args);
    const named = this.isV1 ? (given.model_name ?? null) : this.getOrCreateName(given.model_name ?? null);
    if (this.latest_training_job === null) return super.transformer({ ...given, tags: given.tags ?? null });
    const model = this.create_model({
      ...only(given, ['model_server_workers', 'vpc_config_override', 'endpoint_type']),
      role: this.roleOr(given.role),
      entry_point: given.entry_point ?? null,
      enable_network_isolation: given.enable_network_isolation ?? this.enable_network_isolation(),
      name: named,
    });
    if (!(model instanceof Model)) return new Unknown('a transformer of a model that is not known');
    return model.transformer(without(given, MODEL_PARAMETERS));
  }

  override fit(args: PlainArguments = {}): Data {
    const { run_tensorboard_locally, wait } = argumentsOf(args);
    if (isTrue(run_tensorboard_locally) && wait === false)
      throw new PythonError('ValueError', 'TensorBoard runs while fit() waits');
    return super.fit(args);
  }

  override hyperparameters(): Dict {
    const made = super.hyperparameters();
    if (this.isV1) this.checkpoint_path = or(this.checkpoint_path, this.#defaultPath('checkpoints', false));
    const { isScriptMode } = this;
    if (isScriptMode instanceof Unknown) {
      made.open ??= isScriptMode;
      return made;
    }
    const own = isScriptMode ? this.#ownHyperparameters() : this.#legacyHyperparameters();
    return withEncoded(made, own, this.compiler_config);
  }

  #ownHyperparameters(): Dict {
    const own = distributionConfiguration(this, dictionaryOf(this.distribution));
    if (this.model_dir === false && !this.isV1) return own;
    const mpi = own.get('sagemaker_mpi_enabled') ?? own.open ?? false;
    this.model_dir = or(this.model_dir, this.#defaultPath('model', mpi));
    return own.set('model_dir', this.model_dir);
  }

  #legacyHyperparameters(): Dict {
    return dictOf({
      checkpoint_path: this.checkpoint_path,
      training_steps: this.training_steps,
      evaluation_steps: this.evaluation_steps,
      sagemaker_requirements: this.requirements_file,
    });
  }

  /** SDK 2.257.6 tensorflow/estimator.py `_default_s3_path`. */
  #defaultPath(folder: string, mpi: Data): Data {
    if (isTrue(mpi)) return '/opt/ml/model';
    const name = this._current_job_name;
    if (isFalse(name)) return null;
    const own = this.isV1 ? joinPaths(this.output_path, name, folder) : joinS3([this.output_path, name, folder]);
    return mpi instanceof Unknown ? choose(mpi, '/opt/ml/model', own) : own;
  }

  /** Parameter servers have no debugger. */
  override validateDebuggerConfigs(): void {
    // In v1 `False` stays, while other frameworks forget it after the first job.
    if (!this.isV1 || this.debugger_hook_config !== false) super.validateDebuggerConfigs();
    const servers = isStrategyEnabled(dictionaryOf(this.distribution), 'parameter_server');
    if (isFalse(servers)) return;
    this.debugger_hook_config = servers instanceof Unknown ? servers : null;
    this.debugger_rule_configs = servers instanceof Unknown ? servers : null;
  }

  protected override imageNameV1(): string {
    return this.isScriptMode === false ? 'tensorflow' : 'tensorflow-scriptmode';
  }

  override training_image_uri(args: Arguments = {}): Data {
    const { isScriptMode } = this;
    if (isScriptMode instanceof Unknown && isFalse(this.image_uri)) return isScriptMode;
    return super.training_image_uri(args);
  }

  #checked(distribution: Data): Data {
    return checkedDistribution(distribution, {
      framework: this.frameworkName,
      version: this.framework_version,
      pyVersion: this.py_version,
      imageUri: this.image_uri,
      instanceType: this.instance_type,
      instanceGroups: this.instance_groups,
      entryPoint: this.entry_point,
    });
  }

  #needsPython3(): boolean | Unknown {
    const order = compareVersions(this.framework_version, this.isV1 ? '2.1.0' : '2.1.1');
    return order instanceof Unknown ? order : order !== undefined && order > 0;
  }

  #refuseVersions(): void {
    if (this.py_version === 'py2' && this.#needsPython3() === true)
      throw new PythonError('AttributeError', `TensorFlow ${str(this.framework_version)} has no image for Python 2`);
    if (this.isV1 || this.image_uri !== null) return;
    const order = compareVersions(this.framework_version, '1.10.0');
    if (typeof order === 'number' && order <= 0)
      throw new PythonError('ValueError', 'TensorFlow up to 1.10 has legacy mode only, which needs an image_uri');
  }

  /** SDK 1.72.0 tensorflow/estimator.py `_validate_args`, `_validate_requirements_file`. */
  #prepareLegacyMode(): void {
    const found = LEGACY.filter((name) => isTrue(this[name]));
    if (found.length > 0 && (this.py_version === 'py3' || isTrue(this.script_mode)))
      throw new PythonError('AttributeError', `script mode has no ${found.join(', ')}`);
    if (isTrue(this.requirements_file)) {
      if (isFalse(this.source_dir)) throw new PythonError('ValueError', 'requirements_file needs a source_dir');
      if (!startsWith(this.source_dir, 's3://') && startsWith(this.requirements_file, '/'))
        throw new PythonError('ValueError', 'requirements_file is a path below source_dir');
    }
    const order = compareVersions(this.framework_version, '1.13');
    if (this.isScriptMode !== false) return;
    if (order instanceof Unknown) this.script_mode = order;
    else if (order !== undefined && order >= 0) this.script_mode = true;
  }
}

/** SDK 1.72.0 tensorflow/defaults.py `TF_VERSION`. */
const DEFAULT_VERSION = frameworkDefaults.get('sagemaker.tensorflow.estimator.TensorFlow')?.frameworkVersion ?? '1.11';

/** SDK 1.72.0 utils.py `get_short_version`: `1.14.0` → `1.14`. */
function shortVersion(version: Data): Data {
  return typeof version === 'string' ? version.split('.').slice(0, 2).join('.') : version;
}

/** Python's `os.path.join` of relative parts. */
function joinPaths(base: Data, ...parts: readonly Data[]): Data {
  return parts.reduce((path: Data, part) => {
    const text = str(path);
    const isClosed = typeof text === 'string' ? text === '' || text.endsWith('/') : endsInSlash(text.parts.at(-1));
    return concat([text, isClosed ? '' : '/', str(part)]);
  }, base);
}

function endsInSlash(part: unknown): boolean {
  return typeof part === 'string' && part.endsWith('/');
}
