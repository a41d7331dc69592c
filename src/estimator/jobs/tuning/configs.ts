import { castList } from '../../../data/cast.js';
import { eitherOf } from '../../../data/either.js';
import { PythonError } from '../../../data/errors.js';
import { type Data, dictOf, List, SetData, Unknown } from '../../../data/value.js';
import { choose, isFalse, isTrue, orDefault } from '../../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import type { World } from '../../world.js';

const WARM_START_TYPES = ['IdenticalDataAndAlgorithm', 'TransferLearning'];

/** How a tuner uses the jobs of others: SDK 2.257.6 tuner.py `WarmStartTypes`. Its members are static properties. */
export class WarmStartTypes extends SdkObject {
  static readonly IDENTICAL_DATA_AND_ALGORITHM = new WarmStartTypes({ value: 'IdenticalDataAndAlgorithm' });
  static readonly TRANSFER_LEARNING = new WarmStartTypes({ value: 'TransferLearning' });
  readonly value: Data;

  /** @throws PythonError `ValueError` for a value that is none of the two */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    this.value = argumentsOf(args).value ?? null;
    if (typeof this.value === 'string' && !WARM_START_TYPES.includes(this.value))
      throw new PythonError('ValueError', `${this.value} is no way of a warm start`);
  }

  get name(): Data {
    if (this.value === 'TransferLearning') return 'TRANSFER_LEARNING';
    return typeof this.value === 'string' ? 'IDENTICAL_DATA_AND_ALGORITHM' : this.value;
  }
}

/** The tuning jobs that a tuner starts from: SDK 2.257.6 tuner.py `WarmStartConfig`. */
export class WarmStartConfig extends SdkObject {
  readonly type: Data;
  readonly parents: Data;

  /** @throws PythonError `ValueError` for a type that is none, and without parents */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.type = given.warm_start_type ?? null;
    if (!(this.type instanceof WarmStartTypes || this.type instanceof Unknown))
      throw new PythonError('ValueError', 'the type of a warm start is a member of WarmStartTypes');
    if (isFalse(given.parents)) throw new PythonError('ValueError', 'a warm start needs tuning jobs to start from');
    this.parents = setOf(given.parents ?? null);
  }

  /** The API's `WarmStartConfig`. */
  to_input_req(): Data {
    const named = (parent: Data): Data => dictOf({ HyperParameterTuningJobName: parent });
    const { parents } = this;
    const type = this.type instanceof WarmStartTypes ? this.type.value : this.type;
    if (!(parents instanceof SetData)) return dictOf({ WarmStartType: type, ParentHyperParameterTuningJobs: parents });
    // The SDK goes through a set, and Python's order of strings is another in each run.
    const why = 'one of the parents, which the SDK keeps in a set';
    const items = parents.items.length < 2 ? parents.items : parents.items.map(() => eitherOf(why, parents.items));
    const list = new List(items.map(named));
    list.open = parents.open;
    return dictOf({ WarmStartType: type, ParentHyperParameterTuningJobs: list });
  }
}

/** Python's `set(values)`. */
function setOf(values: Data): Data {
  const list = castList(values);
  if (!(list instanceof List)) return list;
  const made = new SetData([...new Set(list.items)]);
  made.open = list.open;
  return made;
}

/** The resources of the strategy Hyperband: SDK 2.257.6 tuner.py. */
export class HyperbandStrategyConfig extends SdkObject {
  readonly max_resource: Data;
  readonly min_resource: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.max_resource = given.max_resource ?? null;
    this.min_resource = given.min_resource ?? null;
  }

  to_input_req(): Data {
    return dictOf({ MinResource: this.min_resource, MaxResource: this.max_resource });
  }
}

/** The configuration of a strategy: SDK 2.257.6 tuner.py. */
export class StrategyConfig extends SdkObject {
  readonly hyperband_strategy_config: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    this.hyperband_strategy_config = argumentsOf(args).hyperband_strategy_config ?? null;
  }

  to_input_req(): Data {
    const { hyperband_strategy_config: config } = this;
    return dictOf({
      HyperbandStrategyConfig: config instanceof HyperbandStrategyConfig ? config.to_input_req() : config,
    });
  }
}

/** Instances that a tuner may choose: SDK 2.257.6 tuner.py `InstanceConfig`. */
export class InstanceConfig extends SdkObject {
  readonly instance_count: Data;
  readonly instance_type: Data;
  readonly volume_size: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.instance_count = given.instance_count ?? null;
    this.instance_type = given.instance_type ?? null;
    this.volume_size = orDefault(given.volume_size, 30);
  }

  to_input_req(): Data {
    const { instance_count, instance_type, volume_size } = this;
    return dictOf({ InstanceCount: instance_count, InstanceType: instance_type, VolumeSizeInGB: volume_size });
  }
}

/** When a tuner may stop before its last job: SDK 2.257.6 tuner.py. */
export class TuningJobCompletionCriteriaConfig extends SdkObject {
  readonly max_number_of_training_jobs_not_improving: Data;
  readonly complete_on_convergence: Data;
  readonly target_objective_metric_value: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.max_number_of_training_jobs_not_improving = given.max_number_of_training_jobs_not_improving ?? null;
    this.complete_on_convergence = given.complete_on_convergence ?? null;
    this.target_objective_metric_value = given.target_objective_metric_value ?? null;
  }

  to_input_req(): Data {
    const jobs = this.max_number_of_training_jobs_not_improving;
    const target = this.target_objective_metric_value;
    const convergence = this.complete_on_convergence;
    const mode = convergence instanceof Unknown ? choose(convergence, 'Enabled', 'Disabled') : undefined;
    return dictOf({
      BestObjectiveNotImproving: jobs === null ? undefined : dictOf({ MaxNumberOfTrainingJobsNotImproving: jobs }),
      TargetObjectiveMetricValue: target === null ? undefined : target,
      ConvergenceDetected:
        convergence === null
          ? undefined
          : dictOf({ CompleteOnConvergence: mode ?? (isTrue(convergence) ? 'Enabled' : 'Disabled') }),
    });
  }
}
