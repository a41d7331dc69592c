import { PythonError } from '../../data/errors.js';
import { str } from '../../data/text.js';
import { type Data, type Dict, itemsOf, Unknown } from '../../data/value.js';
import { frameworkDefaults } from '../../sdk/framework-defaults.js';
import { choose, isFalse, isTrue, or, orDefault } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, type SdkConstructor } from '../sdk-object.js';
import type { World } from '../world.js';
import { containerDef } from './container-def.js';
import { addTo } from './hosted-model.js';
import { Model } from './model.js';
import { PredictorClass } from './sdk-class.js';

/** A model with a script for its container. SDK 2.257.6 model.py:2005, 1.72.0 model.py:678. */
export class FrameworkModel extends Model {
  /** 1.72.0 only. */
  enable_cloudwatch_metrics: Data;

  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    this.enable_cloudwatch_metrics = orDefault(argumentsOf(args).enable_cloudwatch_metrics, false);
  }

  override prepare_container_def(args: Arguments): Dict {
    if (!this.isV1) return super.prepare_container_def(args);
    this.packCode(this.image_uri, false);
    const env = this.copiedEnvironment();
    addTo(env, this.scriptEnvironment());
    return containerDef(this.world, { image_uri: this.image_uri, model_data_url: this.model_data, env });
  }

  override is_repack(): boolean | Unknown {
    return isFalse(this.key_prefix) ? super.is_repack() : false;
  }

  override scriptEnvironment(): Readonly<Record<string, Data>> {
    const shared = super.scriptEnvironment();
    if (!this.isV1) return shared;
    const switched = this.enable_cloudwatch_metrics;
    const metrics = typeof switched === 'boolean' ? String(switched) : str(switched);
    const { SAGEMAKER_PROGRAM, SAGEMAKER_SUBMIT_DIRECTORY, ...rest } = shared;
    const hasCode = this.uploaded_code !== null || this.entry_point !== null;
    return {
      SAGEMAKER_PROGRAM: hasCode ? (SAGEMAKER_PROGRAM ?? null) : null,
      SAGEMAKER_SUBMIT_DIRECTORY: hasCode ? (SAGEMAKER_SUBMIT_DIRECTORY ?? null) : null,
      SAGEMAKER_ENABLE_CLOUDWATCH_METRICS: typeof metrics === 'string' ? metrics.toLowerCase() : metrics,
      ...rest,
    };
  }
}

/** The versions that a framework's model runs on. */
export interface ModelVersions {
  readonly framework_version: Data;
  readonly py_version: Data;
}

/**
 * The versions of a model in 1.72.0, which has defaults for all of them.
 *
 * @param path the model class's path, by which its defaults are known
 */
export function versionsV1(path: string, given: Arguments): ModelVersions {
  const defaults = frameworkDefaults.get(path);
  const version = defaults?.frameworkVersion ?? null;
  return {
    framework_version:
      defaults?.noneIsDefault === true
        ? or(given.framework_version, version)
        : orDefault(given.framework_version, version),
    py_version: orDefault(given.py_version, defaults?.pyVersion ?? 'py3'),
  };
}

/** Models whose container runs a script of the user's. */
export abstract class ScriptModel extends FrameworkModel {
  framework_version: Data;
  py_version: Data;
  model_server_workers: Data;

  /** @param predictor the class of predictors unless the argument `predictor_cls` says otherwise */
  constructor(args: PlainArguments, world: World | undefined, versions: ModelVersions, predictor: SdkConstructor) {
    super(args, world);
    const given = argumentsOf(args);
    this.framework_version = versions.framework_version;
    this.py_version = versions.py_version;
    this.model_server_workers = given.model_server_workers ?? null;
    this.predictor_cls = orDefault(given.predictor_cls, new PredictorClass(predictor, this.world));
  }

  override get frameworkVersion(): Data {
    return this.framework_version;
  }

  override prepare_container_def(args: Arguments): Dict {
    const image = isFalse(this.image_uri) ? this.servingImage(args) : this.image_uri;
    this.packCode(image, this.isPacked());
    const env = this.copiedEnvironment();
    addTo(env, this.scriptEnvironment());
    if (isTrue(this.model_server_workers)) env.set('SAGEMAKER_MODEL_SERVER_WORKERS', str(this.model_server_workers));
    else if (this.model_server_workers instanceof Unknown)
      env.set('SAGEMAKER_MODEL_SERVER_WORKERS', this.model_server_workers);
    return containerDef(this.world, {
      image_uri: image,
      model_data_url: this.containerData(),
      env,
      image_config: this.image_config,
      accept_eula: args.accept_eula ?? null,
      model_reference_arn: args.model_reference_arn ?? null,
    });
  }

  /** The image that serves the model, as the SDK's `serving_image_uri` gives it. */
  serving_image_uri(options: PlainArguments): Data {
    const args = argumentsOf(options);
    return this.imageFor(args.region_name ?? this.session.boto_region_name, args);
  }

  /** Whether the code is packed into the model. */
  protected abstract isPacked(): boolean | Unknown;

  /** The image of a region. */
  protected abstract imageFor(region: Data, args: Arguments): Data;

  /** What the container is given for the model. */
  protected containerData(): Data {
    return or(this.repacked_model_data, this.model_data);
  }

  /** Where the model is packed anew exactly for containers without network. */
  protected isolatedData(): Data {
    const isolation = this.enable_network_isolation();
    const isIsolated = isolation instanceof Unknown ? isolation : isTrue(isolation);
    return choose(isIsolated, this.repacked_model_data, this.model_data);
  }

  /** @throws PythonError `ValueError` without an instance type: it decides between CPU and GPU */
  protected servingImage(args: Arguments): Data {
    if ((args.instance_type ?? null) === null && (args.serverless_inference_config ?? null) === null)
      throw new PythonError('ValueError', 'the image depends on the instance type: pass one, or image_uri');
    return this.imageFor(this.session.boto_region_name, args);
  }

  /** Registers the model with the image that serves it. SDK 2.257.6, `register` of the framework models. */
  override register(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    const [instanceType = null] = itemsOf(args.inference_instances) ?? [];
    this.ensureSession(instanceType);
    if (isTrue(args.image_uri)) this.image_uri = args.image_uri ?? null;
    if (isFalse(this.image_uri))
      this.image_uri = this.imageFor(this.session.boto_region_name, { instance_type: instanceType });
    const own = this.registeredAs();
    const framework = or(args.framework, own.name);
    return super.register({
      ...args,
      framework: typeof framework === 'string' ? framework.toUpperCase() : framework,
      framework_version: or(args.framework_version, own.version),
    });
  }

  /** Framework and version that a model package is registered with. */
  protected registeredAs(): { readonly name: Data; readonly version: Data } {
    return { name: this.frameworkName ?? null, version: this.framework_version };
  }
}

/**
 * SDK 2.257.6 fw_utils.py `validate_version_or_image_args`.
 *
 * @throws PythonError `ValueError` where neither both versions nor an image are given
 */
export function refuseWithoutVersions({ framework_version, py_version }: ModelVersions, image: Data | undefined): void {
  if ((framework_version === null || py_version === null) && (image ?? null) === null)
    throw new PythonError('ValueError', 'a model needs framework_version and py_version, or image_uri');
}
