import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, isText, List, PyObject, Template, Unknown } from '../../data/value.js';
import { ifTrue, orDefault, unlessNone, whereGiven } from '../conditions.js';
import type { Arguments } from '../sdk-object.js';
import type { World } from '../world.js';

/** What a container of a model is made of; the names are those of SDK 2.257.6 session.py:8190 `container_def`. */
export interface ContainerArguments extends Arguments {
  readonly image_uri: Data;
  readonly model_data_url?: Data;
  readonly env?: Data;
  readonly container_mode?: Data;
  readonly image_config?: Data;
  readonly accept_eula?: Data;
  readonly additional_model_data_sources?: Data;
  readonly model_reference_arn?: Data;
}

/** A container as CreateModel takes it. SDK 2.257.6 session.py:8190, 1.72.0 session.py:3252 `container_def`. */
export function containerDef(world: World, args: ContainerArguments): Dict {
  const made = dictOf({ Image: args.image_uri, Environment: unlessNone(args.env) ?? new Dict() });
  if (world.settings.sdk === 'v1') setUnlessAbsent(made, 'ModelDataUrl', ifTrue(args.model_data_url));
  else {
    setUnlessAbsent(made, 'AdditionalModelDataSources', ifTrue(args.additional_model_data_sources));
    addModelData(made, args);
  }
  setUnlessAbsent(made, 'Mode', ifTrue(args.container_mode));
  setUnlessAbsent(made, 'ImageConfig', ifTrue(args.image_config));
  return made;
}

/** With an accepted license or as a dictionary the model's data is a source, else an address. */
function addModelData(made: Dict, args: ContainerArguments): void {
  const data = orDefault(args.model_data_url, null);
  const eula = orDefault(args.accept_eula, null);
  if (data === null) return;
  if (data instanceof Unknown && data.values.some((value) => value instanceof Dict))
    made.set('ModelDataSource', new Unknown(data.reason));
  const isArchive = typeof data === 'string' && data.startsWith('s3://') && data.endsWith('tar.gz');
  if (isArchive && eula instanceof Unknown) {
    made.set('ModelDataUrl', eula).set('ModelDataSource', eula);
    return;
  }
  if (!(data instanceof Dict) && !(isArchive && eula !== null)) {
    made.set('ModelDataUrl', data);
    return;
  }
  const source = data instanceof Dict ? data : s3Source(data, 'S3Object', 'Gzip');
  made.set('ModelDataSource', source);
  const s3 = source.get('S3DataSource');
  if (!(s3 instanceof Dict)) return;
  const access = whereGiven(eula, (AcceptEula) => dictOf({ AcceptEula }));
  setUnlessAbsent(s3, 'ModelAccessConfig', access);
  const hub = ifTrue(args.model_reference_arn);
  if (hub !== undefined) s3.set('HubAccessConfig', hub instanceof Unknown ? hub : dictOf({ HubContentArn: hub }));
}

/** Where the data of a model lies, as CreateModel takes it. */
export function s3Source(uri: Data, type: Data, compression: Data): Dict {
  return dictOf({ S3DataSource: dictOf({ S3Uri: uri, S3DataType: type, CompressionType: compression }) });
}

/** The containers of several models. SDK 2.257.6 session.py:8271 `pipeline_container_def`. */
export function pipelineContainerDef(args: Arguments): Data {
  const { models = null, instance_type = null } = args;
  if (models instanceof Unknown) return models;
  if (!(models instanceof List)) throw new PythonError('TypeError', 'the models of a pipeline are no list');
  const containers = new List(models.items.map((model) => containerOf(model, instance_type)));
  containers.open = models.open;
  return containers;
}

function containerOf(model: Data, instanceType: Data): Data {
  if (model instanceof Unknown) return model;
  const prepare = model instanceof PyObject ? Reflect.get(model, 'prepare_container_def') : undefined;
  if (typeof prepare !== 'function') return new Unknown('the container of a model of a class of the program');
  return Reflect.apply(prepare, model, [{ instance_type: instanceType }]) as Data;
}

/** What a production variant has that is not serverless. */
const OF_INSTANCES = [
  'InitialInstanceCount',
  'InstanceType',
  'VolumeSizeInGB',
  'ModelDataDownloadTimeoutInSeconds',
  'ContainerStartupHealthCheckTimeoutInSeconds',
  'RoutingConfig',
];

/** A production variant as CreateEndpointConfig takes it. SDK 2.257.6 session.py:8290, 1.72.0 session.py:3297. */
export function productionVariant(world: World, args: Arguments): Dict {
  const { model_name = null, instance_type = null, accelerator_type } = args;
  const variant = orDefault(args.variant_name, 'AllTraffic');
  const weight = orDefault(args.initial_weight, 1);
  const count = orDefault(args.initial_instance_count, world.settings.sdk === 'v1' ? 1 : null);
  if (world.settings.sdk === 'v1')
    return dictOf({
      ModelName: model_name,
      InstanceType: instance_type,
      InitialInstanceCount: count,
      VariantName: variant,
      InitialVariantWeight: weight,
      AcceleratorType: ifTrue(accelerator_type),
    });
  const serverless = ifTrue(args.serverless_inference_config);
  const made = dictOf({ VariantName: variant, ModelName: ifTrue(model_name) });
  if (made.has('ModelName')) made.set('InitialVariantWeight', weight);
  setUnlessAbsent(made, 'AcceleratorType', ifTrue(accelerator_type));
  setUnlessAbsent(made, 'ManagedInstanceScaling', ifTrue(args.managed_instance_scaling));
  if (serverless !== undefined) made.set('ServerlessConfig', serverless);
  if (serverless instanceof Unknown) for (const name of OF_INSTANCES) made.set(name, serverless);
  else if (serverless === undefined) {
    made.set('InitialInstanceCount', ifTrue(count) ?? 1);
    made.set('InstanceType', instance_type);
    setUnlessAbsent(made, 'VolumeSizeInGB', unlessNone(args.volume_size));
    setUnlessAbsent(made, 'ModelDataDownloadTimeoutInSeconds', unlessNone(args.model_data_download_timeout));
    setUnlessAbsent(
      made,
      'ContainerStartupHealthCheckTimeoutInSeconds',
      unlessNone(args.container_startup_health_check_timeout),
    );
    setUnlessAbsent(made, 'RoutingConfig', unlessNone(args.routing_config));
  }
  setUnlessAbsent(made, 'InferenceAmiVersion', ifTrue(args.inference_ami_version));
  return made;
}

/** What the service would hold of a container that was given by its image alone. */
export function expandContainer(world: World, container: Data): Data {
  return isText(container) ? containerDef(world, { image_uri: container }) : container;
}

/**
 * Where the SDK looks whether an instance type takes a KMS key. SDK 2.257.6 utils.py `volume_size_supported`.
 *
 * @throws PythonError `ValueError` for what has not the form of an instance type
 */
export function checkInstanceForm(instanceType: Data | undefined): void {
  if (instanceType instanceof Unknown || instanceType instanceof Template) return;
  const parts = typeof instanceType === 'string' ? instanceType.split('.') : [];
  const isLocal = typeof instanceType === 'string' && instanceType.startsWith('local');
  if (!isLocal && parts.length !== 2 && !(parts.length === 3 && parts[0] === 'ml'))
    throw new PythonError('ValueError', 'an instance type that the SDK cannot read');
}

/** Sets a key unless its value is absent. */
export function setUnlessAbsent(dictionary: Dict, key: string, value: Data | undefined): void {
  if (value !== undefined) dictionary.set(key, value);
}
