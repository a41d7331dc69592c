import type {
  ProcessingInput as InputRequest,
  ProcessingOutput as OutputRequest,
  ProcessingS3Input,
  ProcessingS3Output,
} from '../../../aws/generated/requests.js';
import { PythonError } from '../../../data/errors.js';
import { type Data, List } from '../../../data/value.js';
import { orDefault, unlessNone } from '../../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { partOf } from '../../send.js';
import type { World } from '../../world.js';
import { toBoto } from './api-object.js';
import { S3Input } from './datasets.js';

/** An input of a processing job: SDK 2.257.6 processing.py `ProcessingInput`. */
export class ProcessingInput extends SdkObject {
  source: Data;
  destination: Data;
  input_name: Data;
  s3_data_type: Data;
  s3_input_mode: Data;
  s3_data_distribution_type: Data;
  s3_compression_type: Data;
  s3_input: Data;
  dataset_definition: Data;
  app_managed: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.source = given.source ?? null;
    this.destination = given.destination ?? null;
    this.input_name = given.input_name ?? null;
    this.s3_data_type = orDefault(given.s3_data_type, 'S3Prefix');
    this.s3_input_mode = orDefault(given.s3_input_mode, 'File');
    this.s3_data_distribution_type = orDefault(given.s3_data_distribution_type, 'FullyReplicated');
    this.s3_compression_type = orDefault(given.s3_compression_type, 'None');
    this.s3_input = given.s3_input ?? null;
    this.dataset_definition = given.dataset_definition ?? null;
    this.app_managed = orDefault(given.app_managed, false);
    this.#agreeWithS3Input();
  }

  /** Where the data are: v1 has no separate `s3_input`. */
  get address(): Data {
    if (this.isV1) return this.source;
    if (this.s3_input instanceof S3Input) return this.s3_input.s3_uri;
    if (this.s3_input !== null) return this.s3_input;
    throw new PythonError('AttributeError', 'a processing input without source and destination has no address');
  }

  set address(address: Data) {
    if (this.isV1) this.source = address;
    else if (this.s3_input instanceof S3Input) this.s3_input.s3_uri = address;
  }

  /**
   * The API's `ProcessingInput`.
   *
   * @throws PythonError `ValueError` for compressed data that are not piped
   */
  toRequest(): Data {
    const from = !this.isV1 && this.s3_input instanceof S3Input ? this.s3_input : this;
    if (from.s3_compression_type === 'Gzip' && typeof from.s3_input_mode === 'string' && from.s3_input_mode !== 'Pipe')
      throw new PythonError('ValueError', 'compressed data can only be read in Pipe mode');
    if (!this.isV1)
      return partOf<InputRequest>({
        InputName: this.input_name,
        AppManaged: this.app_managed,
        S3Input: unlessNone(toBoto(this.s3_input)),
        DatasetDefinition: unlessNone(toBoto(this.dataset_definition)),
      });
    return partOf<InputRequest>({
      InputName: this.input_name,
      S3Input: partOf<ProcessingS3Input>({
        S3Uri: this.source,
        LocalPath: this.destination,
        S3DataType: this.s3_data_type,
        S3InputMode: this.s3_input_mode,
        S3DataDistributionType: this.s3_data_distribution_type,
        S3CompressionType: unlessNone(this.s3_compression_type),
      }),
    });
  }

  #agreeWithS3Input(): void {
    if (this.isV1) return;
    if (this.s3_input instanceof S3Input) {
      this.source = this.s3_input.s3_uri;
      this.destination = this.s3_input.local_path;
      this.s3_data_type = this.s3_input.s3_data_type;
      this.s3_input_mode = this.s3_input.s3_input_mode;
      this.s3_data_distribution_type = this.s3_input.s3_data_distribution_type;
    } else if (this.s3_input === null && this.source !== null && this.destination !== null) {
      const { source, destination, s3_data_type, s3_input_mode, s3_data_distribution_type, s3_compression_type } = this;
      const rest = { s3_data_type, s3_input_mode, s3_data_distribution_type, s3_compression_type };
      this.s3_input = new S3Input({ s3_uri: source, local_path: destination, ...rest }, this.world);
    }
  }
}

/** An output of a processing job: SDK 2.257.6 processing.py `ProcessingOutput`. */
export class ProcessingOutput extends SdkObject {
  source: Data;
  destination: Data;
  output_name: Data;
  s3_upload_mode: Data;
  app_managed: Data;
  feature_store_output: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.source = given.source ?? null;
    this.destination = given.destination ?? null;
    this.output_name = given.output_name ?? null;
    this.s3_upload_mode = orDefault(given.s3_upload_mode, 'EndOfJob');
    this.app_managed = orDefault(given.app_managed, false);
    this.feature_store_output = given.feature_store_output ?? null;
  }

  /** The API's `ProcessingOutput`. */
  toRequest(): Data {
    const s3Output = partOf<ProcessingS3Output>({
      S3Uri: this.destination,
      LocalPath: this.source,
      S3UploadMode: this.s3_upload_mode,
    });
    if (this.isV1) return partOf<OutputRequest>({ OutputName: this.output_name, S3Output: s3Output });
    return partOf<OutputRequest>({
      OutputName: this.output_name,
      AppManaged: this.app_managed,
      S3Output: this.source === null ? undefined : s3Output,
      FeatureStoreOutput: unlessNone(toBoto(this.feature_store_output)),
    });
  }
}

/** What `get_run_args` gives: the arguments of a run, with the code's address. SDK 2.257.6 processing.py `RunArgs`. */
export class RunArgs extends SdkObject {
  readonly code: Data;
  readonly inputs: Data;
  readonly outputs: Data;
  readonly arguments: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.code = given.code ?? null;
    this.inputs = given.inputs ?? null;
    this.outputs = given.outputs ?? null;
    this.arguments = given.arguments ?? null;
  }
}

/** The API's structures of a list of inputs or outputs. */
export function requestsOf(parts: Data): Data {
  if (!(parts instanceof List)) return parts;
  const made = new List(
    parts.items.map((part) =>
      part instanceof ProcessingInput || part instanceof ProcessingOutput ? part.toRequest() : part,
    ),
  );
  made.open = parts.open;
  return made;
}
