import { PythonError } from '../../../data/errors.js';
import { type Data, isText, List, Unknown } from '../../../data/value.js';
import { isFalse, orDefault } from '../../conditions.js';
import { nameFromBase } from '../../names.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { type Session, sessionOf } from '../../session.js';
import { formatTags } from '../../tags.js';
import type { World } from '../../world.js';
import { defaultAddress, schemeOf } from '../addresses.js';
import { ProcessingInput, ProcessingOutput } from '../processing/inputs.js';
import { Processor } from '../processing/processor.js';

/** Name of the one output of a monitor's jobs. */
export const OUTPUT_NAME = 'monitoring_output';

/** Watches the data of an endpoint: SDK 2.257.6 model_monitor/model_monitoring.py. Its baselines are processing jobs. */
export class ModelMonitor extends SdkObject {
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
  latest_baselining_job: Data = null;
  latest_baselining_job_name: Data = null;
  monitoring_schedule_name: Data = null;
  readonly baselining_jobs = new List();

  /** @throws PythonError `ValueError` in v2 without a role */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.image_uri = given.image_uri ?? null;
    this.instance_count = orDefault(given.instance_count, 1);
    this.instance_type = orDefault(given.instance_type, 'ml.m5.xlarge');
    this.entrypoint = given.entrypoint ?? null;
    this.volume_size_in_gb = orDefault(given.volume_size_in_gb, 30);
    this.volume_kms_key = given.volume_kms_key ?? null;
    this.output_kms_key = given.output_kms_key ?? null;
    this.max_runtime_in_seconds = given.max_runtime_in_seconds ?? null;
    this.base_job_name = given.base_job_name ?? null;
    this.sagemaker_session = sessionOf(given.sagemaker_session, this.world);
    this.env = given.env ?? null;
    this.tags = formatTags(this.world, given.tags);
    this.network_config = given.network_config ?? null;
    this.role = given.role ?? null;
    if (!this.isV1 && isFalse(this.role))
      throw new PythonError('ValueError', 'a monitor needs the role it works under');
  }

  /** Starts a processing job with a container of one's own. @throws PythonError `TypeError` for other inputs */
  run_baseline(args: PlainArguments): Data {
    const given = argumentsOf(args);
    const { baseline_inputs = null, output = null, job_name = null } = given;
    this.nameJob(job_name);
    this.arguments = given.arguments ?? null;
    const inputs = this.#normalizeInputs(baseline_inputs);
    return this.startJob(inputs, this.#normalizeOutput(output), this.env, given);
  }

  /** The given name, or one with a time stamp: SDK 2.257.6 `_generate_baselining_job_name`. */
  protected nameJob(given: Data): void {
    const base = isFalse(this.base_job_name) ? 'baseline-suggestion-job' : this.base_job_name;
    this.latest_baselining_job_name = given ?? nameFromBase(this.world, base);
  }

  /** Runs the processor that makes a baseline. */
  protected startJob(inputs: Data, output: Data, env: Data, { wait = true, logs = true }: Arguments): Data {
    const { role, image_uri, instance_count, instance_type, entrypoint, volume_size_in_gb, volume_kms_key } = this;
    const { output_kms_key, max_runtime_in_seconds, base_job_name, sagemaker_session, tags, network_config } = this;
    const machine = { instance_count, instance_type, volume_size_in_gb, volume_kms_key, max_runtime_in_seconds };
    const container = { image_uri, entrypoint, env, network_config, output_kms_key };
    const processor = new Processor(
      { ...machine, ...container, role, base_job_name, sagemaker_session, tags },
      this.world,
    );
    const job_name = this.latest_baselining_job_name;
    processor.run({ inputs, outputs: new List([output]), arguments: this.arguments, wait, logs, job_name });
    this.latest_baselining_job = processor.latest_job;
    this.baselining_jobs.items.push(processor.latest_job);
    return processor.latest_job;
  }

  #normalizeInputs(inputs: Data): Data {
    if (!(inputs instanceof List)) return inputs ?? new List();
    for (const [index, input] of inputs.items.entries()) {
      if (input instanceof Unknown) continue;
      if (!(input instanceof ProcessingInput))
        throw new PythonError('TypeError', 'inputs of a baseline are ProcessingInput objects');
      input.input_name ??= `input-${index + 1}`;
      const scheme = schemeOf(input.source);
      if (scheme === 's3' || scheme instanceof Unknown) continue;
      // v2 leaves the address in `s3_input` alone: the processor uploads from there again.
      input.source = defaultAddress(this.sagemaker_session, [this.latest_baselining_job_name, input.input_name]);
    }
    return inputs;
  }

  #normalizeOutput(output: Data): Data {
    if (!isText(output)) return output;
    const destination = defaultAddress(this.sagemaker_session, [this.latest_baselining_job_name, 'output']);
    return new ProcessingOutput({ source: output, destination, output_name: OUTPUT_NAME }, this.world);
  }
}
