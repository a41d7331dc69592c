import { PythonError } from '../../data/errors.js';
import { type Data, Dict, isText, List, PyObject, Template, Unknown } from '../../data/value.js';
import { isFalse, isTrue, or, unlessNone } from '../conditions.js';
import { asText, joinS3, parseS3Url } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import { LocalSession, sessionOf } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { containerDef, productionVariant } from './container-def.js';
import { createEndpointConfig, endpointFromProductionVariants, requestOf, updateEndpoint } from './endpoint-calls.js';
import { HostedModel } from './hosted-model.js';
import { Model } from './model.js';
import { fileName } from './model-code.js';
import { setSerde } from './sdk-class.js';
import { createModel } from './session-calls.js';

/** Many models of one image behind one endpoint. SDK 2.257.6 and 1.72.0 multidatamodel.py. */
export class MultiDataModel extends Model {
  readonly model_data_prefix: Data;
  /** The model whose container serves them all. */
  readonly model: Data;
  readonly container_mode = 'MultiModel';

  /** @throws PythonError `ValueError` for a prefix outside S3, and for arguments beside a model */
  constructor(args: PlainArguments, world?: World) {
    const { model_data_prefix = null, model = null, ...rest } = argumentsOf(args);
    const { name = null, sagemaker_session, image_uri, role, ...others } = rest;
    const start = model_data_prefix instanceof Template ? model_data_prefix.parts[0] : model_data_prefix;
    if (typeof start === 'string' && !start.startsWith('s3://'))
      throw new PythonError('ValueError', `${start} is no prefix in S3`);
    if (!isText(model_data_prefix) && !(model_data_prefix instanceof Unknown))
      throw new PythonError('AttributeError', 'the prefix of the models is no string');
    const hasOthers = Object.values(others).some((value) => value !== undefined && !(value instanceof Unknown));
    if (isTrue(model) && (isTrue(image_uri) || isTrue(role) || hasOthers))
      throw new PythonError('ValueError', 'beside a model, neither image_uri nor role nor its other arguments');
    super({ ...rest, model_data: model_data_prefix }, world);
    this.model_data_prefix = model_data_prefix;
    this.model = model;
    this.name = name;
    this.sagemaker_session = sessionOf(sagemaker_session, this.world);
  }

  override prepare_container_def(args: Arguments): Dict {
    const inner = isFalse(this.model) ? undefined : this.#ofModel('prepare_container_def', [args]);
    const hole = inner === undefined || inner instanceof Dict ? null : inner;
    const part = (member: string): Data => (inner instanceof Dict ? (inner.get(member) ?? null) : hole);
    return containerDef(this.world, {
      image_uri: inner === undefined ? this.image_uri : part('Image'),
      env: inner === undefined ? this.env : part('Environment'),
      model_data_url: this.model_data_prefix,
      container_mode: this.container_mode,
      accept_eula: args.accept_eula ?? null,
      model_reference_arn: args.model_reference_arn ?? null,
    });
  }

  /** @throws PythonError `ValueError` without a role */
  override deploy(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    const { world } = this;
    const owner = this.model instanceof HostedModel ? this.model : isFalse(this.model) ? this : undefined;
    const hole = new Unknown('part of a model of a class of the program');
    const role = owner === undefined ? hole : owner.role;
    if (role === null) throw new PythonError('ValueError', 'a model needs a role to be deployed');
    const { instance_type = null, initial_instance_count = null, accelerator_type } = args;
    if (instance_type === 'local' && !(this.sagemaker_session instanceof LocalSession))
      this.sagemaker_session = new LocalSession({}, world);
    const session = this.session;
    const tags = formatTags(world, args.tags);
    const { name } = this;
    createModel(session, {
      name,
      role,
      container_defs: this.prepare_container_def({ instance_type, accelerator_type }),
      vpc_config: owner === undefined ? hole : owner.vpc_config,
      enable_network_isolation: owner === undefined ? hole : owner.enable_network_isolation(),
      tags,
    });
    const hosting = { instance_type, initial_instance_count, accelerator_type };
    const variant = productionVariant(world, { ...hosting, model_name: name });
    this.endpoint_name = or(args.endpoint_name, name);
    const { endpoint_name } = this;
    const shared = { tags, kms_key: args.kms_key, data_capture_config_dict: requestOf(args.data_capture_config) };
    if (this.isV1 && isTrue(args.update_endpoint)) {
      const config = createEndpointConfig(session, { ...hosting, ...shared, name, model_name: name });
      updateEndpoint(session, { endpoint_name, endpoint_config_name: config });
    } else {
      const production_variants = new List([variant]);
      endpointFromProductionVariants(session, { ...shared, name: endpoint_name, production_variants });
    }
    if (owner === undefined) return new Unknown('a predictor');
    this.predictor_cls = owner.predictor_cls;
    const predictor = this.makePredictor(endpoint_name);
    setSerde(predictor, args);
    return predictor;
  }

  /**
   * Copies or uploads a model below the prefix.
   *
   * @returns its address
   */
  add_model(options: PlainArguments): Data {
    const args = argumentsOf(options);
    const { model_data_source: source = null } = args;
    const start = source instanceof Template ? source.parts[0] : source;
    if (source instanceof Unknown || start instanceof Unknown) return new Unknown('the address of an added model');
    if (typeof start === 'string' && start.startsWith('s3://')) {
      const path = or(args.model_data_path, parseS3Url(source).key);
      return joinS3([this.model_data_prefix, path]);
    }
    const path = or(unlessNone(args.model_data_path), fileName(source));
    return joinS3([asText(this.model_data_prefix), path]);
  }

  list_models(): Data {
    return new Unknown('the models in a folder of S3');
  }

  #ofModel(name: string, args: readonly Arguments[]): Data {
    const method = this.model instanceof PyObject ? Reflect.get(this.model, name) : undefined;
    if (typeof method === 'function') return Reflect.apply(method, this.model, args) as Data;
    return new Unknown('part of a model of a class of the program');
  }
}
