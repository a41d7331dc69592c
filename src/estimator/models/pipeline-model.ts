import { PythonError } from '../../data/errors.js';
import { type Data, Dict, itemsOf, List, PyCallable, Unknown } from '../../data/value.js';
import { isFalse, isTrue, or } from '../conditions.js';
import { nameFromImage } from '../names.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { pipelineContainerDef, productionVariant } from './container-def.js';
import { createEndpointConfig, endpointFromProductionVariants, requestOf, updateEndpoint } from './endpoint-calls.js';
import { registerPipeline } from './registration.js';
import { setSerde } from './sdk-class.js';
import { createModel, deleteModel } from './session-calls.js';
import { Transformer } from './transformer.js';

/** Several models in a row behind one endpoint. SDK 2.257.6 pipeline.py:49, 1.72.0 pipeline.py:22. */
export class PipelineModel extends SdkObject {
  models: Data;
  role: Data;
  predictor_cls: Data;
  name: Data;
  vpc_config: Data;
  sagemaker_session: Data;
  enable_network_isolation: Data;
  endpoint_name: Data = null;

  /** @throws PythonError `ValueError` in v2 without a role */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.models = given.models ?? null;
    this.role = given.role ?? null;
    this.predictor_cls = given.predictor_cls ?? null;
    this.name = given.name ?? null;
    this.vpc_config = given.vpc_config ?? null;
    this.sagemaker_session = given.sagemaker_session ?? null;
    this.enable_network_isolation = given.enable_network_isolation ?? false;
    if (!this.isV1 && isFalse(this.role)) throw new PythonError('ValueError', 'a pipeline of models needs a role');
  }

  /** The session; a new one where none was given. */
  ensureSession(): Session {
    if (isFalse(this.sagemaker_session)) this.sagemaker_session = sessionOf(null, this.world);
    return sessionOf(this.sagemaker_session, this.world);
  }

  pipeline_container_def(args: PlainArguments): Data {
    return pipelineContainerDef({ models: this.models, instance_type: argumentsOf(args).instance_type ?? null });
  }

  /** Creates model, endpoint configuration and endpoint. @returns a predictor where there is a class for it, else None */
  deploy(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    const { world } = this;
    const { instance_type = null, initial_instance_count = null } = args;
    const session = this.#createModel(instance_type);
    const hosting = {
      instance_type,
      initial_instance_count,
      volume_size: args.volume_size,
      model_data_download_timeout: args.model_data_download_timeout,
      container_startup_health_check_timeout: args.container_startup_health_check_timeout,
    };
    const variant = productionVariant(world, { ...hosting, model_name: this.name });
    this.endpoint_name = or(args.endpoint_name, this.name);
    const shared = {
      tags: formatTags(world, args.tags),
      kms_key: args.kms_key,
      data_capture_config_dict: requestOf(args.data_capture_config),
    };
    const { name, endpoint_name } = this;
    if (isTrue(args.update_endpoint)) {
      const config = createEndpointConfig(session, { ...hosting, ...shared, name, model_name: name });
      updateEndpoint(session, { endpoint_name, endpoint_config_name: config });
    } else
      endpointFromProductionVariants(session, {
        ...shared,
        name: endpoint_name,
        production_variants: new List([variant]),
      });
    return this.#predictor(args);
  }

  /** Creates the model at AWS. SDK 2.257.6 pipeline.py:312. */
  create(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    this.#createModel(args.instance_type ?? null);
    return null;
  }

  /** Creates the model, and what transforms batches with it. */
  transformer(options: PlainArguments): Data {
    const args = argumentsOf(options);
    const session = this.#createModel(args.instance_type ?? null);
    return new Transformer(
      { ...args, model_name: this.name, base_transform_job_name: this.name, sagemaker_session: session },
      this.world,
    );
  }

  /** Registers the models as a model package. SDK 2.257.6 pipeline.py:346. */
  register(args: PlainArguments = {}): Data {
    return registerPipeline(this, argumentsOf(args));
  }

  /** @throws PythonError `ValueError` for a model that was not created */
  delete_model(): Data {
    if (this.name === null) throw new PythonError('ValueError', 'a model must be created before it can be deleted');
    return deleteModel(this.ensureSession(), { model_name: this.name });
  }

  #createModel(instanceType: Data): Session {
    const session = this.ensureSession();
    const containers = this.pipeline_container_def({ instance_type: instanceType });
    const [first] = itemsOf(containers) ?? [];
    if (isFalse(this.name) && first === undefined && containers instanceof List && containers.open === undefined)
      throw new PythonError('IndexError', 'a pipeline without models');
    const image = first instanceof Dict ? (first.get('Image') ?? null) : new Unknown('the image of a model');
    this.name = or(this.name, nameFromImage(this.world, image));
    createModel(session, {
      name: this.name,
      role: this.role,
      container_defs: containers,
      vpc_config: this.vpc_config,
      enable_network_isolation: this.isV1 ? false : this.enable_network_isolation,
    });
    return session;
  }

  #predictor(args: Arguments): Data {
    const made = this.predictor_cls;
    if (isFalse(made)) return null;
    if (!(made instanceof PyCallable)) return new Unknown('a predictor');
    const predictor = made.call([this.endpoint_name, this.sagemaker_session], new Map());
    setSerde(predictor, args);
    return predictor;
  }
}
