import { PythonError } from '../../data/errors.js';
import { type Data, Dict, itemsOf, numberOf, Unknown } from '../../data/value.js';
import { retrieveTrainingImageUri } from '../../sdk/image-uris.js';
import { retrieveImageUriV1 } from '../../sdk/image-uris-v1.js';
import { choose, dictionaryOf, isFalse, or } from '../conditions.js';
import { imageUri } from '../images.js';
import { type Arguments, argumentsOf, MORE, type PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { defaultHook } from './debugging.js';
import { imageDistribution } from './distribution.js';
import { EstimatorBase, jsonEncoded } from './estimator-base.js';
import { estimatorArguments, startsWith } from './estimator-fields.js';
import { InstanceGroup } from './instance-group.js';
import { modelKeywordsOf, refuseKeywords } from './model-arguments.js';
import { supportsDebugger } from './regions.js';
import { frameworkTransformer } from './transformers.js';
import { isAtLeast, isAtLeastV1 } from './versions.js';

/** Frameworks whose debugger has no distributed training with checkpoints: SDK 2.257.6 estimator.py:3738. */
const WITHOUT_CHECKPOINTS = ['mxnet', 'pytorch', 'tensorflow'];

/** What the estimators of all frameworks do: SDK 2.257.6 estimator.py `Framework`. */
export abstract class Framework extends EstimatorBase {
  /** As the SDK names the framework's images: `pytorch`. */
  abstract readonly frameworkName: string;
  image_uri: Data;
  framework_version: Data = null;
  py_version: Data = null;

  /** @throws PythonError `ValueError` for a script that is not on this machine */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    if (startsWith(this.entry_point, 's3://'))
      throw new PythonError('ValueError', 'the script is a local file, not an address in S3');
    this.image_uri = given.image_uri ?? null;
    const hyperparameters = dictionaryOf(given.hyperparameters);
    // The SDK writes its own hyperparameters into the program's dictionary.
    this._hyperparameters = isFalse(hyperparameters) ? new Dict() : hyperparameters;
  }

  /** A framework without strategies has no such attribute. */
  get strategies(): Data | undefined {
    return undefined;
  }

  /** Whether images are made for a training compiler. */
  get isCompiled(): boolean {
    return false;
  }

  override hyperparameters(): Dict {
    return jsonEncoded(this._hyperparameters);
  }

  set_hyperparameters(args: Arguments): Data {
    this._hyperparameters.merge(jsonEncoded(namedHyperparameters(args)));
    return null;
  }

  override updateScriptHyperparameters(codeDir: Data, script: Data): void {
    for (const [name, value] of this.scriptHyperparameters(codeDir, script)) this._hyperparameters.set(name, value);
  }

  override training_image_uri(args: Arguments = {}): Data {
    const instanceType = this.#imageInstanceType();
    if (!isFalse(this.image_uri)) return this.image_uri;
    const region = args.region ?? this.sagemaker_session.boto_region_name;
    return this.isV1 ? this.#imageV1(region) : this.retrieveImage(region, instanceType);
  }

  /** SDK 2.257.6 image_uris.py `get_training_image_uri`. */
  protected retrieveImage(region: Data, instanceType: Data, versions: TrainingVersions = {}): Data {
    const distribution = imageDistribution(this.strategies ?? null);
    if (distribution === undefined) {
      const hole = dictionaryOf(this.strategies).open;
      return new Unknown(`the image depends on ${hole?.reason ?? 'a distribution that is not known'}`);
    }
    const { framework_version: frameworkVersion, py_version: pyVersion, frameworkName: framework } = this;
    const { tensorflowVersion, pytorchVersion } = versions;
    return imageUri({ region, instanceType, frameworkVersion, pyVersion, tensorflowVersion, pytorchVersion }, (known) =>
      retrieveTrainingImageUri({
        ...known,
        region: known.region ?? '',
        framework,
        distribution,
        hasTrainingCompiler: this.isCompiled,
      }),
    );
  }

  #imageV1(region: Data): Data {
    const { instance_type: instanceType, framework_version: version, py_version: pyVersion } = this;
    return imageUri({ region, instanceType, version, pyVersion }, (known) =>
      retrieveImageUriV1({
        region: known.region ?? '',
        framework: this.imageNameV1(),
        instanceType: known.instanceType ?? '',
        version: known.version ?? '',
        pyVersion: known.pyVersion,
      }),
    );
  }

  /** As v1 names the images of the estimator. */
  protected imageNameV1(): string {
    return this.frameworkName;
  }

  /** SDK 2.257.6 estimator.py `_get_instance_type`. */
  #imageInstanceType(): Data {
    if (this.isV1 || this.instance_type !== null) return this.instance_type;
    const { instance_groups: groups } = this;
    if (groups instanceof Unknown) return groups;
    const items = groupItems(groups);
    const types = items.map((group) => (group instanceof InstanceGroup ? group.instance_type : group));
    for (const type of types) {
      if (typeof type !== 'string') return type;
      const family = /^ml[._]([a-z\d-]+)\.?\w*$/.exec(type)?.[1];
      if (family === undefined) throw new PythonError('ValueError', `${type} is no instance type`);
      if (/^[gp]/.test(family)) return type;
    }
    return types[0] ?? null;
  }

  /**
   * The hook of a framework's job: v1 has one unless told otherwise. SDK 2.257.6 estimator.py:3735 takes it away from distributed
   * training with checkpoints.
   */
  override validateDebuggerConfigs(): void {
    super.validateDebuggerConfigs();
    const { debugger_hook_config: hook } = this;
    if (this.isV1) {
      const region = this.sagemaker_session.boto_region_name;
      if (hook === null && supportsDebugger(region, true)) this.debugger_hook_config = defaultHook(this);
      else if (isFalse(hook)) this.debugger_hook_config = null;
      return;
    }
    const checkpoints = [this.checkpoint_s3_uri, this.checkpoint_local_path];
    if (checkpoints.some(isFalse) || isFalse(hook) || !WITHOUT_CHECKPOINTS.includes(this.frameworkName)) return;
    const doubt = checkpoints.find((each): each is Unknown => each instanceof Unknown);
    const isDistributed = this.strategies !== undefined && this.strategies !== null;
    const count = numberOf(this.instance_count);
    if (isDistributed || (count !== undefined && count > 1)) this.debugger_hook_config = doubt ?? false;
    else if (this.instance_count instanceof Unknown) this.debugger_hook_config = this.instance_count;
  }

  override transformer(args: PlainArguments = {}): Data {
    return frameworkTransformer(this, argumentsOf(args));
  }

  protected get modelKeywords(): readonly string[] {
    return modelKeywordsOf(this, 'framework');
  }

  /**
   * What all frameworks hand to their models: `**kwargs` of `create_model`, and the estimator's own. SDK 2.257.6 pytorch/estimator.py
   * `create_model`. In v1 the model is named after the training job.
   */
  protected modelArguments(args: Arguments): PlainArguments {
    const { model_server_workers, role, vpc_config_override, entry_point, source_dir, dependencies, ...rest } = args;
    refuseKeywords(this, rest, 'framework');
    return {
      image_uri: this.image_uri,
      ...rest,
      name: this.modelName(rest.name),
      model_data: this.model_data,
      role: this.roleOr(role),
      entry_point: or(entry_point, this.modelEntryPoint()),
      framework_version: this.framework_version,
      py_version: this.py_version,
      source_dir: or(source_dir, this.modelSourceDir()),
      container_log_level: this.container_log_level,
      code_location: this.code_location,
      model_server_workers: model_server_workers ?? null,
      sagemaker_session: this.sagemaker_session,
      vpc_config: this.get_vpc_config({ vpc_config_override }),
      dependencies: or(dependencies, this.dependencies),
    };
  }

  /** A model's name: in v1 the training job's unless one, or None, is given. */
  protected modelName(given: Data | undefined): Data {
    if (this.isV1) return given === undefined ? this._current_job_name : given;
    return this.getOrCreateName(given ?? null);
  }

  /** Where a model finds the code that trained it. */
  modelSourceDir(): Data {
    return this.sagemaker_session.local_mode ? this.source_dir : (this.uploadedCode?.s3_prefix ?? null);
  }

  /** The script of a model: v1 takes the training script's path. */
  modelEntryPoint(): Data {
    const code = this.isV1 || this.sagemaker_session.local_mode ? null : this.uploadedCode;
    return code === null ? this.entry_point : code.script_name;
  }

  /** The metrics' switch: on from a version, unless the program says something. */
  protected metricsFrom(given: Data | undefined, version: string): Data {
    if (given !== undefined) return given;
    if (isFalse(this.framework_version)) return null;
    const isOn = this.isV1 ? isAtLeastV1(this.framework_version, version) : isAtLeast(this.framework_version, version);
    return choose(isOn, true, null);
  }

  /**
   * Sets the versions; v1 fills in its old ones.
   *
   * @throws PythonError `ValueError` in v2 for neither versions nor an image
   */
  protected setVersions(given: Arguments, v1: { readonly version: string; readonly python: string | undefined }): void {
    const { framework_version: version = null, py_version: python } = given;
    this.framework_version = this.isV1 && isFalse(version) ? v1.version : version;
    this.py_version = python ?? (this.isV1 ? (v1.python ?? null) : null);
    if (this.isV1 || this.image_uri !== null) return;
    if (this.framework_version === null || this.py_version === null)
      throw new PythonError('ValueError', 'framework_version and py_version are needed, or an image_uri');
  }
}

/**
 * A framework of the program's own: a class that extends `Framework`, and has methods for its images and models.
 */
export class OwnFramework extends Framework {
  override readonly frameworkName = '';

  override training_image_uri(): Data {
    return isFalse(this.image_uri) ? new Unknown("the image of a framework of the program's own") : this.image_uri;
  }

  protected override makeModel(): Data {
    return new Unknown("a model of a framework of the program's own");
  }
}

/** Versions of what Hugging Face's images are built on. */
export interface TrainingVersions {
  readonly tensorflowVersion?: Data;
  readonly pytorchVersion?: Data;
}

/** Hyperparameters given by name. */
export function namedHyperparameters(args: Arguments): Dict {
  const made = new Dict();
  made.open = args[MORE];
  for (const [name, value] of Object.entries(args)) if (value !== undefined) made.set(name, value);
  return made;
}

function groupItems(groups: Data): readonly Data[] {
  const items = itemsOf(groups);
  if (items === undefined || items.length === 0)
    throw new PythonError('ValueError', 'without an instance type there are instance groups');
  return items;
}
