import { PythonError } from '../../data/errors.js';
import { type Data, Dict, isText, List, numberOf, Template, Unknown } from '../../data/value.js';
import { dictionaryOf, isFalse, or, orDefault } from '../conditions.js';
import { checkInstanceForm } from '../models/container-def.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { LocalSession, type Session, sessionOf } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { supportsProfiler } from './regions.js';
import { UploadedCode } from './staging.js';
import type { TrainingJob } from './training-job.js';

/** v1's names of parameters that v2 still takes: SDK 2.257.6 estimator.py:509. The old name wins. */
const RENAMED: readonly (readonly [string, string])[] = [
  ['train_instance_count', 'instance_count'],
  ['train_instance_type', 'instance_type'],
  ['train_max_run', 'max_run'],
  ['train_use_spot_instances', 'use_spot_instances'],
  ['train_max_wait', 'max_wait'],
  ['train_volume_size', 'volume_size'],
  ['train_volume_kms_key', 'volume_kms_key'],
  ['image_name', 'image_uri'],
  ['distributions', 'distribution'],
];

/** Arguments of an estimator with v2's names. */
export function estimatorArguments(args: PlainArguments): Arguments {
  const given: Record<string, Data | undefined> = { ...argumentsOf(args) };
  for (const [old, name] of RENAMED) if (given[old] !== undefined) given[name] = given[old];
  return given;
}

/** The attributes of an estimator, as its constructor sets them: SDK 2.257.6 estimator.py:165, 1.72.0 estimator.py:65. */
export abstract class EstimatorFields extends SdkObject {
  role: Data;
  instance_count: Data;
  instance_type: Data;
  instance_groups: Data;
  keep_alive_period_in_seconds: Data;
  volume_size: Data;
  volume_kms_key: Data;
  max_run: Data;
  max_wait: Data;
  max_retry_attempts: Data;
  input_mode: Data;
  output_path: Data;
  output_kms_key: Data;
  disable_output_compression: Data;
  base_job_name: Data;
  sagemaker_session: Session;
  tags: Data;
  subnets: Data;
  security_group_ids: Data;
  model_uri: Data;
  model_channel_name: Data;
  code_uri: Data = null;
  code_channel_name: Data = 'code';
  metric_definitions: Data;
  encrypt_inter_container_traffic: Data;
  use_spot_instances: Data;
  checkpoint_s3_uri: Data;
  checkpoint_local_path: Data;
  rules: Data;
  debugger_hook_config: Data;
  tensorboard_output_config: Data;
  debugger_rules: Data = null;
  debugger_rule_configs: Data = null;
  collection_configs: Data = null;
  profiler_rules: Data = null;
  profiler_rule_configs: Data = null;
  profiler_config: Data;
  disable_profiler: Data;
  enable_sagemaker_metrics: Data;
  environment: Data;
  source_dir: Data;
  git_config: Data;
  entry_point: Data;
  dependencies: Data;
  code_location: Data;
  container_log_level: Data;
  training_repository_access_mode: Data;
  training_repository_credentials_provider_arn: Data;
  enable_infra_check: Data;
  container_entry_point: Data;
  container_arguments: Data;
  training_plan: Data;
  instance_placement_config: Data;
  uploaded_code: UploadedCode | Unknown | null = null;
  /** Unknown where it depends on something unknown whether, or which, job was started. */
  latest_training_job: TrainingJob | Unknown | null = null;
  readonly jobs = new List();
  deploy_instance_type: Data = null;
  _current_job_name: Data = null;
  _hyperparameters: Dict;
  _enable_network_isolation: Data;
  _enable_remote_debug: Data;
  _enable_session_tag_chaining: Data;
  /** Whether the output path is the default bucket with its prefix, so that staged code keeps the prefix. */
  isOutputPathDefault = false;

  /** @throws PythonError for arguments that the SDK refuses: no role, half a VPC configuration, local paths without local mode */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = estimatorArguments(args);
    this.instance_count = given.instance_count ?? null;
    this.instance_type = given.instance_type ?? null;
    this.instance_groups = given.instance_groups ?? null;
    this.keep_alive_period_in_seconds = given.keep_alive_period_in_seconds ?? null;
    this.volume_size = orDefault(given.volume_size, 30);
    this.volume_kms_key = given.volume_kms_key ?? null;
    this.max_run = orDefault(given.max_run, 24 * 60 * 60);
    this.max_wait = given.max_wait ?? null;
    this.max_retry_attempts = given.max_retry_attempts ?? null;
    this.input_mode = orDefault(given.input_mode, 'File');
    this.metric_definitions = given.metric_definitions ?? null;
    this.model_uri = given.model_uri ?? null;
    this.model_channel_name = orDefault(given.model_channel_name, 'model');
    this.source_dir = given.source_dir ?? null;
    this.git_config = given.git_config ?? null;
    this.container_log_level = orDefault(given.container_log_level, 20);
    this._hyperparameters = copyOf(dictionaryOf(given.hyperparameters));
    this.code_location = given.code_location ?? null;
    this.entry_point = given.entry_point ?? null;
    this.dependencies = or(given.dependencies, new List());
    this.subnets = given.subnets ?? null;
    this.security_group_ids = given.security_group_ids ?? null;
    if (!this.isV1) refuseHalfVpc(this.subnets, this.security_group_ids);
    this.sagemaker_session = this.#session(given.sagemaker_session);
    this.tags = formatTags(this.world, given.tags);
    this.base_job_name = given.base_job_name ?? null;
    this.output_path = given.output_path ?? null;
    if (!this.sagemaker_session.local_mode && startsWith(this.output_path, 'file://'))
      throw new PythonError('RuntimeError', 'an output path that is a local folder needs local mode');
    this.role = given.role ?? null;
    if (!this.isV1 && isFalse(this.role)) throw new PythonError('ValueError', 'an estimator needs a role');
    this.output_kms_key = given.output_kms_key ?? null;
    if (!this.isV1) refuseOddInstanceType(this.instance_type);
    this.training_repository_access_mode = given.training_repository_access_mode ?? null;
    this.training_repository_credentials_provider_arn = given.training_repository_credentials_provider_arn ?? null;
    this.enable_infra_check = given.enable_infra_check ?? null;
    this.container_entry_point = given.container_entry_point ?? null;
    this.container_arguments = given.container_arguments ?? null;
    this.encrypt_inter_container_traffic = given.encrypt_inter_container_traffic ?? false;
    this.use_spot_instances = given.use_spot_instances ?? false;
    this.checkpoint_s3_uri = given.checkpoint_s3_uri ?? null;
    this.checkpoint_local_path = given.checkpoint_local_path ?? null;
    this.rules = given.rules ?? null;
    const hook = given.debugger_hook_config ?? null;
    this.debugger_hook_config = hook === true && !this.isV1 ? new Dict() : hook;
    this.tensorboard_output_config = given.tensorboard_output_config ?? null;
    this.enable_sagemaker_metrics = given.enable_sagemaker_metrics ?? null;
    this._enable_network_isolation = given.enable_network_isolation ?? false;
    this.profiler_config = given.profiler_config ?? null;
    const isProfiled = supportsProfiler(this.sagemaker_session.boto_region_name, this.instance_type);
    this.disable_profiler = isProfiled ? (given.disable_profiler ?? false) : true;
    this.environment = given.environment ?? null;
    this.disable_output_compression = given.disable_output_compression ?? false;
    this.training_plan = given.training_plan ?? null;
    this.instance_placement_config = given.instance_placement_config ?? null;
    this._enable_remote_debug = given.enable_remote_debug ?? null;
    this._enable_session_tag_chaining = given.enable_session_tag_chaining ?? null;
  }

  /** Where the code is; at a place that is not known where it isn't known whether there is one. */
  get uploadedCode(): UploadedCode | null {
    const { uploaded_code: code } = this;
    if (!(code instanceof Unknown)) return code;
    const place = new Unknown(code.reason);
    return new UploadedCode(place, place, this.world);
  }

  #session(given: Data | undefined): Session {
    const isLocal = this.instance_type === 'local' || this.instance_type === 'local_gpu';
    if (this.instance_type === 'local_gpu' && (numberOf(this.instance_count) ?? 0) > 1)
      throw new PythonError('RuntimeError', 'training on local GPUs takes one instance');
    const session = sessionOf(given, this.world, isLocal);
    if (isLocal && !(given instanceof Unknown) && !(session instanceof LocalSession))
      throw new PythonError('RuntimeError', 'local instance types need a local session');
    return session;
  }
}

/** Python's `dict.copy()`. */
export function copyOf(dictionary: Dict): Dict {
  const made = new Dict(dictionary);
  made.openAs(dictionary);
  return made;
}

/** Whether a string is known to start so; a string with holes is by its literal start. */
export function startsWith(value: Data, prefix: string): boolean {
  const first = value instanceof Template ? value.parts[0] : value;
  return typeof first === 'string' && first.toLowerCase().startsWith(prefix);
}

function refuseHalfVpc(subnets: Data, groups: Data): void {
  if ((subnets === null) === (groups === null) || subnets instanceof Unknown || groups instanceof Unknown) return;
  throw new PythonError('RuntimeError', 'a VPC needs both subnets and security_group_ids');
}

function refuseOddInstanceType(type: Data): void {
  if (type !== null && !isText(type) && !(type instanceof Unknown))
    throw new PythonError('ValueError', 'the instance type is no string');
  if (!isFalse(type)) checkInstanceForm(type);
}
