import { PythonError } from '../../../data/errors.js';
import { type Data, List, Tuple, Unknown } from '../../../data/value.js';
import { isFalse, isTrue, orDefault } from '../../conditions.js';
import { baseNameFromImage, nameFromBase } from '../../names.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { type Session, sessionOf } from '../../session.js';
import { formatTags } from '../../tags.js';
import type { World } from '../../world.js';
import { defaultAddress, schemeOf, uploadTo } from '../addresses.js';
import { ProcessingInput, ProcessingOutput } from './inputs.js';
import { ProcessingJob } from './job.js';

/** A container that processes data: SDK 2.257.6 processing.py `Processor`. `run` notes its request in `world.requests`. */
export class Processor extends SdkObject {
  role: Data;
  image_uri: Data;
  instance_count: Data;
  instance_type: Data;
  entrypoint: Data;
  volume_size_in_gb: Data;
  volume_kms_key: Data;
  output_kms_key: Data;
  max_runtime_in_seconds: Data;
  base_job_name: Data;
  sagemaker_session: Session;
  env: Data;
  tags: Data;
  network_config: Data;
  arguments: Data = null;
  latest_job: Data = null;
  readonly jobs = new List();
  /** Name of the job that is being started, or was last. */
  currentJobName: Data = null;

  /** @throws PythonError `ValueError` without a role */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.image_uri = given.image_uri ?? null;
    this.instance_count = given.instance_count ?? null;
    this.instance_type = given.instance_type ?? null;
    this.entrypoint = given.entrypoint ?? null;
    this.volume_size_in_gb = orDefault(given.volume_size_in_gb, 30);
    this.volume_kms_key = given.volume_kms_key ?? null;
    this.output_kms_key = given.output_kms_key ?? null;
    this.max_runtime_in_seconds = given.max_runtime_in_seconds ?? null;
    this.base_job_name = given.base_job_name ?? null;
    this.tags = formatTags(this.world, given.tags);
    this.env = given.env ?? null;
    this.network_config = given.network_config ?? null;
    const isLocal = !this.isV1 && (this.instance_type === 'local' || this.instance_type === 'local_gpu');
    this.sagemaker_session = sessionOf(given.sagemaker_session, this.world, isLocal);
    this.role = given.role ?? null;
    if (!this.isV1 && isFalse(this.role))
      throw new PythonError('ValueError', 'a processing job needs the role that it works under');
  }

  /** Starts the job. @throws PythonError `ValueError` where logs are asked for without waiting */
  run(args: PlainArguments = {}): Data {
    const given = argumentsOf(args);
    const { wait = true, logs = true, experiment_config = null } = given;
    if (isTrue(logs) && isFalse(wait))
      throw new PythonError('ValueError', 'logs are shown only while waiting: wait must be True where logs is');
    return this.start(given, experiment_config);
  }

  /** Normalizes the arguments of `run` and starts the job: the SDK's `_normalize_args` and `ProcessingJob.start_new`. */
  protected start(args: Arguments, experimentConfig: Data): Data {
    const { job_name = null, inputs = null, outputs = null, code = null } = args;
    this.currentJobName = this.generateJobName(job_name);
    const allInputs = this.normalizeInputs(this.includeCode(inputs, code));
    const allOutputs = this.normalizeOutputs(outputs);
    this.arguments = args.arguments ?? null;
    const job = ProcessingJob.startNew(this, allInputs, allOutputs, experimentConfig);
    this.latest_job = job;
    this.jobs.items.push(job);
    return null;
  }

  /** A processor of scripts adds the script to the inputs. */
  protected includeCode(inputs: Data, _code: Data): Data {
    return inputs;
  }

  /** The given name, or the base name or the image's with a time stamp. */
  protected generateJobName(jobName: Data): Data {
    if (jobName !== null) return jobName;
    const base = isFalse(this.base_job_name) ? baseNameFromImage(this.image_uri) : this.base_job_name;
    return nameFromBase(this.world, base);
  }

  /** @throws PythonError `TypeError` for an input that is no `ProcessingInput` */
  protected normalizeInputs(inputs: Data): Data {
    return eachOf(inputs, (input, count) => {
      if (input instanceof Unknown) return input;
      if (!(input instanceof ProcessingInput))
        throw new PythonError('TypeError', 'inputs of a processing job are ProcessingInput objects');
      input.input_name ??= `input-${count}`;
      if (!this.isV1 && !isFalse(input.dataset_definition)) return input;
      const scheme = schemeOf(input.address);
      if (scheme instanceof Unknown) input.address = scheme;
      else if (scheme !== 's3')
        input.address = uploadTo(this.sagemaker_session, input.address, this.jobAddress('input', input.input_name));
      return input;
    });
  }

  /** @throws PythonError `TypeError` for an output that is no `ProcessingOutput` */
  protected normalizeOutputs(outputs: Data): Data {
    return eachOf(outputs, (output, count) => {
      if (output instanceof Unknown) return output;
      if (!(output instanceof ProcessingOutput))
        throw new PythonError('TypeError', 'outputs of a processing job are ProcessingOutput objects');
      output.output_name ??= `output-${count}`;
      const scheme = schemeOf(output.destination);
      if (scheme instanceof Unknown) output.destination = scheme;
      else if (scheme !== 's3') output.destination = this.jobAddress('output', output.output_name);
      return output;
    });
  }

  /** Where the files of the job go that have no address of their own. */
  protected jobAddress(...parts: readonly Data[]) {
    return defaultAddress(this.sagemaker_session, [this.currentJobName, ...parts]);
  }
}

/** The items of a list, each one changed; what isn't a known list stays as it is, None is an empty list. */
function eachOf(values: Data, change: (value: Data, count: number) => Data): Data {
  if (values === null) return new List();
  if (values instanceof Unknown) return values;
  if (!(values instanceof List || values instanceof Tuple))
    throw new PythonError('TypeError', 'inputs and outputs of a processing job are lists');
  const made = new List(values.items.map((value, index) => change(value, index + 1)));
  if (values instanceof List) made.open = values.open;
  return made;
}
