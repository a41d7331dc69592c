import { type Data, Dict, dictOf, List, toJson, Unknown } from '../../../data/value.js';
import { ifTrue, isTrue, orDefault } from '../../conditions.js';
import type { Arguments } from '../../sdk-object.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { WarmStartConfig } from '../tuning/configs.js';
import { validateDictionary } from '../tuning/dictionaries.js';
import { rangesRequest } from '../tuning/ranges.js';
import { HyperparameterTuner } from '../tuning/tuner.js';
import type { Tuned } from '../tuning/tuner-fields.js';
import { inputsOf } from '../tuning/tuning-job.js';
import { trainingBaseConfig } from './training.js';

/** The request of a tuning job, for an operator of Airflow: SDK 2.257.6 workflow/airflow.py `tuning_config`. */
export function tuningConfig(args: Arguments): Data {
  const { tuner = null, inputs = null, job_name = null, mini_batch_size = null } = args;
  if (!(tuner instanceof HyperparameterTuner)) return new Unknown('the configuration of a tuner that is not known');
  const includeClass = orDefault(args.include_cls_metadata, false);
  tuner.prepareJobName(job_name);
  const { tuned, warm_start_config: warmStart } = tuner;
  const names = tuned.flatMap(({ name }) => name ?? []);
  const isMany = names.length > 0;
  if (isMany) {
    validateDictionary('inputs', inputs, names);
    validateDictionary('include_cls_metadata', includeClass, names);
    validateDictionary('mini_batch_size', mini_batch_size, names);
  }
  const bases = tuned.map((each) => baseOf(each, inputs, mini_batch_size));
  const operations = bases.map((base) => takeOperations(base));
  const hyperparameters = tuner.prepareHyperparameters(includeClass);
  const definitions = bases.map((base, index) => {
    const each = tuned[index];
    if (!(base instanceof Dict) || each === undefined) return base;
    base.delete('HyperParameters');
    base.set('StaticHyperParameters', hyperparameters[index]?.fixed ?? null);
    addMetrics(base, each);
    return isMany ? named(base, each, tuner) : base;
  });
  const [only] = definitions;
  return dictOf({
    HyperParameterTuningJobName: tuner._current_job_name,
    HyperParameterTuningJobConfig: jobConfig(tuner),
    TrainingJobDefinition: isMany ? undefined : only,
    TrainingJobDefinitions: isMany ? new List(definitions) : undefined,
    S3Operations: ifTrue(merged(operations)),
    Tags: ifTrue(tuner.tags),
    WarmStartConfig: warmStart instanceof WarmStartConfig ? warmStart.to_input_req() : ifTrue(warmStart),
  });
}

/** What a tuned estimator trains. The SDK hands a single one's batch size on as the job's name. */
function baseOf({ estimator, name }: Tuned, inputs: Data, batchSize: Data): Data {
  if (!(estimator instanceof EstimatorBase)) return estimator;
  const own = inputsOf(inputs, name);
  if (name === null) return trainingBaseConfig(estimator, { inputs: own, job_name: batchSize, mini_batch_size: null });
  return trainingBaseConfig(estimator, { inputs: own, job_name: null, mini_batch_size: inputsOf(batchSize, name) });
}

/** SDK 2.257.6 workflow/airflow.py `_extract_tuning_job_config`. */
function jobConfig(tuner: HyperparameterTuner): Dict {
  const { objective_metric_name: metric, tuned } = tuner;
  const [first] = tuned;
  const ranges = first?.name === null ? rangesRequest(first.ranges, first.estimator) : null;
  return dictOf({
    Strategy: tuner.strategy,
    ResourceLimits: dictOf({
      MaxNumberOfTrainingJobs: tuner.max_jobs,
      MaxParallelTrainingJobs: tuner.max_parallel_jobs,
    }),
    TrainingJobEarlyStoppingType: tuner.early_stopping_type,
    HyperParameterTuningJobObjective: isTrue(metric)
      ? dictOf({ Type: tuner.objective_type, MetricName: metric })
      : ifTrue(metric),
    ParameterRanges: ifTrue(ranges),
  });
}

function addMetrics(base: Dict, { name, metricDefinitions }: Tuned): void {
  const specification = base.get('AlgorithmSpecification');
  const isGiven = name !== null || ifTrue(metricDefinitions) !== undefined;
  if (specification instanceof Dict && isGiven) specification.set('MetricDefinitions', metricDefinitions);
}

function named(base: Dict, { name, objective, ranges, estimator }: Tuned, tuner: HyperparameterTuner): Dict {
  return base
    .set('DefinitionName', name)
    .set('TuningObjective', dictOf({ Type: tuner.objective_type, MetricName: objective }))
    .set('HyperParameterRanges', rangesRequest(ranges, estimator));
}

function takeOperations(base: Data): Data {
  if (!(base instanceof Dict)) return null;
  const operations = base.get('S3Operations') ?? null;
  base.delete('S3Operations');
  return operations;
}

/** Uploads of several estimators, each once. */
function merged(all: readonly Data[]): Dict {
  const made = new Dict();
  const seen = new Set<string>();
  for (const operations of all)
    for (const [key, uploads] of operations instanceof Dict ? operations : []) {
      const list = made.get(key);
      const kept = list instanceof List ? list : new List();
      made.set(key, kept);
      for (const upload of uploads instanceof List ? uploads.items : []) {
        const text = JSON.stringify(toJson(upload));
        if (!seen.has(text)) kept.items.push(upload);
        seen.add(text);
      }
    }
  return made;
}
