import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, dictOf, itemsOf, List, toJson, Unknown } from '../../../data/value.js';
import { dictionaryOf, isFalse, onlyOf, or, orDefault } from '../../conditions.js';
import { baseNameFromImage, nameFromBase } from '../../names.js';
import { type Arguments, argumentsOf, MORE, type PlainArguments, type SdkConstructor } from '../../sdk-object.js';
import { type Session, sessionOf } from '../../session.js';
import { attachTo } from '../../training/attach.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { FileSystemRecordSet, RecordSet } from '../../training/inputs.js';
import { prepareForTraining } from '../../training/preparing.js';
import { AmazonAlgorithmEstimatorBase } from '../amazon/estimator.js';
import { WarmStartConfig, WarmStartTypes } from './configs.js';
import { validateDictionary } from './dictionaries.js';
import { splitAutoParameters, staticHyperparameters } from './static-hyperparameters.js';
import { TunerFields } from './tuner-fields.js';
import { inputsOf, startTuningJob, type TunedHyperparameters, TuningJob } from './tuning-job.js';

/** The longest name of a tuning job. */
const MAX_NAME = 32;

/** Tunes the hyperparameters of estimators: SDK 2.257.6 tuner.py. `fit` notes its request in `world.requests`. */
export class HyperparameterTuner extends TunerFields {
  get sagemaker_session(): Session {
    return sessionOf(this.firstEstimator?.sagemaker_session, this.world);
  }

  /** Starts the tuning job. @throws PythonError what the SDK refuses of inputs and estimators */
  fit(args: PlainArguments = {}): Data {
    const {
      inputs = null,
      job_name = null,
      include_cls_metadata,
      estimator_kwargs = null,
      ...rest
    } = argumentsOf(args);
    const includeClass = orDefault(include_cls_metadata, false);
    const names = this.tuned.flatMap(({ name }) => name ?? []);
    if (names.length > 0) {
      validateDictionary('inputs', inputs, names);
      validateDictionary('include_cls_metadata', includeClass, names);
      validateDictionary('estimator_kwargs', estimator_kwargs, names);
    }
    const { wait: _, ...options } = rest;
    for (const { name, estimator } of this.tuned) {
      const own = name === null ? options : optionsOf(estimator_kwargs, name);
      prepareEstimator(estimator, inputsOf(inputs, name), job_name, own);
    }
    this.prepareJobName(job_name);
    const hyperparameters = this.prepareHyperparameters(includeClass);
    if (!this.isV1) this.#takeTags();
    this.latest_tuning_job = startTuningJob(this, this.sagemaker_session, inputs, hyperparameters);
    return null;
  }

  /** Lets the tuner choose among instances: v2 only. */
  override_resource_config({ instance_configs = null }: Arguments): Data {
    const names = this.tuned.flatMap(({ name }) => name ?? []);
    if (instance_configs instanceof Dict) {
      validateDictionary('instance_configs', instance_configs, names);
      this.instance_configs_dict = instance_configs;
    } else {
      this.instance_configs = instance_configs;
      const [first] = this.estimator_dict?.keys() ?? [];
      if (first !== undefined) this.instance_configs_dict = new Dict([[first, instance_configs]]);
    }
    return null;
  }

  wait(): Data {
    return null;
  }

  stop_tuning_job(): Data {
    return null;
  }

  describe(): Data {
    const { latest_tuning_job: job } = this;
    return job instanceof TuningJob ? job.describe() : new Unknown('what the service tells of a tuning job');
  }

  analytics(): Data {
    return new Unknown('the results of a tuning job');
  }

  /** Name of the best job. @throws PythonError `ValueError` before the tuning job */
  best_training_job(): Data {
    return this.#ensureTuningJob().bestTrainingJob;
  }

  /** An estimator of the best job; unknown where there are several estimators. */
  best_estimator({ best_training_job = null }: Arguments = {}): Data {
    const job = this.#ensureTuningJob();
    const [only, ...others] = this.tuned;
    if (others.length > 0 || !(only?.estimator instanceof EstimatorBase))
      return new Unknown('the estimator of the best training job');
    const described = job.describeBest(only.name);
    const named = best_training_job instanceof Dict ? best_training_job.get('TrainingJobName') : undefined;
    if (named !== undefined) described.set('TrainingJobName', named);
    return attachTo(described, this.sagemaker_session, only.estimator.constructor as SdkConstructor);
  }

  /** Hosts the model of the best job, at an endpoint that has the job's name. */
  deploy(args: PlainArguments): Data {
    const best = this.best_estimator();
    if (best instanceof Unknown) this.world.onMiss?.(best.reason);
    const endpoint_name = or(argumentsOf(args).endpoint_name, this.best_training_job());
    return best instanceof EstimatorBase ? best.deploy({ ...args, endpoint_name }) : best;
  }

  #ensureTuningJob(): TuningJob {
    const { latest_tuning_job: job } = this;
    if (job === null) throw new PythonError('ValueError', 'the tuner has no tuning job yet');
    if (job instanceof TuningJob) return job;
    // Without a job the program would end here.
    const request = dictionaryOf(new Unknown(job.reason));
    return onlyOf(job, TuningJob) ?? new TuningJob(this.sagemaker_session, request.open ?? null, request);
  }

  /** Another tuner for the same data and algorithm, that starts from this one's jobs. */
  identical_dataset_and_algorithm_tuner({ additional_parents = null }: Arguments = {}): HyperparameterTuner {
    return this.#warmStarted(WarmStartTypes.IDENTICAL_DATA_AND_ALGORITHM, additional_parents, null);
  }

  /** Another tuner, of another estimator too, that starts from this one's jobs. */
  transfer_learning_tuner({ additional_parents = null, estimator = null }: Arguments = {}): HyperparameterTuner {
    return this.#warmStarted(WarmStartTypes.TRANSFER_LEARNING, additional_parents, estimator);
  }

  /** SDK 2.257.6 tuner.py `_create_warm_start_tuner`. */
  #warmStarted(type: WarmStartTypes, additional: Data, estimator: Data): HyperparameterTuner {
    if (this.latest_tuning_job === null) throw new PythonError('AttributeError', 'the tuner has no tuning job yet');
    const { name } = this.#ensureTuningJob();
    const [only, ...others] = this.tuned;
    if (others.length > 0) throw new PythonError('ValueError', 'a warm start takes one estimator');
    const parents = new List([name, ...(itemsOf(additional ?? undefined) ?? [])]);
    if (additional instanceof Unknown) parents.open = additional;
    const warm_start_config = new WarmStartConfig({ warm_start_type: type, parents }, this.world);
    const { strategy, strategy_config, completion_criteria_config, objective_type, max_jobs, max_parallel_jobs } = this;
    const { max_runtime_in_seconds, early_stopping_type, random_seed } = this;
    const shared = {
      strategy,
      strategy_config,
      completion_criteria_config,
      objective_type,
      max_jobs,
      max_parallel_jobs,
    };
    const named =
      only?.name === null ? {} : { estimator_name: only?.name, metric_definitions: only?.metricDefinitions };
    return new HyperparameterTuner(
      {
        ...shared,
        ...named,
        estimator: isFalse(estimator) ? only?.estimator : estimator,
        objective_metric_name: only?.objective,
        hyperparameter_ranges: only?.ranges,
        max_runtime_in_seconds,
        early_stopping_type,
        random_seed,
        warm_start_config,
      },
      this.world,
    );
  }

  /** The given name, or one of the base name or the image's, with a short time stamp. */
  prepareJobName(given: Data): void {
    const base = (): Data => this.base_tuning_job_name ?? this.#imageBase();
    this._current_job_name = given ?? nameFromBase(this.world, base(), MAX_NAME, true);
  }

  #imageBase(): Data {
    const estimator = this.firstEstimator;
    return estimator === undefined
      ? new Unknown('the image of an estimator that is not known')
      : baseNameFromImage(estimator.training_image_uri());
  }

  /** The hyperparameters that are not tuned, of each estimator. */
  prepareHyperparameters(includeClass: Data): readonly TunedHyperparameters[] {
    const all = this.tuned.map((tuned): TunedHyperparameters => {
      const { estimator, name } = tuned;
      if (!(estimator instanceof EstimatorBase)) return { fixed: estimator, auto: null };
      const include =
        includeClass instanceof Dict && name !== null
          ? (includeClass.get(name) ?? includeClass.open ?? false)
          : includeClass;
      return splitAutoParameters(staticHyperparameters(estimator, tuned.ranges, include), tuned, this.autotune);
    });
    const [first] = all;
    if (this.estimator_dict === null && first !== undefined) {
      this.static_hyperparameters = first.fixed;
      this.auto_parameters = first.auto;
    } else {
      const byName = (part: keyof TunedHyperparameters): Dict =>
        dictOf(Object.fromEntries(this.tuned.map(({ name }, index) => [name ?? '', all[index]?.[part]])));
      this.static_hyperparameters_dict = byName('fixed');
      this.auto_parameters_dict = byName('auto');
    }
    return all;
  }

  /** The estimator's tags become the tuner's too: SDK 2.257.6 tuner.py `_prepare_tags_for_tuning`. */
  #takeTags(): void {
    const estimator = this.tuned[0]?.estimator;
    const tags = estimator instanceof Unknown ? new Unknown(estimator.reason) : (this.firstEstimator?.tags ?? null);
    if (isFalse(tags)) return;
    this.tags ??= new List();
    if (!(tags instanceof List) || !(this.tags instanceof List)) {
      this.tags = tags instanceof Unknown ? tags : this.tags;
      return;
    }
    const texts = new Set(this.tags.items.map(textOf));
    for (const tag of tags.items) if (!texts.has(textOf(tag))) this.tags.items.push(tag);
    this.tags.open ??= tags.open;
  }
}

/** SDK 2.257.6 tuner.py `_prepare_estimator_for_tuning`. */
function prepareEstimator(estimator: Data, inputs: Data, jobName: Data, options: Arguments): void {
  if (!(estimator instanceof EstimatorBase)) return;
  const isRecords = inputs instanceof List || inputs instanceof RecordSet || inputs instanceof FileSystemRecordSet;
  if (!(estimator instanceof AmazonAlgorithmEstimatorBase)) {
    const ownName = isRecords ? (options.job_name ?? null) : jobName;
    prepareForTraining(estimator, ownName);
  } else if (isRecords || inputs instanceof Unknown) {
    refuseOtherOptions(options);
    estimator.prepareRecords(inputs, options.mini_batch_size ?? options[MORE], options.job_name ?? null);
  } else throw new PythonError('AttributeError', 'an Amazon algorithm is tuned with record sets');
}

function refuseOtherOptions(options: Arguments): void {
  const other = Object.keys(options).find((name) => name !== 'mini_batch_size' && name !== 'job_name');
  if (other !== undefined) throw new PythonError('TypeError', `preparing an estimator takes no ${other}`);
}

function optionsOf(all: Data, name: string): Arguments {
  const own = all instanceof Dict ? all.get(name) : undefined;
  return own instanceof Dict ? Object.fromEntries(own) : {};
}

/** Tags are the same where their text is. */
function textOf(tag: Data): string {
  return JSON.stringify(toJson(tag));
}
