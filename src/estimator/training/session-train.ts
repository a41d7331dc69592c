import type { CheckpointConfig } from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import type { Data } from '../../data/value.js';
import { ifTrue, isTrue, unlessNone, whereTrue } from '../conditions.js';
import type { Arguments } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { Session } from '../session.js';
import { formatTags } from '../tags.js';

/** Parameters of `Session.train`, v2's names: SDK 2.257.6 session.py:1152, 1.72.0 session.py:499. */
export interface TrainArguments extends Arguments {
  readonly input_mode?: Data | undefined;
  readonly input_config?: Data | undefined;
  readonly role?: Data | undefined;
  readonly job_name?: Data | undefined;
  readonly output_config?: Data | undefined;
  readonly resource_config?: Data | undefined;
  readonly vpc_config?: Data | undefined;
  readonly hyperparameters?: Data | undefined;
  readonly stop_condition?: Data | undefined;
  readonly tags?: Data | undefined;
  readonly metric_definitions?: Data | undefined;
  readonly enable_network_isolation?: Data | undefined;
  readonly image_uri?: Data | undefined;
  readonly training_image_config?: Data | undefined;
  readonly infra_check_config?: Data | undefined;
  readonly container_entry_point?: Data | undefined;
  readonly container_arguments?: Data | undefined;
  readonly algorithm_arn?: Data | undefined;
  readonly encrypt_inter_container_traffic?: Data | undefined;
  readonly use_spot_instances?: Data | undefined;
  readonly checkpoint_s3_uri?: Data | undefined;
  readonly checkpoint_local_path?: Data | undefined;
  readonly experiment_config?: Data | undefined;
  readonly debugger_rule_configs?: Data | undefined;
  readonly debugger_hook_config?: Data | undefined;
  readonly tensorboard_output_config?: Data | undefined;
  readonly enable_sagemaker_metrics?: Data | undefined;
  readonly profiler_rule_configs?: Data | undefined;
  readonly profiler_config?: Data | undefined;
  readonly environment?: Data | undefined;
  readonly retry_strategy?: Data | undefined;
  readonly remote_debug_config?: Data | undefined;
  readonly session_chaining_config?: Data | undefined;
}

/**
 * Starts a training job: CreateTrainingJob.
 *
 * @throws PythonError `ValueError` unless it has either an image or an algorithm
 */
export function train(session: Session, args: TrainArguments): void {
  const { image_uri: image = null, algorithm_arn: algorithm = null } = args;
  if (isTrue(image) && isTrue(algorithm))
    throw new PythonError('ValueError', 'a training job has an image or an algorithm, not both');
  if (image === null && algorithm === null)
    throw new PythonError('ValueError', 'a training job needs an image or an algorithm');
  session.send('CreateTrainingJob', {
    AlgorithmSpecification: {
      TrainingInputMode: args.input_mode ?? null,
      TrainingImage: unlessNone(image),
      TrainingImageConfig: unlessNone(args.training_image_config),
      ContainerEntrypoint: unlessNone(args.container_entry_point),
      ContainerArguments: unlessNone(args.container_arguments),
      AlgorithmName: unlessNone(algorithm),
      MetricDefinitions: unlessNone(args.metric_definitions),
      EnableSageMakerMetricsTimeSeries: unlessNone(args.enable_sagemaker_metrics),
    },
    OutputDataConfig: args.output_config ?? null,
    TrainingJobName: args.job_name ?? null,
    StoppingCondition: args.stop_condition ?? null,
    ResourceConfig: args.resource_config ?? null,
    RoleArn: args.role ?? null,
    InfraCheckConfig: unlessNone(args.infra_check_config),
    InputDataConfig: unlessNone(args.input_config),
    HyperParameters: ifTrue(args.hyperparameters),
    Environment: unlessNone(args.environment),
    Tags: unlessNone(formatTags(session.world, args.tags)),
    VpcConfig: unlessNone(args.vpc_config),
    ExperimentConfig: ifTrue(args.experiment_config),
    EnableNetworkIsolation: ifTrue(args.enable_network_isolation),
    EnableInterContainerTrafficEncryption: ifTrue(args.encrypt_inter_container_traffic),
    EnableManagedSpotTraining: ifTrue(args.use_spot_instances),
    CheckpointConfig: whereTrue(args.checkpoint_s3_uri, () =>
      partOf<CheckpointConfig>({ S3Uri: args.checkpoint_s3_uri, LocalPath: ifTrue(args.checkpoint_local_path) }),
    ),
    DebugRuleConfigurations: unlessNone(args.debugger_rule_configs),
    DebugHookConfig: unlessNone(args.debugger_hook_config),
    TensorBoardOutputConfig: unlessNone(args.tensorboard_output_config),
    ProfilerRuleConfigurations: unlessNone(args.profiler_rule_configs),
    ProfilerConfig: unlessNone(args.profiler_config),
    RemoteDebugConfig: unlessNone(args.remote_debug_config),
    SessionChainingConfig: unlessNone(args.session_chaining_config),
    RetryStrategy: unlessNone(args.retry_strategy),
  });
}
