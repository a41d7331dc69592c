import type { Channel, OutputDataConfig, ResourceConfig, StoppingCondition } from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import { type Data, Dict, isText, List, Template, Tuple, truthOf, Unknown } from '../../data/value.js';
import { ifTrue, isFalse, unlessNone, whereTrue } from '../conditions.js';
import { partOf } from '../send.js';
import type { EstimatorBase } from './estimator-base.js';
import { startsWith } from './estimator-fields.js';
import { ChannelInput, FileInput, FileSystemRecordSet, RecordSet, TrainingInput } from './inputs.js';
import { InstanceGroup } from './instance-group.js';

/** What jobs of an estimator have in common, training and tuning: SDK 2.257.6 job.py `_load_config`. */
export interface JobConfig {
  readonly input_config: Data;
  readonly role: Data;
  readonly output_config: Dict;
  readonly resource_config: Dict;
  readonly stop_condition: Dict;
  readonly vpc_config: Data;
}

/**
 * The parts of a job's request that come from an estimator's attributes and its inputs.
 *
 * @param isWorkflow for a workflow's configuration: addresses may be templates of the workflow's, the role stays as it was given
 * @throws PythonError `ValueError` for inputs, channels or instances that the SDK refuses
 */
export function loadJobConfig(inputs: Data, estimator: EstimatorBase, isWorkflow = false): JobConfig {
  const channels = formatInputs(inputs, estimator, isWorkflow);
  const role = isWorkflow ? estimator.role : estimator.sagemaker_session.expand_role({ role: estimator.role });
  const output_config = partOf<OutputDataConfig>({
    S3OutputPath: estimator.output_path,
    KmsKeyId: unlessNone(estimator.output_kms_key),
    CompressionType: whereTrue(estimator.disable_output_compression, () => 'NONE'),
  });
  const resource_config = prepareResourceConfig(estimator);
  const stop_condition = partOf<StoppingCondition>({
    MaxRuntimeInSeconds: estimator.max_run,
    MaxWaitTimeInSeconds: ifTrue(estimator.max_wait),
  });
  const withModel = addChannel(channels, estimator, estimator.model_uri, estimator.model_channel_name, {
    content_type: 'application/x-sagemaker-model',
    input_mode: 'File',
    isWorkflow,
  });
  const hasCode = !estimator.isV1 || !isFalse(estimator.enable_network_isolation());
  const input_config = hasCode
    ? addChannel(withModel, estimator, estimator.code_uri, estimator.code_channel_name, { isWorkflow })
    : withModel;
  return { input_config, role, output_config, resource_config, stop_condition, vpc_config: estimator.get_vpc_config() };
}

/** SDK 2.257.6 job.py `_format_inputs_to_input_config`. */
function formatInputs(inputs: Data, estimator: EstimatorBase, isWorkflow: boolean): Data {
  if (inputs === null || inputs instanceof Unknown) return inputs;
  const given = inputs instanceof RecordSet || inputs instanceof FileSystemRecordSet ? inputs.data_channel() : inputs;
  if (isText(given)) return new List([channel('training', inputOf(given, estimator, { isWorkflow }))]);
  if (given instanceof ChannelInput) return new List([channel('training', given)]);
  if (given instanceof List) return recordSetChannels(given);
  if (!(given instanceof Dict)) throw new PythonError('ValueError', 'inputs of this type make no channels');
  const list = new List(
    given.placed.map(([name, value]) => channel(String(name), inputOf(value, estimator, { isWorkflow }))),
  );
  list.open = given.open;
  return list;
}

function recordSetChannels(inputs: List): Data {
  const channels = new Map<Data, Data>();
  for (const record of inputs.items) {
    if (record instanceof Unknown) return record;
    if (!(record instanceof RecordSet || record instanceof FileSystemRecordSet))
      throw new PythonError('ValueError', 'a list of inputs holds record sets only');
    if (channels.has(record.channel)) throw new PythonError('ValueError', 'two record sets have the same channel');
    const input = record instanceof RecordSet ? record.records_s3_input() : record.file_system_input;
    channels.set(record.channel, channel(record.channel, input));
  }
  const list = new List([...channels.values()]);
  list.open = inputs.open;
  return list;
}

interface InputOptions {
  readonly content_type?: string;
  readonly input_mode?: string;
  readonly isWorkflow?: boolean;
}

/** SDK 2.257.6 job.py `_format_string_uri_input`. */
function inputOf(input: Data, estimator: EstimatorBase, { isWorkflow = false, ...options }: InputOptions = {}): Data {
  if (input instanceof Unknown || input instanceof ChannelInput) return input;
  if (startsWith(input, 'file://')) return new FileInput({ fileUri: input }, estimator.world);
  const isLiteral = typeof input === 'string' || (input instanceof Template && typeof input.parts[0] === 'string');
  if (!isText(input) || (isLiteral && !isWorkflow && !mayBeS3(input)))
    throw new PythonError('ValueError', 'an input is no address that starts with s3:// or file://');
  return new TrainingInput({ s3_data: input, ...options }, estimator.world);
}

function mayBeS3(input: string | Template): boolean {
  const start = typeof input === 'string' ? input : input.parts[0];
  if (typeof start !== 'string') return true;
  return start.startsWith('s3://') || (input instanceof Template && 's3://'.startsWith(start));
}

/** SDK 2.257.6 job.py `_convert_input_to_channel`. */
function channel(name: Data, input: Data): Data {
  if (!(input instanceof ChannelInput)) {
    const made = partOf<Channel>({ ChannelName: name });
    if (input instanceof Unknown) made.open = input;
    return made;
  }
  const made = new Dict(input.config);
  made.open = input.config.open;
  return made.set('ChannelName', name);
}

/** SDK 2.257.6 job.py `_prepare_channel`: a channel of the estimator's own, behind the inputs. */
function addChannel(channels: Data, estimator: EstimatorBase, uri: Data, name: Data, options: InputOptions = {}): Data {
  if (isFalse(uri)) return channels;
  if (isFalse(name)) throw new PythonError('ValueError', 'a channel needs a name');
  const names =
    channels instanceof List
      ? channels.items.map((item) => (item instanceof Dict ? item.get('ChannelName') : null))
      : [];
  if (typeof name === 'string' && names.includes(name))
    throw new PythonError('ValueError', `the channel ${name} is there twice`);
  if (channels instanceof Unknown) return channels;
  const known = channels instanceof List ? channels : new List();
  // Behind channels that there may be, its place in the list isn't known.
  const isSure = !(uri instanceof Unknown) && known.open === undefined;
  const list = new List(isSure ? [...known.items, channel(name, inputOf(uri, estimator, options))] : known.items);
  list.open = known.open ?? (uri instanceof Unknown ? uri : undefined);
  return list;
}

/** SDK 2.257.6 job.py `_prepare_resource_config`. */
function prepareResourceConfig(estimator: EstimatorBase): Dict {
  const { instance_count: count, instance_type: type, instance_groups: groups } = estimator;
  const config = partOf<ResourceConfig>({
    VolumeSizeInGB: estimator.volume_size,
    VolumeKmsKeyId: unlessNone(estimator.volume_kms_key),
    KeepAlivePeriodInSeconds: unlessNone(estimator.keep_alive_period_in_seconds),
    TrainingPlanArn: unlessNone(estimator.training_plan),
    InstancePlacementConfig: unlessNone(estimator.instance_placement_config),
  });
  const isEither = isGiven(count) || isGiven(type);
  if (groups instanceof Unknown && !isEither)
    return config.set('InstanceGroups', groups).set('InstanceCount', groups).set('InstanceType', groups);
  // Groups that may be there are not: the SDK takes no other instances beside them.
  if (groups !== null && !(groups instanceof Unknown)) {
    if (isEither)
      throw new PythonError('ValueError', 'instance groups stand instead of instance_count and instance_type');
    return config.set('InstanceGroups', groupsOf(groups));
  }
  if (!estimator.isV1 && (count === null || type === null))
    throw new PythonError('ValueError', 'instance_count and instance_type are both needed without instance groups');
  return config.set('InstanceCount', count).set('InstanceType', type);
}

function isGiven(value: Data): boolean {
  return value !== null && !(value instanceof Unknown);
}

function groupsOf(groups: Data): Data {
  if (!(groups instanceof List || groups instanceof Tuple)) return groups;
  const list = new List(groups.items.map((group) => (group instanceof InstanceGroup ? group.toRequest() : group)));
  list.open = groups instanceof List ? groups.open : undefined;
  return list;
}

/** Whether a single input is a local path: SDK 2.257.6 estimator.py `_is_local_channel`. */
export function isLocalChannel(input: Data): boolean {
  return startsWith(input, 'file://') && truthOf(input) === true;
}
