import type { Data } from '../../../data/value.js';
import type { PlainArguments } from '../../sdk-object.js';
import type { World } from '../../world.js';
import { ApiObject } from './api-object.js';

const NONE_OF = (names: readonly string[]): Record<string, null> =>
  Object.fromEntries(names.map((name) => [name, null]));

/** An input of a processing job in S3: SDK 2.257.6 dataset_definition/inputs.py. */
export class S3Input extends ApiObject {
  declare s3_uri: Data;
  declare local_path: Data;
  declare s3_data_type: Data;
  declare s3_input_mode: Data;
  declare s3_data_distribution_type: Data;
  declare s3_compression_type: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    const defaults = {
      ...NONE_OF(['s3_uri', 'local_path', 's3_compression_type']),
      s3_data_type: 'S3Prefix',
      s3_input_mode: 'File',
      s3_data_distribution_type: 'FullyReplicated',
    };
    super(args, defaults, world);
  }
}

/** A data set that a query of Redshift makes. */
export class RedshiftDatasetDefinition extends ApiObject {
  constructor(args: PlainArguments = {}, world?: World) {
    const names = ['cluster_id', 'database', 'db_user', 'query_string', 'cluster_role_arn', ...OUTPUT_OF_QUERY];
    super(args, NONE_OF(names), world);
  }
}

/** A data set that a query of Athena makes. */
export class AthenaDatasetDefinition extends ApiObject {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, NONE_OF(['catalog', 'database', 'query_string', 'work_group', ...OUTPUT_OF_QUERY]), world);
  }
}

const OUTPUT_OF_QUERY = ['output_s3_uri', 'kms_key_id', 'output_format', 'output_compression'];

/** An input of a processing job that a query makes. */
export class DatasetDefinition extends ApiObject {
  constructor(args: PlainArguments = {}, world?: World) {
    const defaults = {
      ...NONE_OF(['local_path', 'redshift_dataset_definition', 'athena_dataset_definition']),
      data_distribution_type: 'ShardedByS3Key',
      input_mode: 'File',
    };
    super(args, defaults, world);
  }
}

/** A feature group that takes an output of a processing job: SDK 2.257.6 processing.py. */
export class FeatureStoreOutput extends ApiObject {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, { feature_group_name: null }, world);
  }
}
