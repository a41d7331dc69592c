import { deepCopyDict } from '../../data/copy.js';
import { PythonError } from '../../data/errors.js';
import { type Data, Dict, PyCallable, Unknown } from '../../data/value.js';
import { isFalse, isTrue, or, orDefault } from '../conditions.js';
import { baseNameFromImage, nameFromBase, nameFromImage } from '../names.js';
import { parseS3Url } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { compile } from './compile.js';
import { containerDef } from './container-def.js';
import { deploy } from './deploy.js';
import { codeKeyPrefix, uploadCode } from './model-code.js';
import { joinTags } from './model-tags.js';
import { scriptVariables, UploadedModelCode } from './script-variables.js';
import { createModel, deleteModel } from './session-calls.js';
import { Transformer } from './transformer.js';

/** What the constructors of the models take, each class its part: an estimator hands on what its own methods don't know. */
const PARAMETERS: ReadonlySet<string> = new Set(
  [
    'image_uri model_data role predictor_cls env name vpc_config sagemaker_session enable_network_isolation model_kms_key',
    'image_config source_dir code_location entry_point container_log_level dependencies git_config resources',
    'additional_model_data_sources model_reference_arn enable_cloudwatch_metrics framework_version py_version',
    'model_server_workers transformers_version tensorflow_version pytorch_version spark_version algorithm_arn',
    'model_package_arn',
  ].flatMap((names) => names.split(' ')),
);

/** A model that can be hosted: all of the SDK's `Model` but its registration. SDK 2.257.6 model.py:150, 1.72.0 model.py:58. */
export class HostedModel extends SdkObject {
  image_uri: Data;
  model_data: Data;
  role: Data;
  predictor_cls: Data;
  env: Data;
  name: Data;
  vpc_config: Data;
  /** None until it is needed: a model makes its own session when it is deployed. */
  sagemaker_session: Data;
  endpoint_name: Data = null;
  model_kms_key: Data;
  image_config: Data;
  source_dir: Data;
  entry_point: Data;
  dependencies: Data;
  git_config: Data;
  container_log_level: Data;
  bucket: Data = null;
  key_prefix: Data = null;
  additional_model_data_sources: Data;
  model_reference_arn: Data;
  accept_eula: Data = null;
  content_types: Data = null;
  response_types: Data = null;
  resources: Data;
  uploaded_code: Data = null;
  repacked_model_data: Data = null;
  model_package_arn: Data = null;
  algorithm_arn: Data = null;
  /** The SDK's `_base_name`, `_is_compiled_model`, `_enable_network_isolation`, `_tags`. */
  baseName: Data = null;
  /** Unknown where it depends on an unknown target. */
  isCompiledModel: boolean | Unknown = false;
  networkIsolation: Data;
  ownTags: Data = null;

  /** @throws PythonError `TypeError` for an argument that no model takes */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    const surplus = Object.keys(given).find((name) => !PARAMETERS.has(name));
    if (surplus !== undefined) throw new PythonError('TypeError', `a model has no parameter ${surplus}`);
    this.image_uri = given.image_uri ?? null;
    this.model_data = given.model_data ?? null;
    this.role = given.role ?? null;
    this.predictor_cls = given.predictor_cls ?? null;
    this.env = this.isV1 ? or(given.env, new Dict()) : (given.env ?? new Dict());
    this.name = given.name ?? null;
    this.vpc_config = given.vpc_config ?? null;
    this.sagemaker_session = given.sagemaker_session ?? null;
    this.networkIsolation = given.enable_network_isolation ?? false;
    this.model_kms_key = given.model_kms_key ?? null;
    this.image_config = given.image_config ?? null;
    this.source_dir = given.source_dir ?? null;
    this.entry_point = given.entry_point ?? null;
    this.dependencies = or(given.dependencies, null);
    this.git_config = given.git_config ?? null;
    this.container_log_level = orDefault(given.container_log_level, 20);
    this.additional_model_data_sources = given.additional_model_data_sources ?? null;
    this.model_reference_arn = given.model_reference_arn ?? null;
    this.resources = given.resources ?? null;
    if (given.code_location instanceof Unknown) this.bucket = given.code_location;
    else if (!isFalse(given.code_location)) {
      const { bucket, key } = parseS3Url(given.code_location ?? null);
      this.bucket = bucket;
      this.key_prefix = key;
    }
  }

  /** The framework's name for compilations; undefined for models of no framework. */
  get frameworkName(): string | undefined {
    return undefined;
  }

  /** The framework's version for compilations. */
  get frameworkVersion(): Data {
    return null;
  }

  /** The session, which must be there: the SDK reads it where it has made none yet. */
  get session(): Session {
    if (this.sagemaker_session === null)
      throw new PythonError('AttributeError', 'the model has no session yet: pass sagemaker_session');
    return sessionOf(this.sagemaker_session, this.world);
  }

  /** Makes a session where there is none: SDK 2.257.6 model.py `_init_sagemaker_session_if_does_not_exist`. */
  ensureSession(instanceType: Data | undefined): Session {
    const isLocal = instanceType === 'local' || instanceType === 'local_gpu';
    if (isFalse(this.sagemaker_session)) this.sagemaker_session = sessionOf(null, this.world, isLocal);
    return this.session;
  }

  /** The model's container. SDK 2.257.6 model.py:704, 1.72.0 model.py:140. */
  prepare_container_def(args: Arguments): Dict {
    if (this.isV1)
      return containerDef(this.world, { image_uri: this.image_uri, model_data_url: this.model_data, env: this.env });
    const env = this.copiedEnvironment();
    // The SDK makes a name of the image whether it needs one or not: an image that is None is refused here.
    nameFromImage(this.world, this.image_uri);
    const code = [this.source_dir, this.dependencies, this.entry_point, this.git_config];
    if (code.some((each) => !isFalse(each))) {
      this.packCode(this.image_uri, this.is_repack());
      if (code.some(isTrue)) addTo(env, this.scriptEnvironment());
      else env.open ??= code.find((each) => each instanceof Unknown);
    }
    return containerDef(this.world, {
      image_uri: this.image_uri,
      model_data_url: or(this.repacked_model_data, this.model_data),
      env,
      image_config: this.image_config,
      accept_eula: args.accept_eula ?? this.accept_eula,
      additional_model_data_sources: this.additional_model_data_sources,
      model_reference_arn: args.model_reference_arn ?? this.model_reference_arn,
    });
  }

  /** Whether code is packed into the model's archive. SDK 2.257.6 model.py:761. */
  is_repack(): boolean | Unknown {
    if (this.source_dir === null || this.entry_point === null) return false;
    const parts = [this.source_dir, this.entry_point];
    const hole = parts.find((part): part is Unknown => part instanceof Unknown);
    return hole ?? (parts.every(isTrue) && isFalse(this.git_config));
  }

  enable_network_isolation(): Data {
    return this.isV1 ? this.networkIsolation : or(this.networkIsolation, false);
  }

  /** Uploads code below the model's name, or that of an image, and notes where it is. */
  protected packCode(image: Data, repack: boolean | Unknown): void {
    const session = this.session;
    const prefix = codeKeyPrefix(session, this.key_prefix, this.name, image);
    const code = uploadCode({ ...this.codeFields(), sagemaker_session: session }, prefix, repack);
    this.uploaded_code = code.s3Prefix === null ? null : new UploadedModelCode(code, this.world);
    if (code.modelData !== null) this.repacked_model_data = code.modelData;
  }

  private codeFields(): { entry_point: Data; source_dir: Data; model_data: Data; bucket: Data } {
    const { entry_point, source_dir, model_data, bucket } = this;
    return { entry_point, source_dir, model_data, bucket };
  }

  /** A copy of the environment that more can be put into; of an unknown one nothing else is known. */
  copiedEnvironment(): Dict {
    if (this.env instanceof Dict) return deepCopyDict(this.env);
    const made = new Dict();
    if (this.env instanceof Unknown) made.open = this.env;
    return made;
  }

  /** Variables by which containers find code. */
  scriptEnvironment(): Readonly<Record<string, Data>> {
    return scriptVariables(this);
  }

  /** SDK 2.257.6 model.py:899, 1.72.0 model.py:169 `_create_sagemaker_model`. */
  createSagemakerModel(args: Arguments): void {
    const container = this.prepare_container_def(args);
    const image = container.get('Image') ?? null;
    if (this.isV1) this.name = or(this.name, nameFromImage(this.world, image));
    else {
      if (this.name === null) this.baseName = or(this.baseName, baseNameFromImage(image));
      this.setNameOfBase();
    }
    const session = this.ensureSession(args.instance_type);
    createModel(session, {
      name: this.name,
      role: this.role,
      container_defs: container,
      vpc_config: this.vpc_config,
      enable_network_isolation: this.isV1 ? this.enable_network_isolation() : this.networkIsolation,
      tags: formatTags(this.world, args.tags),
    });
  }

  /** SDK 2.257.6 model.py `_set_model_name_if_needed`: each deployment of an unnamed model has a name of its own. */
  setNameOfBase(): void {
    if (!isFalse(this.baseName)) this.name = nameFromBase(this.world, this.baseName);
  }

  /** Creates the model at AWS. SDK 2.257.6 model.py:639. */
  create(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    this.createSagemakerModel(args);
    return null;
  }

  /**
   * Creates model, endpoint configuration and endpoint.
   *
   * @returns a predictor where the model has a class for it, else None
   */
  deploy(args: PlainArguments = {}): Data {
    return deploy(this, argumentsOf(args));
  }

  /** Compiles the model with Neo. @returns the model itself, whose data is then the compiled one's */
  compile(args: PlainArguments): Data {
    return compile(this, argumentsOf(args));
  }

  /** Creates the model, and what transforms batches with it. SDK 2.257.6 model.py:1885. */
  transformer(options: PlainArguments): Data {
    const args = argumentsOf(options);
    const session = this.ensureSession(args.instance_type);
    this.createSagemakerModel({ instance_type: args.instance_type, tags: args.tags });
    const isIsolated = isTrue(this.enable_network_isolation());
    return new Transformer(
      {
        ...args,
        model_name: this.name,
        env: isIsolated ? null : args.env,
        base_transform_job_name: this.isV1 ? this.name : or(this.baseName, this.name),
        sagemaker_session: session,
      },
      this.world,
    );
  }

  /** @throws PythonError `ValueError` for a model that was not created */
  delete_model(): Data {
    if (this.name === null) throw new PythonError('ValueError', 'a model must be created before it can be deleted');
    return deleteModel(this.session, { model_name: this.name });
  }

  /** SDK 2.257.6 model.py:433: tags of all deployments to come. */
  add_tags(options: PlainArguments): Data {
    const args = argumentsOf(options);
    this.ownTags = joinTags(this.ownTags, args.tags ?? null);
    return null;
  }

  /** The predictor that a deployment gives: of the class that was asked for. */
  makePredictor(endpointName: Data, named: Readonly<Record<string, Data>> = {}): Data {
    const made = this.predictor_cls;
    if (made instanceof PyCallable)
      return made.call([endpointName, this.sagemaker_session], new Map(Object.entries(named)));
    if (isFalse(made)) return null;
    return made instanceof Unknown ? new Unknown(`made by ${made.reason}`) : new Unknown('a predictor');
  }
}

/** Sets several keys. */
export function addTo(dictionary: Dict, entries: Readonly<Record<string, Data>>): void {
  for (const [key, value] of Object.entries(entries)) dictionary.set(key, value);
}
