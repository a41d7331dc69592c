import type {
  Channel,
  DataSource,
  FileSystemDataSource,
  S3DataSource,
  ShuffleConfig as Shuffle,
} from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, isText, truthOf, Unknown } from '../../data/value.js';
import { ifTrue, isFalse, orDefault, unlessNone } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { World } from '../world.js';

/** What a channel reads, as the API's `Channel` without its name. */
export abstract class ChannelInput extends SdkObject {
  abstract readonly config: Dict;
}

/** The SDK writes a member that the service does not know: boto3 then refuses the request. */
interface TrainingChannel extends Channel {
  readonly TargetAttributeName?: string;
}

/** A channel's data in S3: `TrainingInput` of SDK 2.257.6 inputs.py, `s3_input` of 1.72.0. */
export class TrainingInput extends ChannelInput {
  readonly config: Dict;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    const source = partOf<S3DataSource>({
      S3DataType: orDefault(given.s3_data_type, 'S3Prefix'),
      S3Uri: given.s3_data ?? null,
      S3DataDistributionType: distributionType(given),
      InstanceGroupNames: unlessNone(given.instance_groups),
      AttributeNames: unlessNone(given.attribute_names),
      HubAccessConfig: unlessNone(given.hub_access_config),
      ModelAccessConfig: unlessNone(given.model_access_config),
    });
    const shuffle = given.shuffle_config;
    this.config = partOf<TrainingChannel>({
      DataSource: partOf<DataSource>({ S3DataSource: source }),
      CompressionType: unlessNone(given.compression),
      ContentType: unlessNone(given.content_type),
      RecordWrapperType: unlessNone(given.record_wrapping),
      InputMode: unlessNone(given.input_mode),
      TargetAttributeName: unlessNone(given.target_attribute_name),
      ShuffleConfig: shuffle instanceof ShuffleConfig ? partOf<Shuffle>({ Seed: shuffle.seed }) : unlessNone(shuffle),
    });
  }
}

/** How data is spread over instances: all of it to each, unless the input says something. */
function distributionType({ distribution, target_attribute_name: target = null }: Arguments): Data | undefined {
  if (!isFalse(distribution)) return distribution;
  const isTarget = truthOf(target);
  if (isTarget instanceof Unknown) return isTarget;
  return isTarget ? unlessNone(distribution) : 'FullyReplicated';
}

/** The seed that shuffles a channel's data. SDK 2.257.6 inputs.py. */
export class ShuffleConfig extends SdkObject {
  seed: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    this.seed = argumentsOf(args).seed ?? null;
  }
}

/**
 * A channel's data in a file system. SDK 2.257.6 inputs.py.
 *
 * @throws PythonError `ValueError` for an unknown type of file system or mode of access
 */
export class FileSystemInput extends ChannelInput {
  readonly config: Dict;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    const type = given.file_system_type ?? null;
    const mode = orDefault(given.file_system_access_mode, 'ro');
    refuseUnlessOneOf(type, ['FSxLustre', 'EFS'], 'type of file system');
    refuseUnlessOneOf(mode, ['ro', 'rw'], 'mode of access');
    const source = partOf<FileSystemDataSource>({
      FileSystemId: given.file_system_id ?? null,
      FileSystemType: type,
      DirectoryPath: given.directory_path ?? null,
      FileSystemAccessMode: mode,
    });
    this.config = partOf<Channel>({
      DataSource: partOf<DataSource>({ FileSystemDataSource: source }),
      ContentType: ifTrue(given.content_type),
    });
  }
}

/** A local path as a channel: for local mode only. SDK 2.257.6 local/local_session.py `file_input`. */
export class FileInput extends ChannelInput {
  readonly config: Dict;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    const source = dictOf({ FileDataDistributionType: 'FullyReplicated', FileUri: given.fileUri ?? null });
    this.config = dictOf({
      DataSource: dictOf({ FileDataSource: source }),
      ContentType: unlessNone(given.content_type),
    });
  }
}

/** Amazon algorithms' records in S3. SDK 2.257.6 amazon/amazon_estimator.py. */
export class RecordSet extends SdkObject {
  s3_data: Data;
  num_records: Data;
  feature_dim: Data;
  s3_data_type: Data;
  channel: Data;
  distribution: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.s3_data = given.s3_data ?? null;
    this.num_records = given.num_records ?? null;
    this.feature_dim = given.feature_dim ?? null;
    this.s3_data_type = orDefault(given.s3_data_type, 'ManifestFile');
    this.channel = orDefault(given.channel, 'train');
    this.distribution = orDefault(given.distribution, 'ShardedByS3Key');
  }

  records_s3_input(): TrainingInput {
    const { s3_data, distribution, s3_data_type } = this;
    return new TrainingInput({ s3_data, distribution, s3_data_type }, this.world);
  }

  data_channel(): Data {
    return new Dict([[keyOf(this.channel), this.records_s3_input()]]);
  }
}

/** Amazon algorithms' records in a file system. SDK 2.257.6 amazon/amazon_estimator.py. */
export class FileSystemRecordSet extends SdkObject {
  file_system_input: FileSystemInput;
  num_records: Data;
  feature_dim: Data;
  channel: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.file_system_input = new FileSystemInput(args, world);
    this.num_records = given.num_records ?? null;
    this.feature_dim = given.feature_dim ?? null;
    this.channel = orDefault(given.channel, 'train');
  }

  data_channel(): Data {
    return new Dict([[keyOf(this.channel), this.file_system_input]]);
  }
}

function keyOf(channel: Data): string {
  return typeof channel === 'string' ? channel : 'train';
}

function refuseUnlessOneOf(value: Data, allowed: readonly string[], what: string): void {
  if (value === null || (isText(value) && typeof value === 'string' && !allowed.includes(value)))
    throw new PythonError('ValueError', `unknown ${what}; known are ${allowed.join(' and ')}`);
}
