import type { Data, Dict } from '../../../data/value.js';
import { dictionaryOf } from '../../conditions.js';
import type { Arguments } from '../../sdk-object.js';
import { type TuningArguments, tuningRequest } from './session-tune.js';

/** The request of `Session.tune`, with the parameters of SDK 2.257.6 session.py:3463. */
export function tuneRequest(args: Arguments): Dict {
  const at = (name: string): Data => args[name] ?? null;
  const config = (name: string): Dict => dictionaryOf(args[name]);
  const given: TuningArguments = {
    job_name: at('job_name'),
    tuning_config: {
      strategy: at('strategy'),
      max_jobs: at('max_jobs'),
      max_parallel_jobs: at('max_parallel_jobs'),
      early_stopping_type: args.early_stopping_type ?? 'Off',
      max_runtime_in_seconds: at('max_runtime_in_seconds'),
      random_seed: at('random_seed'),
      strategy_config: at('strategy_config'),
      objective_type: at('objective_type'),
      objective_metric_name: at('objective_metric_name'),
      parameter_ranges: at('parameter_ranges'),
      auto_parameters: at('auto_parameters'),
      completion_criteria_config: at('completion_criteria_config'),
    },
    training_config: {
      input_config: at('input_config'),
      role: at('role'),
      output_config: config('output_config'),
      resource_config: config('resource_config'),
      stop_condition: config('stop_condition'),
      vpc_config: at('vpc_config'),
      static_hyperparameters: at('static_hyperparameters'),
      hpo_resource_config: at('hpo_resource_config'),
      input_mode: at('input_mode'),
      metric_definitions: at('metric_definitions'),
      algorithm_arn: at('algorithm_arn'),
      image_uri: at('image_uri'),
      enable_network_isolation: at('enable_network_isolation'),
      encrypt_inter_container_traffic: at('encrypt_inter_container_traffic'),
      use_spot_instances: at('use_spot_instances'),
      checkpoint_s3_uri: at('checkpoint_s3_uri'),
      checkpoint_local_path: at('checkpoint_local_path'),
      estimator_name: null,
      objective_type: null,
      objective_metric_name: null,
      parameter_ranges: null,
      auto_parameters: null,
      max_retry_attempts: at('max_retry_attempts'),
      environment: at('environment'),
    },
    warm_start_config: at('warm_start_config'),
    tags: at('tags'),
    autotune: at('autotune'),
  };
  return tuningRequest(given);
}
