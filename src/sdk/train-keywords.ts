/** The constructor keywords of every v1 estimator that v2 renamed, and their v2 names. */
export const trainKeywords: Readonly<Record<string, string>> = {
  train_instance_count: 'instance_count',
  train_instance_type: 'instance_type',
  train_volume_size: 'volume_size',
  train_volume_kms_key: 'volume_kms_key',
  train_max_run: 'max_run',
  train_use_spot_instances: 'use_spot_instances',
  train_max_wait: 'max_wait',
};
