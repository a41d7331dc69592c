import { PythonError } from '../../data/errors.js';
import { type Data, Dict, itemsOf, List, PyObject, Unknown } from '../../data/value.js';
import { ifTrue, isFalse, or, orDefault, unlessNone } from '../conditions.js';
import { nameFromImage } from '../names.js';
import type { Arguments } from '../sdk-object.js';
import type { Session } from '../session.js';
import { formatTags } from '../tags.js';
import { sanitizeVpcConfig } from '../vpc.js';
import { checkInstanceForm, containerDef, productionVariant } from './container-def.js';
import { findSent, isThere } from './sent.js';
import { createModel, describeTrainingJob, roleOf, vpcOfJob } from './session-calls.js';

/**
 * Creates the configuration of an endpoint with one model. SDK 2.257.6 session.py:4857, 1.72.0 session.py:2265.
 *
 * @returns its name
 */
export function createEndpointConfig(session: Session, args: Arguments): Data {
  const { world, isV1 } = session;
  const name = args.name ?? null;
  const variant = productionVariant(world, {
    ...args,
    serverless_inference_config: args.serverless_inference_config_dict,
  });
  if (!isV1) checkInstanceForm(args.instance_type ?? null);
  session.send('CreateEndpointConfig', {
    EndpointConfigName: name,
    ProductionVariants: [variant],
    Tags: or(formatTags(world, args.tags), new List()),
    KmsKeyId: unlessNone(args.kms_key),
    DataCaptureConfig: unlessNone(args.data_capture_config_dict),
    AsyncInferenceConfig: unlessNone(args.async_inference_config_dict),
    ExplainerConfig: unlessNone(args.explainer_config_dict),
  });
  return name;
}

/**
 * Creates a configuration from one that there is. SDK 2.257.6 session.py:5014, 1.72.0 session.py:2336. What another program
 * configured is unknown.
 */
export function createEndpointConfigFromExisting(session: Session, args: Arguments): Data {
  const { world } = session;
  const existing = findSent(world, 'CreateEndpointConfig', 'EndpointConfigName', args.existing_config_name ?? null);
  const unknown = new Unknown('part of an endpoint configuration that was made elsewhere');
  const old = (member: string): Data => (existing === undefined ? unknown : (existing.get(member) ?? null));
  const variants = or(args.new_production_variants, old('ProductionVariants'));
  for (const variant of itemsOf(variants) ?? [])
    if (variant instanceof Dict && variant.has('InstanceType')) checkInstanceForm(variant.get('InstanceType'));
  session.send('CreateEndpointConfig', {
    EndpointConfigName: args.new_config_name ?? null,
    ProductionVariants: variants,
    Tags: ifTrue(or(formatTags(world, args.new_tags), old('Tags'))),
    KmsKeyId: unlessNone(or(args.new_kms_key, old('KmsKeyId'))),
    DataCaptureConfig: unlessNone(or(args.new_data_capture_config_dict, old('DataCaptureConfig'))),
    AsyncInferenceConfig: unlessNone(session.isV1 ? null : old('AsyncInferenceConfig')),
    ExplainerConfig: unlessNone(session.isV1 ? null : or(args.new_explainer_config_dict, old('ExplainerConfig'))),
  });
  return null;
}

/**
 * Creates an endpoint. SDK 2.257.6 session.py:5157, 1.72.0 session.py:2401.
 *
 * @returns its name
 */
export function createEndpoint(session: Session, args: Arguments): Data {
  const name = args.endpoint_name ?? null;
  session.send('CreateEndpoint', {
    EndpointName: name,
    EndpointConfigName: args.config_name ?? null,
    Tags: or(formatTags(session.world, args.tags), new List()),
  });
  return name;
}

/** Gives an endpoint another configuration. SDK 2.257.6 session.py:5235, 1.72.0 session.py:2428. */
export function updateEndpoint(session: Session, args: Arguments): Data {
  const name = args.endpoint_name ?? null;
  session.send('UpdateEndpoint', {
    EndpointName: name,
    EndpointConfigName: args.endpoint_config_name ?? null,
  });
  return name;
}

/** Deletes an endpoint. SDK 2.257.6 session.py:5316. */
export function deleteEndpoint(session: Session, args: Arguments): Data {
  session.send('DeleteEndpoint', { EndpointName: args.endpoint_name ?? null });
  return null;
}

/** Deletes an endpoint's configuration. SDK 2.257.6 session.py:5325. */
export function deleteEndpointConfig(session: Session, args: Arguments): Data {
  session.send('DeleteEndpointConfig', { EndpointConfigName: args.endpoint_config_name ?? null });
  return null;
}

/**
 * Creates a configuration with these variants and an endpoint of the same name. SDK 2.257.6 session.py:6220, 1.72.0
 * session.py:2866, which takes a configuration of that name if there is one.
 *
 * @returns the endpoint's name
 */
export function endpointFromProductionVariants(session: Session, args: Arguments): Data {
  const { world, isV1 } = session;
  const name = args.name ?? null;
  const tags = formatTags(world, args.tags);
  const variants = args.production_variants ?? null;
  const known = itemsOf(variants) ?? [];
  if (!isV1) {
    for (const variant of known)
      if (variant instanceof Dict && variant.has('InstanceType')) checkInstanceForm(variant.get('InstanceType'));
  }
  const hasModel = known.length === 0 || known.some((each) => !(each instanceof Dict) || each.has('ModelName'));
  if (!isV1 || !isThere(world, 'EndpointConfig', name)) {
    session.send('CreateEndpointConfig', {
      EndpointConfigName: name,
      ProductionVariants: variants,
      ExecutionRoleArn: hasModel ? unlessNone(args.role) : roleOf(session, args.role),
      Tags: ifTrue(tags),
      KmsKeyId: ifTrue(args.kms_key),
      DataCaptureConfig: unlessNone(args.data_capture_config_dict),
      AsyncInferenceConfig: unlessNone(args.async_inference_config_dict),
      ExplainerConfig: unlessNone(args.explainer_config_dict),
      VpcConfig: unlessNone(args.vpc_config),
      EnableNetworkIsolation: unlessNone(args.enable_network_isolation),
    });
  }
  return createEndpoint(session, { endpoint_name: name, config_name: name, tags });
}

/**
 * Creates a model, a configuration and an endpoint, all of the same name. SDK 2.257.6 session.py:6121, 1.72.0
 * session.py:2777, which leaves alone what there is.
 *
 * @returns the name
 */
export function endpointFromModelData(session: Session, args: Arguments): Data {
  const { world, isV1 } = session;
  const image = args.image_uri ?? null;
  const name = isFalse(args.name) ? nameFromImage(world, image) : (args.name ?? null);
  const vpc = sanitizeVpcConfig(orDefault(args.model_vpc_config, null));
  const exists = (kind: 'Endpoint' | 'EndpointConfig' | 'Model'): boolean => isV1 && isThere(world, kind, name);
  if (exists('Endpoint')) throw new PythonError('ValueError', 'there is an endpoint of that name already');
  if (!exists('Model')) {
    const container = containerDef(world, {
      image_uri: image,
      model_data_url: args.model_s3_location ?? null,
      env: or(args.model_environment_vars, new Dict()),
    });
    createModel(session, { name, role: args.role, container_defs: container, vpc_config: vpc });
  }
  const tags = isV1 ? null : formatTags(world, args.tags);
  if (!exists('EndpointConfig')) {
    createEndpointConfig(session, {
      name,
      model_name: name,
      initial_instance_count: args.initial_instance_count,
      instance_type: args.instance_type,
      accelerator_type: args.accelerator_type,
      data_capture_config_dict: requestOf(args.data_capture_config),
      tags,
    });
  }
  return createEndpoint(session, { endpoint_name: name, config_name: name, tags });
}

/** Creates an endpoint of what a training job left. SDK 2.257.6 session.py:6009, 1.72.0 session.py:2698. */
export function endpointFromJob(session: Session, args: Arguments): Data {
  const job = args.job_name ?? null;
  const made = describeTrainingJob(session, job);
  return endpointFromModelData(session, {
    ...args,
    model_s3_location: made.modelData,
    image_uri: or(args.image_uri, made.image),
    name: or(args.name, job),
    role: or(args.role, made.role),
    model_vpc_config: vpcOfJob(made.vpcConfig, args.vpc_config_override),
    tags: null,
  });
}

/** The name of an endpoint's configuration, as DescribeEndpoint tells it; unknown where it was made elsewhere. */
export function endpointConfigOf(session: Session, endpoint: Data): Data {
  const { world } = session;
  const updated = findSent(world, 'UpdateEndpoint', 'EndpointName', endpoint);
  const made = updated ?? findSent(world, 'CreateEndpoint', 'EndpointName', endpoint);
  return (
    made?.get('EndpointConfigName') ??
    new Unknown('the name of the configuration of an endpoint that was made elsewhere')
  );
}

/** The names of the models behind a configuration, as DescribeEndpointConfig tells them. */
export function modelsOf(session: Session, config: Data): readonly Data[] {
  const made = findSent(session.world, 'CreateEndpointConfig', 'EndpointConfigName', config);
  const variants = itemsOf(made?.get('ProductionVariants'));
  if (variants === undefined) return [new Unknown('the name of a model of an endpoint that was made elsewhere')];
  return variants.flatMap((variant) => (variant instanceof Dict ? (variant.get('ModelName') ?? []) : []));
}

/** What a configuration object (`DataCaptureConfig`, …) puts into a request; undefined for None. */
export function requestOf(config: Data | undefined): Data | undefined {
  if (config === undefined || config === null) return undefined;
  if (config instanceof Unknown) return config;
  const build = config instanceof PyObject ? Reflect.get(config, 'toRequest') : undefined;
  if (typeof build === 'function') return Reflect.apply(build, config, []) as Data;
  if (config instanceof PyObject) return new Unknown('a configuration of a class of the program');
  throw new PythonError('AttributeError', 'a configuration that is no object of the SDK');
}

/**
 * Sends a request to an endpoint: `InvokeEndpoint` or `InvokeEndpointWithResponseStream`.
 *
 * @param request its members, among them those that the program added
 */
export function invoke(session: Session, operation: string, request: Dict): void {
  const members = [...request].map(([member, value]): [string, Data] => [String(member), value]);
  session.send(operation, {
    ...Object.fromEntries(members),
    ...(request.open === undefined ? {} : { $unknown: request.open.reason }),
  });
}
