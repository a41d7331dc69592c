import { concat, type Text } from '../data/text.js';
import { type Data, isText, PyObject, Template, truthOf, Unknown } from '../data/value.js';
import { processRequest } from './jobs/processing/session-process.js';
import { tuneRequest } from './jobs/tuning/tune.js';
import * as endpoints from './models/endpoint-calls.js';
import * as packages from './models/model-package-calls.js';
import * as models from './models/session-calls.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from './sdk-object.js';
import { type DraftFor, send } from './send.js';
import { formatTags } from './tags.js';
import { describeTrainingJob } from './training/descriptions.js';
import { train } from './training/session-train.js';
import { uploadUri } from './uploads.js';
import type { World } from './world.js';

/** What the SDK's objects ask AWS through: SDK 2.257.6 session.py. The calls of a local session reach no service. */
export class Session extends SdkObject {
  readonly boto_session: Data;
  readonly sagemaker_client: Data;
  readonly sagemaker_runtime_client: Data;
  readonly boto_region_name: Data;
  /** SDK 2.257.6: a prefix of the keys in the default bucket, where a key is the SDK's own choice. */
  readonly default_bucket_prefix: Data;
  readonly local_mode: boolean = false;
  config: Data = null;
  #bucket: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.boto_session = given.boto_session ?? null;
    this.sagemaker_client = given.sagemaker_client ?? null;
    this.sagemaker_runtime_client = given.sagemaker_runtime_client ?? null;
    this.boto_region_name = attributeOf(given.boto_session, 'region_name') ?? this.world.settings.region;
    this.default_bucket_prefix = given.default_bucket_prefix ?? null;
    this.#bucket = given.default_bucket ?? null;
  }

  /** Sends a request, unless the session is local. */
  send<Name extends string>(operation: Name, draft: DraftFor<Name>, condition?: string): void {
    if (!this.local_mode) send(this.world, operation, draft, condition);
  }

  /** The bucket that was given, or the account's: `sagemaker-REGION-ACCOUNT`. */
  default_bucket(): Data {
    if (truthOf(this.#bucket) !== false) return this.#bucket;
    const { defaultBucket, account } = this.world.settings;
    if (defaultBucket !== undefined) return defaultBucket;
    const region = this.boto_region_name;
    return concat(['sagemaker-', isText(region) || region instanceof Unknown ? region : String(region), '-', account]);
  }

  account_id(): Data {
    return this.world.settings.account;
  }

  get_caller_identity_arn(): Data {
    return this.world.settings.role;
  }

  /** A role's ARN, of its name or its ARN: SDK 2.257.6 session.py:6367. */
  expand_role(args: Arguments): Data {
    const { role = null } = args;
    if (!isText(role)) return role;
    const mayBeArn = role instanceof Template || role.includes('/');
    return mayBeArn ? role : `arn:aws:iam::${this.world.settings.account}:role/${role}`;
  }

  /** The address of what is uploaded: SDK 2.257.6 session.py:377. */
  upload_data(args: Arguments): Data {
    return uploadUri(this, args.path ?? null, args.bucket ?? null, args.key_prefix ?? 'data');
  }

  /** The address of a string that is uploaded: SDK 2.257.6 session.py:453. */
  upload_string_as_file_body(args: Arguments): Data {
    return concat(['s3://', textOf(args.bucket), '/', textOf(args.key)]);
  }

  /** What was uploaded, or lies in S3 anyway, is not read. */
  read_s3_file(): Data {
    return new Unknown('what lies in S3');
  }

  list_s3_files(): Data {
    return new Unknown('what lies in S3');
  }

  download_data(): Data {
    return new Unknown('what lies in S3');
  }

  /** Starts a training job: the parameters of 2.257.6 session.py:1152. */
  train(args: Arguments): Data {
    train(this, args);
    return null;
  }

  stop_training_job(args: Arguments): Data {
    this.send('StopTrainingJob', { TrainingJobName: args.job_name ?? null });
    return null;
  }

  describe_training_job(args: Arguments): Data {
    return describeTrainingJob(this.world, args.job_name ?? null);
  }

  /** Waiting tells what describing tells. */
  wait_for_job(args: Arguments): Data {
    return describeTrainingJob(this.world, args.job ?? null);
  }

  logs_for_job(): Data {
    return null;
  }

  create_model(args: Arguments): Data {
    return models.createModel(this, args);
  }

  create_model_from_job(args: Arguments): Data {
    return models.createModelFromJob(this, args);
  }

  delete_model(args: Arguments): Data {
    return models.deleteModel(this, args);
  }

  create_model_package_from_containers(args: Arguments): Data {
    return packages.createModelPackage(this, args);
  }

  create_model_package_from_algorithm(args: Arguments): Data {
    return packages.createModelPackageFromAlgorithm(this, args);
  }

  create_endpoint_config(args: Arguments): Data {
    return endpoints.createEndpointConfig(this, args);
  }

  create_endpoint_config_from_existing(args: Arguments): Data {
    return endpoints.createEndpointConfigFromExisting(this, args);
  }

  create_endpoint(args: Arguments): Data {
    return endpoints.createEndpoint(this, args);
  }

  update_endpoint(args: Arguments): Data {
    return endpoints.updateEndpoint(this, args);
  }

  delete_endpoint(args: Arguments): Data {
    return endpoints.deleteEndpoint(this, args);
  }

  delete_endpoint_config(args: Arguments): Data {
    return endpoints.deleteEndpointConfig(this, args);
  }

  endpoint_from_job(args: Arguments): Data {
    return endpoints.endpointFromJob(this, args);
  }

  endpoint_from_model_data(args: Arguments): Data {
    return endpoints.endpointFromModelData(this, args);
  }

  endpoint_from_production_variants(args: Arguments): Data {
    return endpoints.endpointFromProductionVariants(this, args);
  }

  transform(args: Arguments): Data {
    return models.transform(this, args);
  }

  /** Starts a processing job: the parameters of 2.257.6 session.py:1788. */
  process(args: Arguments): Data {
    const at = (name: string): Data => args[name] ?? null;
    const request = processRequest({
      inputs: at('inputs'),
      output_config: at('output_config'),
      job_name: at('job_name'),
      resources: at('resources'),
      stopping_condition: at('stopping_condition'),
      app_specification: at('app_specification'),
      environment: at('environment'),
      network_config: at('network_config'),
      role_arn: at('role_arn'),
      tags: formatTags(this.world, args.tags),
      experiment_config: at('experiment_config'),
    });
    this.send('CreateProcessingJob', Object.fromEntries(request));
    return null;
  }

  /** Starts a tuning job of one algorithm: the parameters of 2.257.6 session.py:3463. */
  tune(args: Arguments): Data {
    this.send('CreateHyperParameterTuningJob', Object.fromEntries(tuneRequest(args)));
    return null;
  }

  stop_transform_job(args: Arguments): Data {
    return models.stopTransformJob(this, args);
  }

  compile_model(args: Arguments): Data {
    return models.compileModel(this, args);
  }
}

/**
 * A session whose requests become steps of a pipeline: making them sends nothing. SDK 2.257.6 workflow/pipeline_context.py; v1 has no
 * pipelines.
 */
export class PipelineSession extends Session {
  override send(): void {
    // The pipeline starts the job later, from its own definition.
  }
}

/** A session whose jobs run on this machine: they reach no service. SDK 2.257.6 local/local_session.py. */
export class LocalSession extends Session {
  override readonly local_mode = true;
}

/**
 * The session that an object works through: the given one, or a new one.
 *
 * @param given the argument `sagemaker_session`, which may be absent, None or unknown
 * @param local whether a new one is local
 */
export function sessionOf(given: Data | undefined, world: World, local = false): Session {
  if (given instanceof Session) return given;
  if (given instanceof Unknown) return new Session({ boto_session: given, default_bucket: given }, world);
  return local ? new LocalSession({}, world) : new Session({}, world);
}

/** An attribute of an object of another package, such as a session of boto3. */
function attributeOf(value: Data | undefined, name: string): Data | undefined {
  if (value instanceof Unknown) return new Unknown(`${name} of ${value.reason}`);
  if (!(value instanceof PyObject)) return undefined;
  return value.getAttribute(name);
}

function textOf(value: Data | undefined): Text | Unknown {
  return value !== undefined && (isText(value) || value instanceof Unknown) ? value : new Unknown('no string');
}
