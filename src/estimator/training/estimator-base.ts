import type { RemoteDebugConfig, SessionChainingConfig } from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import { dumpJson } from '../../data/json.js';
import { concat, str } from '../../data/text.js';
import { type Data, Dict, dictOf, Unknown } from '../../data/value.js';
import { isFalse, isTrue, onlyOf, or, orDefault, whereGiven } from '../conditions.js';
import { baseNameFromImage, nameFromBase } from '../names.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import { partOf } from '../send.js';
import { sanitizeVpcConfig, VPC_CONFIG_DEFAULT, vpcConfig } from '../vpc.js';
import { DebuggerHookConfig, TensorBoardOutputConfig } from './debugger-configs.js';
import { defaultHook } from './debugging.js';
import { compileEstimator, deployEstimator, registerEstimator } from './deployment.js';
import { EstimatorFields } from './estimator-fields.js';
import { opened } from './model-arguments.js';
import { prepareForTraining } from './preparing.js';
import { ProfilerConfig } from './profiler-config.js';
import { disableProfiling, enableProfiling, updateProfiler, updateRemoteDebug } from './profiling-updates.js';
import { supportsDebugger } from './regions.js';
import { modelArtifacts, modelData, startTrainingJob, TrainingJob } from './training-job.js';
import { transformerOf } from './transformers.js';

/** What all estimators do: SDK 2.257.6 estimator.py `EstimatorBase`. */
export abstract class EstimatorBase extends EstimatorFields {
  /** The image that trains. */
  abstract training_image_uri(args?: Arguments): Data;

  /** The hyperparameters as they are now: the same dictionary each time, or a new one, as in the SDK. */
  abstract hyperparameters(): Dict;

  /** Models that were compiled, by the family of instances. */
  readonly compiledModels = new Map<string, Data>();
  /** The model that was compiled for a family that is not known: any that is asked for, where there is no other. */
  compiledForUnknown: Data | undefined;

  /** What `create_model` takes by name, and what of its `**kwargs` the model takes. */
  protected abstract get modelKeywords(): readonly string[];

  /** The model that was trained; it is not created at AWS yet. */
  create_model(args: Arguments = {}): Data {
    const model = this.makeModel(opened(args, this.modelKeywords));
    if (model instanceof Unknown) this.world.onMiss?.(model.reason);
    return model;
  }

  protected abstract makeModel(args: Arguments): Data;

  /**
   * Hosts the model that was trained.
   *
   * @returns a predictor
   * @throws PythonError `ValueError` before the first training job
   */
  deploy(args: PlainArguments = {}): Data {
    return deployEstimator(this, argumentsOf(args));
  }

  /** Compiles the model that was trained. @returns the compiled model */
  compile_model(args: PlainArguments = {}): Data {
    return compileEstimator(this, argumentsOf(args));
  }

  /** v1 deletes the endpoint that bears the training job's name; v2 only says that it no longer does. */
  delete_endpoint(): Data {
    if (!this.isV1) return null;
    return this.sagemaker_session.delete_endpoint({ endpoint_name: this.ensureLatestTrainingJob().name });
  }

  enable_default_profiling(): Data {
    enableProfiling(this);
    return null;
  }

  disable_profiling(): Data {
    disableProfiling(this);
    return null;
  }

  update_profiler(args: Arguments = {}): Data {
    updateProfiler(this, args);
    return null;
  }

  enable_remote_debug(): Data {
    updateRemoteDebug(this, true);
    return null;
  }

  disable_remote_debug(): Data {
    updateRemoteDebug(this, false);
    return null;
  }

  /** Registers the model that was trained as a model package. */
  register(args: PlainArguments = {}): Data {
    return registerEstimator(this, argumentsOf(args));
  }

  /** Creates the model that was trained, to transform batches with it. */
  transformer(args: PlainArguments = {}): Data {
    return transformerOf(this, argumentsOf(args));
  }

  /** Only of an estimator of the Marketplace, which has an algorithm instead of an image. */
  get algorithmArn(): Data | undefined {
    return undefined;
  }

  enable_network_isolation(): Data {
    return this._enable_network_isolation;
  }

  /**
   * Starts a training job; the request is in `estimator.world.requests`.
   *
   * @throws PythonError what the SDK refuses before it sends the request
   */
  fit(args: PlainArguments = {}): Data {
    const given = argumentsOf(args);
    this.prepareForTraining(given.job_name ?? null);
    this.latest_training_job = startTrainingJob(this, given.inputs ?? null, given.experiment_config ?? null);
    this.jobs.items.push(this.latest_training_job);
    return null;
  }

  prepare_workflow_for_training(args: Arguments = {}): Data {
    this.prepareForTraining(args.job_name ?? null);
    return null;
  }

  /** Everything before the request: name, output path, code, debugger, profiler. The SDK's `_prepare_for_training`. */
  prepareForTraining(jobName: Data = null): void {
    prepareForTraining(this, jobName);
  }

  /** The given name, or a new one. SDK 2.257.6 estimator.py `_get_or_create_name`; v1 takes any name but None. */
  getOrCreateName(name: Data | undefined = null): Data {
    if (this.isV1 ? name !== null : !isFalse(name)) return name;
    return nameFromBase(this.world, this.baseName());
  }

  /** The start of new names: v2 keeps it once it is made of the image's name, v1 makes it anew. */
  baseName(): Data {
    if (!isFalse(this.base_job_name)) return this.base_job_name;
    const base = this.defaultBaseName();
    if (!this.isV1) this.base_job_name = base;
    return base;
  }

  /** The start of names where none was given. */
  defaultBaseName(): Data {
    return baseNameFromImage(this.training_image_uri());
  }

  /** SDK 2.257.6 estimator.py `_script_mode_hyperparam_update`. */
  updateScriptHyperparameters(codeDir: Data, script: Data): void {
    for (const [name, value] of jsonEncoded(this.scriptHyperparameters(codeDir, script)))
      this._hyperparameters.set(name, value);
  }

  /** What the container has to know about the code. */
  scriptHyperparameters(codeDir: Data, script: Data): Dict {
    return dictOf({
      sagemaker_submit_directory: codeDir,
      sagemaker_program: script,
      sagemaker_enable_cloudwatch_metrics: this.isV1 ? false : undefined,
      sagemaker_container_log_level: this.container_log_level,
      sagemaker_job_name: this._current_job_name,
      sagemaker_region: this.sagemaker_session.boto_region_name,
    });
  }

  /**
   * The hook that a job has unless told otherwise. SDK 2.257.6 estimator.py `_validate_and_set_debugger_configs`; in v1 only of
   * frameworks.
   *
   * @throws PythonError `ValueError` for a hook in a region without debugger
   */
  validateDebuggerConfigs(): void {
    if (this.isV1) return;
    const { debugger_hook_config: hook } = this;
    if (supportsDebugger(this.sagemaker_session.boto_region_name, false)) {
      const isEmpty = hook === null || (hook instanceof Dict && isFalse(hook));
      if (isEmpty) this.debugger_hook_config = defaultHook(this);
      return;
    }
    if (isTrue(hook)) throw new PythonError('ValueError', 'the region has no debugger, and a hook is configured');
    this.debugger_hook_config = false;
  }

  get model_data(): Data {
    if (this.latest_training_job !== null) return modelData(this, this.ensureLatestTrainingJob().artifacts);
    if (this.output_path === null || this._current_job_name === null)
      return new Unknown('the model of an estimator that trained nothing');
    return modelArtifacts(this.output_path, this._current_job_name);
  }

  get_vpc_config(args: Arguments = {}): Data {
    const override = orDefault(args.vpc_config_override, VPC_CONFIG_DEFAULT);
    if (override === VPC_CONFIG_DEFAULT) return vpcConfig(this.subnets, this.security_group_ids);
    return sanitizeVpcConfig(override);
  }

  get_remote_debug_config(): Data {
    const made = whereGiven(this._enable_remote_debug, (enable) =>
      partOf<RemoteDebugConfig>({ EnableRemoteDebug: enable }),
    );
    return made ?? null;
  }

  get_session_chaining_config(): Data {
    const made = whereGiven(this._enable_session_tag_chaining, (enable) =>
      partOf<SessionChainingConfig>({ EnableSessionTagChaining: enable }),
    );
    return made ?? null;
  }

  logs(): Data {
    return null;
  }

  latest_job_debugger_artifacts_path(): Data {
    const { debugger_hook_config: hook } = this;
    return this.#artifacts(hook instanceof DebuggerHookConfig ? hook.s3_output_path : null, 'debug-output');
  }

  latest_job_tensorboard_artifacts_path(): Data {
    const { tensorboard_output_config: config } = this;
    const path = config instanceof TensorBoardOutputConfig ? config.s3_output_path : null;
    return this.#artifacts(path, 'tensorboard-output');
  }

  latest_job_profiler_artifacts_path(): Data {
    const { profiler_config: config } = this;
    const isOn = config instanceof ProfilerConfig && isFalse(config.disable_profiler);
    return this.#artifacts(isOn ? config.s3_output_path : null, 'profiler-output');
  }

  #artifacts(path: Data, folder: string): Data {
    const job = this.ensureLatestTrainingJob();
    if (path === null) return null;
    const start = str(path);
    const separator = typeof start === 'string' && start.endsWith('/') ? '' : '/';
    return concat([start, separator, str(job.name), `/${folder}`]);
  }

  /**
   * The job that was started last. Where it isn't known whether one was, the program goes on only if it was.
   *
   * @throws PythonError `ValueError` before the first one
   */
  ensureLatestTrainingJob(): TrainingJob {
    const { latest_training_job: job } = this;
    if (job === null) throw new PythonError('ValueError', 'the estimator has no training job yet');
    if (job instanceof TrainingJob) return job;
    const which = new Unknown(job.reason);
    return onlyOf(job, TrainingJob) ?? new TrainingJob(this.sagemaker_session, which, which);
  }

  /** The role, or another one. */
  roleOr(role: Data | undefined): Data {
    return or(role, this.role);
  }
}

/** Names as strings, values as JSON: SDK 2.257.6 estimator.py `_json_encode_hyperparameters`. */
export function jsonEncoded(hyperparameters: Dict): Dict {
  const made = new Dict();
  made.open = hyperparameters.open;
  for (const [name, value] of hyperparameters) made.set(String(str(name)), dumpJson(value));
  return made;
}
