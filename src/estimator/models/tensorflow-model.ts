import { PythonError } from '../../data/errors.js';
import { type Data, type Dict, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveImageUriV1 } from '../../sdk/image-uris-v1.js';
import { choose, isFalse, isTrue, or, orDefault } from '../conditions.js';
import { imageUri } from '../images.js';
import { joinS3 } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import { createWorld, type World } from '../world.js';
import { containerDef } from './container-def.js';
import { type ModelVersions, ScriptModel } from './framework-model.js';
import { codeKeyPrefix, placeOf } from './model-code.js';
import { TensorFlowPredictor, TensorFlowServingPredictor } from './predictors.js';
import { isServerless } from './script-models.js';
import { PredictorClass } from './sdk-class.js';
import { lookedUp } from './versions.js';

/** Levels of Python's logging by their number, as TensorFlow Serving's proxy names them. */
const LOG_LEVELS: Readonly<Record<string, string>> = { 10: 'debug', 20: 'info', 30: 'warn', 40: 'error', 50: 'crit' };

/** Versions whose serving image has another number than the training image: SDK 2.257.6 tensorflow/model.py:203. */
const SERVING_VERSIONS: Readonly<Record<string, string>> = { '2.12.0': '2.12.1', '2.16.2': '2.16.1' };

/** SDK 2.257.6 tensorflow/model.py:127: TensorFlow Serving. In 1.72.0 a model of the legacy mode, which runs a script. */
export class TensorFlowModel extends ScriptModel {
  /** Whether the container runs a script: only 1.72.0 has such. */
  readonly isLegacy: boolean;
  /** Level of the log of Serving's proxy; unlike other models' it is not the script's. */
  readonly proxyLogLevel: Data;

  /** @throws PythonError `ValueError` in v2 without version and image */
  constructor(args: PlainArguments, world: World = createWorld(), isLegacy = world.settings.sdk === 'v1') {
    const { container_log_level: level, ...others } = argumentsOf(args);
    super(isLegacy ? args : others, world, versionsOf(others, world, isLegacy), TensorFlowPredictor);
    this.isLegacy = isLegacy;
    this.proxyLogLevel = level ?? null;
  }

  override get frameworkName(): string | undefined {
    return this.isV1 && !this.isLegacy ? undefined : 'tensorflow';
  }

  override get frameworkVersion(): Data {
    return this.isV1 && !this.isLegacy ? null : this.framework_version;
  }

  /** @throws PythonError `AttributeError` for an accelerator that the version has no image for */
  override deploy(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    if (!this.isLegacy && isTrue(args.accelerator_type) && this.#hasAccelerators() === false)
      throw new PythonError('AttributeError', 'this version of TensorFlow has no Elastic Inference');
    return super.deploy(args);
  }

  #hasAccelerators(): boolean | Unknown {
    const [major, minor] =
      typeof this.framework_version === 'string' ? this.framework_version.split('.').map(Number) : [];
    if (major === undefined || minor === undefined) return new Unknown('the version of TensorFlow');
    if (this.isV1) return major < 2 || (major === 2 && minor <= 0);
    return major < 2 || (major === 2 && (minor === 0 || minor === 3));
  }

  override prepare_container_def(args: Arguments): Dict {
    if (this.isLegacy) return super.prepare_container_def(args);
    const image = isFalse(this.image_uri) ? this.servingImage(args) : this.image_uri;
    const env = this.#environment();
    return containerDef(this.world, {
      image_uri: image,
      model_data_url: this.#packedModel(image),
      env,
      accept_eula: args.accept_eula ?? null,
      model_reference_arn: args.model_reference_arn ?? null,
    });
  }

  /** The program's own dictionary, unless a log level is added to a copy. */
  #environment(): Data {
    const level = this.proxyLogLevel;
    if (isFalse(level)) return this.env;
    const name = typeof level === 'number' ? LOG_LEVELS[level] : undefined;
    if (name === undefined && !(level instanceof Unknown)) return this.env;
    const env = this.copiedEnvironment();
    env.set('SAGEMAKER_TFS_NGINX_LOGLEVEL', name ?? level);
    return env;
  }

  #packedModel(image: Data): Data {
    if (isFalse(this.entry_point)) return this.model_data;
    const session = this.session;
    const place = placeOf(session, this.bucket, codeKeyPrefix(session, this.key_prefix, this.name, image));
    const packed = joinS3(['s3://', place.bucket, place.prefix, 'model.tar.gz']);
    return choose(this.entry_point instanceof Unknown ? this.entry_point : true, packed, this.model_data);
  }

  protected isPacked(): boolean {
    return !this.isLegacy;
  }

  protected override containerData(): Data {
    return this.model_data;
  }

  protected imageFor(region: Data, args: Arguments): Data {
    const { instance_type: instanceType, accelerator_type: acceleratorType } = args;
    const given = lookedUp(this.framework_version, this.isV1);
    if (this.isV1 && !this.isLegacy && typeof given === 'number')
      throw new PythonError('AttributeError', 'the framework version is no string');
    const pyVersion = this.isLegacy ? this.py_version : null;
    if (this.isV1)
      return imageUri({ region, version: given, pyVersion, instanceType, acceleratorType }, (known) =>
        retrieveImageUriV1({
          ...known,
          framework: this.isLegacy ? 'tensorflow' : 'tensorflow-serving',
          region: known.region ?? '',
          version: known.version ?? '',
          instanceType: known.instanceType ?? '',
        }),
      );
    const version = typeof given === 'string' ? (SERVING_VERSIONS[given] ?? given) : given;
    return imageUri({ region, version, instanceType, acceleratorType }, (known) =>
      retrieveImageUri({
        ...known,
        framework: 'tensorflow',
        region: known.region ?? '',
        imageScope: 'inference',
        isServerless: isServerless(args),
      }),
    );
  }
}

/** SDK 1.72.0 tensorflow/serving.py `Model`; 2.257.6 knows it as {@link TensorFlowModel}. */
export class TensorFlowServingModel extends TensorFlowModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, false);
    if (this.isV1 && argumentsOf(args).predictor_cls === undefined)
      this.predictor_cls = new PredictorClass(TensorFlowServingPredictor, this.world);
  }

  override get className(): string {
    return this.isV1 ? 'Model' : 'TensorFlowModel';
  }
}

function versionsOf(given: Arguments, world: World, isLegacy: boolean): ModelVersions {
  if (isLegacy)
    return {
      framework_version: or(given.framework_version, '1.11'),
      py_version: orDefault(given.py_version, 'py2'),
    };
  const version = orDefault(given.framework_version, world.settings.sdk === 'v1' ? '1.11' : null);
  if (world.settings.sdk !== 'v1' && version === null && (given.image_uri ?? null) === null)
    throw new PythonError('ValueError', 'a model needs framework_version or image_uri');
  return { framework_version: version, py_version: null };
}
