import { castList } from '../../../data/cast.js';
import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, List, Unknown } from '../../../data/value.js';
import { isFalse, isTrue, orDefault } from '../../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { formatTags } from '../../tags.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import type { World } from '../../world.js';
import { validateRanges } from './ranges.js';
import type { TuningJob } from './tuning-job.js';

/** One estimator that a tuner tunes, with what belongs to it. */
export interface Tuned {
  /** None of a tuner of a single estimator. */
  readonly name: string | null;
  readonly estimator: Data;
  readonly objective: Data;
  readonly ranges: Data;
  readonly metricDefinitions: Data;
  readonly keepStatic: Data;
  readonly instanceConfigs: Data;
}

/** The attributes of a tuner, as its constructor sets them: SDK 2.257.6 tuner.py `HyperparameterTuner`. */
export abstract class TunerFields extends SdkObject {
  estimator: Data;
  objective_metric_name: Data;
  _hyperparameter_ranges: Data;
  metric_definitions: Data;
  hyperparameters_to_keep_static: Data;
  estimator_dict: Dict | null = null;
  objective_metric_name_dict: Dict | null = null;
  _hyperparameter_ranges_dict: Dict | null = null;
  metric_definitions_dict: Dict | null = null;
  hyperparameters_to_keep_static_dict: Dict | null = null;
  static_hyperparameters: Data = null;
  static_hyperparameters_dict: Data = null;
  auto_parameters: Data = null;
  auto_parameters_dict: Data = null;
  instance_configs: Data = null;
  instance_configs_dict: Data = null;
  strategy: Data;
  strategy_config: Data;
  completion_criteria_config: Data;
  objective_type: Data;
  max_jobs: Data;
  max_parallel_jobs: Data;
  max_runtime_in_seconds: Data;
  tags: Data;
  base_tuning_job_name: Data;
  _current_job_name: Data = null;
  /** Unknown where it depends on something unknown whether, or which, job was started. */
  latest_tuning_job: TuningJob | Unknown | null = null;
  warm_start_config: Data;
  early_stopping_type: Data;
  random_seed: Data;
  autotune: Data;

  /** @throws PythonError `ValueError` without ranges, and for ranges beyond what a hyperparameter takes */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    const { estimator = null, objective_metric_name = null, hyperparameter_ranges: ranges = null } = given;
    const {
      metric_definitions = null,
      hyperparameters_to_keep_static: keepStatic = null,
      estimator_name = null,
    } = given;
    this.autotune = orDefault(given.autotune, false);
    if (isFalse(ranges) && isFalse(this.autotune))
      throw new PythonError('ValueError', 'a tuner needs ranges of hyperparameters');
    this.#refuseStatic(keepStatic);
    const isNamed = typeof estimator_name === 'string';
    this.estimator = isNamed ? null : estimator;
    this.objective_metric_name = isNamed ? null : objective_metric_name;
    this._hyperparameter_ranges = isNamed ? null : ranges;
    this.metric_definitions = isNamed ? null : metric_definitions;
    this.hyperparameters_to_keep_static = isNamed ? null : keepStatic;
    if (isNamed) this.addEstimator(estimator_name, given);
    validateRanges(estimator, ranges);
    this.strategy = orDefault(given.strategy, 'Bayesian');
    this.strategy_config = given.strategy_config ?? null;
    this.completion_criteria_config = given.completion_criteria_config ?? null;
    this.objective_type = orDefault(given.objective_type, 'Maximize');
    this.max_jobs = this.#maxJobs(given.max_jobs);
    this.max_parallel_jobs = orDefault(given.max_parallel_jobs, 1);
    this.max_runtime_in_seconds = given.max_runtime_in_seconds ?? null;
    this.tags = formatTags(this.world, given.tags);
    this.base_tuning_job_name = given.base_tuning_job_name ?? null;
    this.warm_start_config = given.warm_start_config ?? null;
    this.early_stopping_type = orDefault(given.early_stopping_type, 'Off');
    this.random_seed = given.random_seed ?? null;
  }

  /** Adds one of several estimators. */
  addEstimator(name: string, given: Arguments): void {
    const { estimator = null, objective_metric_name = null, hyperparameter_ranges = null } = given;
    const { metric_definitions = null, hyperparameters_to_keep_static = null } = given;
    this.estimator_dict = extended(this.estimator_dict, name, estimator);
    this.objective_metric_name_dict = extended(this.objective_metric_name_dict, name, objective_metric_name);
    this._hyperparameter_ranges_dict = extended(this._hyperparameter_ranges_dict, name, hyperparameter_ranges);
    this.metric_definitions_dict ??= new Dict();
    if (metric_definitions !== null) this.metric_definitions_dict.set(name, metric_definitions);
    this.hyperparameters_to_keep_static_dict ??= new Dict();
    if (hyperparameters_to_keep_static !== null)
      this.hyperparameters_to_keep_static_dict.set(name, hyperparameters_to_keep_static);
  }

  /** What is tuned: a single estimator, or those with names, in the order of these. */
  get tuned(): readonly Tuned[] {
    const { estimator_dict } = this;
    if (estimator_dict === null)
      return [
        {
          name: null,
          estimator: this.estimator,
          objective: this.objective_metric_name,
          ranges: this._hyperparameter_ranges,
          metricDefinitions: this.metric_definitions,
          keepStatic: this.hyperparameters_to_keep_static,
          instanceConfigs: this.instance_configs,
        },
      ];
    const names = [...estimator_dict.keys()].map(String).sort();
    return names.map((name) => ({
      name,
      estimator: estimator_dict.get(name) ?? null,
      objective: this.objective_metric_name_dict?.get(name) ?? null,
      ranges: this._hyperparameter_ranges_dict?.get(name) ?? null,
      metricDefinitions: this.metric_definitions_dict?.get(name) ?? null,
      keepStatic: this.hyperparameters_to_keep_static_dict?.get(name) ?? null,
      instanceConfigs:
        this.instance_configs_dict instanceof Dict
          ? (this.instance_configs_dict.get(name) ?? this.instance_configs_dict.open ?? null)
          : null,
    }));
  }

  /** The first estimator, whose tags, image and session are the tuner's. */
  get firstEstimator(): EstimatorBase | undefined {
    const estimator = this.tuned[0]?.estimator;
    return estimator instanceof EstimatorBase ? estimator : undefined;
  }

  #maxJobs(given: Data | undefined): Data {
    if (this.isV1) return orDefault(given, 1);
    return given === undefined || given === null ? (this.strategy === 'Grid' ? null : 1) : given;
  }

  #refuseStatic(names: Data): void {
    if (names === null || names instanceof Unknown) return;
    if (isFalse(this.autotune)) throw new PythonError('ValueError', 'hyperparameters_to_keep_static needs autotune');
    const list = castList(names);
    const isTwice = list instanceof List && new Set(list.items).size < list.items.length;
    if (isTrue(this.autotune) && isTwice)
      throw new PythonError('ValueError', 'hyperparameters_to_keep_static has a name twice');
  }
}

function extended(dictionary: Dict | null, name: string, value: Data): Dict {
  return (dictionary ?? new Dict()).set(name, value);
}
