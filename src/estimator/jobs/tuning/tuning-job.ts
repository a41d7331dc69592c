import { deepCopyDict } from '../../../data/copy.js';
import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, List, Unknown } from '../../../data/value.js';
import { dictionaryOf } from '../../conditions.js';
import { SdkObject } from '../../sdk-object.js';
import type { Session } from '../../session.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { copyOf } from '../../training/estimator-fields.js';
import { TrainingInput } from '../../training/inputs.js';
import { loadJobConfig } from '../../training/job-config.js';
import { InstanceConfig, StrategyConfig, TuningJobCompletionCriteriaConfig, WarmStartConfig } from './configs.js';
import { rangesRequest } from './ranges.js';
import { type TrainingConfig, type TuningArguments, tuningRequest } from './session-tune.js';
import type { Tuned, TunerFields } from './tuner-fields.js';

/** A tuning job that was started: SDK 2.257.6 tuner.py `_TuningJob`. */
export class TuningJob extends SdkObject {
  readonly sagemaker_session: Session;
  readonly job_name: Data;
  readonly #request: Dict;

  constructor(session: Session, name: Data, request: Dict) {
    super(session.world);
    this.sagemaker_session = session;
    this.job_name = name;
    this.#request = request;
  }

  override get className(): string {
    return '_TuningJob';
  }

  get name(): Data {
    return this.job_name;
  }

  /** Which of the jobs was the best, the service would tell. */
  get bestTrainingJob(): string {
    return this.world.settings.bestTrainingJob;
  }

  /** What the service tells of the job: what was asked for, and more that no text tells. */
  describe(): Data {
    const answer = deepCopyDict(this.#request);
    answer.open = new Unknown('what the service tells of a tuning job');
    return answer;
  }

  /**
   * What the service would tell of the best job: what all jobs of its definition have in common.
   *
   * @param name the definition's, where there are several
   */
  describeBest(name: string | null): Dict {
    const request = deepCopyDict(this.#request);
    const all = request.get('TrainingJobDefinitions');
    const several = all instanceof List ? all.items : [];
    const found =
      name === null
        ? request.get('TrainingJobDefinition')
        : several.find((item) => item instanceof Dict && item.get('DefinitionName') === name);
    const described = dictionaryOf(found);
    const hyperparameters = described.get('StaticHyperParameters') ?? described.open;
    const tuned = name === null ? request.get('HyperParameterTuningJobConfig') : described;
    described.set('TrainingJobName', this.bestTrainingJob);
    described.set('HyperParameters', withTuned(hyperparameters, tuned));
    const resources = described.get('HyperParameterTuningResourceConfig');
    if (resources !== undefined) described.set('ResourceConfig', resources);
    return described;
  }

  wait(): Data {
    return null;
  }

  stop(): Data {
    return null;
  }
}

/** Static hyperparameters and those of `autotune` of one estimator. */
export interface TunedHyperparameters {
  readonly fixed: Data;
  readonly auto: Data;
}

/** Starts the tuning job that a tuner describes. */
export function startTuningJob(
  tuner: TunerFields,
  session: Session,
  inputs: Data,
  hyperparameters: readonly TunedHyperparameters[],
): TuningJob {
  const request = tuningRequest(buildTuningArguments(tuner, inputs, hyperparameters));
  session.send('CreateHyperParameterTuningJob', Object.fromEntries(request));
  return new TuningJob(session, tuner._current_job_name, request);
}

/** Arguments of the session's call: SDK 2.257.6 tuner.py `_get_tuner_args`. */
function buildTuningArguments(
  tuner: TunerFields,
  inputs: Data,
  hyperparameters: readonly TunedHyperparameters[],
): TuningArguments {
  const { tuned, strategy_config, completion_criteria_config, warm_start_config } = tuner;
  const [first] = tuned;
  const isSingle = first?.name === null;
  const single = isSingle ? first : undefined;
  const hasObjective = tuner.objective_metric_name !== null;
  const training = tuned.map((each, index) =>
    trainingConfig(tuner, each, inputsOf(inputs, each.name), hyperparameters[index]),
  );
  return {
    job_name: tuner._current_job_name,
    tuning_config: {
      strategy: tuner.strategy,
      max_jobs: tuner.max_jobs,
      max_parallel_jobs: tuner.max_parallel_jobs,
      early_stopping_type: tuner.early_stopping_type,
      max_runtime_in_seconds: tuner.max_runtime_in_seconds,
      random_seed: tuner.random_seed,
      strategy_config: strategy_config instanceof StrategyConfig ? strategy_config.to_input_req() : strategy_config,
      objective_type: hasObjective ? tuner.objective_type : null,
      objective_metric_name: tuner.objective_metric_name,
      parameter_ranges: single === undefined ? null : rangesRequest(single.ranges, single.estimator),
      auto_parameters: single === undefined ? null : (hyperparameters[0]?.auto ?? null),
      completion_criteria_config:
        completion_criteria_config instanceof TuningJobCompletionCriteriaConfig
          ? completion_criteria_config.to_input_req()
          : completion_criteria_config,
    },
    training_config: isSingle ? (training[0] ?? null) : training,
    warm_start_config:
      warm_start_config instanceof WarmStartConfig ? warm_start_config.to_input_req() : warm_start_config,
    tags: tuner.tags,
    autotune: tuner.autotune,
  };
}

/** The inputs of one estimator: those of its name where there are several. */
export function inputsOf(inputs: Data, name: string | null): Data {
  if (name === null || inputs === null || inputs instanceof Unknown) return inputs;
  return inputs instanceof Dict ? (inputs.get(name) ?? inputs.open ?? null) : null;
}

/** SDK 2.257.6 tuner.py `_prepare_training_config`. */
function trainingConfig(
  tuner: TunerFields,
  tuned: Tuned,
  inputs: Data,
  hyperparameters: TunedHyperparameters | undefined,
): TrainingConfig | Data {
  const { estimator, name } = tuned;
  if (!(estimator instanceof EstimatorBase)) return estimator;
  const ownMode = inputs instanceof TrainingInput ? inputs.config.get('InputMode') : undefined;
  const isNamed = name !== null;
  const algorithm = estimator.algorithmArn ?? null;
  return {
    ...loadJobConfig(inputs, estimator),
    hpo_resource_config: tuner.isV1 ? null : resourceConfig(estimator, tuned.instanceConfigs),
    static_hyperparameters: hyperparameters?.fixed ?? null,
    input_mode: ownMode ?? estimator.input_mode,
    metric_definitions: tuned.metricDefinitions,
    algorithm_arn: algorithm,
    image_uri: algorithm === null ? estimator.training_image_uri() : null,
    enable_network_isolation: estimator.enable_network_isolation(),
    encrypt_inter_container_traffic: estimator.encrypt_inter_container_traffic,
    use_spot_instances: estimator.use_spot_instances,
    checkpoint_s3_uri: estimator.checkpoint_s3_uri,
    checkpoint_local_path: estimator.checkpoint_local_path,
    estimator_name: name,
    objective_type: isNamed ? tuner.objective_type : null,
    objective_metric_name: isNamed ? tuned.objective : null,
    parameter_ranges: isNamed ? namedRanges(tuned.ranges, estimator) : null,
    auto_parameters: isNamed ? (hyperparameters?.auto ?? null) : null,
    max_retry_attempts: tuner.isV1 ? null : estimator.max_retry_attempts,
    environment: tuner.isV1 ? null : estimator.environment,
  };
}

/** @throws PythonError `AttributeError` for None, which only a single estimator may have in place of ranges */
function namedRanges(ranges: Data, estimator: Data): Data {
  if (ranges === null) throw new PythonError('AttributeError', 'an estimator among several needs ranges');
  return rangesRequest(ranges, estimator);
}

/** SDK 2.257.6 tuner.py `_prepare_hp_resource_config`. */
function resourceConfig(estimator: EstimatorBase, instanceConfigs: Data): Data {
  if (instanceConfigs instanceof Unknown) return instanceConfigs;
  const config = new Dict();
  if (estimator.volume_kms_key !== null) config.set('VolumeKmsKeyId', estimator.volume_kms_key);
  if (instanceConfigs === null) {
    config.set('InstanceCount', estimator.instance_count).set('InstanceType', estimator.instance_type);
    return config.set('VolumeSizeInGB', estimator.volume_size);
  }
  if (!(instanceConfigs instanceof List)) return config.set('InstanceConfigs', instanceConfigs);
  const list = new List(
    instanceConfigs.items.map((item) => (item instanceof InstanceConfig ? item.to_input_req() : item)),
  );
  list.open = instanceConfigs.open;
  return config.set('InstanceConfigs', list);
}

/** Hyperparameters of a job: those that all have, and those that were tuned. */
function withTuned(common: Data | undefined, config: Data | undefined): Dict {
  const made = copyOf(dictionaryOf(common));
  const known = dictionaryOf(config);
  const ranges = known.get('ParameterRanges') ?? known.get('HyperParameterRanges') ?? known.open;
  made.open ??= ranges instanceof Dict ? ranges.open : ranges instanceof Unknown ? ranges : undefined;
  for (const list of ranges instanceof Dict ? ranges.values() : [])
    for (const range of list instanceof List ? list.items : []) {
      const name = range instanceof Dict ? range.get('Name') : undefined;
      if (typeof name === 'string') made.set(name, new Unknown(`the best value of the hyperparameter ${name}`));
    }
  return made;
}
