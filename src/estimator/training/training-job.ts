import type {
  InfraCheckConfig,
  RetryStrategy,
  TrainingImageConfig,
  TrainingRepositoryAuthConfig,
} from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import { concat, str } from '../../data/text.js';
import { type Data, Dict, dictOf, Template, Unknown } from '../../data/value.js';
import { choose, ifTrue, isFalse, isTrue, whereGiven } from '../conditions.js';
import { SdkObject } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { Session } from '../session.js';
import { DebuggerHookConfig, TensorBoardOutputConfig } from './debugger-configs.js';
import { describeTrainingJob } from './descriptions.js';
import type { EstimatorBase } from './estimator-base.js';
import { TrainingInput } from './inputs.js';
import { isLocalChannel, loadJobConfig } from './job-config.js';
import { ProfilerConfig } from './profiler-config.js';
import { type TrainArguments, train } from './session-train.js';

/** A training job that was started, or that another program started. SDK 2.257.6 estimator.py `_TrainingJob`. */
export class TrainingJob extends SdkObject {
  readonly sagemaker_session: Session;
  readonly job_name: Data;
  /** Where its model is. */
  readonly artifacts: Data;

  constructor(session: Session, name: Data, artifacts: Data) {
    super(session.world);
    this.sagemaker_session = session;
    this.job_name = name;
    this.artifacts = artifacts;
  }

  override get className(): string {
    return '_TrainingJob';
  }

  get name(): Data {
    return this.job_name;
  }

  wait(): Data {
    return null;
  }

  stop(): Data {
    this.sagemaker_session.send('StopTrainingJob', { TrainingJobName: this.job_name });
    return null;
  }

  describe(): Data {
    return describeTrainingJob(this.world, this.job_name);
  }

  rule_job_summary(): Data {
    return new Unknown('the state of a rule of the debugger');
  }
}

/** Starts an estimator's training job: SDK 2.257.6 estimator.py `_TrainingJob.start_new`. */
export function startTrainingJob(estimator: EstimatorBase, inputs: Data, experimentConfig: Data): TrainingJob {
  const args = buildTrainArguments(estimator, inputs, experimentConfig);
  const { sagemaker_session: session, _current_job_name: name } = estimator;
  train(session, args);
  return new TrainingJob(session, name, modelArtifacts(estimator.output_path, name));
}

/**
 * What an estimator hands to `Session.train`: SDK 2.257.6 estimator.py `_get_train_args`.
 *
 * @throws PythonError `ValueError` for what the SDK refuses at this point, such as local paths without local mode
 */
export function buildTrainArguments(
  estimator: EstimatorBase,
  inputs: Data,
  experimentConfig: Data = null,
): TrainArguments {
  const isLocal = estimator.sagemaker_session.local_mode;
  if (!isLocal && (isLocalChannel(inputs) || isLocalChannel(estimator.model_uri)))
    throw new PythonError('ValueError', 'inputs on this machine need local mode');
  const config = loadJobConfig(inputs, estimator);
  const hyperparameters = asStrings(estimator.hyperparameters());
  const image_uri = estimator.algorithmArn === undefined ? estimator.training_image_uri() : null;
  if (isLocal) refuseInLocalMode(estimator);
  return {
    ...config,
    input_mode: inputModeOf(estimator, inputs),
    job_name: estimator._current_job_name,
    hyperparameters,
    tags: estimator.tags,
    metric_definitions: estimator.metric_definitions,
    experiment_config: experimentConfig,
    environment: estimator.environment,
    enable_network_isolation: estimator.enable_network_isolation(),
    retry_strategy: whereGiven(estimator.max_retry_attempts, (attempts) =>
      partOf<RetryStrategy>({ MaximumRetryAttempts: attempts }),
    ),
    training_image_config: trainingImageConfig(estimator),
    infra_check_config: whereGiven(estimator.enable_infra_check, (enabled) =>
      partOf<InfraCheckConfig>({ EnableInfraCheck: enabled }),
    ),
    container_entry_point: estimator.container_entry_point,
    container_arguments: estimator.container_arguments,
    encrypt_inter_container_traffic: estimator.encrypt_inter_container_traffic,
    algorithm_arn: estimator.algorithmArn,
    image_uri,
    debugger_rule_configs: ifTrue(estimator.debugger_rule_configs),
    debugger_hook_config: hookRequest(estimator),
    tensorboard_output_config: tensorBoardRequest(estimator.tensorboard_output_config),
    use_spot_instances: estimator.use_spot_instances,
    checkpoint_s3_uri: estimator.checkpoint_s3_uri,
    checkpoint_local_path: estimator.checkpoint_local_path,
    enable_sagemaker_metrics: estimator.enable_sagemaker_metrics,
    profiler_rule_configs: ifTrue(estimator.profiler_rule_configs),
    profiler_config: profilerRequest(estimator.profiler_config),
    remote_debug_config: estimator.get_remote_debug_config(),
    session_chaining_config: estimator.get_session_chaining_config(),
  };
}

/** Hyperparameters as the API takes them: SDK 2.257.6 estimator.py:2552, `str()` of names and values. */
export function asStrings(hyperparameters: Dict): Dict {
  const made = new Dict();
  made.open = hyperparameters.open;
  for (const [name, value] of hyperparameters) made.set(String(str(name)), str(value));
  return made;
}

/** A single channel's mode is the job's too. */
function inputModeOf(estimator: EstimatorBase, inputs: Data): Data {
  if (inputs instanceof Unknown) return new Unknown(inputs.reason, [estimator.input_mode]);
  const own = inputs instanceof TrainingInput ? inputs.config.get('InputMode') : undefined;
  return own ?? estimator.input_mode;
}

function trainingImageConfig(estimator: EstimatorBase): Data | undefined {
  const { training_repository_access_mode: mode, training_repository_credentials_provider_arn: arn } = estimator;
  return whereGiven(mode, () =>
    partOf<TrainingImageConfig>({
      TrainingRepositoryAccessMode: mode,
      TrainingRepositoryAuthConfig: whereGiven(arn, () =>
        partOf<TrainingRepositoryAuthConfig>({ TrainingRepositoryCredentialsProviderArn: arn }),
      ),
    }),
  );
}

function hookRequest(estimator: EstimatorBase): Data | undefined {
  const { debugger_hook_config: hook } = estimator;
  if (!(hook instanceof DebuggerHookConfig)) return ifTrue(hook);
  hook.collection_configs = estimator.collection_configs;
  return hook.toRequest();
}

function tensorBoardRequest(config: Data): Data | undefined {
  return config instanceof TensorBoardOutputConfig ? config.toRequest() : ifTrue(config);
}

function profilerRequest(config: Data): Data | undefined {
  return config instanceof ProfilerConfig ? config.toRequest() : ifTrue(config);
}

function refuseInLocalMode(estimator: EstimatorBase): void {
  for (const name of ['use_spot_instances', 'checkpoint_s3_uri', 'checkpoint_local_path'] as const)
    if (isTrue(estimator[name])) throw new PythonError('ValueError', `local mode has no ${name}`);
}

/** Where AWS puts a job's model: below the output path, in a folder of the job's name. */
export function modelArtifacts(outputPath: Data, jobName: Data): Data {
  if (outputPath instanceof Unknown) return outputPath;
  const path = typeof outputPath === 'string' ? outputPath.replace(/\/+$/, '') : outputPath;
  if (!(typeof path === 'string' || path instanceof Template)) return new Unknown('the model of a training job');
  const base = path instanceof Template ? withoutEndSlash(path) : path;
  return concat([base, '/', str(jobName), '/output/model.tar.gz']);
}

function withoutEndSlash(text: Template): Data & (string | Template) {
  const last = text.parts.at(-1);
  if (typeof last !== 'string') return text;
  return concat([...text.parts.slice(0, -1), last.replace(/\/+$/, '')]);
}

/** The model of a job that kept its output as files: SDK 2.257.6 estimator.py `model_data`. */
export function modelData(estimator: EstimatorBase, artifacts: Data): Data {
  const files = dictOf({
    S3DataSource: dictOf({
      S3Uri: concat([str(artifacts), '/']),
      S3DataType: 'S3Prefix',
      CompressionType: 'None',
    }),
  });
  const { disable_output_compression: disabled } = estimator;
  return choose(disabled instanceof Unknown ? disabled : !isFalse(disabled), files, artifacts);
}
