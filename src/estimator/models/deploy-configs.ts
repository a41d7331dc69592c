import { type Data, Dict, dictOf, itemsOf, List, Unknown } from '../../data/value.js';
import { ifTrue, or, orDefault, unlessNone } from '../conditions.js';
import { joinS3 } from '../s3-paths.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { sessionOf } from '../session.js';
import type { World } from '../world.js';

/** What of an endpoint's traffic is kept. SDK 2.257.6 and 1.72.0 model_monitor/data_capture_config.py. */
export class DataCaptureConfig extends SdkObject {
  enable_capture: Data;
  sampling_percentage: Data;
  destination_s3_uri: Data;
  kms_key_id: Data;
  capture_options: Data;
  csv_content_types: Data;
  json_content_types: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.enable_capture = given.enable_capture ?? null;
    this.sampling_percentage = orDefault(given.sampling_percentage, 20);
    this.destination_s3_uri = given.destination_s3_uri ?? this.#defaultDestination(given.sagemaker_session);
    this.kms_key_id = given.kms_key_id ?? null;
    this.capture_options = or(given.capture_options, new List(['REQUEST', 'RESPONSE']));
    this.csv_content_types = or(given.csv_content_types, new List(['text/csv']));
    this.json_content_types = or(given.json_content_types, new List(['application/json']));
  }

  #defaultDestination(given: Data | undefined): Data {
    const session = sessionOf(given, this.world);
    const prefix = this.isV1 ? null : session.default_bucket_prefix;
    return joinS3(['s3://', session.default_bucket(), prefix, 'model-monitor', 'data-capture']);
  }

  /** SDK: `_to_request_dict`. */
  toRequest(): Data {
    const headers = dictOf({
      CsvContentTypes: unlessNone(this.csv_content_types),
      JsonContentTypes: unlessNone(this.json_content_types),
    });
    return dictOf({
      EnableCapture: this.enable_capture,
      InitialSamplingPercentage: this.sampling_percentage,
      DestinationS3Uri: this.destination_s3_uri,
      CaptureOptions: captureOptions(this.capture_options),
      KmsKeyId: unlessNone(this.kms_key_id),
      CaptureContentTypeHeader: headers.size > 0 ? headers : undefined,
    });
  }
}

const CAPTURE_MODES: Readonly<Record<string, string>> = { REQUEST: 'Input', RESPONSE: 'Output' };

function captureOptions(options: Data): Data {
  const items = itemsOf(options);
  if (items === undefined) return options instanceof Unknown ? options : new Unknown('capture options');
  return new List(
    items.map((item) =>
      dictOf({ CaptureMode: typeof item === 'string' ? (CAPTURE_MODES[item.toUpperCase()] ?? item) : item }),
    ),
  );
}

/** SDK 2.257.6 async_inference/async_inference_config.py. */
export class AsyncInferenceConfig extends SdkObject {
  output_path: Data;
  max_concurrent_invocations_per_instance: Data;
  kms_key_id: Data;
  notification_config: Data;
  failure_path: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.output_path = given.output_path ?? null;
    this.max_concurrent_invocations_per_instance = given.max_concurrent_invocations_per_instance ?? null;
    this.kms_key_id = given.kms_key_id ?? null;
    this.notification_config = given.notification_config ?? null;
    this.failure_path = given.failure_path ?? null;
  }

  toRequest(): Data {
    const concurrency = ifTrue(this.max_concurrent_invocations_per_instance);
    return dictOf({
      OutputConfig: dictOf({
        S3OutputPath: this.output_path,
        S3FailurePath: this.failure_path,
        KmsKeyId: ifTrue(this.kms_key_id),
        NotificationConfig: ifTrue(this.notification_config),
      }),
      ClientConfig:
        concurrency === undefined ? undefined : dictOf({ MaxConcurrentInvocationsPerInstance: concurrency }),
    });
  }
}

/** SDK 2.257.6 serverless/serverless_inference_config.py. */
export class ServerlessInferenceConfig extends SdkObject {
  memory_size_in_mb: Data;
  max_concurrency: Data;
  provisioned_concurrency: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.memory_size_in_mb = orDefault(given.memory_size_in_mb, 2048);
    this.max_concurrency = orDefault(given.max_concurrency, 5);
    this.provisioned_concurrency = given.provisioned_concurrency ?? null;
  }

  toRequest(): Data {
    return dictOf({
      MemorySizeInMB: this.memory_size_in_mb,
      MaxConcurrency: this.max_concurrency,
      ProvisionedConcurrency: unlessNone(this.provisioned_concurrency),
    });
  }
}

/** SDK 2.257.6 inputs.py `BatchDataCaptureConfig`. */
export class BatchDataCaptureConfig extends SdkObject {
  destination_s3_uri: Data;
  kms_key_id: Data;
  generate_inference_id: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.destination_s3_uri = given.destination_s3_uri ?? null;
    this.kms_key_id = given.kms_key_id ?? null;
    this.generate_inference_id = given.generate_inference_id ?? null;
  }

  toRequest(): Data {
    return dictOf({
      DestinationS3Uri: this.destination_s3_uri,
      KmsKeyId: unlessNone(this.kms_key_id),
      GenerateInferenceId: unlessNone(this.generate_inference_id),
    });
  }
}

/** SDK 2.257.6 compute_resource_requirements/resource_requirements.py. */
export class ResourceRequirements extends SdkObject {
  readonly requests: Data;
  readonly limits: Data;
  num_accelerators: Data;
  num_cpus: Data;
  min_memory: Data;
  max_memory: Data;
  copy_count: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const { requests = null, limits = null } = argumentsOf(args);
    this.requests = requests;
    this.limits = limits;
    this.num_accelerators = partOf(requests, 'num_accelerators');
    this.num_cpus = partOf(requests, 'num_cpus');
    this.min_memory = partOf(requests, 'memory');
    this.max_memory = partOf(limits, 'memory');
    this.copy_count = partOf(requests, 'copies') ?? 1;
  }

  /** What an inference component takes. */
  get_compute_resource_requirements(): Data {
    return dictOf({
      MinMemoryRequiredInMb: this.min_memory,
      MaxMemoryRequiredInMb: ifTrue(this.max_memory),
      NumberOfCpuCoresRequired: ifTrue(this.num_cpus),
      NumberOfAcceleratorDevicesRequired: ifTrue(this.num_accelerators),
    });
  }
}

function partOf(value: Data, key: string): Data {
  if (value instanceof Unknown) return value;
  return value instanceof Dict ? (value.get(key) ?? value.open ?? null) : null;
}
