import { PythonError } from '../../data/errors.js';
import { concat, type Text } from '../../data/text.js';
import { type Data, Dict, dictOf, isText, List, truthOf, Unknown } from '../../data/value.js';
import { choose, ifTrue, isFalse, isTrue, or } from '../conditions.js';
import { baseFromName, baseNameFromImage, nameFromBase, nameFromImage, uniqueNameFromBase } from '../names.js';
import { asText, joinS3 } from '../s3-paths.js';
import type { Arguments, SdkObject } from '../sdk-object.js';
import { formatTags } from '../tags.js';
import { AsyncPredictor } from './async-predictor.js';
import { productionVariant } from './container-def.js';
import { AsyncInferenceConfig, ResourceRequirements, ServerlessInferenceConfig } from './deploy-configs.js';
import { createEndpointConfig, endpointFromProductionVariants, requestOf, updateEndpoint } from './endpoint-calls.js';
import { ExplainerConfig } from './explainer-configs.js';
import type { HostedModel } from './hosted-model.js';
import { createInferenceComponent } from './inference-components.js';
import { setSerde } from './sdk-class.js';
import { findSent } from './sent.js';

/** Hosts a model. SDK 2.257.6 model.py:1383, 1.72.0 model.py:468 `Model.deploy`. */
export function deploy(model: HostedModel, args: Arguments): Data {
  model.accept_eula = model.isV1 ? null : (args.accept_eula ?? null);
  model.ensureSession(args.instance_type);
  if (!model.isV1) model.add_tags({ tags: args.tags });
  if (model.role === null) throw new PythonError('ValueError', 'a model needs a role to be deployed');
  const { instance_type: type = null } = args;
  if (!isText(type) && !(type instanceof Unknown) && (model.isV1 || !isFalse(type)))
    throw new PythonError('AttributeError', 'the instance type is no string');
  return model.isV1 ? deployV1(model, args) : deployV2(model, args);
}

function deployV1(model: HostedModel, args: Arguments): Data {
  const { world } = model;
  const { instance_type: type = null, initial_instance_count: count = null, accelerator_type } = args;
  const suffix = compiledSuffix(type);
  if (model.isCompiledModel !== false) {
    const name = isFalse(model.name) ? nameFromImage(world, model.image_uri) : model.name;
    model.name = choose(model.isCompiledModel, concat([asText(name), suffix]), model.name);
  }
  model.createSagemakerModel({ instance_type: type, accelerator_type, tags: args.tags });
  const hosting = { instance_type: type, initial_instance_count: count, accelerator_type };
  const variant = productionVariant(world, { ...hosting, model_name: model.name });
  model.endpoint_name = or(args.endpoint_name, model.name);
  const shared = {
    tags: args.tags,
    kms_key: args.kms_key,
    data_capture_config_dict: requestOf(args.data_capture_config),
  };
  hostOrUpdate(model, args, variant, shared, { ...hosting, ...shared });
  return model.makePredictor(model.endpoint_name);
}

function deployV2(model: HostedModel, args: Arguments): Data {
  const { world } = model;
  const { async_inference_config: async = null, serverless_inference_config: serverless = null } = args;
  const { instance_type: type = null, initial_instance_count: count = null, explainer_config = null } = args;
  const tags = formatTags(world, model.ownTags);
  const routing = routingConfig(args.routing_config);
  const isServerless = serverless !== null;
  refuseOther(async, AsyncInferenceConfig, 'async_inference_config');
  refuseOther(explainer_config, ExplainerConfig, 'explainer_config');
  if (!isServerless && (isFalse(type) || isFalse(count)))
    throw new PythonError(
      'ValueError',
      'a deployment needs instance_type and initial_instance_count, or is serverless',
    );
  refuseOther(serverless, ServerlessInferenceConfig, 'serverless_inference_config');
  const suffix = isServerless ? '' : compiledSuffix(type);
  if (model.isCompiledModel !== false && !isServerless) {
    if (model.name === null) model.baseName = or(model.baseName, baseNameFromImage(model.image_uri));
    if (model.baseName !== null)
      model.baseName = choose(model.isCompiledModel, concat([asText(model.baseName), '-', suffix]), model.baseName);
  }
  if (isComponentBased(args.endpoint_type)) return deployComponent(model, args, tags, routing);
  model.createSagemakerModel({
    instance_type: type,
    accelerator_type: args.accelerator_type,
    tags,
    serverless_inference_config: serverless,
    accept_eula: args.accept_eula,
    model_reference_arn: args.model_reference_arn,
  });
  const hosting = {
    instance_type: type,
    initial_instance_count: count,
    accelerator_type: args.accelerator_type,
    volume_size: args.volume_size,
    model_data_download_timeout: args.model_data_download_timeout,
    container_startup_health_check_timeout: args.container_startup_health_check_timeout,
    routing_config: routing,
    inference_ami_version: args.inference_ami_version,
  };
  const serverlessConfig = requestOf(serverless);
  const variant = productionVariant(world, {
    ...hosting,
    model_name: model.name,
    serverless_inference_config: serverlessConfig,
  });
  model.endpoint_name = or(args.endpoint_name, defaultEndpointName(model, isServerless ? undefined : suffix));
  const shared = {
    tags,
    kms_key: args.kms_key,
    data_capture_config_dict: requestOf(args.data_capture_config),
    explainer_config_dict: requestOf(explainer_config),
    async_inference_config_dict: asyncRequest(model, async),
  };
  hostOrUpdate(model, args, variant, shared, {
    ...hosting,
    ...shared,
    serverless_inference_config_dict: serverlessConfig,
  });
  const predictor = model.makePredictor(model.endpoint_name);
  if (predictor === null) return null;
  setSerde(predictor, args);
  if (async === null) return predictor;
  const made = new AsyncPredictor({ predictor, name: model.name }, world);
  return async instanceof Unknown ? choose(async, made, predictor) : made;
}

/**
 * An endpoint with this variant; or, if asked for, a new configuration for the endpoint that there is. Where it is not known which
 * of both, the endpoint is made under that condition.
 */
function hostOrUpdate(model: HostedModel, args: Arguments, variant: Dict, shared: Arguments, hosting: Arguments): void {
  const session = model.session;
  const { name, endpoint_name } = model;
  const update = truthOf(args.update_endpoint ?? false);
  if (update === false) {
    const production_variants = new List([variant]);
    endpointFromProductionVariants(session, { ...shared, name: endpoint_name, production_variants });
    return;
  }
  const configName = choose(update, name, endpoint_name);
  const tags = update === true ? shared.tags : update;
  const config = createEndpointConfig(session, { ...hosting, name: configName, model_name: name, tags });
  if (update === true) updateEndpoint(session, { endpoint_name, endpoint_config_name: config });
  else {
    const Tags = or(formatTags(session.world, shared.tags), new List());
    session.send('CreateEndpoint', { EndpointName: endpoint_name, EndpointConfigName: config, Tags }, update.reason);
  }
}

/** What a model compiled for a family of instances is called after: `ml.c5.xlarge` → `ml-c5`. */
function compiledSuffix(instanceType: Data): Text {
  if (typeof instanceType === 'string') return instanceType.split('.').slice(0, -1).join('-');
  return asText(instanceType);
}

function defaultEndpointName(model: HostedModel, suffix: Text | undefined): Text {
  const base = asText(or(model.baseName, baseFromName(model.name)));
  const end = typeof base === 'string' ? base : base.parts.at(-1);
  const isSuffixed = typeof end === 'string' && typeof suffix === 'string' && end.endsWith(suffix);
  const isCompiled = suffix !== undefined && !isSuffixed && model.isCompiledModel;
  return nameFromBase(model.world, choose(isCompiled, concat([base, '-', suffix ?? '']), base));
}

/** The SDK fills in where answers go: SDK 2.257.6 model.py `_build_default_async_inference_config`. */
function asyncRequest(model: HostedModel, config: Data): Data | undefined {
  if (config instanceof AsyncInferenceConfig) {
    const { default_bucket_prefix: prefix } = model.session;
    const place = (folder: string): Text =>
      joinS3(['s3://', model.session.default_bucket(), prefix, folder, uniqueNameFromBase(model.world, model.name)]);
    config.output_path ??= place('async-endpoint-outputs');
    config.failure_path ??= place('async-endpoint-failures');
  }
  return requestOf(config);
}

/** SDK 2.257.6 model.py:1656: an endpoint on whose instances models are placed as components. */
function deployComponent(model: HostedModel, args: Arguments, tags: Data, routing: Data): Data {
  if (isTrue(args.update_endpoint))
    throw new PythonError('ValueError', 'an endpoint of inference components cannot be updated by deploy');
  const { world, session } = model;
  if (isTrue(args.endpoint_name)) model.endpoint_name = args.endpoint_name ?? null;
  else if (isTrue(model.name)) model.endpoint_name = nameFromBase(world, model.name);
  const { instance_type, accelerator_type, initial_instance_count } = args;
  const timeouts = {
    model_data_download_timeout: args.model_data_download_timeout,
    container_startup_health_check_timeout: args.container_startup_health_check_timeout,
  };
  const variant = productionVariant(world, {
    ...timeouts,
    instance_type,
    initial_instance_count,
    volume_size: args.volume_size,
    managed_instance_scaling: managedScaling(args.managed_instance_scaling, initial_instance_count ?? null),
    routing_config: routing,
    inference_ami_version: args.inference_ami_version,
  });
  // Several models can share an endpoint; one that was made elsewhere is taken for absent.
  if (findSent(world, 'CreateEndpoint', 'EndpointName', model.endpoint_name) === undefined)
    endpointFromProductionVariants(session, {
      name: model.endpoint_name,
      production_variants: new List([variant]),
      tags,
      kms_key: args.kms_key,
      vpc_config: model.vpc_config,
      enable_network_isolation: model.networkIsolation,
      role: model.role,
    });
  model.createSagemakerModel({ instance_type, accelerator_type, tags });
  const { resources = null } = args;
  if (!(resources instanceof ResourceRequirements) && !(resources instanceof Unknown))
    throw new PythonError('AttributeError', 'an inference component needs resources');
  const name = or(args.inference_component_name, uniqueNameFromBase(world, model.name));
  createInferenceComponent(session, {
    inference_component_name: name,
    endpoint_name: model.endpoint_name,
    specification: dictOf({
      ModelName: model.name,
      StartupParameters: dictOf({
        ModelDataDownloadTimeoutInSeconds: ifTrue(args.model_data_download_timeout),
        ContainerStartupHealthCheckTimeoutInSeconds: ifTrue(args.container_startup_health_check_timeout),
      }),
      ComputeResourceRequirements:
        resources instanceof Unknown ? resources : resources.get_compute_resource_requirements(),
    }),
    runtime_config: dictOf({ CopyCount: resources instanceof Unknown ? resources : resources.copy_count }),
    tags,
  });
  const predictor = model.makePredictor(model.endpoint_name, { component_name: name });
  setSerde(predictor, args);
  return predictor;
}

function managedScaling(given: Data | undefined, count: Data): Data {
  if (!(given instanceof Dict)) return given instanceof Unknown ? given : new Dict();
  return dictOf({
    Status: 'ENABLED',
    MaxInstanceCount: given.get('MaxInstanceCount'),
    MinInstanceCount: given.get('MinInstanceCount') ?? count,
  });
}

/** `EndpointType.INFERENCE_COMPONENT_BASED`, as the evaluator knows members of enumerations: by their value. */
function isComponentBased(type: Data | undefined): boolean {
  return type === 'InferenceComponentBased';
}

/** SDK 2.257.6 utils.py `_resolve_routing_config`. @throws PythonError `ValueError` for an unknown strategy */
function routingConfig(given: Data | undefined): Data {
  if (given === undefined || isFalse(given)) return null;
  const strategy = given instanceof Dict ? (given.get('RoutingStrategy') ?? given.open ?? null) : given;
  if (strategy instanceof Unknown || !isText(strategy)) return isFalse(strategy) ? null : given;
  if (typeof strategy !== 'string') return given;
  if (!['RANDOM', 'LEAST_OUTSTANDING_REQUESTS'].includes(strategy.toUpperCase()))
    throw new PythonError('ValueError', `${strategy} is no routing strategy`);
  return dictOf({ RoutingStrategy: strategy.toUpperCase() });
}

function refuseOther(value: Data, type: new (args: Arguments) => SdkObject, name: string): void {
  if (value === null || value instanceof Unknown || value instanceof type) return;
  throw new PythonError('ValueError', `${name} must be an object of class ${type.name}`);
}
