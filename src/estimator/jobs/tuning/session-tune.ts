import type {
  Autotune,
  CheckpointConfig,
  CreateHyperParameterTuningJobRequest,
  HyperParameterAlgorithmSpecification,
  HyperParameterTrainingJobDefinition,
  HyperParameterTuningJobConfig,
  HyperParameterTuningJobObjective,
  ResourceLimits,
  RetryStrategy,
} from '../../../aws/generated/requests.js';
import { type Data, type Dict, List } from '../../../data/value.js';
import { ifTrue, isFalse, unlessNone, whereGiven, whereTrue } from '../../conditions.js';
import { partOf } from '../../send.js';
import type { JobConfig } from '../../training/job-config.js';
import { withAutoParameters } from './auto-parameters.js';

/** How a tuning job searches: arguments of SDK 2.257.6 session.py `_map_tuning_config`. */
export interface TuningConfig {
  readonly strategy: Data;
  readonly max_jobs: Data;
  readonly max_parallel_jobs: Data;
  readonly early_stopping_type: Data;
  readonly max_runtime_in_seconds: Data;
  readonly random_seed: Data;
  readonly strategy_config: Data;
  readonly objective_type: Data;
  readonly objective_metric_name: Data;
  readonly parameter_ranges: Data;
  readonly auto_parameters: Data;
  readonly completion_criteria_config: Data;
}

/** What a tuning job trains: arguments of SDK 2.257.6 session.py `_map_training_config`. */
export interface TrainingConfig extends JobConfig {
  readonly static_hyperparameters: Data;
  /** What v2 sends in place of `resource_config`. */
  readonly hpo_resource_config: Data;
  readonly input_mode: Data;
  readonly metric_definitions: Data;
  readonly algorithm_arn: Data;
  readonly image_uri: Data;
  readonly enable_network_isolation: Data;
  readonly encrypt_inter_container_traffic: Data;
  readonly use_spot_instances: Data;
  readonly checkpoint_s3_uri: Data;
  readonly checkpoint_local_path: Data;
  readonly estimator_name: Data;
  readonly objective_type: Data;
  readonly objective_metric_name: Data;
  readonly parameter_ranges: Data;
  readonly auto_parameters: Data;
  readonly max_retry_attempts: Data;
  readonly environment: Data;
}

/** Arguments of SDK 2.257.6 session.py `create_tuning_job`. */
export interface TuningArguments {
  readonly job_name: Data;
  readonly tuning_config: TuningConfig;
  /** One of a single estimator, a list of several; unknown where the estimators are. */
  readonly training_config: TrainingConfig | readonly (TrainingConfig | Data)[] | Data;
  readonly warm_start_config: Data;
  readonly tags: Data;
  readonly autotune: Data;
}

/** CreateHyperParameterTuningJob: SDK 2.257.6 session.py `_get_tuning_request`. */
export function tuningRequest(args: TuningArguments): Dict {
  const { training_config: training } = args;
  const isMany = Array.isArray(training);
  return partOf<CreateHyperParameterTuningJobRequest>({
    HyperParameterTuningJobName: args.job_name,
    HyperParameterTuningJobConfig: tuningConfigRequest(args.tuning_config),
    Autotune: whereTrue(args.autotune, () => partOf<Autotune>({ Mode: 'Enabled' })),
    TrainingJobDefinition: isMany ? undefined : definitionOf(training as TrainingConfig | Data),
    TrainingJobDefinitions: isMany ? new List(training.map(definitionOf)) : undefined,
    WarmStartConfig: unlessNone(args.warm_start_config),
    Tags: unlessNone(args.tags),
  });
}

function tuningConfigRequest(config: TuningConfig): Dict {
  const ranges = withAutoParameters(config.parameter_ranges, config.auto_parameters);
  return partOf<HyperParameterTuningJobConfig>({
    Strategy: config.strategy,
    ResourceLimits: partOf<ResourceLimits>({
      MaxNumberOfTrainingJobs: config.max_jobs,
      MaxParallelTrainingJobs: config.max_parallel_jobs,
      MaxRuntimeInSeconds: unlessNone(config.max_runtime_in_seconds),
    }),
    TrainingJobEarlyStoppingType: config.early_stopping_type,
    RandomSeed: unlessNone(config.random_seed),
    HyperParameterTuningJobObjective: objectiveRequest(config.objective_type, config.objective_metric_name),
    ParameterRanges: unlessNone(ranges),
    StrategyConfig: unlessNone(config.strategy_config),
    TuningJobCompletionCriteria: unlessNone(config.completion_criteria_config),
  });
}

function objectiveRequest(type: Data, metric: Data): Dict | undefined {
  if (type === null && metric === null) return undefined;
  return partOf<HyperParameterTuningJobObjective>({ Type: unlessNone(type), MetricName: unlessNone(metric) });
}

function definitionOf(config: TrainingConfig | Data): Data {
  if (!isTrainingConfig(config)) return config;
  const hasOwnResources = config.hpo_resource_config !== null;
  const ranges = withAutoParameters(config.parameter_ranges, config.auto_parameters);
  return partOf<HyperParameterTrainingJobDefinition>({
    StaticHyperParameters: config.static_hyperparameters,
    RoleArn: config.role,
    OutputDataConfig: config.output_config,
    StoppingCondition: config.stop_condition,
    HyperParameterTuningResourceConfig: unlessNone(config.hpo_resource_config),
    ResourceConfig: hasOwnResources ? undefined : config.resource_config,
    AlgorithmSpecification: partOf<HyperParameterAlgorithmSpecification>({
      TrainingInputMode: config.input_mode,
      MetricDefinitions: unlessNone(config.metric_definitions),
      AlgorithmName: ifTrue(config.algorithm_arn),
      TrainingImage: isFalse(config.algorithm_arn) ? config.image_uri : undefined,
    }),
    InputDataConfig: unlessNone(config.input_config),
    VpcConfig: unlessNone(config.vpc_config),
    EnableNetworkIsolation: ifTrue(config.enable_network_isolation),
    EnableInterContainerTrafficEncryption: ifTrue(config.encrypt_inter_container_traffic),
    EnableManagedSpotTraining: ifTrue(config.use_spot_instances),
    CheckpointConfig: whereTrue(config.checkpoint_s3_uri, () =>
      partOf<CheckpointConfig>({
        S3Uri: config.checkpoint_s3_uri,
        LocalPath: ifTrue(config.checkpoint_local_path),
      }),
    ),
    DefinitionName: unlessNone(config.estimator_name),
    TuningObjective: objectiveRequest(config.objective_type, config.objective_metric_name),
    HyperParameterRanges: unlessNone(ranges),
    RetryStrategy: whereGiven(config.max_retry_attempts, (most) =>
      partOf<RetryStrategy>({ MaximumRetryAttempts: most }),
    ),
    Environment: unlessNone(config.environment),
  });
}

function isTrainingConfig(config: TrainingConfig | Data): config is TrainingConfig {
  return typeof config === 'object' && config !== null && 'static_hyperparameters' in config;
}
