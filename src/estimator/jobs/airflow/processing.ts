import { type Data, dictOf, Unknown } from '../../../data/value.js';
import { unlessNone } from '../../conditions.js';
import { baseNameFromImage, nameFromBase } from '../../names.js';
import type { Arguments } from '../../sdk-object.js';
import { requestsOf } from '../processing/inputs.js';
import { NetworkConfig } from '../processing/network-config.js';
import { Processor } from '../processing/processor.js';

/** The request of a processing job, for an operator of Airflow: SDK 2.257.6 workflow/airflow.py `processing_config`. */
export function processingConfig(args: Arguments): Data {
  const { processor = null, job_name = null } = args;
  if (!(processor instanceof Processor)) return new Unknown('the configuration of a processor that is not known');
  const { base_job_name, image_uri, network_config: network, max_runtime_in_seconds: runtime } = processor;
  const ownName = base_job_name === null ? baseNameFromImage(image_uri) : nameFromBase(processor.world, base_job_name);
  processor.currentJobName = job_name ?? ownName;
  return dictOf({
    ProcessingJobName: processor.currentJobName,
    ProcessingInputs: requestsOf(args.inputs ?? null),
    ProcessingOutputConfig: dictOf({
      Outputs: requestsOf(args.outputs ?? null),
      KmsKeyId: unlessNone(args.kms_key_id),
    }),
    ExperimentConfig: unlessNone(args.experiment_config),
    AppSpecification: dictOf({
      ImageUri: image_uri,
      ContainerArguments: unlessNone(args.container_arguments),
      ContainerEntrypoint: unlessNone(args.container_entrypoint),
    }),
    RoleArn: processor.role,
    Environment: unlessNone(processor.env),
    NetworkConfig: unlessNone(network instanceof NetworkConfig ? network.toRequest() : network),
    ProcessingResources: dictOf({
      ClusterConfig: dictOf({
        InstanceCount: processor.instance_count,
        InstanceType: processor.instance_type,
        VolumeSizeInGB: processor.volume_size_in_gb,
        VolumeKmsKeyId: unlessNone(processor.volume_kms_key),
      }),
    }),
    StoppingCondition: runtime === null ? undefined : dictOf({ MaxRuntimeInSeconds: runtime }),
    Tags: unlessNone(processor.tags),
  });
}
