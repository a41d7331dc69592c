import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, List, Unknown } from '../../data/value.js';
import { serdeDefaults } from '../../sdk/serde.js';
import { choose, isTrue, or, orDefault, unlessNone } from '../conditions.js';
import { nameFromBase } from '../names.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { productionVariant } from './container-def.js';
import { DataCaptureConfig } from './deploy-configs.js';
import {
  createEndpointConfigFromExisting,
  deleteEndpoint,
  deleteEndpointConfig,
  endpointConfigOf,
  invoke,
  modelsOf,
  requestOf,
  updateEndpoint,
} from './endpoint-calls.js';
import { attributeOf, headerOf, serialized } from './serde-calls.js';
import { serdeOf } from './serde-classes.js';
import { deleteModel } from './session-calls.js';

/** Asks an endpoint. SDK 2.257.6 base_predictor.py:99 `Predictor`, 1.72.0 predictor.py:35 `RealTimePredictor`. */
export class Predictor extends SdkObject {
  endpoint_name: Data;
  sagemaker_session: Session;
  component_name: Data;
  serializer: Data;
  deserializer: Data;
  /** What the program set; in v1 also what the serializer had when the predictor was made. */
  chosenContentType: Data;
  chosenAccept: Data;
  /** The configuration's name once it was looked up. */
  configName: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.endpoint_name = given.endpoint_name ?? null;
    this.sagemaker_session = sessionOf(given.sagemaker_session, this.world);
    this.component_name = given.component_name ?? null;
    const defaults = serdeDefaults(this.world.settings.sdk, this.sdkPath);
    this.serializer = orDefault(given.serializer, serdeOf(defaults?.serializer, this.world));
    this.deserializer = orDefault(given.deserializer, serdeOf(defaults?.deserializer, this.world));
    this.chosenContentType = this.isV1 ? or(given.content_type, attributeOf(this.serializer, 'content_type')) : null;
    this.chosenAccept = this.isV1 ? or(given.accept, attributeOf(this.deserializer, 'accept')) : null;
    this.configName = this.isV1 ? endpointConfigOf(this.sagemaker_session, this.endpoint_name) : null;
  }

  /** The class's canonical path, by which its defaults are known. */
  get sdkPath(): string {
    return this.isV1 ? 'sagemaker.predictor.RealTimePredictor' : 'sagemaker.base_predictor.Predictor';
  }

  get content_type(): Data {
    return this.isV1
      ? this.chosenContentType
      : or(this.chosenContentType, attributeOf(this.serializer, 'CONTENT_TYPE'));
  }

  set content_type(value: Data) {
    this.chosenContentType = value;
  }

  get accept(): Data {
    return this.isV1 ? this.chosenAccept : or(this.chosenAccept, attributeOf(this.deserializer, 'ACCEPT'));
  }

  set accept(value: Data) {
    this.chosenAccept = value;
  }

  /** The old name of `endpoint_name`. */
  get endpoint(): Data {
    return this.endpoint_name;
  }

  set endpoint(value: Data) {
    this.endpoint_name = value;
  }

  /**
   * Sends a request to the endpoint.
   *
   * @returns unknown: what the endpoint answers
   */
  predict(options: PlainArguments): Data {
    const args = argumentsOf(options);
    invoke(this.sagemaker_session, 'InvokeEndpoint', this.buildRequest(args));
    return new Unknown('the answer of an endpoint');
  }

  /** SDK 2.257.6 base_predictor.py:307 `predict_stream`. */
  predict_stream(options: PlainArguments): Data {
    const args = argumentsOf(options);
    invoke(this.sagemaker_session, 'InvokeEndpointWithResponseStream', this.buildRequest(args));
    return new Unknown('the answer of an endpoint');
  }

  /** SDK 2.257.6 base_predictor.py `_create_request_args`: what `initial_args` has is left as it is. */
  protected buildRequest(args: Arguments): Dict {
    const initial = orDefault(args.initial_args, null);
    const request = initial instanceof Dict ? new Dict(initial) : new Dict();
    request.open = initial instanceof Unknown ? initial : initial instanceof Dict ? initial.open : undefined;
    const fill = (member: string, value: Data): void => {
      if (request.has(member) || (this.isV1 && !isTrue(value) && !(value instanceof Unknown))) return;
      request.set(member, request.open === undefined ? value : choose(request.open, value, request.open));
    };
    fill('EndpointName', this.endpoint_name);
    fill('ContentType', headerOf(this.content_type));
    fill('Accept', headerOf(this.accept));
    const put = (member: string, value: Data | undefined): void => {
      if (isTrue(value) || value instanceof Unknown) request.set(member, value ?? null);
    };
    put('TargetModel', args.target_model);
    put('TargetVariant', args.target_variant);
    put('InferenceId', args.inference_id);
    put('CustomAttributes', args.custom_attributes);
    put('InferenceComponentName', or(args.component_name, this.component_name));
    put('TargetContainerHostname', args.target_container_hostname);
    request.set('Body', serialized(this.serializer, args.data ?? null, this.isV1));
    return request;
  }

  /**
   * Gives the endpoint another configuration: a copy of its own with what is passed. SDK 2.257.6 base_predictor.py:384.
   *
   * @throws PythonError `ValueError` for a new model or instance without both instance type and count
   */
  update_endpoint(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    const { initial_instance_count, instance_type, accelerator_type, model_name, wait = true } = args;
    const current = this.#configName();
    const changes = [initial_instance_count, instance_type, accelerator_type, model_name];
    let variants: Data | undefined = changes.find((each) => each instanceof Unknown);
    if (changes.some(isTrue)) {
      if (unlessNone(instance_type) === undefined || unlessNone(initial_instance_count) === undefined)
        throw new PythonError('ValueError', 'a new variant needs both initial_instance_count and instance_type');
      const models = modelsOf(this.sagemaker_session, current);
      const [only = null] = models;
      if (unlessNone(model_name) === undefined && models.length > 1)
        throw new PythonError('ValueError', 'the endpoint has several models; model_name says which');
      const scaling = dictOf({
        MaxInstanceCount: isTrue(args.max_instance_count) ? args.max_instance_count : undefined,
        MinInstanceCount: isTrue(args.min_instance_count) ? args.min_instance_count : undefined,
      });
      variants = new List([
        productionVariant(this.world, {
          model_name: unlessNone(model_name) ?? only,
          instance_type,
          initial_instance_count,
          accelerator_type,
          managed_instance_scaling: scaling,
        }),
      ]);
    }
    const name = nameFromBase(this.world, current);
    createEndpointConfigFromExisting(this.sagemaker_session, {
      existing_config_name: current,
      new_config_name: name,
      new_tags: formatTags(this.world, args.tags),
      new_kms_key: args.kms_key,
      new_data_capture_config_dict: args.data_capture_config_dict,
      new_production_variants: variants,
    });
    updateEndpoint(this.sagemaker_session, { endpoint_name: this.endpoint_name, endpoint_config_name: name, wait });
    this.configName = name;
    return null;
  }

  /** Deletes the endpoint, and its configuration unless told otherwise. SDK 2.257.6 base_predictor.py:524. */
  delete_endpoint(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    if (isTrue(orDefault(args.delete_endpoint_config, true)))
      deleteEndpointConfig(this.sagemaker_session, { endpoint_config_name: this.#configName() });
    return deleteEndpoint(this.sagemaker_session, { endpoint_name: this.endpoint_name });
  }

  /** SDK 2.257.6 base_predictor.py:541. */
  delete_predictor(): Data {
    return this.delete_endpoint({});
  }

  /** Deletes the models behind the endpoint. SDK 2.257.6 base_predictor.py:728. */
  delete_model(): Data {
    for (const model of modelsOf(this.sagemaker_session, this.#configName()))
      deleteModel(this.sagemaker_session, { model_name: model });
    return null;
  }

  enable_data_capture(): Data {
    return this.#capture(true);
  }

  disable_data_capture(): Data {
    return this.#capture(false);
  }

  /** SDK 2.257.6 base_predictor.py:772. */
  update_data_capture_config(options: PlainArguments): Data {
    const args = argumentsOf(options);
    const session = this.sagemaker_session;
    const name = nameFromBase(this.world, this.endpoint_name);
    createEndpointConfigFromExisting(session, {
      existing_config_name: endpointConfigOf(session, this.endpoint_name),
      new_config_name: name,
      new_data_capture_config_dict: requestOf(args.data_capture_config),
    });
    updateEndpoint(session, { endpoint_name: this.endpoint_name, endpoint_config_name: name });
    return null;
  }

  list_monitors(): Data {
    return new Unknown('the monitors of an endpoint');
  }

  #capture(isOn: boolean): Data {
    const config = new DataCaptureConfig(
      { enable_capture: isOn, sagemaker_session: this.sagemaker_session },
      this.world,
    );
    return this.update_data_capture_config({ data_capture_config: config });
  }

  #configName(): Data {
    this.configName ??= endpointConfigOf(this.sagemaker_session, this.endpoint_name);
    return this.configName;
  }
}
