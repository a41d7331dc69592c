import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, isText, itemsOf, Template, Unknown } from '../../data/value.js';
import { isTrue, orDefault, unknownAsAWhole, unlessNone } from '../conditions.js';
import { baseNameFromImage, nameFromBase } from '../names.js';
import { joinS3 } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { requestOf } from './endpoint-calls.js';
import { findSent } from './sent.js';
import { deleteModel, stopTransformJob, transform } from './session-calls.js';

/** Transforms batches with a model. SDK 2.257.6 and 1.72.0 transformer.py. */
export class Transformer extends SdkObject {
  model_name: Data;
  strategy: Data;
  env: Data;
  output_path: Data;
  output_kms_key: Data;
  accept: Data;
  assemble_with: Data;
  instance_count: Data;
  instance_type: Data;
  volume_kms_key: Data;
  max_concurrent_transforms: Data;
  max_payload: Data;
  tags: Data;
  base_transform_job_name: Data;
  sagemaker_session: Session;
  latest_transform_job: Data = null;
  _current_job_name: Data = null;
  /** Whether the SDK chose the output path: then each job has one of its own. */
  isOutputPathDefault = false;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.model_name = given.model_name ?? null;
    this.strategy = given.strategy ?? null;
    this.env = given.env ?? null;
    this.output_path = given.output_path ?? null;
    this.output_kms_key = given.output_kms_key ?? null;
    this.accept = given.accept ?? null;
    this.assemble_with = given.assemble_with ?? null;
    this.instance_count = given.instance_count ?? null;
    this.instance_type = given.instance_type ?? null;
    this.volume_kms_key = given.volume_kms_key ?? null;
    this.max_concurrent_transforms = given.max_concurrent_transforms ?? null;
    this.max_payload = given.max_payload ?? null;
    this.tags = formatTags(this.world, given.tags);
    this.base_transform_job_name = given.base_transform_job_name ?? null;
    this.sagemaker_session = sessionOf(given.sagemaker_session, this.world);
  }

  /**
   * Starts a job.
   *
   * @throws PythonError `ValueError` for data that is not in S3
   */
  transform(options: PlainArguments): Data {
    const args = argumentsOf(options);
    const { world, sagemaker_session: session } = this;
    const { data = null, job_name = null } = args;
    if (!session.local_mode) refuseElsewhere(data);
    const name = job_name ?? nameFromBase(world, this.base_transform_job_name ?? this.#baseName());
    this._current_job_name = name;
    if (this.output_path === null || this.isOutputPathDefault) {
      const prefix = this.isV1 ? null : session.default_bucket_prefix;
      this.output_path = joinS3(['s3://', session.default_bucket(), prefix, name]);
      this.isOutputPathDefault = true;
    }
    transform(session, this.#buildArguments(args, name));
    this.latest_transform_job = new TransformJob(session, name);
    return null;
  }

  /** The session call's parameters: SDK 2.257.6 transformer.py `_get_transform_args`. */
  #buildArguments(args: Arguments, name: Data): Arguments {
    const source = { S3DataType: orDefault(args.data_type, 'S3Prefix'), S3Uri: args.data ?? null };
    const processing = dictOf({
      InputFilter: unlessNone(args.input_filter),
      OutputFilter: unlessNone(args.output_filter),
      JoinSource: unlessNone(args.join_source),
    });
    return {
      job_name: name,
      model_name: this.model_name,
      strategy: this.strategy,
      max_concurrent_transforms: this.max_concurrent_transforms,
      max_payload: this.max_payload,
      env: this.env,
      input_config: dictOf({
        DataSource: dictOf({ S3DataSource: dictOf(source) }),
        ContentType: unlessNone(args.content_type),
        CompressionType: unlessNone(args.compression_type),
        SplitType: unlessNone(args.split_type),
      }),
      output_config: dictOf({
        S3OutputPath: this.output_path,
        KmsKeyId: unlessNone(this.output_kms_key),
        AssembleWith: unlessNone(this.assemble_with),
        Accept: unlessNone(this.accept),
      }),
      resource_config: dictOf({
        InstanceCount: this.instance_count,
        InstanceType: this.instance_type,
        VolumeKmsKeyId: unlessNone(this.volume_kms_key),
      }),
      experiment_config: args.experiment_config,
      model_client_config: args.model_client_config,
      tags: this.tags,
      data_processing: processing.size > 0 ? (unknownAsAWhole(processing) ?? processing) : null,
      batch_data_capture_config: requestOf(args.batch_data_capture_config),
    };
  }

  /**
   * The name of the model's image: SDK 2.257.6 transformer.py `_retrieve_base_name`. What another program created is taken to
   * have no image of its own (as model packages have none): then the job is called after the model.
   */
  #baseName(): Data {
    const model = findSent(this.world, 'CreateModel', 'ModelName', this.model_name);
    if (model === undefined)
      return typeof this.model_name === 'string' ? this.model_name : new Unknown('the image of a model, or its name');
    const [first] = itemsOf(model.get('Containers')) ?? [model.get('PrimaryContainer')];
    const image = first instanceof Dict ? (first.get('Image') ?? null) : null;
    return isTrue(image) || image instanceof Unknown ? baseNameFromImage(image) : this.model_name;
  }

  delete_model(): Data {
    return deleteModel(this.sagemaker_session, { model_name: this.model_name });
  }

  /** @throws PythonError `ValueError` where no job was started */
  wait(): Data {
    this.#refuseWithoutJob();
    return null;
  }

  /** @throws PythonError `ValueError` where no job was started */
  stop_transform_job(): Data {
    this.#refuseWithoutJob();
    return stopTransformJob(this.sagemaker_session, { name: this._current_job_name });
  }

  #refuseWithoutJob(): void {
    if (this.latest_transform_job === null) throw new PythonError('ValueError', 'no transform job was started');
  }
}

/** A job that was started. SDK 2.257.6 transformer.py `_TransformJob`. */
export class TransformJob extends SdkObject {
  readonly job_name: Data;

  readonly sagemaker_session: Session;

  constructor(session: Session, name: Data) {
    super(session.world);
    this.sagemaker_session = session;
    this.job_name = name;
  }

  get name(): Data {
    return this.job_name;
  }

  wait(): Data {
    return null;
  }

  describe(): Data {
    return new Unknown('the description of a transform job');
  }

  stop(): Data {
    return stopTransformJob(this.sagemaker_session, { name: this.job_name });
  }
}

function refuseElsewhere(data: Data): void {
  if (data instanceof Unknown) return;
  const start = data instanceof Template ? data.parts[0] : data;
  if (start instanceof Unknown) return;
  if (!isText(data)) throw new PythonError('AttributeError', 'the data is no string');
  if (typeof start === 'string' && !start.startsWith('s3://'))
    throw new PythonError('ValueError', `${start} is no address in S3`);
}
